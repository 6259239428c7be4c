/// Reads prose: plain text, `*emphasis*`, code spans, and nothing else.
///
///     prose     = line { LF line }
///     line      = { text | "*" text "*" | "`" code "`" | "`=" code "`" }
///
/// Whatever else Markdown gives a meaning to is a fault, inside a fence only
/// where it would look like markup to a learner.
struct ProseReader {
  /// Where prose stands: among headings and fences, or in a fence, whose
  /// lines a code host shows as they are.
  enum Setting {
    case page
    case fence
  }

  private let setting: Setting
  private var spans: [ProseSpan] = []
  private var faults: LessonFaults

  /// Reads lines that begin where the prose begins, indentation cut off.
  static func prose(
    of lines: [Stretch], in setting: Setting = .page,
    _ faults: inout LessonFaults
  ) -> Prose {
    var reader = ProseReader(setting: setting, faults: faults)
    for (place, line) in lines.enumerated() {
      let rest = reader.readLineStart(line)
      reader.readLine(rest, isLast: place == lines.count - 1)
    }
    faults = reader.faults
    return Prose(reader.spans)
  }

  private init(setting: Setting, faults: LessonFaults) {
    self.setting = setting
    self.faults = faults
  }

  private mutating func readLine(_ line: Stretch, isLast: Bool) {
    if line.characters.last == " " {
      faults.add(.trailingSpace, at: line.from(line.trailingTrimmed.end))
    }
    var textBegin = line.start
    var index = line.start
    while index < line.end {
      let character = line.characters[index]
      guard character == "`" || character == "*" else {
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
    PlainTextCheck.check(stretch, in: setting, &faults)
    var source = stretch.source
    if endsLine { source.text += "\n" }
    if !source.text.isEmpty { spans.append(.text(source)) }
  }

  /// Reports what Markdown sees at the beginning of a line.
  ///
  /// - Returns: The line behind it.
  private mutating func readLineStart(_ line: Stretch) -> Stretch {
    if line.first == " " {
      faults.add(.indentedProse, at: line)
      return line.leadingTrimmed
    }
    guard let start = LineStart(of: line) else { return line }
    faults.add(start.complaint, at: line)
    return line.from(start.end)
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
      return behindBold(line, from: opening)
    }
    let content = inside.prefix { $0 != "*" && $0 != "`" }
    guard line[content.end] == "*", isFlanked(content, in: line) else {
      // A star behind a backslash is part of that fault.
      if line[opening - 1] != "\\" {
        faults.add(.looseStar, at: line.from(opening))
      }
      return opening + 1
    }
    PlainTextCheck.check(content, in: setting, &faults)
    spans.append(.emphasis(content.source))
    return content.end + 1
  }

  /// The place behind `**text**`, or behind the first stars alone.
  private func behindBold(_ line: Stretch, from opening: Int) -> Int {
    let begin = line.from(opening).prefix { $0 == "*" }.end
    let content = line.from(begin).prefix { $0 != "*" && $0 != "`" }
    guard line[content.end] == "*" else { return begin }
    return line.from(content.end).prefix { $0 == "*" }.end
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
