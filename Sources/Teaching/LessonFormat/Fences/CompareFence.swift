/// Reads a `compare` fence.
///
///     fence     = "source:" text { indented text } { line }
///     line      = name "=" expression | name ( "<-" | "←" ) expression
///               | "show" expression { "," expression }
///               | update, as in a `published` fence
struct CompareFence {
  private var source = SourceEntry()
  private var lines: [CompareSyntax.Line] = []
  private var faults: LessonFaults

  static func piece(
    _ fence: Fence, _ faults: inout LessonFaults
  ) -> PieceSyntax? {
    var reader = CompareFence(faults: faults)
    for line in fence.lines where !line.isBlank { reader.read(line) }
    let syntax = reader.syntax(of: fence)
    faults = reader.faults
    return .compare(syntax)
  }

  private init(faults: LessonFaults) {
    self.faults = faults
  }

  private mutating func syntax(of fence: Fence) -> CompareSyntax {
    let words = source.words(
      orReport: .compareWithoutSource, at: fence.opening, &faults)
    let holdsLine = lines.contains {
      if case .equation = $0 { true } else { false }
    }
    if !holdsLine { faults.add(.compareWithoutLine, at: fence.opening) }
    let shows = lines.contains { if case .show = $0 { true } else { false } }
    if !shows { faults.add(.compareWithoutShow, at: fence.opening) }
    return CompareSyntax(source: words, lines: lines)
  }

  private mutating func read(_ line: Stretch) {
    guard !source.read(line, &faults) else { return }
    let text = line.trimmed
    if let rest = text.dropping(word: "after") {
      if let update = PublishedSyntax.Update(rest, in: text, &faults) {
        lines.append(.update(update))
      }
    } else if let rest = text.dropping(word: "show") {
      readShown(rest, in: text)
    } else {
      readEquation(text)
    }
  }

  private mutating func readShown(_ text: Stretch, in line: Stretch) {
    let parts = text.topLevelParts(separatedBy: ",")
    guard !parts.isEmpty, !parts.contains(where: \.isEmpty) else {
      faults.add(.compareShow, at: line)
      return
    }
    lines.append(.show(parts.map { $0.expression(&faults) }))
  }

  private mutating func readEquation(_ line: Stretch) {
    let arrow = line.updateArrow
    let sides = LogicalLine(first: line).split(atFirst: arrow ?? "=", &faults)
    guard let (name, expression) = sides else {
      faults.add(.compareLine(line.text), at: line)
      return
    }
    lines.append(
      .equation(name: name, expression: expression, isUpdate: arrow != nil))
  }
}
