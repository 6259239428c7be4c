extension Worksheet {
  /// The worksheet with other lines in the place of some of its own.
  ///
  /// All other lines stay as they are, the backward ones too: they are not
  /// derived anew from the lines that were put in.
  ///
  /// - Parameter lines: Each takes the place of the equation of its name, or
  ///   of its update.
  /// - Returns: The same quantities in the same order.
  public func replacing(_ lines: [Equation]) -> Worksheet {
    let replaced = Set(lines.map(\.name))
    var worksheet = self
    worksheet.equations = equations.map { equation in
      if let line = lines.first(where: equation.isLine) {
        return Equation(equation.name, line.expression, role: equation.role)
      }
      let computed = equation.computed(moving: replaced)
      return Equation(
        equation.name, equation.expression, role: equation.role,
        stable: computed == equation.stable ? computed : nil,
        derivation: equation.derivation)
    }
    return worksheet
  }
}
