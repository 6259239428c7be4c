/// What Markdown sees at the beginning of a line of prose.
enum LineStart {
  static func complaint(about line: Stretch) -> LessonFault.Words? {
    switch line.first {
    case ">": return .blockQuote
    case "|": return .table
    case "=" where isRuler(line, of: "="): return .rule
    case "-" where isRuler(line, of: "-"): return .rule
    case "*" where isRuler(line, of: "*"): return .rule
    case "_" where isRuler(line, of: "_"): return .rule
    case "~" where line.starts(with: "~~~"): return .tildeFence
    case "-", "+", "*": return isBullet(line) ? .list : nil
    case "#": return .headingInProse
    default: return isNumbered(line) ? .list : nil
    }
  }

  /// Whether a line is made of one character alone, spaces aside.
  private static func isRuler(_ line: Stretch, of mark: Character) -> Bool {
    let marks = line.characters.filter { $0 != " " }
    return marks.count >= (mark == "=" || mark == "-" ? 1 : 3)
      && marks.allSatisfy { $0 == mark }
  }

  private static func isBullet(_ line: Stretch) -> Bool {
    let next = line[line.start + 1]
    return next == nil || next == " "
  }

  private static func isNumbered(_ line: Stretch) -> Bool {
    let digits = line.prefix(while: isDigit)
    let mark = line[digits.end]
    let next = line[digits.end + 1]
    return (1...9).contains(digits.characters.count)
      && (mark == "." || mark == ")") && (next == nil || next == " ")
  }
}

/// Whether a character is one of `0` to `9`.
func isDigit(_ character: Character) -> Bool {
  "0" <= character && character <= "9" && character.isASCII
}
