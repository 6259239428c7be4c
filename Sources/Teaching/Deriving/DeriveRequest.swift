import Algebra

/// What stands behind `derive`: a formula or a quantity, what its slope is
/// taken in, and how.
struct DeriveRequest {
  let formula: String
  /// The word behind `wrt`, if there is one.
  let variable: String?
  let method: DerivationMethod

  init(_ text: String) {
    var text = text.trimmed
    var method = DerivationMethod.sums
    for (word, meaning) in Self.methods {
      if text.hasPrefix(word + " ") {
        text = String(text.dropFirst(word.count)).trimmed
        method = meaning
      } else if text.hasSuffix(" " + word), word.hasPrefix("--") {
        text = String(text.dropLast(word.count)).trimmed
        method = meaning
      }
    }
    self.method = method
    let words = " wrt "
    let place = text.indices.last { text[$0...].hasPrefix(words) }
    if let place {
      formula = String(text[..<place]).trimmed
      variable =
        String(text[text.index(place, offsetBy: words.count)...]).trimmed
    } else if text.hasSuffix(" wrt") || text == "wrt" {
      (formula, variable) = (String(text.dropLast(3)).trimmed, nil)
    } else {
      (formula, variable) = (text, nil)
    }
  }

  private static let methods: [(String, DerivationMethod)] = [
    ("--moves", .moves), ("moves", .moves), ("--sums", .sums),
  ]
}
