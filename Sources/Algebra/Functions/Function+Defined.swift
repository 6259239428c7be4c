extension Function {
  /// Makes a function of one number from its formula, as `let` does.
  ///
  /// - Parameters:
  ///   - name: What it is called.
  ///   - parameter: What goes in, in the formula.
  ///   - body: The formula, of numbers.
  ///   - functions: What the formula may call.
  ///   - slopeAtKink: The slope taken where a function in it has a kink.
  /// - Returns: A function that works entry by entry, whose slope follows by
  ///   the rules.
  /// - Throws: A fault at the part that is no number or has no slope.
  public static func defined(
    name: Name, parameter: Name, body: Expression,
    functions: [Name: Function] = Function.table, slopeAtKink: Double = 0
  ) throws(ExpressionFault) -> Function {
    let input = Elementwise.input
    for (path, part) in body.parts {
      guard case .name(let other) = part, other != parameter else { continue }
      throw ExpressionFault(.unknownName(other), at: path)
    }
    let definition = body.substituting([parameter: .name(input)])
    let scope = Scope(shapes: [input: .scalar], functions: functions)
    _ = try definition.shape(in: scope)
    let formula = try ScalarFormula(
      definition, functions: functions, choosing: slopeAtKink)
    let law = formula.value
    let slope = try definition.differentiated(by: input, functions: functions)
    return Function(
      name, summary: "A function defined here.", example: "\(name.ascii)(1)",
      isActivation: true,
      body: Elementwise(
        slope: slope, definition: definition, functions: functions,
        value: { law($0, .nan) }))
  }
}
