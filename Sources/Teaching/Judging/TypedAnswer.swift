import Algebra
import Matrices

/// An answer that was read, with what its digits leave open.
struct TypedAnswer {
  let expression: Expression
  let value: Matrix<Double>
  /// How far each entry may be from the truth, column after column; nothing
  /// where the answer is a formula, which must agree exactly.
  let slack: [Double]?
  /// The same for one digit typed, where two are asked.
  let looseSlack: [Double]?

  /// - Parameters:
  ///   - expression: What was typed.
  ///   - value: What it comes to.
  ///   - exact: Numbers of the worksheet; one that is put in as it stands
  ///     there was not rounded.
  init(
    _ expression: Expression, value: Matrix<Double>, exact: Set<Double> = []
  ) {
    self.expression = expression
    self.value = value
    let entries = expression.typedEntries
    let rounded = entries?.map(\.slack)
    let bare = entries?.map(\.looseSlack)
    if let rounded, rounded.count == value.storage.count {
      slack = rounded
      looseSlack = bare
    } else if let open = expression.openness(around: value, exact) {
      slack = open
      looseSlack = nil
    } else {
      slack = nil
      looseSlack = nil
    }
  }
}

/// A number as it was typed: how precise its digits are.
struct TypedNumber {
  let numeral: Numeral

  /// Half a unit of the last digit, two digits at least being counted.
  ///
  /// No number but 0 is 0 when it is rounded to two digits.
  var slack: Double {
    numeral.value == 0 ? 0 : half(digits < 2 ? lastPlace - 1 : lastPlace)
  }

  /// Half a unit of the last digit typed.
  var looseSlack: Double { numeral.value == 0 ? 0 : half(lastPlace) }

  private func half(_ place: Int) -> Double {
    // A truth that ends in 5 may be rounded either way.
    0.5 * Double(sign: .plus, tenTo: place) * (1 + 1e-9)
      + numeral.value.magnitude * 1e-12
  }

  private var mantissa: Substring {
    numeral.text.prefix { $0 != "e" && $0 != "E" }
  }

  /// How many digits say something: all but zeros in front.
  var digits: Int {
    if mantissa.allSatisfy({ !$0.isASCII }) { return 17 }
    return mantissa.filter { $0 != "." }.drop { $0 == "0" }.count
  }

  /// The power of ten that the last digit counts.
  private var lastPlace: Int {
    if mantissa.allSatisfy({ !$0.isASCII }) { return -17 }
    let exponent =
      numeral.text.dropFirst(mantissa.count + 1)
    let decimals =
      mantissa.firstIndex(of: ".").map {
        mantissa.distance(from: $0, to: mantissa.endIndex) - 1
      } ?? 0
    let power = Int(exponent.drop { $0 == "+" }) ?? 0
    // Beyond this a number is 0 or too large in any case.
    return min(max(power, -1000), 1000) - decimals
  }
}

extension Double {
  fileprivate init(sign: FloatingPointSign, tenTo power: Int) {
    var value = 1.0
    for _ in 0..<min(power.magnitude, 400) { value *= 10 }
    self = power < 0 ? 1 / value : value
  }
}

extension Expression {
  /// The numbers that an answer consists of, column after column, or nothing
  /// where there is anything else in it.
  fileprivate var typedEntries: [TypedNumber]? {
    switch self {
    case .number(let numeral): return [TypedNumber(numeral: numeral)]
    case .negation(let inner), .group(let inner): return inner.typedEntries
    case .transpose(let inner):
      guard case .matrix(let rows) = inner.ungrouped,
        rows.count == 1 || rows.allSatisfy({ $0.count == 1 })
      else { return nil }
      return inner.typedEntries
    case .matrix(let rows):
      guard let width = rows.first?.count,
        rows.allSatisfy({ $0.count == width })
      else { return nil }
      var entries: [TypedNumber] = []
      for column in 0..<width {
        for row in rows {
          guard let entry = row[column].typedEntries, entry.count == 1 else {
            return nil
          }
          entries += entry
        }
      }
      return entries
    default: return nil
    }
  }

  /// How far the value of a calculation may be from the truth, where rounded
  /// numbers were put in: what half a unit of each last digit changes.
  fileprivate func openness(
    around value: Matrix<Double>, _ exact: Set<Double>
  ) -> [Double]? {
    guard names.isEmpty else { return nil }
    var open = value.storage.map { _ in 0.0 }
    var isRounded = false
    for (path, part) in parts {
      guard case .number(let numeral) = part, numeral.text.contains("."),
        !exact.contains(numeral.value)
      else { continue }
      let typed = TypedNumber(numeral: numeral)
      guard typed.digits >= 2,
        let moved = Numeral("\(numeral.value + typed.slack)"),
        let other = try? replacing(path, with: .number(moved))
          .value(in: Scope(), values: [:]),
        other.shape == value.shape
      else { continue }
      isRounded = true
      for place in open.indices {
        open[place] +=
          (other.storage[place] - value.storage[place]).magnitude
      }
    }
    return isRounded ? open : nil
  }
}
