import Algebra
import Matrices

/// Small whole and half numbers for the given quantities of a worksheet, with
/// which one can calculate in the head.
///
/// What is no size of a thing stays as it is: constants, rates, and which of
/// several answers is right.
struct TidyNumbers {
  /// How the entries of a given quantity may be chosen.
  enum Choice: Hashable {
    /// As they are.
    case kept
    /// 0 or 1 each.
    case bits
    /// A single 1 in each column.
    case oneOfEach
    /// Whole, or now and then half, from -3 to 3, and never 0.
    case small
  }

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
        guard let own = givens[given.name] else { continue }
        givens[given.name] = drawn(as: own, Choice(given, own))
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
  private static let draws = 300

  private mutating func drawn(
    as own: Matrix<Double>, _ choice: Choice
  ) -> Matrix<Double> {
    switch choice {
    case .kept: return own
    case .bits: return own.map { _ in bit() }
    case .small: return own.map { _ in small() }
    case .oneOfEach:
      var matrix = own.map { _ in 0.0 }
      for column in 0..<own.columns {
        matrix[Int.random(in: 0..<own.rows, using: &numbers), column] = 1
      }
      return matrix
    }
  }

  private mutating func small() -> Double {
    let size = Self.sizes[Int.random(in: 0..<Self.sizes.count, using: &numbers)]
    return Bool.random(using: &numbers) ? size : -size
  }

  /// What stands here often is drawn often.
  private static let sizes = [1.0, 1, 1, 2, 2, 2, 3, 3, 0.5]

  private mutating func bit() -> Double {
    Bool.random(using: &numbers) ? 1 : 0
  }
}

extension TidyNumbers.Choice {
  init(_ given: Given, _ value: Matrix<Double>) {
    let entries = value.storage
    let isOfBits =
      entries.count > 1 && entries.allSatisfy { $0 == 0 || $0 == 1 }
    if given.role != .input && given.role != .target && given.role != .parameter
    {
      self = .kept
    } else if given.role != .parameter, isOfBits {
      self = value.hasOneOfEach ? .oneOfEach : .bits
    } else if entries.allSatisfy({ $0.magnitude < 0.5 }) {
      // A rate, or weights that are small for a reason.
      self = .kept
    } else {
      self = .small
    }
  }
}

extension Matrix where Element == Double {
  /// Whether each column holds a single 1 among several entries.
  fileprivate var hasOneOfEach: Bool {
    rows > 1
      && (0..<columns).allSatisfy { column in
        (0..<rows).reduce(0) { $0 + self[$1, column] } == 1
      }
  }
}

extension Valuation {
  /// Whether all that is computed is finite and of a size to calculate with,
  /// and no function is used where it has a kink.
  fileprivate var isEasy: Bool {
    let entries = values.values.flatMap(\.storage)
    return entries.allSatisfy { $0.isFinite && $0.magnitude <= 1000 }
      && !standsOnKink
  }

  /// Whether something goes into a function exactly where it bends.
  var standsOnKink: Bool {
    worksheet.equations.filter { $0.role != .update }.contains { equation in
      equation.expression.parts.contains { _, part in
        guard case .call(let name, _, let arguments) = part,
          let kinks = scope.functions[name]?.elementwise?.kinks,
          !kinks.isEmpty, let argument = arguments.first,
          let value = try? value(of: argument)
        else { return false }
        return value.storage.contains(where: kinks.contains)
      }
    }
  }
}
