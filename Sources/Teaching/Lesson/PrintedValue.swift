import Algebra
import Matrices

/// A number, or a matrix of numbers, with the digits that were printed.
public struct PrintedValue: Hashable, Sendable {
  /// Row by row, all of one length.
  public let rows: [[PrintedNumber]]

  public var shape: Shape {
    Shape(rows: rows.count, columns: rows.first?.count ?? 0)
  }

  /// How many numbers are printed.
  public var count: Int { rows.reduce(0) { $0 + $1.count } }

  /// Takes an expression for what it prints.
  ///
  /// - Parameter expression: A decimal, with a sign or without, or a matrix
  ///   of some; nothing comes of anything else.
  public init?(_ expression: Expression) {
    guard case .matrix(let rows) = expression.ungrouped else {
      guard let number = PrintedNumber(expression) else { return nil }
      rows = [[number]]
      return
    }
    var read: [[PrintedNumber]] = []
    for row in rows {
      let numbers = row.compactMap { PrintedNumber($0) }
      guard numbers.count == row.count, numbers.count == rows[0].count else {
        return nil
      }
      read.append(numbers)
    }
    guard read.first?.isEmpty == false else { return nil }
    self.rows = read
  }

  /// The same numbers with rows and columns exchanged.
  var transposed: PrintedValue {
    PrintedValue(
      rows: (rows.first ?? []).indices.map { column in
        rows.map { $0[column] }
      })
  }

  private init(rows: [[PrintedNumber]]) { self.rows = rows }

  /// Whether a value is what is printed, to the last digit of each number.
  public func agrees(with value: Matrix<Double>) -> Bool {
    value.shape == shape
      && rows.enumerated().allSatisfy { row, numbers in
        numbers.enumerated().allSatisfy { column, number in
          number.agrees(with: value[row, column])
        }
      }
  }
}

/// A decimal as it was printed.
public struct PrintedNumber: Hashable, Sendable {
  /// Its digits with its sign.
  public let text: String
  public let value: Double
  /// How many places behind the decimal point its last digit stands; below
  /// 0 for one that stands before it, as in `3e4`.
  public let places: Int

  init?(_ expression: Expression) {
    switch expression.ungrouped {
    case .number(let numeral):
      guard let places = PrintedNumber.places(of: numeral.text) else {
        return nil
      }
      self.init(text: numeral.text, value: numeral.value, places: places)
    case .negation(let inner):
      guard let number = PrintedNumber(inner), number.value >= 0 else {
        return nil
      }
      self.init(
        text: "-" + number.text, value: -number.value, places: number.places)
    default: return nil
    }
  }

  private init(text: String, value: Double, places: Int) {
    self.text = text
    self.value = value
    self.places = places
  }

  /// The places of a decimal; `½` has none.
  private static func places(of text: String) -> Int? {
    let parts = text.lowercased().split(separator: "e")
    guard let digits = parts.first,
      digits.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") })
    else { return nil }
    let behind =
      digits.firstIndex(of: ".").map { digits[$0...].count - 1 } ?? 0
    guard parts.count > 1 else { return behind }
    return Int(parts[1]).flatMap { $0.magnitude < 400 ? behind - $0 : nil }
  }

  /// One unit of the last digit.
  public var unit: Double {
    (0..<places.magnitude).reduce(1) { unit, _ in unit * 10 }
      .raised(toMinus: places >= 0)
  }

  /// Whether a value is this number when it is rounded to its last digit.
  ///
  /// A source that cuts digits off instead of rounding prints another number,
  /// and that is said.
  public func agrees(with other: Double) -> Bool {
    guard other.isFinite else { return false }
    let noise = 4 * Swift.max(value.magnitude, other.magnitude).ulp
    return (value - other).magnitude <= unit / 2 * (1 + 1e-12) + noise
  }
}

extension Double {
  fileprivate func raised(toMinus isInverted: Bool) -> Double {
    isInverted ? 1 / self : self
  }
}
