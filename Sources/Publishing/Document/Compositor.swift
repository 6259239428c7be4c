import Algebra
import Matrices
import Presentation
import Teaching

extension Document {
  /// A lesson as it is printed, every number computed for it.
  ///
  /// - Parameters:
  ///   - lesson: What is printed.
  ///   - edition: For whom.
  ///   - digits: How many significant digits a number is rounded to.
  ///   - lens: The notation that it is printed in.
  public init(
    _ lesson: Lesson, edition: Edition = .full, digits: Int = 4,
    lens: Lens = .backstep
  ) {
    var compositor = Compositor(lesson, edition, digits: digits, lens: lens)
    self = compositor.document()
  }
}

/// Goes through a lesson once, piece by piece, and sets each in the document.
struct Compositor {
  let lesson: Lesson
  let edition: Document.Edition
  var reading: LessonReading
  /// What is to be known about each question, in order.
  var entries: [AnswerEntry] = []
  /// What must not be read before it was answered.
  var secrets = Secrets()
  /// Whether a question was asked on this screen.
  var isBehindQuestion = false
  /// Whether one with choices was: what is derived then tells the right one.
  var isBehindChoice = false

  init(
    _ lesson: Lesson, _ edition: Document.Edition, digits: Int, lens: Lens
  ) {
    self.edition = edition
    // A command's answer is as wide as a line of a printed page.
    reading = LessonReading(
      lesson, page: Page(width: 76, digits: digits), lens: lens)
    self.lesson = reading.lesson ?? lesson
  }

  /// Whether answers are to be found by the reader.
  var hidesAnswers: Bool { edition == .handout }

  mutating func document() -> Document {
    reading.rewind()
    var document = Document(
      title: lesson.title, id: lesson.id, edition: edition)
    document.lead = lead()
    for place in lesson.screens.indices {
      let screen = lesson.screens[place]
      let blocks = self.blocks(of: screen, at: place)
      guard edition != .key || !blocks.isEmpty else { continue }
      document.sections.append(
        Document.Section(
          id: screen.id, title: place == 0 ? nil : screen.title,
          blocks: blocks))
    }
    if edition == .full { document.sections += back(of: document) }
    return document
  }

  /// What the lesson needs and gives.
  private func lead() -> [Block] {
    let words: [Span] =
      lesson.needs.isEmpty
      ? [.text("Needs nothing.")]
      : [.text("Needs ")] + listed(lesson.needs.map { .emphasis($0) })
        + [.text(".")]
    let gives =
      lesson.gives.isEmpty
      ? [] : ([.text(" Gives ")] + spans(lesson.gives)).sentence
    let minutes = lesson.minutes.map { [Span.text(" About \($0) minutes.")] }
    return [.remark(words + gives + (minutes ?? []))]
  }

  private func listed(_ spans: [Span]) -> [Span] {
    spans.enumerated().flatMap { place, span -> [Span] in
      guard place > 0 else { return [span] }
      return [.text(place == spans.count - 1 ? " and " : ", "), span]
    }
  }

  // MARK: - Screens

  private mutating func blocks(of screen: Screen, at number: Int) -> [Block] {
    isBehindQuestion = false
    isBehindChoice = false
    var blocks: [Block] = []
    for piece in screen.pieces.indices {
      let id = PieceID(screen: number, piece: piece)
      reading.stand(at: id)
      let content = screen.pieces[piece].content
      if edition != .key {
        blocks += set(content, at: id, on: screen)
      } else if case .question(let question) = content {
        blocks += asked(question, at: id)
      } else if case .run = content {
        // What it alters holds for what follows.
        _ = reading.replies(at: id)
      }
    }
    return blocks
  }

  private mutating func set(
    _ content: Piece.Content, at id: PieceID, on screen: Screen
  ) -> [Block] {
    switch content {
    case .paragraph(let inlines): paragraph(inlines)
    case .bench: bench()
    case .derivation(let line):
      line.place > 0
        ? [] : derivation(screen.derivation(from: id.piece), at: id)
    case .show(let lines): [.lines(shown(lines))]
    case .plot(let plot): figure(of: plot)
    case .set(let assignments): [altered(assignments)]
    case .run(let lines): ran(lines, at: id)
    case .question(let question): asked(question, at: id)
    case .refuted(let line, let part): refuted(line, part)
    case .published(let published): printed(published)
    case .compared(let version, let part): compared(version, part)
    }
  }

  private func altered(_ assignments: [Assignment]) -> Block {
    .lines(
      assignments.map { assignment in
        Line(
          .joined([.word("set"), .gap, formula(assignment.target)]),
          [Line.Step("=", formula(assignment.value))])
      })
  }

  /// Commands as typed, and what they answer.
  ///
  /// A handout leaves room for it, since the answer may tell what is asked.
  private mutating func ran(_ lines: [String], at id: PieceID) -> [Block] {
    let replies = reading.replies(at: id)
    guard hidesAnswers else {
      return [.printed(unicode: replies.unicode, ascii: replies.ascii)]
    }
    return [.typed(lines), .room(4)]
  }

  // MARK: - Prose

  private mutating func paragraph(_ inlines: [Inline]) -> [Block] {
    let spans = spans(inlines)
    for case .formula(let expression) in inlines where !tells(expression) {
      secrets.show(expression)
    }
    return [.paragraph(spans)]
  }

  func spans(_ inlines: [Inline]) -> [Span] { inlines.map(span) }

  private func span(_ inline: Inline) -> Span {
    switch inline {
    case .text(let text): .text(text)
    case .emphasis(let text): .emphasis(text)
    case .code(let text): .code(text)
    case .formula(let expression):
      .formula(
        tells(expression) ? .blank(5) : formula(expression))
    case .value(let expression): .formula(valueInLine(expression))
    }
  }

  private func valueInLine(_ expression: Expression) -> Formula {
    guard let value = reading.value(of: expression) else {
      return .word("?")
    }
    return tellsValue(expression) ? .blank(4) : formula(value)
  }
}
