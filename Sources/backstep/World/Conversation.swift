import Algebra
import Formats
import Presentation
import Teaching
import Terminal

/// A session and the world around it: lines come in, replies go out, and
/// what a reply asks of the world is done.
final class Conversation {
  /// How lines are taken.
  enum Manner: Hashable {
    /// By somebody who sees the replies: Enter moves on, nothing ends it but
    /// `quit`.
    case attended
    /// From a script: blank lines and comments say nothing.
    case script(bails: Bool, echoes: Bool)
  }

  let display: Display
  var session: Session
  var progress: ProgressFile?
  private let row: ProgressRow?
  /// The files that are kept of it while it goes on.
  var records: [RecordKind: any SessionRecord] = [:]
  /// When the prompt was shown.
  private var asked = ContinuousClock.now
  /// Whether a reply has failed.
  private(set) var hasFailed = false
  /// Whether a line has been answered.
  private(set) var hasAnswered = false
  private(set) var hasQuit = false
  /// Whether the line that was answered last led to another place.
  private(set) var hasMoved = false
  /// Whether no prompt is shown.
  var isSilent = false
  /// Lays out the window after a line was answered, where it is drawn anew.
  var stage: ((Exchange) -> StyledText)?
  /// How often Ctrl-C came with nothing in between.
  private var interruptions = 0

  init(_ session: Session, on display: Display, progress: ProgressFile? = nil) {
    self.session = session
    self.display = display
    self.progress = progress
    row = ProgressRow(on: display)
    self.session.witness = ProgressRow.witness(row)
    if let digits = display.digits { self.session.page.digits = digits }
  }

  /// Answers the lines of a reader until they end, or `quit`.
  func answer(_ reader: any LineReader, _ manner: Manner) throws {
    while !hasQuit, !isStopped(manner) {
      switch try next(from: reader, manner) {
      case .line(let line):
        interruptions = 0
        if manner.takes(line) { try answer(line, manner) }
      case .interrupted:
        if manner != .attended { throw ExitStatus.failed }
        try interrupted()
      case .end:
        return
      }
    }
  }

  private func isStopped(_ manner: Manner) -> Bool {
    if case .script(bails: true, _) = manner { hasFailed } else { false }
  }
}

// MARK: - A line

extension Conversation {
  /// A line with those that go on from it.
  func next(
    from reader: any LineReader, _ manner: Manner
  ) throws -> LineEvent {
    var lines: [String] = []
    asked = .now
    while true {
      do throws(LineError) {
        let event = try reader.read(
          prompt: isSilent ? "" : lines.isEmpty ? session.prompt : continuation)
        switch event {
        case .line(let line):
          lines.append(line)
          let text = lines.joined(separator: "\n")
          let isBlank = line.allSatisfy(\.isWhitespace)
          if isBlank || !manner.takes(text) || !Session.isUnfinished(text) {
            return .line(
              lines.count > 1 && isBlank
                ? lines.dropLast().joined(separator: "\n") : text)
          }
        case .end where !lines.isEmpty:
          return .line(lines.joined(separator: "\n"))
        case .end, .interrupted:
          return event
        }
      } catch {
        lines = []
        hasFailed = true
        hasAnswered = true
        Refusal(error.headline, .failed, try: error.remedy).say()
        if case .unreadable = error { return .end }
        if isStopped(manner) { return .end }
      }
    }
  }

  /// As wide as the prompt, so that what belongs together stands together.
  private var continuation: String {
    let width = session.prompt.count
    return String(repeating: " ", count: max(width - 4, 0)) + "... "
  }

  /// Answers a line, and does what the reply asks of the world.
  @discardableResult
  func answer(_ line: String, _ manner: Manner) throws -> Reply {
    let prompt = session.prompt
    var exchange = Exchange(prompt: prompt, line: line, asked: asked)
    exchange.command =
      line.allSatisfy(\.isWhitespace) ? session.wordForEnter : line
    if case .script(_, echoes: true) = manner {
      let shown = StyledText(prompt, display.isPlain ? .typed : .plain)
      try display.show(shown + StyledText(line, .typed))
    }
    // A window may have changed its size while the line was typed.
    session.page.width = display.page.width
    session.page.height = stage == nil ? nil : display.height
    let before = (session.lesson?.id, session.place)
    var reply = Interruption.watched(by: { Interrupts.isRaised }) {
      session.reply(to: line)
    }
    hasMoved = before != (session.lesson?.id, session.place)
    row?.erase()
    if Interrupts.takeRaised() {
      reply.failed = true
      reply.text.append("\n Stopped. Nothing was lost.")
    }
    hasAnswered = true
    hasFailed = hasFailed || reply.failed
    // A script would stop at a line that was refused, and end at quit.
    if reply.isRefusal || reply.effects.contains(.quit) {
      exchange.command = nil
    }
    exchange.screen = session.screenName
    exchange.reply = reply.text
    exchange.answered = .now
    exchange.window = stage?(exchange)
    if let window = exchange.window {
      try fill(window)
    } else {
      try display.show(reply.text)
    }
    if !reply.isAboutRecords { keep(exchange) }
    for effect in reply.effects { perform(effect) }
    // What stopped the reading of a file stops nothing else.
    if !reply.effects.isEmpty { _ = Interrupts.takeRaised() }
    save()
    return reply
  }

  /// Shows what stands before the first line.
  func show(_ text: StyledText) throws {
    try display.show(text)
  }

  /// Draws the window anew where no line was answered.
  func redraw(_ window: StyledText) throws {
    try fill(window)
    keep(Exchange(screen: session.screenName, window: window))
  }

  private func fill(_ window: StyledText) throws {
    try display.output.write(Display.clearing + display.rendered(window))
  }

  private func interrupted() throws {
    interruptions += 1
    if interruptions == 2 {
      try display.show(" quit or Ctrl-D leaves; your place is kept.")
    }
  }
}

// MARK: - The world

extension Conversation {
  private func perform(_ effect: Reply.Effect) {
    switch effect {
    case .quit: hasQuit = true
    case .beginRecord(let kind, let file): begin(kind, in: file)
    case .endRecords(let kinds): end(kinds)
    case .report(let file): report(into: file)
    case .save(let file): save(network: file)
    case .saveWeights(let file): save(weights: file)
    case .saveTraining(let file): save(training: file)
    case .write(let file, let text): write(Array(text.utf8), into: file)
    case .load(let file): load(file)
    case .export(let file, let library): export(file, for: library)
    case .publish(let file, let format): publish(file, as: format)
    case .read(let request): read(request)
    }
  }

  func refuse(_ sentence: String) {
    hasFailed = true
    say(sentence)
  }

  /// Shows what came of a deed in the world, and keeps it in what is kept.
  func tell(_ text: StyledText) {
    try? display.show(text)
    keep(Exchange(screen: session.screenName, reply: text))
  }

  /// Shows a reply that only what the world read could give.
  func tell(_ reply: Reply) {
    hasFailed = hasFailed || reply.failed
    tell(reply.text)
  }

  /// Keeps the learner's place, if there is anything new to keep.
  func save() {
    if let trouble = progress?.save(session.progress) { say(trouble) }
  }

  /// Says something that is no reply.
  func say(_ sentence: String) {
    let page = Display.error.page
    try? Display.error.show(
      StyledText(sentence).indented(by: 1).wrapped(
        to: page.width, hanging: 1))
  }
}

extension Conversation.Manner {
  /// Whether a line is to be answered.
  fileprivate func takes(_ line: String) -> Bool {
    self == .attended || !line.saysNothing
  }
}
