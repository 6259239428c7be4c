import Algebra

extension Reciter {
  /// Says a name that is no plain word, and what follows it without a space:
  /// an entry, a prime, what a function is given.
  mutating func sayFormula() -> Bool {
    let first = characters[place]
    guard first.isLetter || first == "∂", !followsWord, before != "'" else {
      return false
    }
    let known = knownName
    let end = known.map { place + $0.letters.count } ?? endOfName(from: place)
    let stem = text(place..<end)
    for whole in endsOfFormula(behind: end, stem) {
      let source = text(place..<whole)
      if let formula = try? Expression(source, in: scope) {
        say(formula.spoken, for: whole - place)
        return true
      }
    }
    guard stem.hasSigns, stem != "∂" else { return false }
    say((known?.name ?? Name(stem)).spoken, for: end - place)
    return true
  }

  /// The name of a quantity here, in whatever script its book draws it.
  private var knownName: (letters: [Character], name: Name)? {
    spellings[characters[place]]?.first { letters, _ in
      isHere(letters) && !isPartOfWord(place + letters.count)
    }
  }

  private func endOfName(from start: Int) -> Int {
    var end = start + 1
    while isPartOfWord(end), !"⁰¹²³⁴⁵⁶⁷⁸⁹ᵀ".contains(character(end)) {
      end += 1
    }
    return end
  }

  /// Where a formula that begins with a name may end, the longest first.
  private func endsOfFormula(behind start: Int, _ stem: String) -> [Int] {
    let isWord = stem.count > 1 && !stem.hasSigns
    var ends: [Int] = []
    var end = start
    if character(end) == "/", let sign = stem.first, "d∂".contains(sign),
      character(end + 1) == sign
    {
      end = endOfName(from: end + 1)
      ends.append(end)
    }
    while let next = endOfPart(at: end, isWord: isWord && ends.isEmpty, stem) {
      end = next
      ends.append(end)
    }
    return ends.reversed()
  }

  /// Where a prime, a transpose or a pair of brackets ends that begins here.
  private func endOfPart(
    at start: Int, isWord: Bool, _ stem: String
  ) -> Int? {
    switch character(start) {
    case "′", "ᵀ": return start + 1
    case "'":
      // The apostrophe of a word is none of a transpose.
      return isWord || character(start + 1).isLetter ? nil : start + 1
    case "[": return endOfBrackets(from: start)
    case "(":
      let isCall = !isWord || scope.functions[Name(stem)] != nil
      return isCall ? endOfBrackets(from: start) : nil
    default: return nil
    }
  }

  /// The place behind the bracket that closes the one here, on one line.
  private func endOfBrackets(from start: Int) -> Int? {
    var depth = 0
    var end = start
    while character(end) != "\n" {
      if "([".contains(character(end)) { depth += 1 }
      if ")]".contains(character(end)) { depth -= 1 }
      end += 1
      if depth == 0 { return end }
    }
    return nil
  }

  /// Says a number with a power of ten, or one right before a name, as in
  /// `2m`; other digits stay as they are.
  mutating func sayNumber() -> Bool {
    guard isDigit(place), !followsWord else { return false }
    var end = place + 1
    while isDigit(end) || character(end) == "." && isDigit(end + 1) {
      end += 1
    }
    let sign = "+-".contains(character(end + 1)) ? 1 : 0
    guard character(end) == "e", isDigit(end + 1 + sign) else {
      return sayFactor(to: end)
    }
    end += 1 + sign
    while isDigit(end) { end += 1 }
    guard let numeral = Numeral(text(place..<end)) else { return false }
    say(numeral.spoken, for: end - place)
    return true
  }

  /// Says a number that a name follows without a space.
  private mutating func sayFactor(to end: Int) -> Bool {
    guard character(end).isLetter,
      scope.isKnown(Name(text(end..<endOfName(from: end))))
    else { return false }
    say(text(place..<end), for: end - place)
    return true
  }

  func isDigit(_ place: Int) -> Bool {
    character(place).isASCII && character(place).isNumber
  }
}
