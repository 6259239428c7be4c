/// Reads the fence of slopes that the program derives itself.
///
///     derive    = { expression "wrt" name | [ "moves" ] name }
enum DeriveFence {
  static func piece(
    _ fence: Fence, _ faults: inout LessonFaults
  ) -> PieceSyntax? {
    .derive(
      fence.lines.filter { !$0.isBlank }.map { line($0.trimmed, &faults) })
  }

  private static func line(
    _ line: Stretch, _ faults: inout LessonFaults
  ) -> DeriveLineSyntax {
    let moved = line.dropping(word: "moves")
    let rest = moved ?? line
    guard let sign = rest.words.last(where: { $0.text == "wrt" }) else {
      return DeriveLineSyntax(
        formula: rest.expression(&faults), variable: nil,
        byMoves: moved != nil)
    }
    let variable = rest.from(sign.end).trimmed
    if variable.isEmpty || variable.words.count > 1 {
      faults.add(.deriveVariable, at: sign)
    }
    return DeriveLineSyntax(
      formula: rest.upTo(sign.start).trimmed.expression(&faults),
      variable: variable.source, byMoves: moved != nil)
  }
}
