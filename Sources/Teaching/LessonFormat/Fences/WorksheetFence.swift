/// Reads a `worksheet` fence.
///
///     line      = given | set | equation | update
///     given     = "given" name ":" shape { "," name ":" shape }
///                 [ "with" condition ]
///     set       = name "," name "from" set
///     equation  = name "=" expression [ two spaces, role ]
///     update    = name ( "<-" | "←" ) expression
enum WorksheetFence {
  /// What an equation may be said to be; the others follow by derivation.
  static let roles = ["input", "parameter", "forward", "cost"]

  static func piece(
    _ fence: Fence, _ faults: inout LessonFaults
  ) -> PieceSyntax? {
    var lines: [WorksheetLineSyntax] = []
    for line in LogicalLine.lines(of: fence, &faults) {
      if let read = self.line(line, &faults) { lines.append(read) }
    }
    return .worksheet(lines)
  }

  private static func line(
    _ line: LogicalLine, _ faults: inout LessonFaults
  ) -> WorksheetLineSyntax? {
    let start = line.first.trimmed
    if let rest = start.dropping(word: "given") {
      return given(rest, at: start, &faults)
    }
    if let set = SetSyntax(line) { return .set(set) }
    if let arrow = start.updateArrow,
      let (name, value) = line.split(atFirst: arrow, &faults)
    {
      return .update(name: name, expression: value)
    }
    var (line, role) = splitRole(line, &faults)
    line.first = line.first.leadingTrimmed
    guard let (name, value) = line.split(atFirst: "=", &faults) else {
      faults.add(.worksheetForm(start.text), at: start)
      return nil
    }
    return .equation(name: name, expression: value, role: role)
  }
}

// MARK: - Roles

extension WorksheetFence {
  /// Cuts off a role, a word that two spaces part from what is before it.
  private static func splitRole(
    _ line: LogicalLine, _ faults: inout LessonFaults
  ) -> (LogicalLine, SourceText?) {
    let end = line.last.trailingTrimmed
    guard let word = end.words.last, isColumn(word, of: end) else {
      return (line, nil)
    }
    if !roles.contains(word.text) {
      faults.add(.roleUnknown(word.text), at: word)
    }
    var cut = line
    let before = end.upTo(word.start)
    if cut.rest.isEmpty {
      cut.first = before
    } else {
      cut.rest[cut.rest.count - 1] = before
    }
    return (cut, word.source)
  }

  private static func isColumn(_ word: Stretch, of line: Stretch) -> Bool {
    let before = line.upTo(word.start)
    guard word.characters.allSatisfy({ $0.isLetter }),
      before.characters.suffix(2).elementsEqual("  "),
      let last = before.trailingTrimmed.characters.last
    else { return false }
    return last.isLetter || last.isNumber || ")]}'ᵀ".contains(last)
  }
}

// MARK: - Given quantities

extension WorksheetFence {
  private static func given(
    _ text: Stretch, at line: Stretch, _ faults: inout LessonFaults
  ) -> WorksheetLineSyntax? {
    let place = text.topLevelIndices(of: " with ").first
    let condition = place.map { text.from($0 + " with ".count).trimmed }
    var declarations: [WorksheetLineSyntax.Declaration] = []
    let list = place.map(text.upTo) ?? text
    for part in list.topLevelParts(separatedBy: ",") {
      let sides = part.topLevelParts(separatedBy: ":")
      guard sides.count == 2, !sides.contains(where: \.isEmpty) else {
        faults.add(.givenForm(part.text), at: part.isEmpty ? line : part)
        continue
      }
      declarations.append(
        .init(name: sides[0].source, shape: sides[1].source))
    }
    return .given(
      declarations, condition: condition?.expression(&faults))
  }
}
