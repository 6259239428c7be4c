import Matrices

/// Computes the value of an expression, for numbers of any kind.
///
/// The shapes are taken to be inferred already; a mismatch that is met all
/// the same is a fault, and so is whatever only the numbers can show.
public struct Evaluator<A: ElementaryArithmetic> {
  public typealias Value = Matrix<A.Number>

  public var scope: Scope
  /// What the names stand for; a scalar has one row and one column.
  public var values: [Name: Value]
  public var arithmetic: A
  /// What computes the slope of an expression in a named quantity.
  public var derivative: ((Expression, Expression) throws -> Value)?
  /// What computes how an expression follows when some quantity changes.
  public var differential: ((Expression) throws -> Value)?

  /// What the indices of the sums around stand for.
  var indices: [Name: Int] = [:]
  private var depth = 0

  public init(
    scope: Scope, values: [Name: Value], arithmetic: A,
    derivative: ((Expression, Expression) throws -> Value)? = nil
  ) {
    self.scope = scope
    self.values = values
    self.arithmetic = arithmetic
    self.derivative = derivative
  }

  /// Returns the value of an expression.
  ///
  /// - Parameter expression: The expression.
  /// - Returns: Its value.
  /// - Throws: An ``ExpressionFault``, or what the arithmetic throws.
  public mutating func value(of expression: Expression) throws -> Value {
    guard depth < ShapeInference.depthLimit else {
      throw ExpressionFault(.tooDeep(limit: ShapeInference.depthLimit))
    }
    try Interruption.check()
    depth += 1
    defer { depth -= 1 }
    switch expression {
    case .number(let numeral):
      return Matrix(scalar: arithmetic.number(numeral))
    case .name(let name): return try value(ofName: name)
    case .group(let inner): return try child(0, inner)
    case .transpose(let inner): return try child(0, inner).transposed
    case .negation(let inner):
      return try child(0, inner).negated(in: &arithmetic)
    case .binary(let sign, let left, let right):
      return try binary(sign, left, right)
    case .call(let name, let primes, let arguments):
      return try call(name, primes, arguments)
    case .entry(let base, let places): return try entry(base, places)
    case .matrix(let rows): return try matrix(rows)
    case .sum(let index, let body): return try sum(index, body)
    case .derivative(let top, let bottom, _):
      guard let derivative else { throw ExpressionFault(.derivativeInside) }
      return try derivative(withIndices(top), withIndices(bottom))
    case .differential(let inner):
      guard let differential else { throw ExpressionFault(.differentialAlone) }
      return try differential(withIndices(inner))
    }
  }

  /// The expression with the values of the indices around it put in.
  private func withIndices(_ expression: Expression) -> Expression {
    guard !indices.isEmpty else { return expression }
    return expression.substituting(
      indices.mapValues { Expression.number(Numeral($0)) })
  }

  mutating func child(_ step: Int, _ expression: Expression) throws -> Value {
    do { return try value(of: expression) } catch let error
      as ExpressionFault
    {
      throw error.within(step)
    }
  }

  private mutating func value(ofName name: Name) throws -> Value {
    if let index = indices[name] {
      return Matrix(scalar: arithmetic.number(Double(index)))
    }
    if let value = values[name] { return value }
    guard let size = scope.sizes[name]?.count(sizes: scope.sizes) else {
      throw ExpressionFault(.unknownName(name))
    }
    return Matrix(scalar: arithmetic.number(Double(size)))
  }

  private mutating func binary(
    _ sign: BinaryOperator, _ left: Expression, _ right: Expression
  ) throws -> Value {
    let left = try child(0, left)
    let right = try child(1, right)
    do {
      return sign == .matmul
        ? try arithmetic.product(left, right)
        : try arithmetic.join(sign, left, right)
    } catch let error as ShapeError {
      throw ExpressionFault(error, joinedBy: sign)
    }
  }

  private mutating func call(
    _ name: Name, _ primes: Int, _ arguments: [Expression]
  ) throws -> Value {
    let function = try scope.function(name, taking: arguments.count)
    var values: [Value] = []
    for (step, argument) in arguments.enumerated() {
      values.append(try child(step, argument))
    }
    do {
      if primes > 0, let argument = values.first {
        return try arithmetic.apply(function, primes: primes, toEach: argument)
      }
      return try function.body.value(values, of: function, in: &arithmetic)
    } catch let error as ShapeError {
      throw ExpressionFault(error, joinedBy: .matmul)
    }
  }
}
