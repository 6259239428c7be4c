import Teaching

/// A file of the lines that were typed, to be typed again.
///
/// The format is that of `-f` and of standard input:
///
/// - A line is a command as it is typed at the prompt. One whose bracket is
///   open goes on on the next line, as it does there.
/// - Lines that begin with `#` are comments, and empty lines say nothing. So
///   Enter is written as the word that does the same: `next` as a rule.
/// - What would end the session or begin another record is left out: `quit`,
///   `record`, `transcript`; so is what was refused, at which a script stops.
///
/// A script that was not begun at the beginning of a lesson opens the screen
/// at which it was. A comment has the name of each screen that is come to.
struct TypedScript: SessionRecord {
  let file: String
  private let page: GrowingFile
  private var screen: ScreenName?

  /// Begins a script in a file that holds nothing yet.
  ///
  /// - Parameters:
  ///   - file: How the learner named it.
  ///   - path: Where it is.
  ///   - session: Where the learner stands.
  /// - Throws: ``FileTrouble`` where the head cannot be written.
  init(_ file: String, at path: String, of session: Session)
    throws(FileTrouble)
  {
    self.file = file
    page = GrowingFile(path: path)
    screen = session.screenName
    var lines = ["# A script of backstep: a command a line, # for a comment."]
    if let screen {
      let shown = session.place.shown
      lines.append("# Begun at \(screen.id), piece \(shown).")
      if session.place != Place() { lines.append("open \(screen.id)") }
    }
    try page.append(lines.joined(separator: "\n") + "\n")
  }

  mutating func add(_ exchange: Exchange) throws(FileTrouble) {
    guard let command = exchange.command else { return }
    var lines = [command]
    if let screen = exchange.screen, screen != self.screen {
      lines.append("# \(screen.id)")
    }
    try page.append(lines.joined(separator: "\n") + "\n")
    screen = exchange.screen ?? screen
  }
}
