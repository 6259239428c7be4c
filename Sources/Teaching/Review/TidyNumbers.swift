import Algebra
import Matrices

/// Small whole and half numbers for the given quantities of a worksheet, with
/// which one can calculate in the head.
///
/// What is no measure of anything stays as it is: constants, rates, and the 0
/// and 1 of a table.
struct TidyNumbers {
  private var numbers: SeededNumbers

  /// - Parameters:
  ///   - text: What the numbers are for.
  ///   - seed: What tells this series from others for the same.
  init(_ text: String, seed: UInt64) {
    numbers = SeededNumbers(text, seed)
  }

  /// Other numbers in the same shapes.
  ///
  /// - Parameters:
  ///   - bench: The worksheet with its own numbers.
  ///   - isGood: What has to hold once all is computed.
  /// - Returns: The numbers, or nothing where no draw of many is good.
  mutating func fresh(
    for bench: Bench, where isGood: (Valuation) -> Bool
  ) -> [Name: Matrix<Double>]? {
    for _ in 0..<Self.draws {
      var givens = bench.givens
      for given in bench.worksheet.givens {
        guard let own = givens[given.name], given.isMeasure(own) else {
          continue
        }
        givens[given.name] = own.map { _ in small() }
      }
      guard givens != bench.givens,
        let valuation = try? Valuation(bench.worksheet, givens: givens),
        valuation.isEasy, isGood(valuation)
      else { continue }
      return givens
    }
    return nil
  }

  /// After so many draws it is for the question that none is good.
  private static let draws = 100

  /// Whole, or now and then half, from -3 to 3, and never 0.
  private mutating func small() -> Double {
    let size = Self.sizes[Int.random(in: 0..<Self.sizes.count, using: &numbers)]
    return Bool.random(using: &numbers) ? size : -size
  }

  /// What stands here often is drawn often.
  private static let sizes = [1.0, 1, 1, 2, 2, 2, 3, 3, 0.5]
}

extension Given {
  /// Whether other numbers could as well stand for it as its own.
  fileprivate func isMeasure(_ own: Matrix<Double>) -> Bool {
    let entries = own.storage
    let isTable = entries.count > 1 && entries.allSatisfy { $0 == 0 || $0 == 1 }
    // Below a half are rates, and weights that are small for a reason.
    let isRate = entries.allSatisfy { $0.magnitude < 0.5 }
    switch role {
    case .parameter: return !isRate
    case .input, .target: return !isRate && !isTable
    case .constant, .state: return false
    }
  }
}

extension Valuation {
  /// Whether all that is computed is finite and of a size to calculate with,
  /// and what bends is used on both sides of its kink, and never on it.
  fileprivate var isEasy: Bool {
    let isSmall = worksheet.equations.allSatisfy { equation in
      let isCost = equation.role == .cost || equation.role == .exampleCost
      let limit = isCost ? Double.greatestFiniteMagnitude : Self.largest
      return values[equation.name]?.storage.allSatisfy {
        $0.magnitude <= limit
      } ?? true
    }
    return isSmall
      && bends.allSatisfy { kink, arguments in
        !arguments.contains(kink)
          && (arguments.count == 1 || arguments.contains { $0 < kink })
          && (arguments.count == 1 || arguments.contains { $0 > kink })
      }
  }

  /// Larger numbers are none for the head.
  private static let largest = 60.0

  /// Whether something goes into a function exactly where it bends.
  var standsOnKink: Bool {
    bends.contains { kink, arguments in arguments.contains(kink) }
  }

  /// Each kink of a function, with all that goes into the function.
  private var bends: [(kink: Double, arguments: [Double])] {
    worksheet.equations.filter { $0.role == .forward }.flatMap { equation in
      equation.expression.parts.flatMap { _, part in
        guard case .call(let name, _, let arguments) = part,
          let kinks = scope.functions[name]?.elementwise?.kinks,
          let argument = arguments.first, let value = try? value(of: argument)
        else { return [(kink: Double, arguments: [Double])]() }
        return kinks.map { ($0, value.storage) }
      }
    }
  }
}
