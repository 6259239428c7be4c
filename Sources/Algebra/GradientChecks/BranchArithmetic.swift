import Matrices

/// The arithmetic of doubles, which notes on which side of its kink every
/// function was that bends.
struct BranchArithmetic: Arithmetic, Sendable {
  private let real: RealArithmetic
  var branches = Branches()

  init(slopeAtKink: Double) {
    real = RealArithmetic(slopeAtKink: slopeAtKink)
  }

  var zero: Double { 0 }

  var one: Double { 1 }

  func add(_ left: Double, _ right: Double) -> Double { left + right }

  func subtract(_ left: Double, _ right: Double) -> Double { left - right }

  func multiply(_ left: Double, _ right: Double) -> Double { left * right }

  func negate(_ number: Double) -> Double { -number }

  func divide(_ left: Double, _ right: Double) -> Double { left / right }
}

extension BranchArithmetic: ElementaryArithmetic {
  func number(_ numeral: Numeral) -> Double { numeral.value }

  func number(_ value: Double) -> Double { value }

  func double(_ number: Double) -> Double { number }

  mutating func isLess(_ left: Double, _ right: Double) -> Bool {
    branches.note(left, against: right)
    return left < right
  }

  mutating func isEqual(_ left: Double, _ right: Double) -> Bool {
    branches.note(left, against: right)
    return left == right
  }

  func power(_ base: Double, _ exponent: Double) -> Double {
    real.power(base, exponent)
  }

  func product(
    _ left: Matrix<Double>, _ right: Matrix<Double>
  ) throws -> Matrix<Double> {
    try real.product(left, right)
  }

  mutating func join(
    _ sign: BinaryOperator, _ left: Matrix<Double>, _ right: Matrix<Double>
  ) throws -> Matrix<Double> {
    switch sign {
    case .add, .subtract, .times, .hadamard, .divide, .hadamardDivide, .power,
      .hadamardPower:
      var real = real
      return try real.join(sign, left, right)
    default: return try joinEntries(sign, left, right)
    }
  }

  mutating func apply(
    _ function: Function, primes: Int, to argument: Double
  ) throws -> Double {
    try apply(function, primes: primes, toEach: Matrix(scalar: argument))
      .storage.first ?? .nan
  }

  mutating func apply(
    _ function: Function, primes: Int, toEach matrix: Matrix<Double>
  ) throws -> Matrix<Double> {
    guard let elementwise = function.elementwise else {
      throw ExpressionFault(.primesOnMany(function.name))
    }
    if !elementwise.kinks.isEmpty {
      branches.note(matrix, by: function.name, kinks: elementwise.kinks)
    } else if elementwise.definition != nil {
      try noteInside(function, matrix)
    }
    return try real.apply(function, primes: primes, toEach: matrix)
  }

  /// Notes the branches within a function that is written in the language.
  private mutating func noteInside(
    _ function: Function, _ matrix: Matrix<Double>
  ) throws {
    guard let elementwise = function.elementwise,
      let definition = elementwise.definition
    else { return }
    let scope = Scope(
      shapes: [Elementwise.input: .scalar],
      functions: elementwise.table(knowing: function.name))
    for number in matrix.storage {
      var evaluator = Evaluator(
        scope: scope, values: [Elementwise.input: Matrix(scalar: number)],
        arithmetic: self)
      _ = try evaluator.value(of: definition)
      branches = evaluator.arithmetic.branches
    }
  }
}
