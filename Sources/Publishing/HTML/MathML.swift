/// Writes formulas in presentation MathML, its core alone.
enum MathML {
  /// A formula in a line of text.
  static func inline(_ formula: Formula) -> String {
    "<math>\(row(formula))</math>"
  }

  /// A formula as large as in a line of its own.
  static func display(_ formula: Formula) -> String {
    "<math><mstyle displaystyle=\"true\">\(row(formula))</mstyle></math>"
  }

  /// A formula of a line of its own, in stretches between which a browser
  /// may end a line where it would be too long for one.
  static func stretches(_ formula: Formula) -> String {
    let parts = formula.width > 18 ? formula.stretches : [formula]
    return parts.map(display).joined(separator: "<wbr>")
  }

  private static func row(_ formula: Formula) -> String {
    formula.inRow.map(element).joined()
  }

  /// The formula as one element.
  private static func element(_ formula: Formula) -> String {
    switch formula {
    case .number(let text): number(text)
    case .name(let text):
      text.count > 1
        ? "<mi class=\"long\">\(text.escapedForHTML)</mi>"
        : "<mi>\(text.escapedForHTML)</mi>"
    case .word(let text):
      "<mi mathvariant=\"normal\">\(text.escapedForHTML)</mi>"
    case .sign(let sign): self.sign(sign)
    case .row(let parts): "<mrow>\(parts.map(element).joined())</mrow>"
    case .script(let base, let below, let above):
      scripted(base, below, above)
    case .fraction(let upper, let lower):
      "<mfrac>\(element(upper))\(element(lower))</mfrac>"
    case .root(let inner): "<msqrt>\(row(inner))</msqrt>"
    case .fence(let fence, let inner): fenced(fence, inner)
    case .grid(let rows): grid(rows)
    case .large(let sign, let below, let above, let body):
      "<mrow>\(large(sign, below, above))\(element(body))</mrow>"
    case .labelled(let inner, let below):
      "<munder>\(element(inner))\(element(below))</munder>"
    case .gap: "<mspace width=\"0.17em\"/>"
    case .room(let text):
      "<mphantom><mn>\(text.escapedForHTML)</mn></mphantom>"
    case .blank(let width):
      "<mspace class=\"blank\" height=\"1.3em\" "
        + "width=\"\(Int(width.rounded(.up)))em\"/>"
    }
  }

  // MARK: - Tokens

  private static func number(_ text: String) -> String {
    if let (upper, lower) = fractions[text] {
      return "<mfrac class=\"small\"><mn>\(upper)</mn><mn>\(lower)</mn></mfrac>"
    }
    let isNegative = text.hasPrefix("-") || text.hasPrefix("−")
    let digits = isNegative ? String(text.dropFirst()) : text
    let parts = digits.split(separator: "e", maxSplits: 1).map(String.init)
    guard parts.count == 2, Int(parts[1]) != nil else {
      return isNegative
        ? "<mrow>\(minus)\(token(digits))</mrow>" : token(digits)
    }
    return "<mrow>\(isNegative ? minus : "")<mn>\(parts[0])</mn><mo>·</mo>"
      + "<msup><mn>10</mn>\(number(parts[1]))</msup></mrow>"
  }

  private static let minus = "<mo form=\"prefix\">−</mo>"

  private static func token(_ digits: String) -> String {
    digits == "∞" || digits == "NaN"
      ? "<mi mathvariant=\"normal\">\(digits)</mi>"
      : "<mn>\(digits.escapedForHTML)</mn>"
  }

  private static let fractions = [
    "½": (1, 2), "¼": (1, 4), "¾": (3, 4),
  ]

  private static func sign(_ sign: Formula.Sign) -> String {
    let text = sign.text.escapedForHTML
    switch sign.role {
    case .operation: return "<mo form=\"infix\">\(text)</mo>"
    case .relation:
      let word = sign.text.allSatisfy(\.isLetter)
      return word
        ? "<mspace width=\"0.28em\"/><mtext>\(text)</mtext>"
          + "<mspace width=\"0.28em\"/>"
        : "<mo form=\"infix\">\(text)</mo>"
    case .prefix: return "<mo form=\"prefix\">\(text)</mo>"
    case .opening: return "<mo form=\"prefix\" stretchy=\"false\">\(text)</mo>"
    case .closing: return "<mo form=\"postfix\" stretchy=\"false\">\(text)</mo>"
    case .separator:
      let gap = sign.text.hasSuffix(" ") ? "0.25em" : "0"
      return "<mo separator=\"true\" lspace=\"0\" rspace=\"\(gap)\">"
        + "\(text.filter { $0 != " " })</mo>"
    case .plain:
      if sign.text == "ᵀ" { return "<mi mathvariant=\"normal\">T</mi>" }
      return "<mo lspace=\"0\" rspace=\"0\">\(text)</mo>"
    }
  }

  // MARK: - Parts around parts

  private static func scripted(
    _ base: Formula, _ below: Formula?, _ above: Formula?
  ) -> String {
    if let primes = above?.inRow, !primes.isEmpty,
      primes.allSatisfy({ $0 == .sign("′", .plain) })
    {
      // A prime is high and small by itself; raised, it can hardly be seen.
      let marks = primes.map(element).joined()
      return "<mrow>\(scripted(base, below, nil))\(marks)</mrow>"
    }
    return switch (below, above) {
    case (let below?, let above?):
      "<msubsup>\(element(base))\(element(below))\(element(above))</msubsup>"
    case (let below?, nil): "<msub>\(element(base))\(element(below))</msub>"
    case (nil, let above?): "<msup>\(element(base))\(element(above))</msup>"
    case (nil, nil): element(base)
    }
  }

  private static func fenced(
    _ fence: Formula.Fence, _ inner: Formula
  ) -> String {
    let (left, right) =
      switch fence {
      case .round: ("(", ")")
      case .square: ("[", "]")
      case .bar: ("|", "|")
      case .doubleBar: ("‖", "‖")
      case .angle: ("⟨", "⟩")
      }
    let grows = inner.isTall ? "true" : "false"
    return "<mrow><mo form=\"prefix\" stretchy=\"\(grows)\">\(left)</mo>"
      + row(inner)
      + "<mo form=\"postfix\" stretchy=\"\(grows)\">\(right)</mo></mrow>"
  }

  private static func large(
    _ sign: String, _ below: Formula?, _ above: Formula?
  ) -> String {
    let text = sign == "Σ" ? "∑" : sign.escapedForHTML
    let mark = "<mo movablelimits=\"false\" largeop=\"true\">\(text)</mo>"
    return switch (below, above) {
    case (let below?, let above?):
      "<munderover>\(mark)\(element(below))\(element(above))</munderover>"
    case (let below?, nil): "<munder>\(mark)\(element(below))</munder>"
    case (nil, let above?): "<mover>\(mark)\(element(above))</mover>"
    case (nil, nil): mark
    }
  }

  private static func grid(_ rows: [[Formula]]) -> String {
    let lines = rows.map { cells in
      "<mtr>" + cells.map { "<mtd>\(row($0))</mtd>" }.joined() + "</mtr>"
    }.joined()
    return "<mrow><mo form=\"prefix\" stretchy=\"true\">[</mo>"
      + "<mtable>\(lines)</mtable>"
      + "<mo form=\"postfix\" stretchy=\"true\">]</mo></mrow>"
  }
}

extension String {
  /// The text with what has a meaning in HTML escaped.
  var escapedForHTML: String {
    var result = ""
    for character in self {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
    return result
  }
}
