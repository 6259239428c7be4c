import Algebra
import Presentation
import Terminal

/// Where a command writes: results to standard output, faults to standard
/// error, without styles.
struct CommandOutput {
  let page: Page

  func write(_ text: String) throws(OutputError) {
    try Output.standard.write(text)
  }

  func report(_ diagnostic: Diagnostic) {
    let text = diagnostic.text(for: page).plain + "\n"
    try? Output.error.write(text)
  }

  /// Says where numbers stop being finite, which JSON cannot.
  func note(notFinite valuation: Valuation) {
    guard let name = valuation.firstNotFinite else { return }
    report(
      Diagnostic(
        "\(name.ascii) is the first quantity that is not finite",
        severity: .note))
  }
}
