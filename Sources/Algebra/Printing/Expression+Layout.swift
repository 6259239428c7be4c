import Presentation

extension Expression {
  /// How the formula is to be set, each part tagged with its path.
  public var layout: Layout { Typesetter().layout(self, at: []) }

  /// The formula in one line, as it can be typed.
  public func text(_ charset: Charset = .unicode) -> String {
    layout.inline(charset).plain
  }
}

extension Name {
  /// How the name is to be set.
  public var layout: Layout {
    let letters = Layout.text(stem, ascii: Alphabet.ascii(stem), .name)
    guard !index.isEmpty else { return letters }
    func above(_ text: String) -> Layout {
      .script(letters, below: nil, above: .token(text, .name))
    }
    return switch script {
    case .below: .script(letters, below: .token(index, .name), above: nil)
    case .above: above(index)
    case .inParentheses: above("(\(index))")
    case .inBrackets: above("[\(index)]")
    }
  }
}

/// Sets an expression: which signs, which brackets, what above and below.
struct Typesetter {
  /// Whether white space separates values at the place at hand.
  var isInsideMatrix = false

  func layout(_ expression: Expression, at path: Path) -> Layout {
    .tagged(path, form(expression, at: path))
  }

  private func form(_ expression: Expression, at path: Path) -> Layout {
    switch expression {
    case .number(let numeral):
      return .text(numeral.text, ascii: numeral.ascii, .number)
    case .name(let name): return name.layout
    case .call(let name, let primes, let arguments):
      return call(name, primes, arguments, at: path)
    case .negation(let inner):
      return .row([.token("-", .symbol), part(inner, 0, .negated, path)])
    case .transpose(let inner):
      return .row([
        part(inner, 0, .postfixed, path), .text("ᵀ", ascii: "'", .symbol),
      ])
    case .binary(let sign, let left, let right):
      return binary(sign, left, right, at: path)
    case .group(let inner):
      return .fence(
        .round, spaced.layout(inner, at: path + [0]), inlineOnly: false)
    case .entry(let base, let places): return entry(base, places, at: path)
    case .matrix(let rows): return matrix(rows, at: path)
    case .derivative(let top, let bottom, let form):
      return slope(top, bottom, form, at: path)
    case .differential(let inner):
      return .row([
        .token("d", .symbol),
        .fence(.round, spaced.layout(inner, at: path + [0]), inlineOnly: false),
      ])
    case .sum(let index, let body): return sum(over: index, body, at: path)
    }
  }

  /// A typesetter for a place where spaces separate nothing.
  private var spaced: Typesetter { Typesetter() }

  /// A part in its place, between parentheses where it needs them.
  private func part(
    _ expression: Expression, _ step: Int, _ slot: Slot, _ path: Path,
    drawnBare: Bool = false
  ) -> Layout {
    guard expression.needsParentheses(in: slot) else {
      return layout(expression, at: path + [step])
    }
    return .fence(
      .round, spaced.layout(expression, at: path + [step]),
      inlineOnly: drawnBare || expression.isFraction)
  }
}

// MARK: - Operators

extension Typesetter {
  private func binary(
    _ sign: BinaryOperator, _ left: Expression, _ right: Expression,
    at path: Path
  ) -> Layout {
    switch sign {
    case .divide:
      return .fraction(
        part(left, 0, .left(sign), path, drawnBare: true),
        part(right, 1, .right(sign), path, drawnBare: true))
    case .power, .hadamardPower:
      let base = part(left, 0, .left(sign), path)
      let dotted =
        sign == .power ? base : .row([base, .token(".", .symbol)])
      return .script(
        dotted, below: nil,
        above: part(right, 1, .right(sign), path, drawnBare: true))
    default:
      return .row([
        part(left, 0, .left(sign), path), joint(sign, left, right),
        part(right, 1, .right(sign), path),
      ])
    }
  }

  private func joint(
    _ sign: BinaryOperator, _ left: Expression, _ right: Expression
  ) -> Layout {
    if sign == .times, let joint = silentJoint(left, right) {
      return .token(joint)
    }
    return .text(sign.row.unicode, ascii: sign.row.ascii, .symbol)
  }

  /// What stands between factors that need no sign, as in `2x`.
  private func silentJoint(_ left: Expression, _ right: Expression) -> String? {
    let opensBracket = right.needsParentheses(in: .right(.times))
    let opening = opensBracket ? .bracket : right.opening
    guard opening != .other else { return nil }
    if left.isNumber {
      guard case .word(let word) = opening else { return "" }
      if word.hasPrefix("e") || word.hasPrefix("E") { return nil }
      return word.count == 1 ? "" : isInsideMatrix ? nil : " "
    }
    return left.isFraction && !isInsideMatrix ? " " : nil
  }

  private func slope(
    _ top: Expression, _ bottom: Expression,
    _ form: Expression.DerivativeForm, at path: Path
  ) -> Layout {
    let parts = [
      spaced.layout(top, at: path + [0]), spaced.layout(bottom, at: path + [1]),
    ]
    if form == .applied {
      return .row([.token("D"), .fence(.round, list(parts), inlineOnly: false)])
    }
    let sign =
      form == .partial
      ? Layout.text("∂", ascii: "d", .symbol) : .token("d", .symbol)
    return .fraction(.row([sign, parts[0]]), .row([sign, parts[1]]))
  }

  private func list(_ parts: [Layout]) -> Layout {
    .row(
      parts.enumerated().flatMap { place, part in
        place == 0 ? [part] : [.token(", ", .symbol), part]
      })
  }
}

// MARK: - Calls, entries and matrices

extension Typesetter {
  private func call(
    _ name: Name, _ primes: Int, _ arguments: [Expression], at path: Path
  ) -> Layout {
    let parts = arguments.enumerated().map { step, argument in
      spaced.layout(argument, at: path + [step])
    }
    if name == "norm", primes == 0 {
      return .row([
        .text("‖", ascii: "norm(", .symbol), list(parts),
        .text("‖", ascii: ")", .symbol),
      ])
    }
    if name == "inner", primes == 0 {
      return .row([
        .text("⟨", ascii: "inner(", .symbol), list(parts),
        .text("⟩", ascii: ")", .symbol),
      ])
    }
    let marks = (0..<primes).map { _ in Layout.text("′", ascii: "'", .symbol) }
    let inline = Layout.row(
      [sign(of: name)] + marks
        + [.fence(.round, list(parts), inlineOnly: false)])
    guard name == "exp", primes == 0, let exponent = parts.first else {
      return inline
    }
    return .alternatives(
      inline: inline,
      drawn: .script(.token("e", .name), below: nil, above: exponent))
  }

  private func sign(of function: Name) -> Layout {
    guard let symbol = Function.table[function]?.symbol else {
      return function.layout
    }
    return .text(symbol, ascii: function.ascii, .name)
  }

  private func entry(
    _ base: Expression, _ places: [Expression.Subscript], at path: Path
  ) -> Layout {
    var step = 0
    func next(_ place: Expression) -> Layout {
      step += 1
      return spaced.layout(place, at: path + [step])
    }
    var parts = [part(base, 0, .postfixed, path), .token("[", .symbol)]
    for (count, place) in places.enumerated() {
      if count > 0 { parts.append(.token(",", .symbol)) }
      switch place {
      case .all: parts.append(.token(":", .symbol))
      case .at(let index): parts.append(next(index))
      case .range(let first, let last):
        parts += [next(first), .token(":", .symbol), next(last)]
      }
    }
    return .row(parts + [.token("]", .symbol)])
  }

  private func matrix(_ rows: [[Expression]], at path: Path) -> Layout {
    var setter = self
    setter.isInsideMatrix = true
    var step = -1
    return .grid(
      rows.map { row in
        row.map { cell in
          step += 1
          return setter.layout(cell, at: path + [step])
        }
      })
  }

  private func sum(
    over index: Name, _ body: Expression, at path: Path
  ) -> Layout {
    let inner = spaced.layout(body, at: path + [0])
    return .sign(
      "Σ", ascii: "sum", below: index.layout, above: nil, body: inner,
      inline: .row([
        .token("sum"),
        .fence(.round, list([index.layout, inner]), inlineOnly: false),
      ]))
  }
}

// MARK: - How a form begins

extension Expression {
  fileprivate enum Opening: Equatable {
    case word(String)
    case bracket
    case other
  }

  fileprivate var isFraction: Bool {
    if case .binary(.divide, _, _) = self { true } else { false }
  }

  /// What the printed form begins with.
  fileprivate var opening: Opening {
    switch self {
    case .name(let name): .word(name.stem)
    case .call(let name, _, _):
      name == "norm" || name == "inner"
        ? .other : .word(Function.table[name]?.symbol ?? name.stem)
    case .group: .bracket
    case .transpose(let inner), .entry(let inner, _):
      inner.needsParentheses(in: .postfixed) ? .bracket : inner.opening
    case .binary(let sign, let left, _) where sign.precedence == .power:
      left.needsParentheses(in: .left(sign)) ? .bracket : left.opening
    default: .other
    }
  }
}
