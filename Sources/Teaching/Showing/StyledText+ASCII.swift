import Algebra
import Presentation

extension StyledText {
  /// The text with every character that is not ASCII spelled out: prose that
  /// an author wrote with signs of its own.
  var inASCII: StyledText {
    guard runs.contains(where: { !$0.text.utf8.allSatisfy { $0 < 128 } })
    else { return self }
    var text = StyledText()
    for run in runs {
      text.append(run.text.map(Self.spelled).joined(), run.style)
    }
    return text
  }

  private static func spelled(_ character: Character) -> String {
    if character.isASCII { return String(character) }
    if let sign = signs[character] { return sign }
    if let below = Alphabet.subscripts[character] { return String(below) }
    if let above = Alphabet.superscripts[character] { return "^\(above)" }
    let word = Alphabet.letters.first { $0.letter == String(character) }?.word
    return word ?? "?"
  }

  private static let signs: [Character: String] = [
    "−": "-", "–": "-", "—": "-", "×": "x", "·": "*", "⊙": ".*", "½": "1/2",
    "¼": "1/4", "¾": "3/4", "≈": "~=", "≤": "<=", "≥": ">=", "≠": "!=",
    "→": "->", "←": "<-", "…": "...", "‘": "'", "’": "'", "“": "\"",
    "”": "\"", "′": "'", "ᵀ": "'", "∂": "d", "∞": "inf", "\u{A0}": " ",
    "▸": ">", "é": "e", "è": "e",
  ]
}
