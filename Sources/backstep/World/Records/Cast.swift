import Formats
import Presentation
import Teaching

/// A file of what was shown and when, to be watched in a browser.
///
/// The times are those of the session. When each key was hit is not known, so
/// a line is typed evenly before it is entered. Each screen of a lesson is a
/// mark, to which a player can jump. The file tells neither the day nor the
/// machine.
///
/// Source: asciinema, asciicast file format version 2.
struct Cast: SessionRecord {
  let file: String
  private let page: GrowingFile
  private let display: Display
  private let start = ContinuousClock.now
  private var width: Int
  private var screen: ScreenName?
  /// The time of the last event; none comes before it.
  private var last = 0.0

  /// Begins a cast in a file that holds nothing yet.
  ///
  /// - Parameters:
  ///   - file: How the learner named it.
  ///   - path: Where it is.
  ///   - session: What it is called after.
  ///   - display: Where the session is shown.
  /// - Throws: ``FileTrouble`` where the head cannot be written.
  init(
    _ file: String, at path: String, of session: Session, on display: Display
  ) throws(FileTrouble) {
    self.file = file
    self.display = display
    page = GrowingFile(path: path)
    width = display.width
    let title = session.screenName?.lessonTitle ?? "backstep"
    let head = JSONText.object([
      ("version", "2"), ("width", "\(width)"), ("height", "\(display.height)"),
      ("title", JSONText.quoted(title)),
    ])
    try page.append(head + "\n")
  }

  mutating func add(_ exchange: Exchange) throws(FileTrouble) {
    var next = self
    let events = next.events(of: exchange)
    try page.append(events.joined())
    self = next
  }

  private mutating func events(of exchange: Exchange) -> [String] {
    var events: [String] = []
    if let line = exchange.line {
      events.append(event("o", exchange.prompt, at: exchange.asked))
      events += typed(line, exchange)
    }
    if width != display.width {
      width = display.width
      events.append(
        event("r", "\(width)x\(display.height)", at: exchange.answered))
    }
    if let screen = exchange.screen, screen != self.screen {
      self.screen = screen
      events.append(event("m", screen.id, at: exchange.answered))
    }
    let shown =
      exchange.window.map { Display.clearing + display.rendered($0) }
      ?? display.rendered(exchange.reply)
    if !shown.isEmpty {
      events.append(event("o", shown.returned, at: exchange.answered))
    }
    return events
  }

  /// The seconds that a key takes where there was time enough.
  private static let keySeconds = 0.06

  /// The letters one by one, as late as somebody types them who then enters
  /// the line.
  private mutating func typed(
    _ line: String, _ exchange: Exchange
  ) -> [String] {
    let end = seconds(exchange.entered)
    let begin = max(
      seconds(exchange.asked), end - Self.keySeconds * Double(line.count + 1))
    let step = max(end - begin, 0) / Double(line.count + 1)
    var events = line.enumerated().map { place, letter in
      event(
        "o", String(letter).returned, at: begin + step * Double(place + 1))
    }
    events.append(event("o", "\r\n", at: end))
    return events
  }

  private mutating func event(
    _ kind: String, _ data: String, at instant: ContinuousClock.Instant
  ) -> String {
    event(kind, data, at: seconds(instant))
  }

  private mutating func event(
    _ kind: String, _ data: String, at seconds: Double
  ) -> String {
    last = max((seconds * 1e6).rounded() / 1e6, last)
    return JSONText.list([
      JSONText.number(last), JSONText.quoted(kind), JSONText.quoted(data),
    ]) + "\n"
  }

  private func seconds(_ instant: ContinuousClock.Instant) -> Double {
    let (seconds, attoseconds) = (instant - start).components
    return Double(seconds) + Double(attoseconds) / 1e18
  }
}

extension String {
  /// The text with each line ended as a terminal wants it.
  fileprivate var returned: String {
    split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\r\n")
  }
}
