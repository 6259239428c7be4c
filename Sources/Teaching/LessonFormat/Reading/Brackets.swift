/// How many brackets stand open, character by character.
struct Brackets {
  private(set) var depth = 0

  mutating func read(_ character: Character) {
    switch character {
    case "(", "[", "{": depth += 1
    case ")", "]", "}": depth = max(0, depth - 1)
    default: break
    }
  }

  mutating func read(_ stretch: Stretch) {
    for character in stretch.characters { read(character) }
  }
}

extension Stretch {
  /// The places outside all brackets where `pattern` begins.
  func topLevelIndices(of pattern: String) -> [Int] {
    let wanted = Array(pattern)
    var brackets = Brackets()
    var found: [Int] = []
    for index in characters.indices {
      if brackets.depth == 0, characters[index] == wanted.first,
        characters[index...].starts(with: wanted)
      {
        found.append(index)
      }
      brackets.read(characters[index])
    }
    return found
  }

  /// The places outside all brackets of an `=` that is no part of `==`, `<=`,
  /// `>=` or `!=`.
  var topLevelEqualities: [Int] {
    topLevelIndices(of: "=").filter { index in
      let before = self[index - 1]
      return self[index + 1] != "="
        && !["=", "<", ">", "!"].contains { $0 == before }
    }
  }

  /// The arrow of an update, which stands before every `=`: that of `m = a<-b`
  /// is none.
  var updateArrow: String? {
    let equality = topLevelEqualities.first
    return ["<-", "←"].first { arrow in
      guard let place = topLevelIndices(of: arrow).first else { return false }
      return equality.map { place < $0 } ?? true
    }
  }

  /// The parts between the places outside all brackets where a separator is.
  func topLevelParts(separatedBy separator: String) -> [Stretch] {
    var parts: [Stretch] = []
    var begin = start
    for index in topLevelIndices(of: separator) where index >= begin {
      parts.append(cut(begin..<index).trimmed)
      begin = index + separator.count
    }
    return parts + [from(begin).trimmed]
  }

  /// Takes the stretch for an expression, whose brackets are limited.
  func expression(_ faults: inout LessonFaults) -> SourceText {
    LogicalLine(first: self).expression(from: start, &faults)
  }
}
