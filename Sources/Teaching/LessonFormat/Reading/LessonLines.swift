/// The lines of a file, in which nothing is left that a terminal could take
/// for anything but a printed character.
struct LessonLines {
  private(set) var lines: [Stretch] = []

  /// Splits a file at LF and CR LF, and reports characters that do not belong.
  ///
  /// Each such character is read as a space from then on, so that it leads to
  /// one message and keeps its column.
  init(_ text: String, _ faults: inout LessonFaults) {
    var rest = Array(text.utf8)[...]
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      let line = rest[..<end]
      let isCarried = line.last == UInt8(ascii: "\r")
      read(isCarried ? line.dropLast() : line, &faults)
      rest = rest[(end + 1)...]
    }
    if !rest.isEmpty { read(rest, &faults) }
  }

  private mutating func read(
    _ bytes: ArraySlice<UInt8>, _ faults: inout LessonFaults
  ) {
    let number = lines.count + 1
    let characters: [Character]
    // Of printed ASCII, as most lines are, each byte is a character.
    if bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
      characters = bytes.map { Character(Unicode.Scalar($0)) }
    } else {
      characters = String(decoding: bytes, as: UTF8.self).enumerated().map {
        place, character in
        guard let words = Self.complaint(about: character) else {
          return character
        }
        faults.add(words, line: number, column: place + 1)
        return " "
      }
    }
    lines.append(Stretch(line: number, characters: characters[...]))
  }

  private static func complaint(
    about character: Character
  ) -> LessonFault.Words? {
    for scalar in character.unicodeScalars {
      if let words = complaint(about: scalar) { return words }
    }
    return nil
  }

  private static func complaint(
    about scalar: Unicode.Scalar
  ) -> LessonFault.Words? {
    switch scalar.properties.generalCategory {
    case .control: .control(scalar)
    case .format, .lineSeparator, .paragraphSeparator, .privateUse:
      .invisible(scalar)
    case .spaceSeparator: scalar == " " ? nil : .strangeSpace(scalar)
    default: scalar == "\u{FFFD}" ? .replacement : nil
    }
  }
}
