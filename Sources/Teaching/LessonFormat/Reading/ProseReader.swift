/// Reads prose: plain text, `*emphasis*`, code spans, and nothing else.
///
///     prose     = line { LF line }
///     line      = { text | "*" text "*" | "`" code "`" | "`=" code "`" }
///
/// Whatever else Markdown gives a meaning to is a fault.
struct ProseReader {
  private var spans: [ProseSpan] = []
  private var faults: LessonFaults

  /// Reads lines that begin where the prose begins, indentation cut off.
  static func prose(
    of lines: [Stretch], _ faults: inout LessonFaults
  ) -> Prose {
    var reader = ProseReader(faults: faults)
    for (place, line) in lines.enumerated() {
      reader.readLineStart(line)
      reader.readLine(line, isLast: place == lines.count - 1)
    }
    faults = reader.faults
    return Prose(reader.spans)
  }

  private init(faults: LessonFaults) {
    self.faults = faults
  }

  private mutating func readLine(_ line: Stretch, isLast: Bool) {
    if line.characters.last == " " {
      faults.add(.trailingSpace, at: line.from(line.trailingTrimmed.end))
    }
    var textBegin = line.start
    var index = line.start
    while index < line.end {
      guard let character = line[index], "`*".contains(character) else {
        index += 1
        continue
      }
      readText(line.cut(textBegin..<index))
      index =
        character == "`"
        ? readCode(line, at: index) : readStars(line, at: index)
      textBegin = index
    }
    readText(line.cut(textBegin..<line.end), endsLine: !isLast)
  }

  private mutating func readText(_ stretch: Stretch, endsLine: Bool = false) {
    PlainTextCheck.check(stretch, &faults)
    var source = stretch.source
    if endsLine { source.text += "\n" }
    if !source.text.isEmpty { spans.append(.text(source)) }
  }

  /// Notes what Markdown sees at the beginning of a line.
  private mutating func readLineStart(_ line: Stretch) {
    if line.first == " " {
      faults.add(.indentedProse, at: line)
    } else if let words = LineStart.complaint(about: line) {
      faults.add(words, at: line)
    }
  }
}

// MARK: - Code and emphasis

extension ProseReader {
  /// Reads a code span.
  ///
  /// - Returns: Where the reading goes on: behind the span, or at the end of
  ///   the line if the span has a fault.
  private mutating func readCode(_ line: Stretch, at opening: Int) -> Int {
    let inside = line.from(opening + 1)
    if inside.first == "`" {
      faults.add(.backticksTogether, at: line.from(opening))
      return line.end
    }
    guard let closing = inside.characters.firstIndex(of: "`") else {
      faults.add(.unclosedCode, at: line.from(opening))
      return line.end
    }
    readCodeContent(inside.upTo(closing).trimmed, at: line.from(opening))
    return closing + 1
  }

  private mutating func readCodeContent(
    _ content: Stretch, at opening: Stretch
  ) {
    let isValue = content.first == "=" && content[content.start + 1] != "="
    let code = isValue ? content.from(content.start + 1).trimmed : content
    if code.isEmpty {
      faults.add(.emptyCode(isValue: isValue), at: opening)
    }
    let source = code.expression(&faults)
    spans.append(isValue ? .value(source) : .code(source))
  }

  /// Reads an emphasis, or reports a star that opens none.
  ///
  /// - Returns: Where the reading goes on.
  private mutating func readStars(_ line: Stretch, at opening: Int) -> Int {
    let inside = line.from(opening + 1)
    if inside.first == "*" {
      faults.add(.bold, at: line.from(opening))
      return inside.start + inside.prefix { $0 == "*" }.characters.count
    }
    let content = inside.prefix { $0 != "*" && $0 != "`" }
    guard line[content.end] == "*", isFlanked(content, in: line) else {
      faults.add(.looseStar, at: line.from(opening))
      return opening + 1
    }
    PlainTextCheck.check(content, &faults)
    spans.append(.emphasis(content.source))
    return content.end + 1
  }

  /// Whether stars around a content open and close an emphasis in Markdown.
  private func isFlanked(_ content: Stretch, in line: Stretch) -> Bool {
    func isWord(_ character: Character?) -> Bool {
      character.map { $0.isLetter || $0.isNumber } ?? false
    }
    return !content.isEmpty && content.first != " "
      && content.characters.last != " " && !isWord(line[content.start - 2])
      && !isWord(line[content.end + 1])
  }
}
