import Presentation

extension Formula {
  /// The formula that a layout draws.
  public init(_ layout: Layout) { self = FormulaReader.formula(layout) }
}

/// Reads off a layout what its tokens are.
private enum FormulaReader {
  static func formula(_ layout: Layout) -> Formula {
    switch layout {
    case .text(let text, _, let style): return token(text, style)
    case .row(let parts): return row(parts.map(\.untagged))
    case .script(let base, let below, let above):
      return scripted(base, below, above)
    case .fraction(let upper, let lower):
      return .fraction(formula(upper), formula(lower))
    case .fence(let fence, let inner, let inlineOnly):
      return inlineOnly
        ? formula(inner) : .fence(Formula.Fence(fence), formula(inner))
    case .grid(let rows):
      return .grid(rows.map { $0.map(formula) })
    case .sign(let sign, _, let below, let above, let body, _):
      return .large(
        sign, below: below.map(formula), above: above.map(formula),
        formula(body))
    case .alternatives(_, let drawn): return formula(drawn)
    case .tagged(_, let inner): return formula(inner)
    }
  }

  /// A base with its scripts; where it is a base with scripts itself, the
  /// second pair must not run into the first.
  private static func scripted(
    _ base: Layout, _ below: Layout?, _ above: Layout?
  ) -> Formula {
    let lower = below.map(formula)
    let upper = above.map(formula)
    let inner = whole(base)
    guard case .script(let core, let innerBelow, let innerAbove) = inner else {
      return .script(inner, below: lower, above: upper)
    }
    let collides =
      (lower != nil && innerBelow != nil) || (upper != nil && innerAbove != nil)
    guard collides else {
      return .script(
        core, below: innerBelow ?? lower, above: innerAbove ?? upper)
    }
    return .script(.fence(.round, inner), below: lower, above: upper)
  }

  /// What something is put behind: a fraction keeps the brackets that a
  /// picture on a screen can do without, and paper cannot.
  private static func whole(_ layout: Layout) -> Formula {
    if case .fence(let fence, let inner, true) = layout.untagged {
      return .fence(Formula.Fence(fence), formula(inner))
    }
    return formula(layout)
  }

  // MARK: - Rows

  private static func row(_ parts: [Layout]) -> Formula {
    if let raised = transposed(parts) { return raised }
    if let call = call(parts) { return call }
    if let enclosed = enclosed(parts) { return enclosed }
    var formulas: [Formula] = []
    for part in parts {
      let next = formula(part)
      if part.plain == "′" || part.plain == "ᵀ", let last = formulas.popLast() {
        formulas.append(last.raised(next))
      } else if next != .row([]) {
        formulas.append(next)
      }
    }
    return .joined(formulas)
  }

  /// A whole with the sign of a transpose behind it.
  private static func transposed(_ parts: [Layout]) -> Formula? {
    guard parts.count == 2, parts[1].plain == "ᵀ" else { return nil }
    return whole(parts[0]).raised(formula(parts[1]))
  }

  /// The name of a function, its primes, and what it is given.
  private static func call(_ parts: [Layout]) -> Formula? {
    guard parts.count > 1, let last = parts.last,
      case .fence(.round, let inner, false) = last,
      parts[0].isWordy,
      parts[1..<(parts.count - 1)].allSatisfy({ $0.plain == "′" })
    else { return nil }
    let primes = parts.count - 2
    if parts[0].plain == "√", primes == 0 { return .root(formula(inner)) }
    var head = upright(formula(parts[0]))
    if primes > 0 {
      head = head.raised(
        .joined(Array(repeating: .sign("′", .plain), count: primes)))
    }
    return .joined([head, formula(last)])
  }

  /// The name of a function, upright where it is a word.
  private static func upright(_ formula: Formula) -> Formula {
    switch formula {
    case .name(let text) where text.count > 1: .word(text)
    case .script(let base, let below, let above):
      .script(upright(base), below: below, above: above)
    default: formula
    }
  }

  /// A norm or an inner product, whose bars are tokens.
  private static func enclosed(_ parts: [Layout]) -> Formula? {
    guard parts.count > 2, let first = parts.first?.plain,
      let last = parts.last?.plain
    else { return nil }
    let inner = Formula.joined(parts.dropFirst().dropLast().map(formula))
    switch (first, last) {
    case ("‖", "‖"): return .fence(.doubleBar, inner)
    case ("⟨", "⟩"): return .fence(.angle, inner)
    default: return nil
    }
  }

  // MARK: - Tokens

  private static func token(_ text: String, _ style: Style) -> Formula {
    if style == .number { return .number(text) }
    if let sign = signs[text] { return .sign(sign) }
    if text == " " { return .gap }
    let trimmed = text.filter { $0 != " " }
    guard !trimmed.isEmpty else { return .row([]) }
    if let sign = signs[trimmed] { return .sign(sign) }
    if trimmed.allSatisfy({ $0.isNumber || $0 == "." }) {
      return .number(trimmed)
    }
    if trimmed.allSatisfy(\.isLetter) {
      return style == .name || style == .symbol || trimmed.count == 1
        ? .name(trimmed) : .word(trimmed)
    }
    return .joined(trimmed.map(character))
  }

  private static func character(_ character: Character) -> Formula {
    if let sign = signs[String(character)] { return .sign(sign) }
    if character.isLetter { return .name(String(character)) }
    if character.isNumber { return .number(String(character)) }
    return .sign(String(character), .plain)
  }

  private static let signs: [String: Formula.Sign] = [
    "-": Formula.Sign("−", .prefix), "−": Formula.Sign("−", .prefix),
    " - ": Formula.Sign("−", .operation), " + ": Formula.Sign("+", .operation),
    "+": Formula.Sign("+", .operation), "·": Formula.Sign("·", .operation),
    "⊙": Formula.Sign("⊙", .operation), "./": Formula.Sign("⊘", .operation),
    "<": Formula.Sign("<", .relation), "≤": Formula.Sign("≤", .relation),
    ">": Formula.Sign(">", .relation), "≥": Formula.Sign("≥", .relation),
    "==": Formula.Sign("=", .relation), "=": Formula.Sign("=", .relation),
    "≠": Formula.Sign("≠", .relation), "≈": Formula.Sign("≈", .relation),
    " or ": Formula.Sign("or", .relation),
    " and ": Formula.Sign("and", .relation),
    "[": Formula.Sign("[", .opening), "]": Formula.Sign("]", .closing),
    "(": Formula.Sign("(", .opening), ")": Formula.Sign(")", .closing),
    "{": Formula.Sign("{", .opening), "}": Formula.Sign("}", .closing),
    "⟨": Formula.Sign("⟨", .opening), "⟩": Formula.Sign("⟩", .closing),
    ",": Formula.Sign(",", .separator), ", ": Formula.Sign(", ", .separator),
    ";": Formula.Sign(";", .separator),
    ":": Formula.Sign(":", .plain), ".": Formula.Sign(".", .plain),
    "′": Formula.Sign("′", .plain), "ᵀ": Formula.Sign("ᵀ", .plain),
    "∂": Formula.Sign("∂", .plain), "∞": Formula.Sign("∞", .plain),
  ]
}

extension Formula.Fence {
  fileprivate init(_ fence: Layout.Fence) {
    switch fence {
    case .round: self = .round
    case .square: self = .square
    case .bar: self = .bar
    case .doubleBar: self = .doubleBar
    }
  }
}

extension Layout {
  /// The layout without the tags around it.
  fileprivate var untagged: Layout {
    if case .tagged(_, let inner) = self { inner.untagged } else { self }
  }

  /// The text of a single token.
  fileprivate var plain: String? {
    switch self {
    case .text(let text, _, _): text
    case .tagged(_, let inner): inner.plain
    default: nil
    }
  }

  /// Whether it can be what a function is called.
  fileprivate var isWordy: Bool {
    switch self {
    case .text(let text, _, let style):
      style == .name || text.allSatisfy(\.isLetter) && !text.isEmpty
    case .script(let base, _, _): base.isWordy
    case .tagged(_, let inner): inner.isWordy
    default: false
    }
  }
}
