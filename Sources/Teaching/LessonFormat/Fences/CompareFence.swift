/// Reads a `compare` fence.
///
///     fence     = "source:" text { indented text } { line }
///     line      = name "=" expression | name ( "<-" | "←" ) expression
///               | "show" expression { "," expression }
///               | update, as in a `published` fence
struct CompareFence {
  private var source: KeyedEntry?
  private var lines: [CompareSyntax.Line] = []

  /// Whether what is read now belongs to the source.
  private var isInSource = false
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
    if source == nil { faults.add(.compareWithoutSource, at: fence.opening) }
    let holdsLine = lines.contains {
      if case .equation = $0 { true } else { false }
    }
    if !holdsLine { faults.add(.compareWithoutLine, at: fence.opening) }
    let shows = lines.contains { if case .show = $0 { true } else { false } }
    if !shows { faults.add(.compareWithoutShow, at: fence.opening) }
    return CompareSyntax(source: source?.words(&faults) ?? [], lines: lines)
  }

  private mutating func read(_ line: Stretch) {
    let text = line.trimmed
    if line.isIndented, isInSource {
      source?.texts.append(text)
      return
    }
    isInSource = false
    if let key = KeyedEntry.key(of: text), key.text == "source" {
      if source != nil { faults.add(.keyTwice("source:"), at: text) }
      source = KeyedEntry(key, in: text)
      isInSource = true
    } else if let rest = text.dropping(word: "after") {
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
    for (sign, isUpdate) in [("<-", true), ("←", true), ("=", false)] {
      let places =
        isUpdate ? line.topLevelIndices(of: sign) : line.topLevelEqualities
      guard let place = places.first else { continue }
      let name = line.upTo(place).trimmed
      let expression = line.from(place + sign.count).trimmed
      guard !name.isEmpty, !expression.isEmpty else { break }
      lines.append(
        .equation(
          name: name.source, expression: expression.expression(&faults),
          isUpdate: isUpdate))
      return
    }
    faults.add(.compareLine(line.text), at: line)
  }
}
