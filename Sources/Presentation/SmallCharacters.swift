/// The characters that Unicode has in a small raised or lowered form.
///
/// A script is written with them only if all of it can be: `x²⁺ᵇ` is legible
/// and `x²⁺β` is not. There are no small letters b c d f g q w y z below,
/// and no capitals; above there is no q and no C F Q S X Y Z.
enum SmallCharacters {
  case below
  case above

  /// Returns the small form, or nil where there is none. Spaces vanish.
  subscript(character: Character) -> String? {
    if character == " " { return "" }
    return switch self {
    case .below: Self.lowered[character].map { String($0) }
    case .above: Self.raised[character].map { String($0) }
    }
  }

  /// How a script that has no small form is introduced in one line.
  var mark: String { self == .below ? "_" : "^" }

  private static let lowered = table(
    "0123456789+-−=()aehijklmnoprstuvxβγρφχ",
    "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ")

  private static let raised = table(
    "0123456789+-−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθφχᵀ",
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿᵠᵡᵀ")

  private static func table(
    _ full: String, _ small: String
  ) -> [Character: Character] {
    Dictionary(zip(full, small)) { first, _ in first }
  }
}
