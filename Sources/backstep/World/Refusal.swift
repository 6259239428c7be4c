import Presentation
import Terminal

/// Why nothing more is done: said on standard error, and the exit code.
struct Refusal: Error {
  var diagnostics: [Diagnostic]
  let status: ExitStatus

  init(_ diagnostics: [Diagnostic], _ status: ExitStatus) {
    self.diagnostics = diagnostics
    self.status = status
  }

  init(
    _ headline: String, _ status: ExitStatus, notes: [String] = [],
    try remedy: String? = nil
  ) {
    self.init(
      [Diagnostic(headline, notes: notes, remedy: remedy)], status)
  }

  /// What ArgumentParser says of a command line, in our manner.
  init(usage message: String) {
    let words = message.prefix { $0 != "\n" }
    let lowered = words.prefix(1).lowercased() + words.dropFirst()
    let headline = lowered.hasSuffix(".") ? String(lowered.dropLast()) : lowered
    self.init(headline, .usage, try: "backstep --help")
  }

  /// Says it on standard error; if nobody listens, that is that.
  func say() {
    let display = Display.error
    for diagnostic in diagnostics {
      try? display.show(diagnostic.text(for: display.page))
    }
  }
}
