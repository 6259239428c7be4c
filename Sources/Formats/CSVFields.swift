#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The records of a CSV file, one after another.
struct CSVFields {
  private let bytes: [UInt8]
  private var place = 0
  private var line = 1

  private static let quote = UInt8(ascii: "\"")
  private static let comma = UInt8(ascii: ",")
  private static let newline = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  init(_ data: Data) {
    let mark: [UInt8] = [0xef, 0xbb, 0xbf]
    bytes = Array(data.starts(with: mark) ? data.dropFirst(3) : data)
  }

  /// The next record that is not blank, and the line on which it begins.
  mutating func next() throws(FormatFault) -> (line: Int, fields: [String])? {
    while place < bytes.count {
      let start = line
      var fields = [try field()]
      while place < bytes.count, bytes[place] == Self.comma {
        place += 1
        fields.append(try field())
      }
      endLine()
      if fields != [""] { return (start, fields) }
    }
    return nil
  }

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
    line += 1
  }

  private mutating func field() throws(FormatFault) -> String {
    skipSpaces()
    guard place < bytes.count, bytes[place] == Self.quote else {
      return plainField()
    }
    let text = try quotedField()
    skipSpaces()
    guard isAtEndOfLine || bytes[place] == Self.comma else {
      throw FormatFault(.textAfterQuote, at: .line(line, column: nil))
    }
    return text
  }

  private mutating func skipSpaces() {
    while place < bytes.count, bytes[place] == 0x20 || bytes[place] == 0x09 {
      place += 1
    }
  }

  private mutating func plainField() -> String {
    let start = place
    while !isAtEndOfLine, bytes[place] != Self.comma { place += 1 }
    var end = place
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 {
      end -= 1
    }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  private mutating func quotedField() throws(FormatFault) -> String {
    let start = line
    var text: [UInt8] = []
    place += 1
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if byte == Self.quote {
        guard place < bytes.count, bytes[place] == Self.quote else {
          return String(decoding: text, as: UTF8.self)
        }
        place += 1
      } else if byte == Self.newline {
        line += 1
      }
      text.append(byte)
    }
    throw FormatFault(.quoteNotClosed, at: .line(start, column: nil))
  }
}
