/// Writes formulas in the language of LaTeX with amsmath.
///
/// Code hosts that typeset formulas know most of it, but neither invisible
/// text nor `\operatorname`.
struct LaTeXFormula {
  let reader: Reader

  enum Reader {
    /// LaTeX itself.
    case latex
    /// A page of a code host.
    case codeHost
  }

  func text(_ formula: Formula) -> String { spaced(pieces(formula)) }

  /// Puts pieces side by side, so that no command runs into a letter.
  private func spaced(_ pieces: [String]) -> String {
    var text = ""
    for piece in pieces where !piece.isEmpty {
      if let first = piece.first, first.isLetter, text.endsInCommand {
        text += " "
      }
      text += piece
    }
    return text
  }

  private func pieces(_ formula: Formula) -> [String] {
    switch formula {
    case .number(let text): [number(text)]
    case .name(let text): [Self.name(text)]
    case .word(let text): ["\\mathrm{\(LaTeXText.escaped(text))}"]
    case .sign(let sign): [Self.sign(sign)]
    case .row(let parts): parts.map(text)
    case .script(let base, let below, let above):
      [scripted(base, below, above)]
    case .fraction(let upper, let lower):
      ["\\frac{\(text(upper))}{\(text(lower))}"]
    case .root(let inner): ["\\sqrt{\(text(inner))}"]
    case .fence(let fence, let inner): fenced(fence, inner)
    case .grid(let rows): [grid(rows)]
    case .large(let sign, let below, let above, let body):
      [large(sign, below, above), text(body)]
    case .labelled(let inner, let below):
      ["\\underset{\(text(below))}{\(text(inner))}"]
    case .gap: ["\\,"]
    case .room(let digits):
      reader == .latex ? ["\\phantom{\(number(digits))}"] : []
    case .blank(let width): [blank(width)]
    }
  }

  private func blank(_ width: Double) -> String {
    reader == .latex
      ? "\\rule[-0.3em]{\(ems(width))}{0.4pt}"
      : "\\underline{"
        + String(repeating: "\\qquad", count: max(Int(width / 2), 2)) + "}"
  }

  private func ems(_ width: Double) -> String {
    "\(Double(Int(width * 10)) / 10)em"
  }

  // MARK: - Tokens

  private func number(_ text: String) -> String {
    if let fraction = Self.fractions[text] { return fraction }
    let digits = text.map { character in
      switch character {
      // A sign that belongs to its number has no room around it.
      case "−", "-": "{-}"
      case "∞": "\\infty"
      default: String(character)
      }
    }.joined()
    if digits == "NaN" { return "\\text{NaN}" }
    let parts = digits.split(separator: "e", maxSplits: 1)
    guard parts.count == 2, parts[1].last?.isNumber ?? false else {
      return digits
    }
    return "\(parts[0])\\cdot 10^{\(parts[1])}"
  }

  private static let fractions = [
    "½": "\\tfrac{1}{2}", "¼": "\\tfrac{1}{4}", "¾": "\\tfrac{3}{4}",
  ]

  private static func name(_ text: String) -> String {
    if text.count > 1, text.allSatisfy(\.isASCII) {
      return "\\mathit{\(LaTeXText.escaped(text))}"
    }
    let letters = text.map { letter in
      LaTeXText.mathLetter(letter)
        ?? "\\text{\(LaTeXText.escaped("\(letter)"))}"
    }
    return letters.count == 1
      ? letters[0] : "{\(letters.joined(separator: " "))}"
  }

  private static func sign(_ sign: Formula.Sign) -> String {
    switch sign.text {
    case "−": "-"
    case "·": "\\cdot "
    case "⊙": "\\odot "
    case "⊘": "\\oslash "
    case "×": "\\times "
    case "≤": "\\le "
    case "≥": "\\ge "
    case "≠": "\\ne "
    case "←": "\\leftarrow "
    case "≈": "\\approx "
    case "or", "and": "\\;\\text{\(sign.text)}\\;"
    case "{": "\\{"
    case "}": "\\}"
    case "⟨": "\\langle "
    case "⟩": "\\rangle "
    case ",": "{,}"
    case ", ": ",\\,"
    case ":": "{:}"
    case ".": "{.}"
    case "′": "\\prime"
    case "ᵀ": "\\mathsf{T}"
    case "∂": "\\partial "
    case "∞": "\\infty "
    case "⋮": "\\vdots "
    case "⋯": "\\cdots "
    default:
      sign.text.allSatisfy { $0.isASCII && !"\\#$%&_{}~^".contains($0) }
        ? sign.text : "\\text{\(LaTeXText.escaped(sign.text))}"
    }
  }

  // MARK: - Parts around parts

  private func scripted(
    _ base: Formula, _ below: Formula?, _ above: Formula?
  ) -> String {
    let isSingle =
      switch base {
      case .name, .word, .number, .sign: true
      default: false
      }
    var script = isSingle ? text(base) : "{\(text(base))}"
    if let below { script += "_{\(text(below))}" }
    guard let above else { return script }
    let raised = text(above)
    let isPrimes = above.inRow.allSatisfy { $0 == .sign("′", .plain) }
    return script
      + (isPrimes
        ? String(repeating: "'", count: above.inRow.count) : "^{\(raised)}")
  }

  private func fenced(_ fence: Formula.Fence, _ inner: Formula) -> [String] {
    let (left, right) =
      switch fence {
      case .round: ("(", ")")
      case .square: ("[", "]")
      case .bar: ("\\lvert ", "\\rvert ")
      case .doubleBar: ("\\lVert ", "\\rVert ")
      case .angle: ("\\langle ", "\\rangle ")
      }
    return inner.isTall
      ? ["\\left\(left)", text(inner), "\\right\(right)"]
      : [left, text(inner), right]
  }

  private func large(
    _ sign: String, _ below: Formula?, _ above: Formula?
  ) -> String {
    var command = sign == "Σ" ? "\\sum" : "\\mathop{\(LaTeXText.escaped(sign))}"
    command += "\\limits"
    if let below { command += "_{\(text(below))}" }
    if let above { command += "^{\(text(above))}" }
    return command + " "
  }

  /// Numbers stand below each other by the room that was put beside them; a
  /// code host has no room to put, and sets them flush right.
  private func grid(_ rows: [[Formula]]) -> String {
    let lines = rows.map { $0.map(text).joined(separator: " & ") }
      .joined(separator: " \\\\ ")
    let count = max(rows.map(\.count).max() ?? 1, 1)
    func array(_ columns: String) -> String {
      "\\left[\\begin{array}{\(columns)}\(lines)\\end{array}\\right]"
    }
    switch reader {
    case .codeHost: return array(String(repeating: "r", count: count))
    // `bmatrix` has ten columns and no more.
    case .latex where count > 10: return array("@{}*{\(count)}{c}@{}")
    case .latex: return "\\begin{bmatrix}\(lines)\\end{bmatrix}"
    }
  }
}

extension String {
  /// Whether the text ends in a command that a letter would make longer.
  fileprivate var endsInCommand: Bool {
    guard let slash = lastIndex(of: "\\") else { return false }
    let word = self[index(after: slash)...]
    return !word.isEmpty && word.allSatisfy { $0.isLetter && $0.isASCII }
  }
}
