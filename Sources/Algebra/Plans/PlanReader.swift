internal import CKernels
import Matrices

/// Reads formulas into a graph, form by form as the evaluator does.
struct PlanReader {
  var graph = PlanGraph()
  let scope: Scope
  let slopeAtKink: Double
  /// What the names stand for.
  var values: [Name: Int] = [:]
  /// What the indices of the sums around stand for.
  var indices: [Name: Int] = [:]

  init(scope: Scope, slopeAtKink: Double) {
    self.scope = scope
    self.slopeAtKink = slopeAtKink
  }

  mutating func value(of expression: Expression) throws -> Int {
    switch expression {
    case .number(let numeral): return graph.constant(numeral.value)
    case .name(let name): return try value(ofName: name)
    case .group(let inner): return try child(0, inner)
    case .transpose(let inner): return graph.transpose(try child(0, inner))
    case .negation(let inner):
      return graph.unary(KernelNegate, try child(0, inner))
    case .binary(let sign, let left, let right):
      return try binary(sign, left, right)
    case .call(let name, let primes, let arguments):
      return try call(name, primes, arguments)
    case .entry(let base, let places): return try entry(base, places)
    case .matrix(let rows): return try matrix(rows)
    case .sum(let index, let body): return try sum(index, body)
    case .derivative: throw ExpressionFault(.derivativeInside)
    case .differential: throw ExpressionFault(.differentialAlone)
    }
  }

  mutating func child(_ step: Int, _ expression: Expression) throws -> Int {
    do { return try value(of: expression) } catch let error
      as ExpressionFault
    { throw error.within(step) }
  }

  func shape(of value: Int) -> Shape {
    Shape(rows: graph[value].rows, columns: graph[value].columns)
  }

  private mutating func value(ofName name: Name) throws -> Int {
    if let index = indices[name] { return graph.constant(Double(index)) }
    if let value = values[name] { return value }
    guard let size = scope.sizes[name]?.count(sizes: scope.sizes) else {
      throw ExpressionFault(.unknownName(name))
    }
    return graph.constant(Double(size))
  }

  /// Leaves a formula to the evaluator.
  mutating func general(_ expression: Expression) throws -> Int {
    let expression = expression.substituting(
      indices.mapValues { Expression.number(Numeral($0)) })
    let names = expression.names.filter { values[$0] != nil }
    let found = names.compactMap { name in
      values[name].map { (name, shape(of: $0)) }
    }
    let bound = scope.bound(
      to: Dictionary(found) { first, _ in first })
    let result = try expression.shape(in: bound)
    guard let rows = result.rows.count(sizes: bound.sizes),
      let columns = result.columns.count(sizes: bound.sizes)
    else { throw ExpressionFault(.rangeLengthUnknown) }
    return graph.place(
      of: PlanGraph.General(
        expression: expression, names: names, scope: bound),
      inputs: names.compactMap { values[$0] }, rows: rows, columns: columns)
  }
}

// MARK: - Operators

extension PlanReader {
  private mutating func binary(
    _ sign: BinaryOperator, _ left: Expression, _ right: Expression
  ) throws -> Int {
    let left = try child(0, left)
    let right = try child(1, right)
    let (leftShape, rightShape) = (shape(of: left), shape(of: right))
    guard sign == .matmul else {
      return try join(sign, left, right)
    }
    guard leftShape.columns == rightShape.rows else {
      throw ExpressionFault(
        .innerDimensionsDiffer(left: leftShape, right: rightShape),
        joinedBy: sign)
    }
    return graph.product(left, right)
  }

  /// Joins entry by entry, with the few shapes that may differ.
  mutating func join(
    _ sign: BinaryOperator, _ left: Int, _ right: Int
  ) throws -> Int {
    let (leftShape, rightShape) = (shape(of: left), shape(of: right))
    if leftShape == rightShape || leftShape.isScalar || rightShape.isScalar {
      // A product and the bias of a single example.
      if sign == .add, leftShape == rightShape, leftShape.columns == 1 {
        return graph.join(KernelAdd, matrix: left, column: right)
      }
      return try entrywise(sign, left, right)
    }
    let isSum = sign == .add || sign == .subtract
    if isSum, scope.notation.examples == .rows,
      leftShape.columns == rightShape.columns,
      leftShape.rows == 1 || rightShape.rows == 1
    {
      // The kernels join columns, so both are turned over for it.
      return graph.transpose(
        try join(sign, graph.transpose(left), graph.transpose(right)))
    }
    guard isSum, leftShape.rows == rightShape.rows,
      leftShape.columns == 1 || rightShape.columns == 1
    else {
      throw ExpressionFault(
        .entrywise(
          left: leftShape, right: rightShape, operation: sign.row.ascii),
        joinedBy: sign)
    }
    if rightShape.columns == 1 {
      return graph.join(
        sign == .add ? KernelAdd : KernelSubtract, matrix: left, column: right)
    }
    if sign == .add {
      return graph.join(KernelAdd, matrix: right, column: left)
    }
    return graph.binary(
      KernelSubtract, graph.spread(column: left, columns: rightShape.columns),
      right)
  }

  private mutating func entrywise(
    _ sign: BinaryOperator, _ left: Int, _ right: Int
  ) throws -> Int {
    switch sign {
    case .add: return graph.binary(KernelAdd, left, right)
    case .subtract: return graph.binary(KernelSubtract, left, right)
    case .times, .hadamard, .matmul:
      return graph.binary(KernelMultiply, left, right)
    case .divide, .hadamardDivide:
      return graph.binary(KernelDivide, left, right)
    case .power, .hadamardPower: return power(left, right)
    case .less: return graph.binary(KernelLess, left, right)
    case .greater: return graph.binary(KernelLess, right, left)
    case .lessOrEqual: return graph.binary(KernelLessOrEqual, left, right)
    case .greaterOrEqual: return graph.binary(KernelLessOrEqual, right, left)
    case .equal: return graph.binary(KernelEqual, left, right)
    case .notEqual: return graph.binary(KernelNotEqual, left, right)
    case .and: return graph.binary(KernelAnd, left, right)
    case .or: return graph.binary(KernelOr, left, right)
    }
  }

  private mutating func power(_ base: Int, _ exponent: Int) -> Int {
    guard let number = graph.constant(at: exponent),
      let whole = Int(exactly: number), whole != 0, whole.magnitude <= 16
    else { return graph.binary(KernelPower, base, exponent) }
    if whole == 2 { return graph.binary(KernelMultiply, base, base) }
    return graph.unary(KernelWholePower, base, number: number)
  }
}
