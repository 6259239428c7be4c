import Algebra

/// Prose in pure ASCII that any LaTeX reads: what has a meaning there is
/// escaped, and every other sign becomes a command.
enum LaTeXText {
  /// Prose, its quotation marks and dashes as LaTeX has them.
  static func escaped(_ text: String) -> String {
    var result = ""
    var last: Character?
    for character in text {
      let opens = last.map { $0.isWhitespace || "([".contains($0) } ?? true
      result += character == "\"" && opens ? "``" : command(character)
      last = character
    }
    return result
  }

  /// Code in letters of one width, each space kept.
  static func code(_ text: String, keepsSpaces: Bool = false) -> String {
    var result = ""
    for character in text {
      switch character {
      case "'": result += "{\\char13}"
      case "`": result += "{\\char18}"
      case "-": result += "{-}"
      case "<", ">", "|", "\"", ",": result += "{\(character)}"
      case "\\": result += "{\\char92}"
      case "$": result += "{\\char36}"
      case "{": result += "{\\char123}"
      case "}": result += "{\\char125}"
      case "_": result += "{\\char95}"
      case "^": result += "{\\char94}"
      case "~": result += "{\\char126}"
      case " ": result += keepsSpaces ? "~" : " "
      default: result += command(character)
      }
    }
    return result
  }

  /// A letter as it stands in a formula.
  static func mathLetter(_ letter: Character) -> String? {
    if letter.isASCII { return escaped(String(letter)) }
    return greek[letter] ?? accented[letter]
  }

  private static func command(_ character: Character) -> String {
    if let known = specials[character] { return known }
    if character.isASCII { return String(character) }
    if let letter = greek[character] ?? accented[character] {
      return "$\(letter)$"
    }
    if let below = Alphabet.subscripts[character] { return "$_{\(below)}$" }
    if let above = Alphabet.superscripts[character] { return "$^{\(above)}$" }
    if let letter = latin[character] { return letter }
    return character.unicodeScalars.map { scalar in
      if scalar.isASCII { return command(Character(scalar)) }
      let code = String(scalar.value, radix: 16, uppercase: true)
      return
        "[U+\(String(repeating: "0", count: max(4 - code.count, 0)))\(code)]"
    }.joined()
  }

  private static let specials: [Character: String] = [
    "\\": "\\textbackslash{}", "{": "\\{", "}": "\\}", "$": "\\$", "&": "\\&",
    "#": "\\#", "%": "\\%", "_": "\\_", "^": "\\^{}", "~": "\\~{}",
    "<": "$<$", ">": "$>$", "|": "$|$", "\"": "''", "\u{A0}": "~",
    "’": "'", "‘": "`", "“": "``", "”": "''", "–": "--", "—": "---",
    "−": "$-$", "…": "\\ldots{}", "×": "$\\times$", "·": "$\\cdot$",
    "÷": "$\\div$", "±": "$\\pm$", "≈": "$\\approx$", "≤": "$\\le$",
    "≥": "$\\ge$", "≠": "$\\ne$", "→": "$\\to$", "←": "$\\leftarrow$",
    "↔": "$\\leftrightarrow$", "⊙": "$\\odot$", "∘": "$\\circ$",
    "⊘": "$\\oslash$", "√": "$\\surd$", "∂": "$\\partial$",
    "∞": "$\\infty$", "∈": "$\\in$", "∑": "$\\sum$", "′": "$'$",
    "″": "$''$", "ᵀ": "$^{\\mathsf{T}}$", "½": "$\\frac{1}{2}$",
    "¼": "$\\frac{1}{4}$", "¾": "$\\frac{3}{4}$", "‖": "$\\|$",
    "⟨": "$\\langle$", "⟩": "$\\rangle$", "°": "$^{\\circ}$",
    "•": "$\\bullet$", "▸": "$\\triangleright$", "⋮": "$\\vdots$",
    "⋯": "$\\cdots$", "§": "\\S{}", "©": "\\copyright{}", "\t": " ",
    "«": "$\\ll$", "»": "$\\gg$", "∇": "$\\nabla$", "\u{2009}": "\\,",
    "\u{202F}": "\\,", "\u{2011}": "-",
  ]

  private static let greek: [Character: String] = [
    "α": "\\alpha", "β": "\\beta", "γ": "\\gamma", "δ": "\\delta",
    "ε": "\\varepsilon", "ζ": "\\zeta", "η": "\\eta", "θ": "\\theta",
    "ι": "\\iota", "κ": "\\kappa", "λ": "\\lambda", "μ": "\\mu",
    "ν": "\\nu", "ξ": "\\xi", "ο": "o", "π": "\\pi", "ρ": "\\rho",
    "σ": "\\sigma", "τ": "\\tau", "υ": "\\upsilon", "φ": "\\varphi",
    "χ": "\\chi", "ψ": "\\psi", "ω": "\\omega", "Γ": "\\Gamma",
    "Δ": "\\Delta", "Θ": "\\Theta", "Λ": "\\Lambda", "Ξ": "\\Xi",
    "Π": "\\Pi", "Σ": "\\Sigma", "Υ": "\\Upsilon", "Φ": "\\Phi",
    "Ψ": "\\Psi", "Ω": "\\Omega",
  ]

  /// The quantities that wear a hat or a tilde.
  private static let accented: [Character: String] = [
    "ŷ": "\\hat{y}", "x̂": "\\hat{x}", "ẑ": "\\hat{z}", "â": "\\hat{a}",
    "ã": "\\tilde{a}",
  ]
}
