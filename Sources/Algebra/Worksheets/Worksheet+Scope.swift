extension Worksheet {
  /// What the names of the worksheet mean, sizes left free.
  public var scope: Scope {
    var scope = givenScope
    let quantities = quantitiesByAdjoint
    for equation in equations where equation.role != .update {
      // A slope has the shape of what it is the slope in.
      if equation.role == .backward,
        let shape = quantities[equation.name].flatMap({ scope.shapes[$0] })
      {
        scope.shapes[equation.name] = shape
      } else {
        // What is computed may pass by a quantity that is not needed here.
        scope.shapes[equation.name] =
          (try? equation.expression.shape(in: scope))
          ?? (try? equation.computed.shape(in: scope))
      }
    }
    return scope
  }

  /// Every quantity under the name of the slope in it.
  private var quantitiesByAdjoint: [Name: Name] {
    Dictionary(names.map { (adjoint(of: $0), $0) }) { first, _ in
      first
    }
  }

  /// What the names mean before any equation.
  private var givenScope: Scope {
    var scope = Scope(
      sizes: sizes, functions: Function.table, notation: notation)
    if notation.examples == .rows { scope.functions = Function.tableOfRows }
    scope.functions.merge(functions) { _, own in own }
    for given in givens { scope.shapes[given.name] = given.shape }
    return scope
  }

  /// Checks that every equation has a shape.
  ///
  /// - Throws: ``WorksheetFault/equation(_:_:)`` with the first that has none.
  public func checkShapes() throws(WorksheetFault) {
    var scope = givenScope
    let quantities = quantitiesByAdjoint
    for equation in equations {
      if equation.role == .update, !scope.isKnown(rate) {
        scope.shapes[rate] = .scalar
      }
      do {
        let shape = try equation.expression.shape(in: scope)
        guard equation.role != .update else { continue }
        let quantity =
          equation.role == .backward ? quantities[equation.name] : nil
        scope.shapes[equation.name] =
          quantity.flatMap { scope.shapes[$0] } ?? shape
      } catch {
        throw .equation(equation.name, error)
      }
    }
  }

  /// The names of scalars that a slope takes as constants.
  var constants: Set<Name> {
    Set(
      givens.filter { $0.role == .constant && $0.shape == .scalar }.map(\.name))
  }
}
