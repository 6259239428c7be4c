import Matrices

/// A worksheet with numbers: what every quantity of it is.
public struct Valuation: Sendable {
  public private(set) var worksheet: Worksheet
  /// The worksheet's names, with the sizes that the numbers have.
  public let scope: Scope
  /// What every quantity is; a scalar has one row and one column.
  public private(set) var values: [Name: Matrix<Double>]

  /// Computes every equation.
  ///
  /// - Parameters:
  ///   - worksheet: The equations.
  ///   - givens: A value for every given quantity.
  /// - Throws: ``WorksheetFault`` where a value is missing or has the wrong
  ///   shape, or an equation cannot be computed.
  public init(
    _ worksheet: Worksheet, givens: [Name: Matrix<Double>]
  ) throws(WorksheetFault) {
    self.worksheet = worksheet
    values = givens
    scope = worksheet.scope.bound(to: givens.mapValues(\.shape))
    for given in worksheet.givens {
      guard let value = givens[given.name] else {
        throw .unknownQuantity(given.name)
      }
      try check(value, of: given.name)
    }
    try compute(worksheet.equations.filter { $0.role != .update })
  }

  /// The values of what is given.
  public var givens: [Name: Matrix<Double>] {
    values.filter { worksheet.given($0.key) != nil }
  }

  /// Gives a quantity that is not computed another value, and computes again
  /// what follows from it.
  ///
  /// - Returns: The quantities that were computed again.
  /// - Throws: ``WorksheetFault/derivedQuantity(_:)`` for one that is
  ///   computed, ``WorksheetFault/shapeDiffers(_:expected:found:)`` for a
  ///   value of another shape.
  @discardableResult
  public mutating func set(
    _ name: Name, to value: Matrix<Double>
  ) throws(WorksheetFault) -> [Name] {
    guard worksheet.given(name) != nil else {
      throw worksheet.equation(name) == nil
        ? .unknownQuantity(name) : .derivedQuantity(name)
    }
    let changed = try replace(name, with: value)
    try dropBrokenAssumptions(on: name)
    return changed
  }

  /// Derives the slopes anew where a line of theirs holds only for targets
  /// that the new ones are not.
  private mutating func dropBrokenAssumptions(
    on name: Name
  ) throws(WorksheetFault) {
    guard let value = values[name] else { return }
    let broken = worksheet.assumptions.filter {
      $0.name == name && !$0.holds(for: value, in: worksheet.notation)
    }
    guard !broken.isEmpty else { return }
    worksheet.assumptions.subtract(broken)
    worksheet = try worksheet.withBackwardPass()
  }

  /// Gives any quantity another value and computes what follows from it, as
  /// if the quantity were free.
  ///
  /// - Returns: The quantities that were computed again.
  /// - Throws: ``WorksheetFault/shapeDiffers(_:expected:found:)``.
  @discardableResult
  public mutating func replace(
    _ name: Name, with value: Matrix<Double>
  ) throws(WorksheetFault) -> [Name] {
    try check(value, of: name)
    let following = worksheet.equations(following: [name])
    let before = values
    values[name] = value
    do { try compute(following, moving: [name]) } catch {
      values = before
      throw error
    }
    return following.map(\.name)
  }

  private func check(
    _ value: Matrix<Double>, of name: Name
  ) throws(WorksheetFault) {
    if let old = values[name], old.shape != value.shape {
      throw .shapeDiffers(
        name, expected: SymbolicShape(old.shape), found: "\(value.shape)")
    }
    do { try scope.check(name, value.shape) } catch {
      throw .shapeDiffers(
        name, expected: scope.shapes[name] ?? .scalar, found: "\(value.shape)")
    }
  }

  private mutating func compute(
    _ equations: [Equation], moving moved: Set<Name> = []
  ) throws(WorksheetFault) {
    var evaluator = Evaluator(
      scope: scope, values: values,
      arithmetic: RealArithmetic(slopeAtKink: worksheet.slopeAtKink))
    for equation in equations {
      do {
        evaluator.values[equation.name] = try evaluator.value(
          of: equation.computed(moving: moved))
      } catch let fault as ExpressionFault {
        throw .equation(equation.name, fault)
      } catch {
        throw .equation(equation.name, ExpressionFault(.derivativeInside))
      }
    }
    values = evaluator.values
  }

  /// The value of an expression in the worksheet's quantities.
  ///
  /// - Parameters:
  ///   - expression: It may hold slopes, as `dC/dW1`.
  ///   - locals: Further names and what they stand for.
  ///   - method: How slopes are computed.
  /// - Returns: The value.
  /// - Throws: ``ExpressionFault``.
  public func value(
    of expression: Expression, locals: [Name: Matrix<Double>] = [:],
    slopesBy method: SlopeMethod = .dualNumbers
  ) throws -> Matrix<Double> {
    let scope = self.scope(with: locals)
    _ = try expression.shape(in: scope)
    if let fault = worksheet.quotientReadAsSlope(in: expression) { throw fault }
    return try evaluate(expression, in: scope, locals, method)
  }

  /// The scope in which a line about the worksheet is read.
  public func scope(with locals: [Name: Matrix<Double>]) -> Scope {
    var scope = self.scope
    for (name, value) in locals where scope.shapes[name] == nil {
      scope.shapes[name] =
        value.shape.count == 1 ? .scalar : SymbolicShape(value.shape)
    }
    return scope
  }

  func evaluate(
    _ expression: Expression, in scope: Scope,
    _ locals: [Name: Matrix<Double>], _ method: SlopeMethod
  ) throws -> Matrix<Double> {
    var evaluator = Evaluator(
      scope: scope, values: values.merging(locals) { _, local in local },
      arithmetic: RealArithmetic(slopeAtKink: worksheet.slopeAtKink))
    evaluator.derivative = { top, bottom in
      try slope(of: top, in: bottom, locals, method)
    }
    return try evaluator.value(of: expression)
  }

  /// The first quantity that is not finite, in the order of the worksheet.
  public var firstNotFinite: Name? {
    worksheet.names.first { name in
      values[name]?.storage.contains { !$0.isFinite } ?? false
    }
  }
}

extension Matrix<Double> {
  /// Whether every column adds up to 1, as one right class in each does.
  public var columnsSumToOne: Bool {
    columnSums.storage.allSatisfy { ($0 - 1).magnitude < 1e-9 }
  }
}
