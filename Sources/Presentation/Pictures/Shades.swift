/// Signs for how large a number is, in quarters of the largest.
///
/// Above 0 they are areas that grow darker, below 0 lines that grow closer,
/// so that the two are told apart without a colour.
struct Shades {
  let charset: Charset
  /// The magnitude that the last sign stands for.
  let largest: Double

  private static let count = 4

  var above: [String] {
    charset == .unicode ? ["░", "▒", "▓", "█"] : ["+", "*", "%", "#"]
  }

  var below: [String] {
    charset == .unicode ? ["·", "-", "=", "≡"] : [".", "-", "=", "E"]
  }

  /// The sign of a number, repeated over some cells.
  func cells(_ value: Double, width: Int) -> [Box.Cell] {
    let (sign, style) = sign(value)
    return (0..<width).map { _ in Box.Cell(sign, style) }
  }

  private func sign(_ value: Double) -> (String, Style) {
    guard value.isFinite else { return ("?", .wrong) }
    guard value != 0, largest > 0 else { return (" ", .plain) }
    let part = (value.magnitude / largest * Double(Self.count)).rounded(.up)
    let level = min(max(Int(part), 1), Self.count) - 1
    return value > 0 ? (above[level], .plain) : (below[level], .symbol)
  }
}
