/// Splits a line into words, and gives every sign its one spelling.
struct Lexer {
  private let text: String
  private let characters: [Character]
  /// Where each character begins, and where the line ends.
  private let places: [String.Index]
  private var position = 0
  private var tokens: [Token] = []

  /// The words of `text`, ending with one of kind `end`.
  static func tokens(of text: String) throws(ReadingFault) -> [Token] {
    var lexer = Lexer(text)
    try lexer.readAll()
    return lexer.tokens
  }

  private init(_ text: String) {
    self.text = text
    characters = Array(text)
    places = Array(text.indices) + [text.endIndex]
  }

  /// The characters from one place to another.
  private func text(_ start: Int, _ end: Int) -> String {
    String(text[places[start]..<places[end]])
  }

  private mutating func readAll() throws(ReadingFault) {
    var followsSpace = false
    while let next = peek() {
      if next.isWhitespace && !next.isNewline {
        position += 1
        followsSpace = true
        continue
      }
      let start = position
      let kind = try readToken(next)
      append(kind, from: start, followsSpace: followsSpace)
      followsSpace = false
    }
    append(.end, from: position, followsSpace: followsSpace)
  }

  private mutating func append(
    _ kind: Token.Kind, from start: Int, followsSpace: Bool
  ) {
    tokens.append(
      Token(
        kind: kind, columns: start..<position, followsSpace: followsSpace,
        text: text(start, position)))
  }

  private func peek(_ offset: Int = 0) -> Character? {
    let place = position + offset
    return place < characters.count ? characters[place] : nil
  }

  private mutating func readToken(
    _ first: Character
  ) throws(ReadingFault) -> Token.Kind {
    // Most words are ASCII letters, and no sign begins with one.
    if first.isASCIILetter { return .name(readName()) }
    if isDigit(first) || (first == "." && peek(1).map(isDigit) == true) {
      return try readNumber()
    }
    if !first.isASCII, Numeral.fractions[String(first)] != nil {
      position += 1
      return try numeral(String(first), from: position - 1)
    }
    if !first.isASCII, Alphabet.superscripts[first] != nil {
      return readSuperscript()
    }
    if let sign = readSign() { return .sign(sign) }
    if first.isLetter || first == "\\" { return .name(readName()) }
    throw ReadingFault(
      .strangeCharacter(first), columns: position..<position + 1)
  }

  private func isDigit(_ character: Character) -> Bool {
    ("0"..."9").contains(character)
  }
}

// MARK: - Numbers

extension Lexer {
  private mutating func readNumber() throws(ReadingFault) -> Token.Kind {
    let start = position
    skipDigits()
    if peek() == ".", pointBelongsToNumber {
      position += 1
      skipDigits()
    }
    skipExponent()
    return try numeral(text(start, position), from: start)
  }

  /// Whether the point at hand is no part of `.*`, `.^`, `.T` or `...`.
  private var pointBelongsToNumber: Bool {
    guard let next = peek(1) else { return true }
    return !"*/^'T.".contains(next)
      && (next.isASCII || Alphabet.superscripts[next] == nil)
  }

  private mutating func skipDigits() {
    while let next = peek(), isDigit(next) { position += 1 }
  }

  private mutating func skipExponent() {
    guard peek() == "e" || peek() == "E" else { return }
    let isSigned = peek(1) == "-" || peek(1) == "+"
    guard let digit = peek(isSigned ? 2 : 1), isDigit(digit) else { return }
    position += isSigned ? 2 : 1
    skipDigits()
  }

  private func numeral(
    _ text: String, from start: Int
  ) throws(ReadingFault) -> Token.Kind {
    guard let numeral = Numeral(text) else {
      throw ReadingFault(.numberTooLarge(text), columns: start..<position)
    }
    return .number(numeral)
  }

  private mutating func readSuperscript() -> Token.Kind {
    var text = ""
    while let next = peek(), !next.isASCII,
      let plain = Alphabet.superscripts[next]
    {
      text.append(plain)
      position += 1
    }
    return .superscript(text)
  }
}

// MARK: - Signs and names

extension Lexer {
  private static let longSigns = [
    "...", "**", ".*", "./", ".^", "<=", ">=", "==", "!=", ".'",
  ].map { (text: $0, characters: Array($0)) }

  private static let aliases: [Character: String] = [
    "−": "-", "–": "-", "×": "*", "⋅": "·", "•": "·", "∙": "·", "⊙": ".*",
    "∘": ".*", "⊘": "./", "≤": "<=", "≥": ">=", "≠": "!=", "′": "'", "’": "'",
    "″": "''", "ᵀ": "^T", "⊤": "^T", "÷": "/", "∥": "‖", "〈": "⟨", "〉": "⟩",
    "\n": "newline",
    "\r\n": "newline", "\r": "newline",
  ]

  /// The signs that stand for themselves, those of ASCII by their codes.
  private static let plainSigns = Array(".+-@*/^'()[],;:<>={}|".utf8)
  private static let wideSigns: [Character] = [
    "·", "‖", "⟨", "⟩", "∂", "→", "←",
  ]

  private mutating func readSign() -> String? {
    let rest = characters[position...]
    for sign in Lexer.longSigns where rest.starts(with: sign.characters) {
      position += sign.characters.count
      return sign.text == "**" ? "^" : sign.text == ".'" ? "'" : sign.text
    }
    if startsTransposedSuffix { position += 2; return "^T" }
    guard let first = peek() else { return nil }
    if first == ".", let next = peek(1), !next.isASCII,
      Alphabet.superscripts[next] != nil
    {
      position += 1
      return ".^"
    }
    guard let sign = plain(first) ?? Lexer.aliases[first] else { return nil }
    position += 1
    return sign
  }

  private func plain(_ character: Character) -> String? {
    // Most of a line is ASCII: no sign of it is looked up.
    let isSign =
      character.asciiValue.map(Lexer.plainSigns.contains)
      ?? Lexer.wideSigns.contains(character)
    return isSign ? String(character) : nil
  }

  /// `.T` or `^T` with nothing that would make the `T` a longer name.
  private var startsTransposedSuffix: Bool {
    guard peek() == "." || peek() == "^", peek(1) == "T" else { return false }
    guard let next = peek(2) else { return true }
    return !(next.isLetter || next.isNumber || next == "_")
  }

  private mutating func readName() -> Name {
    let start = position
    position += 1
    while let next = peek(), belongsToName(next) { position += 1 }
    let word = text(start, position)
    return Name(word + readBracedIndex())
  }

  private func belongsToName(_ next: Character) -> Bool {
    if next.isASCIILetter { return true }
    if next == "_" {
      return peek(1).map { $0.isLetter || isDigit($0) || $0 == "_" } ?? false
    }
    if next.isASCII { return isDigit(next) }
    return Alphabet.subscripts[next] != nil
      || (next.isLetter && Lexer.aliases[next] == nil)
  }

  /// Reads `_{12}` as TeX writes an index.
  private mutating func readBracedIndex() -> String {
    guard peek() == "_", peek(1) == "{" else { return "" }
    var end = position + 2
    while end < characters.count, characters[end] != "}" { end += 1 }
    guard end < characters.count else { return "" }
    defer { position = end + 1 }
    return "_" + text(position + 2, end)
  }
}

extension Character {
  /// Whether the character is a letter of ASCII.
  fileprivate var isASCIILetter: Bool {
    guard let byte = utf8.first, utf8.count == 1 else { return false }
    return (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
  }
}
