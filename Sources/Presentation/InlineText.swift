/// A formula in one line, with the columns that each part came to stand in.
struct InlineText {
  private(set) var text = StyledText()

  /// The columns of each part, in characters.
  private(set) var parts: [(path: [Int], columns: Range<Int>)] = []

  private(set) var count = 0

  mutating func append(_ text: String, _ style: Style = .plain) {
    self.text.append(text, style)
    count += text.count
  }

  mutating func append(_ other: InlineText) {
    for part in other.parts {
      let columns = part.columns
      parts.append(
        (
          part.path,
          (columns.lowerBound + count)..<(columns.upperBound + count)
        ))
    }
    text.append(other.text)
    count += other.count
  }

  /// Names all that stands in the line so far.
  mutating func tag(_ path: [Int]) { parts.insert((path, 0..<count), at: 0) }

  /// The line in small characters, or nil if one of them has no small form.
  func small(_ table: SmallCharacters) -> InlineText? {
    var result = InlineText()
    var columns = [0]
    for run in text.runs {
      for character in run.text {
        guard let small = table[character] else { return nil }
        result.append(small, run.style)
        columns.append(result.count)
      }
    }
    guard columns.count == count + 1 else { return nil }
    result.parts = parts.map { part in
      let range = part.columns
      return (
        part.path, columns[range.lowerBound]..<columns[range.upperBound]
      )
    }
    return result
  }

  /// Whether the text is one word or stands in parentheses already.
  var isSelfContained: Bool {
    let plain = text.plain
    if plain.first?.isNumber == true, Double(plain) != nil { return true }
    var depth = 0
    var isInsideBars = false
    return plain.allSatisfy { character in
      if "([⟨".contains(character) { depth += 1 }
      if character == "‖" { isInsideBars.toggle() }
      defer { if ")]⟩".contains(character) { depth -= 1 } }
      return depth > 0 || isInsideBars || character.isLetter
        || character.isNumber || "'′ᵀ._‖".contains(character)
    }
  }
}
