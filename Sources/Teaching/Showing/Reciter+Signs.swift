extension Reciter {
  /// Says a sign by its name, or puts plain punctuation in its place.
  mutating func saySign() -> Bool {
    if let words = minus ?? cross ?? slash {
      say(words, for: 1)
      return true
    }
    let found = Self.signs[characters[place]]?.first { isHere($0.letters) }
    guard let (letters, words) = found else { return false }
    if words.first?.isLetter ?? false {
      say(words, for: letters.count)
    } else {
      put(words, for: letters.count)
    }
    return true
  }

  /// A hyphen before a number or a formula, and not inside a word.
  private var minus: String? {
    if characters[place] == "−" { return "minus" }
    guard characters[place] == "-" else { return nil }
    let next = character(place + 1)
    let isAlone = before == " " && next == " "
    let isSign = !followsWord && before != "-" && before != ")"
    let isBeforeWord = isPartOfWord(place + 1) || "∞.".contains(next)
    return isAlone || isSign && isBeforeWord ? "minus" : nil
  }

  /// A cross between the two sizes of a shape, or between factors.
  private var cross: String? {
    characters[place] == "×" ? followsWord ? "by" : "times" : nil
  }

  /// A slash between two numbers; in a path it stays.
  private var slash: String? {
    let isFraction =
      characters[place] == "/" && isDigit(place - 1) && isDigit(place + 1)
    return isFraction ? "over" : nil
  }

  /// What the other signs are called, by their first character.
  private static let signs = Dictionary(
    grouping: table.map { (letters: Array($0.sign), words: $0.words) }
  ) { $0.letters[0] }

  /// The longer signs stand before those that they begin with.
  private static let table: [(sign: String, words: String)] = [
    ("==", "is equal to"), ("=?", "may equal"), ("=", "equals"),
    ("/=", "is not"), ("!=", "is not"), ("≠", "is not"),
    ("<=", "is at most"), ("≤", "is at most"), ("<-", "becomes"),
    ("<", "is less than"), (">=", "is at least"), ("≥", "is at least"),
    (">", "is greater than"), ("~=", "is about"), ("≈", "is about"),
    ("->", "to"), ("→", "to"), ("←", "becomes"),
    (".*", "entry by entry times"), ("⊙", "entry by entry times"),
    ("./", "entry by entry over"), (".^", "entry by entry to the power"),
    ("·", "times"), ("*", "times"), ("@", "times"), ("+", "plus"),
    ("^", "to the power"), ("²", "squared"), ("³", "cubed"),
    ("⁰", "to the power 0"),
    ("√", "the square root of"), ("Σ", "the sum of"), ("∂", "d"),
    ("ᵀ", "transpose"), ("′", "prime"), ("½", "one half"),
    ("¼", "one quarter"), ("¾", "three quarters"), ("∞", "infinity"),
    ("NaN", "not a number"), ("%", "percent"), ("‖", "double bar"),
    ("|", "bar"), ("&", "and"), ("#", "number"), ("_", "underscore"),
    ("~", "about"), ("$", "dollar"), ("\\", "backslash"),
    ("[", "("), ("]", ")"), ("{", "("), ("}", ")"), ("⟨", "("), ("⟩", ")"),
    ("…", "..."), ("–", "-"), ("—", "-"), ("‘", "'"), ("’", "'"),
    ("`", "'"), ("“", "\""), ("”", "\""),
  ]
}
