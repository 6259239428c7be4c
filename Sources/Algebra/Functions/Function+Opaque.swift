extension Function {
  /// Any smooth function of one number, of which nothing is known.
  ///
  /// - Parameter name: What it is called; another name is another function.
  /// - Returns: The function.
  public static func opaque(_ name: Name) -> Function {
    let seed = name.text.unicodeScalars.reduce(UInt32(7)) {
      ($0 &* 31 &+ $1.value) % 997
    }
    let pace = 1 + Double(seed % 31) / 50
    let start = Double(seed % 17) / 20
    let x = Expression.name(Elementwise.input)
    let wave = Expression.call(
      "sin",
      Expression.decimal("\(pace)").times(x).plus(.decimal("\(start)")))
    // Above 0 throughout, so that it may stand below a line.
    let bend = Expression.decimal("0.2").times(x.raised(to: 2))
      .plus(.decimal("1.5"))
    let function = try? Function.defined(
      name: name, parameter: Elementwise.input, body: wave.plus(bend))
    return function ?? Function.identity.renamed(name)
  }
}
