/// The lines of a file, in which nothing is left that a terminal could take
/// for anything but a printed character.
struct LessonLines {
  private(set) var lines: [Stretch] = []

  /// Splits a file at LF and CR LF, and reports characters that do not belong.
  ///
  /// Each such character is read as a space from then on, so that it leads to
  /// one message and keeps its column.
  init(_ text: String, _ faults: inout LessonFaults) {
    var line: [Character] = []
    for character in text {
      if character == "\n" || character == "\r\n" {
        finish(&line)
      } else if let words = Self.complaint(about: character) {
        faults.add(words, line: lines.count + 1, column: line.count + 1)
        line.append(" ")
      } else {
        line.append(character)
      }
    }
    if !line.isEmpty { finish(&line) }
  }

  private mutating func finish(_ line: inout [Character]) {
    lines.append(Stretch(line: lines.count + 1, characters: line[...]))
    line = []
  }

  private static func complaint(
    about character: Character
  ) -> LessonFault.Words? {
    if let ascii = character.asciiValue, ascii >= 0x20, ascii < 0x7F {
      return nil
    }
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
