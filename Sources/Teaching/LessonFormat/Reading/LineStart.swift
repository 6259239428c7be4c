/// What Markdown sees at the beginning of a line of prose.
struct LineStart {
  var complaint: LessonFault.Words

  /// The place behind it, which is the end of the line if there is no text
  /// to it.
  var end: Int

  init?(of line: Stretch) {
    if let complaint = Self.complaint(aboutWhole: line) {
      self.init(complaint: complaint, end: line.end)
    } else if line.first == ">" {
      self.init(complaint: .blockQuote, end: line.start + 1)
    } else if let mark = Self.bullet(of: line) ?? Self.number(of: line) {
      self.init(complaint: .list, end: mark.end)
    } else {
      return nil
    }
  }

  private init(complaint: LessonFault.Words, end: Int) {
    self.complaint = complaint
    self.end = end
  }

  private static func complaint(
    aboutWhole line: Stretch
  ) -> LessonFault.Words? {
    switch line.first {
    case "|": .table
    case "=" where isRuler(line, of: "=", from: 1): .rule
    case "-" where isRuler(line, of: "-", from: 1): .rule
    case "*" where isRuler(line, of: "*", from: 3): .rule
    case "_" where isRuler(line, of: "_", from: 3): .rule
    case "~" where line.starts(with: "~~~"): .tildeFence
    case "#": .headingInProse
    default: nil
    }
  }

  /// Whether a line is made of one character alone, spaces aside.
  private static func isRuler(
    _ line: Stretch, of mark: Character, from least: Int
  ) -> Bool {
    let marks = line.characters.filter { $0 != " " }
    return marks.count >= least && marks.allSatisfy { $0 == mark }
  }

  private static func bullet(of line: Stretch) -> Stretch? {
    guard let mark = line.first, "-+*".contains(mark) else { return nil }
    return item(line, behind: line.start + 1)
  }

  private static func number(of line: Stretch) -> Stretch? {
    let digits = line.prefix(while: isDigit)
    guard (1...9).contains(digits.characters.count),
      let mark = line[digits.end], ".)".contains(mark)
    else { return nil }
    return item(line, behind: digits.end + 1)
  }

  /// The mark of a list's item, if a space or nothing follows.
  private static func item(_ line: Stretch, behind end: Int) -> Stretch? {
    line[end] == nil || line[end] == " " ? line.upTo(end) : nil
  }
}

/// Whether a character is one of `0` to `9`.
func isDigit(_ character: Character) -> Bool {
  "0" <= character && character <= "9" && character.isASCII
}
