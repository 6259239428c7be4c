import Algebra
import Presentation

extension Page {
  /// An error, to two digits.
  func error(_ value: Double) -> StyledText {
    StyledText(NumberFormat(digits: 2).text(value, charset: charset), .number)
  }

  /// The two errors that are compared, of `a` against `n`: of the worst entry,
  /// and of all entries together.
  var errorFormulas: (worst: String, norms: String) {
    if isPlain {
      return (
        "how far a and n are apart, over the larger of their sizes",
        "the norm of a minus n, over the sum of the norms of a and n"
      )
    }
    let bar = charset == .ascii ? "||" : "‖"
    let minus = charset == .ascii ? "-" : "−"
    return (
      "|a \(minus) n|/max(|a|, |n|)",
      "\(bar)a \(minus) n\(bar)/(\(bar)a\(bar) + \(bar)n\(bar))"
    )
  }

  /// An error and the entry at which it is, as `1e-3 at [2,1]`.
  func error(
    _ value: Double, at key: EntryKey, in valuation: Valuation
  ) -> StyledText {
    let part = typed(valuation.expression(key))
    guard !isPlain else { return error(value) + " at " + part }
    let text = part.plain
    let entry = text[text.endOfName...]
    return error(value) + " at " + StyledText(String(entry), .name)
  }
}
