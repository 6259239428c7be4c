import Matrices

/// How the slope of one quantity in another is computed.
public enum SlopeMethod: Hashable, Sendable {
  /// Exactly, with numbers that carry their slope along.
  case dualNumbers
  /// From four values nearby, which knows nothing of our rules for slopes.
  ///
  /// Source: the central difference of fourth order.
  case differences
}

extension Valuation {
  /// The slope of an expression in a quantity or in an entry of one.
  ///
  /// What follows from the quantity moves with it; the quantity itself is
  /// moved as if it were free, whatever it was computed from.
  ///
  /// Shapes: a number in a matrix gives the matrix's shape, a matrix in a
  /// number its own shape.
  func slope(
    of top: Expression, in bottom: Expression,
    _ locals: [Name: Matrix<Double>], _ method: SlopeMethod
  ) throws -> Matrix<Double> {
    guard let base = bottom.baseName else {
      throw ExpressionFault(.derivativeByFormula, at: [1])
    }
    let nudge = Nudge(self, of: base, in: top, locals)
    let places = try nudge.places(of: bottom)
    let slopes = try places.storage.map { place in
      switch method {
      case .dualNumbers: try nudge.tangent(at: place)
      case .differences: try nudge.difference(at: place)
      }
    }
    if places.shape.isScalar, let only = slopes.first { return only }
    return try Matrix(
      rows: places.rows, columns: places.columns,
      storage: slopes.map { $0.storage.first ?? .nan })
  }
}

/// A quantity that is moved a little, and the formula that is watched.
private struct Nudge {
  let base: Name
  let top: Expression
  let scope: Scope
  let values: [Name: Matrix<Double>]
  let slopeAtKink: Double
  /// The equations between the quantity and the formula.
  let between: [Equation]

  init(
    _ valuation: Valuation, of base: Name, in top: Expression,
    _ locals: [Name: Matrix<Double>]
  ) {
    self.base = base
    self.top = top
    scope = valuation.scope(with: locals)
    values = valuation.values.merging(locals) { _, local in local }
    slopeAtKink = valuation.worksheet.slopeAtKink
    between = valuation.worksheet.equations(
      from: base, to: Set(top.names))
  }

  /// Which entries of the quantity an expression such as `W1[1,:]` names.
  func places(of bottom: Expression) throws -> Matrix<Int> {
    guard let value = values[base] else {
      throw ExpressionFault(.unknownName(base), at: [1])
    }
    return try bottom.places(
      in: value, called: base, scope: scope, values: values)
  }

  func tangent(at place: Int) throws -> Matrix<Double> {
    var needed = Set(top.names)
    for equation in between {
      needed.formUnion(equation.computed(moving: [base]).names)
    }
    var duals = values.filter { needed.contains($0.key) || $0.key == base }
      .mapValues { $0.map { Dual($0) } }
    duals[base] = try values[base].map { value in
      try Matrix(
        rows: value.rows, columns: value.columns,
        storage: value.storage.enumerated().map { offset, number in
          Dual(number, tangent: offset == place ? 1 : 0)
        })
    }
    var evaluator = Evaluator(
      scope: scope, values: duals,
      arithmetic: DualArithmetic(slopeAtKink: slopeAtKink))
    for equation in between {
      evaluator.values[equation.name] = try evaluator.value(
        of: equation.computed(moving: [base]))
    }
    return try evaluator.value(of: top).map(\.tangent)
  }

  func difference(at place: Int) throws -> Matrix<Double> {
    guard let number = values[base]?.storage[place] else {
      throw ExpressionFault(.unknownName(base), at: [1])
    }
    let step = 1e-3 * max(1, number.magnitude)
    let near = try (moved(place, step), moved(place, -step))
    let far = try (moved(place, 2 * step), moved(place, -2 * step))
    let inner = try near.0.zipped(with: near.1, operation: "-") {
      8 * ($0 - $1)
    }
    let outer = try far.0.zipped(with: far.1, operation: "-") { $0 - $1 }
    return try inner.zipped(with: outer, operation: "-") {
      ($0 - $1) / (12 * step)
    }
  }

  /// The formula's value with one entry of the quantity moved.
  private func moved(_ place: Int, _ step: Double) throws -> Matrix<Double> {
    guard let value = values[base] else {
      throw ExpressionFault(.unknownName(base), at: [1])
    }
    var storage = value.storage
    storage[place] += step
    var evaluator = Evaluator(
      scope: scope, values: values,
      arithmetic: RealArithmetic(slopeAtKink: slopeAtKink))
    evaluator.values[base] = try Matrix(
      rows: value.rows, columns: value.columns, storage: storage)
    for equation in between {
      evaluator.values[equation.name] = try evaluator.value(
        of: equation.computed(moving: [base]))
    }
    return try evaluator.value(of: top)
  }
}
