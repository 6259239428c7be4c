extension Layout {
  /// Returns a base with its scripts: in small characters where they exist,
  /// else in their line (compact) or in rows of their own (tall, or beside a
  /// base of several rows).
  static func scripted(
    _ base: Layout, _ below: Layout?, _ above: Layout?, _ density: Density,
    _ charset: Charset
  ) -> Box {
    let box = base.box(density, charset)
    let line = base.inlineText(charset)
    let lowered = below?.inlineText(charset)
    let raised = above?.withoutInlineFence.inlineText(charset)
    if box.height == 1, density == .compact {
      let scripts = [
        lowered?.script(.below, after: line, charset).box,
        raised?.script(.above, after: line, charset).box,
      ]
      return .row([box] + scripts.compactMap(\.self))
    }
    let closeBelow = lowered?.closeScript(.below, after: line, charset)?.box
    let closeAbove = raised?.closeScript(.above, after: line, charset)?.box
    let beside = Box.corners(
      below: closeBelow, above: closeAbove, height: box.height)
    let upper = closeAbove == nil ? above?.box(density, charset) : nil
    let lower = closeBelow == nil ? below?.box(density, charset) : nil
    return box.beside(
      .column(
        [upper, beside, lower].compactMap(\.self), alignment: .left,
        baseline: (upper?.height ?? 0) + box.baseline))
  }
}

extension Box {
  /// Returns scripts in the last and the first row beside a box of a height.
  fileprivate static func corners(
    below: Box?, above: Box?, height: Int
  ) -> Box {
    if height == 1 { return .row([below, above].compactMap(\.self)) }
    let rows =
      [above ?? Box("")]
      + Array(repeating: Box(""), count: height - 2) + [below ?? Box("")]
    return .column(rows, alignment: .left, baseline: 0)
  }
}
