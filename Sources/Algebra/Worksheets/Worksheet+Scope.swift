extension Worksheet {
  /// What the names of the worksheet mean, sizes left free.
  public var scope: Scope {
    var scope = givenScope
    for equation in equations where equation.role != .update {
      scope.shapes[equation.name] = try? shape(of: equation, in: scope)
    }
    return scope
  }

  /// What the names mean before any equation.
  private var givenScope: Scope {
    var scope = Scope(sizes: sizes, functions: Function.table)
    scope.functions.merge(functions) { _, own in own }
    for given in givens { scope.shapes[given.name] = given.shape }
    return scope
  }

  /// A slope has the shape of what it is the slope in.
  private func shape(
    of equation: Equation, in scope: Scope
  ) throws(ExpressionFault) -> SymbolicShape {
    let shape = try equation.expression.shape(in: scope)
    guard equation.role == .backward,
      let quantity = quantity(withAdjoint: equation.name)
    else { return shape }
    return scope.shapes[quantity] ?? shape
  }

  /// Checks that every equation has a shape.
  ///
  /// - Throws: ``WorksheetFault/equation(_:_:)`` with the first that has none.
  public func checkShapes() throws(WorksheetFault) {
    var scope = givenScope
    for equation in equations {
      if equation.role == .update, !scope.isKnown(Worksheet.rate) {
        scope.shapes[Worksheet.rate] = .scalar
      }
      do {
        let shape = try shape(of: equation, in: scope)
        if equation.role != .update { scope.shapes[equation.name] = shape }
      } catch {
        throw .equation(equation.name, error)
      }
    }
  }

  /// The learning rate, which is known where a step is taken.
  public static let rate: Name = "η"

  /// The names of scalars that a slope takes as constants.
  var constants: Set<Name> {
    Set(
      givens.filter { $0.role == .constant && $0.shape == .scalar }.map(\.name))
  }
}
