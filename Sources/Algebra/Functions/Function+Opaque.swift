extension Function {
  /// Any smooth function of one number, of which nothing is known.
  ///
  /// In doubles it is one such function, bent everywhere and the same for the
  /// same name; where nothing is rounded its values are drawn.
  ///
  /// - Parameter name: What it is called.
  /// - Returns: A function that works entry by entry.
  public static func opaque(_ name: Name) -> Function {
    var numbers = SeededNumbers(name.text)
    func drawn() -> Expression {
      .decimal("0.\(Int.random(in: 11...89, using: &numbers))")
    }
    let x = Expression.name(Elementwise.input)
    let wave = Expression.call("sin", drawn().times(x).plus(drawn()))
    let law = wave.plus(drawn().times(x.raised(to: 2)))
    let formula = try? ScalarFormula(
      law, functions: Function.table, choosing: 0)
    let slope = try? law.differentiated(by: Elementwise.input)
    return Function(
      name, summary: "Any smooth function.", example: "\(name.ascii)(1)",
      isActivation: true,
      body: Elementwise(slope: slope ?? 1, definition: law, isUnknown: true) {
        formula?.value($0, .nan) ?? .nan
      })
  }
}
