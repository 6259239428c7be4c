import Presentation
import Synchronization
import Teaching
import Terminal

/// A row at the foot of a terminal that is written anew while work goes on.
///
/// Where nobody watches, or the terminal cannot erase, there is none.
final class ProgressRow: Sendable {
  private let display: Display
  private let isShown = Atomic(false)

  /// Nothing where no row can be shown.
  init?(on display: Display) {
    guard display.output.isTerminal, !display.isPlain,
      environment["TERM"] != "dumb"
    else { return nil }
    self.display = display
  }

  /// What long work is lent: a clock, and the row where there is one.
  static func witness(_ row: ProgressRow?) -> Witness {
    let start = ContinuousClock.now
    return Witness(
      clock: {
        let (seconds, attoseconds) = (ContinuousClock.now - start).components
        return Double(seconds) + Double(attoseconds) / 1e18
      }, show: { row?.show($0) })
  }

  private func show(_ text: StyledText) {
    isShown.store(true, ordering: .relaxed)
    write("\r" + render(text, theme: display.theme) + "\u{1B}[K")
  }

  /// Takes the row away.
  func erase() {
    if isShown.exchange(false, ordering: .relaxed) { write("\r\u{1B}[K") }
  }

  private func write(_ text: String) {
    // A terminal that has gone is noticed by what comes after the row.
    try? display.output.write(text)
  }
}
