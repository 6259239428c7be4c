import Algebra
import Presentation

extension Page {
  /// An error, to two digits.
  func error(_ value: Double) -> StyledText {
    StyledText(NumberFormat(digits: 2).text(value, charset: charset), .number)
  }

  /// An error and the entry at which it is, as `1e-3 at [2,1]`.
  func error(
    _ value: Double, at key: EntryKey, in valuation: Valuation
  ) -> StyledText {
    let text = typed(valuation.expression(key)).plain
    let entry = text[text.endOfName...]
    return error(value) + " at " + StyledText(String(entry), .name)
  }
}
