/// Which letters have a spelling in ASCII, and which have a small form.
public enum Alphabet {
  /// Greek letters and accented ones under the word that spells them.
  public static let letters: [(word: String, letter: String)] = [
    ("alpha", "α"), ("beta", "β"), ("gamma", "γ"), ("delta", "δ"),
    ("epsilon", "ε"), ("zeta", "ζ"), ("eta", "η"), ("theta", "θ"),
    ("kappa", "κ"), ("lambda", "λ"), ("mu", "μ"), ("nu", "ν"), ("xi", "ξ"),
    ("pi", "π"), ("rho", "ρ"), ("sigma", "σ"), ("tau", "τ"), ("phi", "φ"),
    ("chi", "χ"), ("psi", "ψ"), ("omega", "ω"), ("Gamma", "Γ"),
    ("Delta", "Δ"), ("Theta", "Θ"), ("Lambda", "Λ"), ("Sigma", "Σ"),
    ("Phi", "Φ"), ("Psi", "Ψ"), ("Omega", "Ω"), ("yhat", "ŷ"), ("xhat", "x̂"),
    ("zhat", "ẑ"), ("ahat", "â"), ("atilde", "ã"),
  ]

  /// Other signs for the same letter.
  public static let variants: [Character: Character] = [
    "ς": "σ", "ϵ": "ε", "ϑ": "θ", "ϕ": "φ", "µ": "μ", "𝜕": "∂", "Ω": "Ω",
  ]

  /// Small characters below the line and what they stand for.
  public static let subscripts: [Character: Character] = [
    "₀": "0", "₁": "1", "₂": "2", "₃": "3", "₄": "4", "₅": "5", "₆": "6",
    "₇": "7", "₈": "8", "₉": "9", "ₐ": "a", "ₑ": "e", "ₕ": "h", "ᵢ": "i",
    "ⱼ": "j", "ₖ": "k", "ₗ": "l", "ₘ": "m", "ₙ": "n", "ₒ": "o", "ₚ": "p",
    "ᵣ": "r", "ₛ": "s", "ₜ": "t", "ᵤ": "u", "ᵥ": "v", "ₓ": "x",
  ]

  /// Small characters above the line and what they stand for.
  public static let superscripts: [Character: Character] = [
    "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6",
    "⁷": "7", "⁸": "8", "⁹": "9", "⁺": "+", "⁻": "-", "⁽": "(", "⁾": ")",
  ]

  private static let letterOfWord = Dictionary(
    uniqueKeysWithValues: letters.map { ($0.word, $0.letter) })

  private static let wordOfLetter = Dictionary(
    uniqueKeysWithValues: letters.map { ($0.letter, $0.word) })

  /// The letter that a word spells, as `δ` for `delta`.
  public static func letter(_ word: String) -> String? { letterOfWord[word] }

  /// The stem under its one spelling: `δ` for `delta`, `dη` for `deta`.
  static func stem(_ spelling: String, hasIndex: Bool) -> String {
    let text =
      spelling.isASCII ? spelling : String(spelling.map { variants[$0] ?? $0 })
    if let letter = letterOfWord[text] { return letter }
    if text == "d" { return hasIndex ? "δ" : "d" }
    if text.hasPrefix("d"), let letter = letterOfWord[String(text.dropFirst())]
    {
      return "d" + letter
    }
    return text
  }

  /// The stem as it is heard: `delta`, `capital Theta`, `y hat`, `d W`.
  static func spoken(_ stem: String) -> String {
    if let word = wordOfLetter[stem] { return heard(word) }
    let rest = String(stem.dropFirst())
    if stem.first == "d", rest.count == 1 || wordOfLetter[rest] != nil {
      return "d " + spoken(rest)
    }
    guard !stem.isASCII else { return stem }
    return stem.map { letter in
      wordOfLetter[String(letter)].map { " \(heard($0)) " } ?? String(letter)
    }
    .joined().split(separator: " ").joined(separator: " ")
  }

  private static func heard(_ word: String) -> String {
    for mark in ["hat", "tilde"] where word.hasSuffix(mark) {
      return "\(word.dropLast(mark.count)) \(mark)"
    }
    return word.first?.isUppercase ?? false ? "capital \(word)" : word
  }

  /// The stem as any keyboard types it.
  static func ascii(_ stem: String) -> String {
    if stem.isASCII { return stem }
    if let word = wordOfLetter[stem] { return word }
    if stem.hasPrefix("d"), let word = wordOfLetter[String(stem.dropFirst())] {
      return "d" + word
    }
    return stem
  }
}

extension StringProtocol {
  /// Whether no character lies beyond ASCII.
  var isASCII: Bool { utf8.allSatisfy { $0 < 128 } }
}
