import Matrices
import RealModule

extension RealArithmetic: ElementaryArithmetic {
  public func number(_ numeral: Numeral) -> Double { numeral.value }

  public func number(_ value: Double) -> Double { value }

  public func double(_ number: Double) -> Double { number }

  public func isLess(_ left: Double, _ right: Double) -> Bool { left < right }

  public func isEqual(_ left: Double, _ right: Double) -> Bool {
    left == right
  }

  public func apply(
    _ function: Function, primes: Int, to argument: Double
  ) throws -> Double {
    try law(of: function, primes: primes)(argument)
  }

  public func apply(
    _ function: Function, primes: Int, toEach matrix: Matrix<Double>
  ) throws -> Matrix<Double> {
    try matrix.map(law(of: function, primes: primes))
  }

  /// The function, or a derivative of it, ready for many numbers.
  func law(
    of function: Function, primes: Int
  ) throws(ExpressionFault) -> @Sendable (Double) -> Double {
    guard let elementwise = function.elementwise else {
      throw ExpressionFault(.primesOnMany(function.name))
    }
    return try elementwise.compiled(
      primes: primes, of: function.name, choosing: slopeAtKink)
  }

  public func power(_ base: Double, _ exponent: Double) -> Double {
    Double.raising(base, to: exponent)
  }

  public func product(
    _ left: Matrix<Double>, _ right: Matrix<Double>
  ) throws -> Matrix<Double> {
    let multiplications = Double(left.rows) * Double(left.columns)
    // Some milliseconds' work at a time.
    return try product(
      left, right, columns: max(1, Int(1e7 / multiplications)))
  }

  /// The product, so many columns of it at a time; a large one takes seconds,
  /// and may be given up between them.
  func product(
    _ left: Matrix<Double>, _ right: Matrix<Double>, columns: Int
  ) throws -> Matrix<Double> {
    guard columns < right.columns, left.columns == right.rows else {
      return try left.multiplied(by: right)
    }
    // Refused whole, and not when half of it is there.
    let shape = Shape(rows: left.rows, columns: right.columns)
    _ = try Matrix<Double>.checkedCount(of: shape)
    var entries: [Double] = []
    for start in stride(from: 0, to: right.columns, by: columns) {
      try Interruption.check()
      let block = try right.block(
        rows: 0..<right.rows,
        columns: start..<min(start + columns, right.columns))
      entries += try left.multiplied(by: block).storage
    }
    return try Matrix(
      rows: left.rows, columns: right.columns, storage: entries)
  }

  public mutating func join(
    _ sign: BinaryOperator, _ left: Matrix<Double>, _ right: Matrix<Double>
  ) throws -> Matrix<Double> {
    // Called here, the loop is compiled for doubles.
    try joinEntries(sign, left, right)
  }
}

extension Double {
  /// A power, by multiplications where the exponent is a small whole number.
  static func raising(_ base: Double, to exponent: Double) -> Double {
    if exponent == 2 { return base * base }
    if exponent == 0 { return 1 }
    guard let whole = Int(exactly: exponent) else {
      return base == 0 && exponent > 0 ? 0 : Double.pow(base, exponent)
    }
    guard whole.magnitude <= 16 else { return Double.pow(base, whole) }
    var result = base
    for _ in 1..<whole.magnitude { result *= base }
    return whole < 0 ? 1 / result : result
  }
}

extension BinaryOperator {
  /// The operation on two doubles.
  var real: @Sendable (Double, Double) -> Double {
    switch self {
    case .add: { $0 + $1 }
    case .subtract: { $0 - $1 }
    case .times, .hadamard, .matmul: { $0 * $1 }
    case .divide, .hadamardDivide: { $0 / $1 }
    case .power, .hadamardPower: { Double.raising($0, to: $1) }
    default:
      {
        var arithmetic = RealArithmetic()
        return (try? arithmetic.combine(self, $0, $1)) ?? .nan
      }
    }
  }
}
