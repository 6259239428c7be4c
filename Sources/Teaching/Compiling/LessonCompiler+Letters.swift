import Algebra

extension LessonCompiler {
  /// The free letters of some lines, each known from there on.
  mutating func letters(
    _ sources: [SourceText], in scope: inout Scope
  ) -> [Letter] {
    var letters: [Letter] = []
    for source in sources {
      guard let letter = letter(source, in: scope) else { continue }
      scope.shapes[letter.name] = letter.shape
      letters.append(letter)
    }
    return letters
  }

  /// A letter of a derivation: `z`, `z > 0`, `p: n×m`.
  private mutating func letter(_ source: SourceText, in scope: Scope) -> Letter?
  {
    let words = LetterWords(source.text)
    guard let words else {
      faults.add(.letterForm(source.text), at: source)
      return nil
    }
    let name = Name(words.name)
    guard !scope.isKnown(name) else {
      faults.add(.letterKnown(name), at: source)
      return nil
    }
    return Letter(
      name: name, shape: words.shape, domain: words.domain,
      condition: words.condition)
  }
}

/// The parts of `z`, `z > 0` or `p: n×m`.
private struct LetterWords {
  var name: String
  var shape = SymbolicShape.scalar
  var domain = Elementwise.Domain.all
  var condition: Expression?

  init?(_ text: String) {
    let plain = text.filter { $0 != " " }
    if let colon = plain.firstIndex(of: ":") {
      name = String(plain[..<colon])
      let sides = plain[plain.index(after: colon)...].split {
        "×x*".contains($0)
      }
      guard sides.count == 2 else { return nil }
      shape = .matrix(
        rows: LetterWords.axis(sides[0]), columns: LetterWords.axis(sides[1]))
    } else if let sign = plain.firstIndex(where: { "<>≤≥≠!".contains($0) }) {
      name = String(plain[..<sign])
      guard let domain = LetterWords.domain(plain[sign...]) else { return nil }
      self.domain = domain
      condition = LetterWords.condition(on: Name(name), plain[sign...])
    } else {
      name = plain
    }
    guard let first = name.first, first.isLetter,
      name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" })
    else { return nil }
  }

  /// The comparison as a formula, to be shown with the derivation.
  private static func condition(
    on name: Name, _ text: Substring
  ) -> Expression? {
    let signs = text.prefix { "<>≤≥≠!=".contains($0) }
    let bound = text.dropFirst(signs.count)
    let digits = bound.drop { "-−".contains($0) }
    guard let comparison = comparisons[String(signs)],
      let numeral = Numeral(String(digits))
    else { return nil }
    let number = Expression.number(numeral)
    return .binary(
      comparison, .name(name),
      digits.count < bound.count ? .negation(number) : number)
  }

  private static let comparisons: [String: BinaryOperator] = [
    ">": .greater, ">=": .greaterOrEqual, "≥": .greaterOrEqual,
    "<": .less, "<=": .lessOrEqual, "≤": .lessOrEqual,
    "!=": .notEqual, "≠": .notEqual,
  ]

  private static func axis(_ text: Substring) -> Dimension {
    guard let count = Int(text) else { return .size(Name(String(text))) }
    return count == 1 ? .one : .fixed(count)
  }

  /// The numbers that a comparison leaves.
  private static func domain(_ text: Substring) -> Elementwise.Domain? {
    let signs = text.prefix { "<>≤≥≠!=".contains($0) }
    let written = text.dropFirst(signs.count).map { $0 == "−" ? "-" : $0 }
    guard let bound = Double(String(written)) else { return nil }
    switch String(signs) {
    case ">": return bound == 0 ? .positive : .above(bound)
    case ">=", "≥":
      return bound == 0 ? .notNegative : .closed(bound, .infinity)
    case "<": return .closed(-.infinity, bound.nextDown)
    case "<=", "≤": return .closed(-.infinity, bound)
    case "!=", "≠": return bound == 0 ? .notZero : nil
    default: return nil
    }
  }
}
