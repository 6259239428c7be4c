/// Looks through plain text for marks that Markdown gives a meaning to, and
/// for numbers that nobody computed.
enum PlainTextCheck {
  /// Reports each number, and each kind of mark where it first stands.
  static func check(
    _ text: Stretch, in setting: ProseReader.Setting,
    _ faults: inout LessonFaults
  ) {
    var seen: Set<Character> = []
    var index = text.start
    while index < text.end {
      // Most of a text is letters and spaces, which no rule looks at.
      if text.characters[index].isLetterOrSpace {
        index += 1
        continue
      }
      if let number = decimal(in: text, at: index) {
        faults.add(.decimalInProse(number.text), at: number)
        index = number.end
        continue
      }
      if let words = complaint(about: text, at: index, in: setting),
        seen.insert(text.characters[index]).inserted
      {
        faults.add(words, at: text.from(index))
      }
      index = max(digits(in: text, from: index), index + 1)
    }
  }

  private static func complaint(
    about text: Stretch, at index: Int, in setting: ProseReader.Setting
  ) -> LessonFault.Words? {
    switch text[index] {
    case "\\": .backslash
    case ":": text.from(index).starts(with: "://") ? .address : nil
    case "]": text[index + 1] == "(" && setting == .fence ? .link : nil
    default: setting == .page ? complaint(onPage: text, at: index) : nil
    }
  }

  private static func complaint(
    onPage text: Stretch, at index: Int
  ) -> LessonFault.Words? {
    switch text[index] {
    case "[": text[index - 1] == "!" ? .image : .link
    case "<": .angleBracket
    case "_": .underscore
    case "~": .tilde
    case "|": .table
    case "$": .dollar
    case "&": isEntity(text, at: index) ? .entity : nil
    default: nil
    }
  }

  private static func isEntity(_ text: Stretch, at index: Int) -> Bool {
    let name = text.from(index + 1).characters.prefix(32)
      .prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "#") }
    return !name.isEmpty && text[name.endIndex] == ";"
  }
}

// MARK: - Numbers

extension PlainTextCheck {
  /// The number with a decimal point or an exponent that begins at an index.
  private static func decimal(in text: Stretch, at index: Int) -> Stretch? {
    let whole = digits(in: text, from: index)
    var end = whole
    if text[end] == "." {
      let fraction = digits(in: text, from: end + 1)
      if fraction > end + 1 { end = fraction }
    }
    guard end > index else { return nil }
    if whole == index, let before = text[index - 1], before.isLetter {
      return nil
    }
    end = exponent(in: text, from: end) ?? end
    return end > whole ? text.cut(index..<end) : nil
  }

  private static func digits(in text: Stretch, from index: Int) -> Int {
    var end = index
    while let character = text[end], isDigit(character) { end += 1 }
    return end
  }

  private static func exponent(in text: Stretch, from index: Int) -> Int? {
    guard text[index] == "e" || text[index] == "E" else { return nil }
    let sign = text[index + 1]
    let begin = sign == "-" || sign == "+" ? index + 2 : index + 1
    let end = digits(in: text, from: begin)
    return end > begin ? end : nil
  }
}

extension Character {
  /// Whether the character is a space or a letter of ASCII.
  fileprivate var isLetterOrSpace: Bool {
    guard let byte = utf8.first, utf8.count == 1 else { return false }
    return byte == 0x20 || (0x61...0x7A).contains(byte)
      || (0x41...0x5A).contains(byte)
  }
}
