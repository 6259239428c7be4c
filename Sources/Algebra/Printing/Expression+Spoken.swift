extension Expression {
  /// The formula in English words, for a reader who hears it.
  ///
  /// Brackets are said, as `open bracket … close bracket`, wherever the form
  /// that is typed has them. Besides, an operator that stands behind its
  /// operand (a transpose, a power) or between square brackets takes one name
  /// or number, or what stands between brackets. What follows `of` and `in`
  /// is one name, one number, or again a form that begins with its own noun:
  /// `sigma of entry 1 of z 2`. All else follows the order of the blackboard:
  /// products before sums, from left to right. So two formulas that differ by
  /// more than brackets never have the same words, as long as no name is one
  /// of these words.
  ///
  /// A derivative is a *slope of C in W 1*, as the lessons call it: `d C by
  /// d W 1` cannot be told from the names `dC` and `dW1` by ear.
  public var spoken: String { Speaker.words(self) }
}

extension Name {
  /// The name as it is heard: `delta 2`, `d W 1`, `y hat`, `w sub b`.
  ///
  /// It does not say where a book puts the index: names that differ in that
  /// alone are one name. A capital Latin letter is left to the reader's own
  /// way with capitals; a Greek one is a word and says so.
  public var spoken: String {
    let letters = Alphabet.spoken(stem)
    guard !index.isEmpty else { return letters }
    let isNumber = index.allSatisfy(\.isNumber)
    return letters + (isNumber ? " " : " sub ") + index
  }
}

extension Numeral {
  /// The number as it is heard: `0.5`, `one half`, `2 times ten to the minus
  /// 9`.
  public var spoken: String {
    if let words = Numeral.spokenFractions[text] { return words }
    let lowered = text.lowercased()
    guard let sign = lowered.firstIndex(of: "e") else { return text }
    let power = lowered[lowered.index(after: sign)...]
    let digits = power.drop { $0 == "+" || $0 == "-" }
    return "\(lowered[..<sign]) times ten to the "
      + (power.hasPrefix("-") ? "minus " : "") + digits
  }

  /// Whether it is a power of ten with a number before it.
  fileprivate var isSaidAsProduct: Bool { text.lowercased().contains("e") }

  private static let spokenFractions = [
    "½": "one half", "¼": "one quarter", "¾": "three quarters",
  ]
}

extension Function {
  /// What it is called when a formula is read aloud.
  public var words: String {
    if let spoken { return spoken }
    let isLetter = symbol?.allSatisfy(\.isLetter) ?? false
    return Name(stem: isLetter ? symbol ?? "" : name.stem, index: name.index)
      .spoken
  }
}

/// Puts a formula into words.
private enum Speaker {
  static func words(_ expression: Expression) -> String {
    switch expression {
    case .number(let numeral): numeral.spoken
    case .name(let name): name.spoken
    case .call(let name, let primes, let arguments):
      call(name, primes, arguments)
    case .negation(let inner): "minus " + part(inner, in: .negated)
    case .transpose(let inner): single(inner) + " transpose"
    case .binary(let sign, let left, let right): binary(sign, left, right)
    case .group(let inner): inBrackets(inner)
    case .entry(let base, let places): entry(places) + " of " + single(base)
    case .matrix(let rows): matrix(rows)
    case .derivative(let top, let bottom, let form):
      noun(of: form) + " of " + object(top) + " in " + object(bottom)
    case .differential(let inner): "the differential of " + object(inner)
    case .sum(let index, let body):
      "sum over " + index.spoken + " of " + object(body)
    }
  }

  // MARK: - Parts

  private static func inBrackets(_ expression: Expression) -> String {
    "open bracket " + words(expression.ungrouped) + " close bracket"
  }

  private static func part(_ expression: Expression, in slot: Slot) -> String {
    expression.needsParentheses(in: slot)
      ? inBrackets(expression) : words(expression)
  }

  /// One name or number, or all of it between brackets.
  private static func single(_ expression: Expression) -> String {
    switch expression {
    case .name: words(expression)
    case .number(let numeral) where !numeral.isSaidAsProduct:
      words(expression)
    default: inBrackets(expression)
    }
  }

  /// What stands behind `of`: a single thing, or a form with its own noun
  /// before another `of`.
  private static func object(_ expression: Expression) -> String {
    switch expression {
    case .entry, .differential, .sum: words(expression)
    case .call(_, _, let arguments) where arguments.count == 1:
      words(expression)
    default: single(expression)
    }
  }

  // MARK: - Forms

  private static func binary(
    _ sign: BinaryOperator, _ left: Expression, _ right: Expression
  ) -> String {
    switch sign {
    case .power: single(left) + power(right)
    case .hadamardPower: single(left) + " entry by entry" + power(right)
    default:
      part(left, in: .left(sign)) + " \(sign.row.spoken) "
        + part(right, in: .right(sign))
    }
  }

  private static func power(_ exponent: Expression) -> String {
    switch exponent {
    case .number(let numeral) where numeral.text == "2": " squared"
    case .number(let numeral) where numeral.text == "3": " cubed"
    case .negation(.number(let numeral)):
      " to the power minus " + numeral.spoken
    default: " to the power " + single(exponent)
    }
  }

  private static func call(
    _ name: Name, _ primes: Int, _ arguments: [Expression]
  ) -> String {
    let marks = String(repeating: " prime", count: primes)
    let head = (Function.table[name]?.words ?? name.spoken) + marks + " of "
    if arguments.count == 1 { return head + object(arguments[0]) }
    return head + "open bracket "
      + arguments.map(words).joined(separator: " comma ") + " close bracket"
  }

  private static func matrix(_ rows: [[Expression]]) -> String {
    let lines = rows.map { $0.map(words).joined(separator: " comma ") }
    return "the matrix " + lines.joined(separator: " next row ")
      + " end of matrix"
  }

  private static func noun(of form: Expression.DerivativeForm) -> String {
    switch form {
    case .straight: "the slope"
    case .partial: "the partial slope"
    case .applied: "the derivative"
    }
  }

  // MARK: - Entries

  private static func entry(_ places: [Expression.Subscript]) -> String {
    switch places.count {
    case 1: return place(places[0], "entry", "entries") ?? "every entry"
    case 2:
      let parts = [
        place(places[0], "row", "rows"), place(places[1], "column", "columns"),
      ].compactMap(\.self)
      return parts.isEmpty
        ? "every row and column" : parts.joined(separator: ", ")
    default:
      let parts = places.map { place($0, "place", "places") ?? "every place" }
      return parts.joined(separator: ", ")
    }
  }

  /// Which places are meant; nothing where all are.
  private static func place(
    _ place: Expression.Subscript, _ one: String, _ many: String
  ) -> String? {
    switch place {
    case .all: nil
    case .at(let index): "\(one) \(single(index))"
    case .range(let first, let last):
      "\(many) \(single(first)) to \(single(last))"
    }
  }
}
