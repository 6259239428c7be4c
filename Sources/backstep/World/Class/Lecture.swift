import Presentation
import Teaching
import Terminal

/// A lesson in front of a class: the window is drawn anew after each line,
/// and nothing is kept.
final class Lecture {
  private let conversation: Conversation
  private let plan: Plan
  /// What `reset all` goes back to.
  private var start: Session
  /// Where lines are edited, if they are.
  private var editor: EditLine?
  private var demo: Demo?
  /// The line of the demo that stands at the prompt.
  private var offered: Demo.Line?
  /// What `back` takes back, the last one at the end.
  private var steps: [Step] = []
  /// What was typed last with its answer, below the screen.
  private var remark = StyledText()
  private var isBlank: Bool {
    get { conversation.isSilent }
    set { conversation.isSilent = newValue }
  }
  private var isPlaying: Bool

  /// How it is to go.
  struct Plan {
    /// The blank rows between formulas, where the window has room for them.
    var spacing = 1
    /// The seconds after which it goes on by itself; 0 where it does not.
    var pace = 0
  }

  private enum Step {
    /// Enter showed a piece more.
    case piece
    /// A line of the demo was run; this is what there was before.
    case deed(Session, demo: Int)
  }

  init(_ session: Session, on display: Display, _ plan: Plan, demo: Demo?) {
    var session = session
    session.enterRoom()
    session.page.digits = display.digits ?? 3
    start = session
    conversation = Conversation(session, on: display)
    self.plan = plan
    self.demo = demo
    isPlaying = plan.pace > 0
  }

  /// Shows the first screen, and answers lines until `quit` or Ctrl-D.
  ///
  /// - Parameters:
  ///   - reader: Where the lines come from.
  ///   - choice: The lesson that is open, and the screen to begin at.
  /// - Throws: ``OutputError`` when nobody reads any more, or a ``Refusal``
  ///   where there is no such screen.
  func run(_ reader: any LineReader, from choice: LessonChoice) throws {
    editor = reader as? EditLine
    if editor?.knowsTerminal ?? false, !conversation.display.isPlain {
      conversation.stage = { [unowned self] in window(after: $0) }
    }
    editor?.takeClicker()
    try conversation.go(to: choice)
    start = conversation.session
    try begin()
    while !conversation.hasQuit {
      if isPlaying, offered == nil { offered = demo?.next }
      editor?.prepared = isBlank ? "" : offered?.text ?? ""
      editor?.wait(atMost: isPlaying ? plan.pace : 0)
      switch try conversation.next(from: reader, .attended) {
      case .line(let line):
        try take(line, isTyped: !(editor?.wasIdle ?? false))
      case .interrupted: try draw()
      case .end: return
      }
    }
  }
}

// MARK: - A line

extension Lecture {
  private func take(_ line: String, isTyped: Bool) throws {
    let text = String(line.drop(while: \.isWhitespace))
    let offered = self.offered
    self.offered = nil
    // Any key holds a demo that plays by itself; Enter lets it go on.
    if isTyped { isPlaying = plan.pace > 0 && text.isEmpty }
    if isBlank {
      isBlank = false
      self.offered = offered
      return try draw()
    }
    switch text {
    case ".":
      isBlank = true
      self.offered = offered
      try redraw(StyledText())
    case "back", "b": try goBack()
    case "reset all": try beginAgain()
    case "": try goOn(rubbingOut: offered != nil)
    default:
      if let offered, offered.begins(like: text) {
        try run(offered, as: line)
      } else {
        self.offered = offered
        try conversation.answer(line, .attended)
      }
    }
  }

  /// Enter on an empty line: the next line of the demo is offered, or else
  /// the next piece is shown.
  private func goOn(rubbingOut isRubbedOut: Bool) throws {
    if let next = demo?.next {
      // Where no line is edited none can stand at the prompt.
      if editor == nil { return try run(next, as: next.text) }
      offered = isRubbedOut ? nil : next
      return try draw()
    }
    let place = conversation.session.place
    try conversation.answer("", .attended)
    if conversation.session.place == place {
      isPlaying = false
    } else {
      steps.append(.piece)
    }
  }

  private func run(_ line: Demo.Line, as typed: String) throws {
    guard var demo else { return }
    steps.append(.deed(conversation.session, demo: demo.place))
    demo.place += 1
    self.demo = demo
    let reply = try conversation.answer(typed, .attended)
    guard reply.isRefusal else { return }
    demo.stop()
    self.demo = demo
    isPlaying = false
    conversation.say(
      "\(demo.file):\(line.number) cannot be carried out, and the script "
        + "stops here. back goes back to before it.")
  }

  private func goBack() throws {
    guard case .deed(let session, let place)? = steps.popLast() else {
      try conversation.answer("back", .attended)
      return
    }
    conversation.session = session
    demo?.place = place
    remark = StyledText()
    try draw()
  }

  /// The lesson as it was at first, for the next group.
  private func beginAgain() throws {
    conversation.session = start
    demo?.place = 0
    steps = []
    remark = StyledText()
    isPlaying = plan.pace > 0
    try begin()
  }

  /// Shows the first piece, or the screen that was asked for.
  private func begin() throws {
    guard start.place.shown > 0 else {
      try conversation.answer("", .attended)
      return
    }
    try draw()
  }
}

// MARK: - The window

extension Lecture {
  /// The screen with what was typed below it; a piece that Enter showed is on
  /// the screen already.
  private func window(after exchange: Exchange) -> StyledText {
    let line = exchange.line ?? ""
    let typed =
      line.isEmpty
      ? StyledText()
      : StyledText(exchange.prompt) + StyledText(line, .typed) + "\n"
    remark = conversation.hasMoved ? StyledText() : typed + exchange.reply
    return window
  }

  private var window: StyledText {
    let display = conversation.display
    let redraws = conversation.stage != nil
    conversation.session.page.width = display.width
    return conversation.session.stage(
      rows: redraws ? display.height - 1 : .max, spacing: plan.spacing,
      below: remark)
  }

  private func draw() throws { try redraw(window) }

  private func redraw(_ window: StyledText) throws {
    if conversation.stage != nil {
      try conversation.redraw(window)
    } else {
      try conversation.show(window)
    }
  }
}
