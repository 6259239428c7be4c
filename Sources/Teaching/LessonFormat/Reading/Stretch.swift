/// A part of one line of the file.
///
/// The characters are a slice of the whole line, so that an index is a column
/// less one, whatever has been cut off.
struct Stretch {
  let line: Int
  let characters: ArraySlice<Character>

  var column: Int { characters.startIndex + 1 }
  var isEmpty: Bool { characters.isEmpty }

  /// The characters as text; bytes are put together faster than characters.
  var text: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(characters.count)
    for character in characters {
      for byte in character.utf8 { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  var first: Character? { characters.first }
  var start: Int { characters.startIndex }
  var end: Int { characters.endIndex }

  var source: SourceText { SourceText(text, line: line, column: column) }

  /// The character at an index, if the stretch reaches there.
  subscript(index: Int) -> Character? {
    characters.indices.contains(index) ? characters[index] : nil
  }

  func cut(_ range: Range<Int>) -> Stretch {
    Stretch(line: line, characters: characters[range])
  }

  func from(_ index: Int) -> Stretch { cut(index..<end) }
  func upTo(_ index: Int) -> Stretch { cut(start..<index) }
}

// MARK: - Spaces and words

extension Stretch {
  var isBlank: Bool { characters.allSatisfy { $0 == " " } }

  var isIndented: Bool { first == " " && !isBlank }

  /// The stretch without the spaces before it.
  var leadingTrimmed: Stretch {
    from(characters.firstIndex { $0 != " " } ?? end)
  }

  /// The stretch without the spaces behind it.
  var trailingTrimmed: Stretch {
    upTo(characters.lastIndex { $0 != " " }.map { $0 + 1 } ?? start)
  }

  var trimmed: Stretch { leadingTrimmed.trailingTrimmed }

  /// The parts between spaces.
  var words: [Stretch] {
    characters.split(separator: " ").map {
      Stretch(line: line, characters: $0)
    }
  }

  func starts(with prefix: String) -> Bool { characters.starts(with: prefix) }

  /// What follows a beginning, if the stretch has it.
  func dropping(_ prefix: String) -> Stretch? {
    starts(with: prefix) ? from(start + prefix.count) : nil
  }

  /// What follows a first word, if the stretch has it.
  func dropping(word: String) -> Stretch? {
    guard let rest = dropping(word), rest.isEmpty || rest.first == " " else {
      return nil
    }
    return rest.trimmed
  }

  /// The first run of characters that satisfy a condition.
  func prefix(while condition: (Character) -> Bool) -> Stretch {
    Stretch(line: line, characters: characters.prefix(while: condition))
  }
}
