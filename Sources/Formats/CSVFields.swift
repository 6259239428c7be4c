/// The records of a CSV file, one after another, read where they stand.
///
/// Of a file that goes on, the record is left at which its bytes end.
struct CSVFields {
  /// Where a field stands.
  struct Field {
    /// Its bytes, without the quotation marks around it.
    var range: Range<Int>
    /// Whether a quotation mark stands within it, written twice.
    var hasPairs = false
  }

  private let bytes: UnsafeRawBufferPointer
  private(set) var place = 0
  /// Whether the file ends where the bytes do.
  private let isLast: Bool
  /// The number of the first line.
  private let firstLine: Int

  private static let quote = UInt8(ascii: "\"")
  private static let comma = UInt8(ascii: ",")
  private static let newline = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// - Parameters:
  ///   - bytes: A part of the file that begins with a record.
  ///   - firstLine: The number of its first line.
  ///   - isLast: Whether the file ends with it.
  init(
    _ bytes: UnsafeRawBufferPointer, firstLine: Int = 1, isLast: Bool = true
  ) {
    self.bytes = bytes
    self.firstLine = firstLine
    self.isLast = isLast
    if firstLine == 1, bytes.starts(with: [0xef, 0xbb, 0xbf]) { place = 3 }
  }

  /// Reads the next record that is not blank; false where there is none.
  mutating func next(into fields: inout [Field]) throws(FormatFault) -> Bool {
    while place < bytes.count {
      let start = place
      fields.removeAll(keepingCapacity: true)
      fields.append(try field())
      while place < bytes.count, bytes[place] == Self.comma {
        place += 1
        fields.append(try field())
      }
      endLine()
      if place >= bytes.count, !isLast {
        place = start
        return false
      }
      if fields.count > 1 || !fields[0].range.isEmpty { return true }
    }
    return false
  }

  /// The text of a field.
  func text(_ field: Field) -> String {
    let text = String(decoding: bytes[field.range], as: UTF8.self)
    guard field.hasPairs else { return text }
    var kept = ""
    var isSecond = false
    for character in text.unicodeScalars {
      isSecond = character == "\"" && !isSecond
      if !isSecond { kept.unicodeScalars.append(character) }
    }
    return kept
  }

  /// The number that a field holds, if it is a finite decimal one.
  func number(_ field: Field) -> Double? {
    DecimalField.number(
      UnsafeRawBufferPointer(rebasing: bytes[field.range]))
  }

  /// The line and the character at which a byte stands.
  func position(of offset: Int) -> FormatFault.Place {
    var (line, start, last) = (firstLine, 0, UInt8(0))
    for (place, byte) in bytes.prefix(offset).enumerated() {
      if byte == Self.newline || byte == Self.carriageReturn {
        // A line feed after a carriage return is the same end of a line.
        if byte != Self.newline || last != Self.carriageReturn { line += 1 }
        start = place + 1
      }
      last = byte
    }
    let before = bytes[start..<max(start, offset)]
    return .line(
      line, column: String(decoding: before, as: UTF8.self).count + 1)
  }

  /// The line on which the next record begins.
  var line: Int {
    guard case .line(let line, _) = position(of: place) else { return 1 }
    return line
  }

  // MARK: - One field

  private var isAtEndOfLine: Bool {
    place >= bytes.count || bytes[place] == Self.newline
      || bytes[place] == Self.carriageReturn
  }

  private mutating func endLine() {
    guard place < bytes.count else { return }
    let isPair =
      bytes[place] == Self.carriageReturn && place + 1 < bytes.count
      && bytes[place + 1] == Self.newline
    place += isPair ? 2 : 1
  }

  private mutating func field() throws(FormatFault) -> Field {
    skipSpaces()
    guard place < bytes.count, bytes[place] == Self.quote else {
      return plainField()
    }
    let field = try quotedField()
    skipSpaces()
    guard isAtEndOfLine || bytes[place] == Self.comma else {
      throw FormatFault(.textAfterQuote, at: position(of: place))
    }
    return field
  }

  private mutating func skipSpaces() {
    while place < bytes.count, bytes[place] == 0x20 || bytes[place] == 0x09 {
      place += 1
    }
  }

  private mutating func plainField() -> Field {
    let start = place
    while !isAtEndOfLine, bytes[place] != Self.comma { place += 1 }
    var end = place
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 {
      end -= 1
    }
    return Field(range: start..<end)
  }

  private mutating func quotedField() throws(FormatFault) -> Field {
    let start = place
    var hasPairs = false
    place += 1
    while place < bytes.count {
      place += 1
      guard bytes[place - 1] == Self.quote else { continue }
      guard place < bytes.count, bytes[place] == Self.quote else {
        return Field(range: (start + 1)..<(place - 1), hasPairs: hasPairs)
      }
      hasPairs = true
      place += 1
    }
    guard !isLast else {
      throw FormatFault(.quoteNotClosed, at: position(of: start))
    }
    return Field(range: start..<start)
  }
}
