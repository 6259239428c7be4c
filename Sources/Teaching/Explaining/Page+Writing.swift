import Algebra
import Presentation

/// How formulas and numbers are written in an explanation.
extension Page {
  /// A formula in one line; a screen reader gets it in words.
  func formula(_ expression: Expression) -> StyledText {
    isPlain
      ? StyledText(expression.spoken) : expression.layout.inline(charset)
  }

  func name(_ name: Name) -> StyledText { formula(.name(name)) }

  /// A quantity or a part of it as it can be typed, `W2[1,2]`; a screen
  /// reader gets it in words.
  func typed(_ part: Expression) -> StyledText {
    guard !isPlain else { return formula(part) }
    let text = part.text(.ascii)
    guard let name = part.baseName, charset == .unicode,
      text.hasPrefix(name.ascii)
    else { return StyledText(text, .name) }
    return StyledText(name.text + text.dropFirst(name.ascii.count), .name)
  }

  func number(_ value: Double) -> StyledText {
    StyledText(format.text(value, charset: charset), .number)
  }

  /// What stands before a value: `=`, `≈`, and in words `is` or `is about`.
  func relation(isExact: Bool) -> StyledText {
    if isPlain { return isExact ? "is" : "is about" }
    if isExact { return StyledText("=", .symbol) }
    return StyledText(charset == .unicode ? "≈" : "~=", .symbol)
  }

  func relation(_ value: Double) -> StyledText {
    relation(isExact: format.isExact(value))
  }

  /// A value with the sign that says whether it was rounded.
  func related(_ value: Double) -> StyledText {
    (relation(value) + " " + number(value)).unbroken
  }

  /// What a part is inside a sentence: `z1[2] ≈ 3.849`.
  func valued(_ expression: Expression, _ value: Double) -> StyledText {
    guard isPlain else { return formula(expression) + " " + related(value) }
    return formula(expression) + ", which is " + spoken(value) + ","
  }

  /// A number inside a sentence, `about` before one that was rounded.
  func spoken(_ value: Double) -> StyledText {
    (format.isExact(value) ? "" : "about ") + number(value)
  }

  var times: String { charset == .ascii ? "*" : "·" }

  var arrow: String { isPlain ? "to" : charset == .ascii ? "->" : "→" }

  /// A sentence broken into lines of the page.
  func prose(_ text: StyledText, indent: Int = 0) -> StyledText {
    guard !isPlain else { return text.breakingAnywhere }
    return text.wrapped(to: max(width - indent, 16)).indented(by: indent)
  }

  /// A formula that may be long, its later lines set in under the first.
  func longLine(_ text: StyledText, indent: Int, hanging: Int) -> StyledText {
    guard !isPlain else { return text.breakingAnywhere }
    let room = max(width - indent, 16)
    return text.keepingBracketsWhole
      .wrapped(to: room, hanging: min(hanging, room / 2))
      .indented(by: indent)
  }

  /// An expression with the value of every entry put in its place.
  func numbersPutIn(
    _ expression: Expression, _ valuation: Valuation
  ) -> (text: StyledText, isExact: Bool) {
    var isExact = true
    let written = replacing(expression) { part in
      guard let value = try? valuation.value(of: part).storage.first else {
        return nil
      }
      isExact = isExact && format.isExact(value)
      return numeral(value)
    }
    return (formula(written).withTimesBeforeSigns(times), isExact)
  }

  /// A number as an expression that prints as the page shows it.
  private func numeral(_ value: Double) -> Expression {
    let text = format.text(value.magnitude, charset: charset)
    let bare =
      Numeral(text).map(Expression.number) ?? .name(Name(stem: text))
    return value < 0 ? .negation(bare) : bare
  }

  /// Replaces what is read: entries and the names of numbers.
  private func replacing(
    _ expression: Expression, _ number: (Expression) -> Expression?
  ) -> Expression {
    switch expression {
    case .entry(let base, _):
      if case .name = base, let value = number(expression) { return value }
      return expression
    case .name: return number(expression) ?? expression
    case .sum, .derivative, .differential: return expression
    default:
      return expression.withChildren(
        expression.children.map { replacing($0, number) })
    }
  }
}

extension Page {
  /// A function by its sign: `σ`, in ASCII `sigmoid`.
  func function(_ name: Name) -> StyledText {
    guard !isPlain else {
      return StyledText(Function.table[name]?.words ?? name.spoken)
    }
    let isASCII = charset == .ascii
    let symbol = isASCII ? nil : Function.table[name]?.symbol
    return StyledText(symbol ?? (isASCII ? name.ascii : name.text), .name)
  }

  /// What stands behind a line: `chain rule`, `definition of δ1`.
  func reason(_ reason: Reason) -> StyledText {
    guard let name = reason.name else { return StyledText(reason.rule.name) }
    let isFunction = Function.table[name] != nil
    return StyledText(reason.rule.name + " ")
      + (isFunction ? function(name) : self.name(name))
  }
}

extension StyledText {
  /// The text with a sign between a number and a negative one in brackets,
  /// which would else look like a function and its argument.
  func withTimesBeforeSigns(_ sign: String) -> StyledText {
    var text = StyledText()
    for (place, run) in runs.enumerated() {
      let rest = runs[place...].prefix(2).map(\.text).joined()
      let follows = text.plain.last?.isNumber ?? false
      if follows, rest.hasPrefix("(-") { text.append(sign, .symbol) }
      text.append(run.text, run.style)
    }
    return text
  }

  /// The text with ordinary spaces only.
  var breakingAnywhere: StyledText {
    var text = StyledText()
    for run in runs {
      text.append(
        String(run.text.map { $0 == "\u{A0}" ? " " : $0 }), run.style)
    }
    return text
  }

  /// The text with no line end in it.
  var unbroken: StyledText {
    var text = StyledText()
    for run in runs { text.append(run.text.withoutBreaks, run.style) }
    return text
  }

  /// The text with no line end in short brackets: `(a2 - y)` stays whole.
  var keepingBracketsWhole: StyledText {
    let characters = Array(plain)
    var opened: [Int] = []
    var kept: Set<Int> = []
    for (place, character) in characters.enumerated() {
      if character == "(" { opened.append(place) }
      if character == ")", let start = opened.popLast(), place - start < 20 {
        kept.formUnion(start...place)
      }
    }
    var place = -1
    var text = StyledText()
    for run in runs {
      let written = run.text.map { character -> Character in
        place += 1
        return character == " " && kept.contains(place) ? "\u{A0}" : character
      }
      text.append(String(written), run.style)
    }
    return text
  }
}

/// Parts of a reply, one below the other.
struct Lines {
  private(set) var text = StyledText()

  mutating func add(_ line: StyledText) {
    if !text.isEmpty { text.append("\n") }
    text.append(line)
  }

  mutating func add(contentsOf lines: [StyledText]) {
    for line in lines { add(line) }
  }
}

/// `1 road`, `2 roads`.
func counted(_ count: Int, _ one: String, _ many: String) -> String {
  "\(count) \(count == 1 ? one : many)"
}

extension Double {
  /// A count in full as far as it is exact, else roughly: `about 1e12`.
  var countText: String {
    if self < 10_000_000, let whole = Int(exactly: self) { return "\(whole)" }
    guard isFinite else { return "more than can be counted" }
    var power = 0
    var rest = self
    while rest >= 9.5 {
      rest /= 10
      power += 1
    }
    return "about \(Int(rest.rounded()))e\(power)"
  }
}
