extension String {
  /// The text with what it says of rows said of columns, and the other way
  /// round.
  ///
  /// Words that hold one of these, such as `arrow`, are left alone.
  public var withRowsAndColumnsExchanged: String {
    var text = ""
    var word = ""
    func exchanged(_ word: String) -> String {
      let lowered = word.lowercased()
      guard let other = String.exchangedWords[lowered] else { return word }
      let isCapital = word.first?.isUppercase ?? false
      return isCapital
        ? other.prefix(1).uppercased() + other.dropFirst() : other
    }
    for character in self {
      if character.isLetter {
        word.append(character)
      } else {
        text += exchanged(word)
        word = ""
        text.append(character)
      }
    }
    return text + exchanged(word)
  }

  private static let exchangedWords: [String: String] = {
    let pairs = [
      ("row", "column"), ("rows", "columns"), ("lying", "standing"),
    ]
    var words: [String: String] = [:]
    for (first, second) in pairs {
      words[first] = second
      words[second] = first
    }
    return words
  }()
}
