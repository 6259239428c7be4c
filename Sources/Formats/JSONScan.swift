#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Finds where a text stops being JSON.
///
/// The decoder refuses such a text and keeps the place to itself.
///
/// Source: RFC 8259.
struct JSONScan {
  /// As deep as the decoder goes.
  static let depth = 512

  private enum Expected {
    case value
    case valueOrEnd
    case key
    case keyOrEnd
    case colon
    case end
  }

  private struct Fault: Error {
    var problem: FormatFault.Problem
    var place: Int?
  }

  private let bytes: [UInt8]
  private var place = 0
  /// The ends of what is open.
  private var ends: [UInt8] = []
  private var expected = Expected.value

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Returns what is wrong first, and the byte where it stands unless it
  /// names itself; nil for JSON.
  static func fault(
    in json: Data
  ) -> (problem: FormatFault.Problem, place: Int?)? {
    var scan = JSONScan(Array(json))
    do throws(Fault) {
      try scan.scan()
      return nil
    } catch {
      return (error.problem, error.place)
    }
  }

  private mutating func scan() throws(Fault) {
    while true {
      skip(while: { " \t\r\n".utf8.contains($0) })
      guard let byte = next else { break }
      try take(byte)
    }
    guard expected == .end, ends.isEmpty else {
      throw fault("the text breaks off")
    }
  }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skip(while isSkipped: (UInt8) -> Bool) {
    while let next, isSkipped(next) { place += 1 }
  }

  private func fault(_ words: String, at place: Int? = nil) -> Fault {
    Fault(problem: .notJSON(words), place: place ?? self.place)
  }
}

// MARK: - Structure

extension JSONScan {
  private mutating func take(_ byte: UInt8) throws(Fault) {
    let mayEnd = [.end, .valueOrEnd, .keyOrEnd].contains(expected)
    if mayEnd, byte == ends.last {
      ends.removeLast()
      place += 1
      expected = .end
      return
    }
    switch expected {
    case .value, .valueOrEnd: try takeValue(byte)
    case .key, .keyOrEnd: try takeKey(byte)
    case .colon:
      try takeMark(":", byte, "a colon should stand here")
      expected = .value
    case .end:
      guard let end = ends.last else {
        throw fault("nothing should follow the end")
      }
      let close = Character(Unicode.Scalar(end))
      try takeMark(",", byte, "a comma or \(close) should stand here")
      expected = close == "}" ? .key : .value
    }
  }

  private mutating func takeMark(
    _ mark: Unicode.Scalar, _ byte: UInt8, _ words: String
  ) throws(Fault) {
    guard byte == UInt8(ascii: mark) else { throw fault(words) }
    place += 1
  }

  private mutating func takeKey(_ byte: UInt8) throws(Fault) {
    guard byte == UInt8(ascii: "\"") else {
      throw fault("a key in quotation marks should stand here")
    }
    try takeString()
    expected = .colon
  }

  private mutating func open(
    _ end: Unicode.Scalar, then: Expected
  ) throws(Fault) {
    guard ends.count < Self.depth else {
      throw fault("more than \(Self.depth) brackets are open")
    }
    ends.append(UInt8(ascii: end))
    place += 1
    expected = then
  }
}

// MARK: - Values

extension JSONScan {
  private mutating func takeValue(_ byte: UInt8) throws(Fault) {
    switch Character(Unicode.Scalar(byte)) {
    case "[": return try open("]", then: .valueOrEnd)
    case "{": return try open("}", then: .keyOrEnd)
    case "\"": try takeString()
    case "t": try takeWord("true")
    case "f": try takeWord("false")
    case "n": try takeWord("null")
    default: try takeNumber()
    }
    expected = .end
  }

  private mutating func takeWord(_ word: String) throws(Fault) {
    guard bytes[place...].starts(with: word.utf8) else {
      throw fault("a value should stand here")
    }
    place += word.utf8.count
  }

  private mutating func takeNumber() throws(Fault) {
    let start = place
    skipOne("-")
    let beginsWithZero = next == UInt8(ascii: "0")
    let whole = skipDigits()
    var isNumber = whole == 1 || whole > 1 && !beginsWithZero
    if skipOne(".") { isNumber = skipDigits() > 0 && isNumber }
    if place > start, skipOne("e", "E") {
      skipOne("+", "-")
      isNumber = skipDigits() > 0 && isNumber
    }
    guard place > start else { throw fault("a value should stand here") }
    let text = String(decoding: bytes[start..<place], as: UTF8.self)
    guard isNumber else { throw fault("\(text) is no number", at: start) }
    guard let number = Double(text), number.isFinite else {
      throw Fault(problem: .numberTooLarge(text), place: nil)
    }
  }

  @discardableResult
  private mutating func skipOne(_ marks: Unicode.Scalar...) -> Bool {
    guard let next, marks.contains(Unicode.Scalar(next)) else { return false }
    place += 1
    return true
  }

  private mutating func skipDigits() -> Int {
    let start = place
    skip(while: { (0x30...0x39).contains($0) })
    return place - start
  }

  private mutating func takeString() throws(Fault) {
    let start = place
    place += 1
    while let byte = next, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else {
        throw fault("text goes to the end of its line only", at: start)
      }
      if byte == UInt8(ascii: "\\") {
        try takeEscape()
      } else {
        place += 1
      }
    }
    guard next != nil else { throw fault("the text breaks off") }
    place += 1
  }

  private mutating func takeEscape() throws(Fault) {
    let rest = bytes[place...].dropFirst().prefix(5)
    let text = String(decoding: rest, as: UTF8.self)
    guard let escape = text.prefixMatch(of: /["\\\/bfnrt]|u[0-9a-fA-F]{4}/)
    else { throw fault("\\ should not stand here") }
    place += 1 + escape.0.utf8.count
  }
}
