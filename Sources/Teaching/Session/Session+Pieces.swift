import Algebra
import Presentation

extension Session {
  /// The piece shown last, below its screen's heading if that is new.
  mutating func shownLast(
    since before: Place?, withHeading: Bool = false
  ) -> Reply {
    guard let current = place.current else { return Reply() }
    var reply = Reply()
    let isNew = before.map { $0.screen != place.screen || $0.shown == 0 }
    if withHeading || isNew ?? false { reply.text = heading }
    let body = piece(current)
    reply.text = StyledText.stacked([reply.text, body.text], gap: 1)
    reply.failed = body.failed
    reply.effects = body.effects
    // What the question asks for may have been done before it was asked.
    if before != nil || withHeading,
      let settled = settledByDeed(saying: "It holds already.", isDeed: false)
    {
      reply.append(settled)
    }
    if before != nil, let display = changedDisplays() {
      reply.text = StyledText.stacked([reply.text, display])
    }
    return reply
  }

  /// The line above the screen.
  var heading: StyledText {
    guard let lesson, let screen else { return StyledText() }
    let count =
      page.isPlain
      ? "screen \(place.screen + 1) of \(lesson.screenCount)"
      : "\(place.screen + 1)/\(lesson.screenCount)"
    // A class can open the same place by the name of the screen.
    let name =
      room == nil
      ? StyledText(lesson.title, .dim)
      : StyledText("\(lesson.id)#\(screen.id)", .typed)
    let line = board.heading(
      screen.title, name, count, altered: alteredLabels)
    let rests = place.screen == 0 && notation.name != lens.name
    return StyledText.stacked([line, rests ? restingLens : StyledText()])
  }

  /// A piece as it is shown at the numbers of this place.
  mutating func piece(_ id: PieceID) -> Reply {
    guard let lesson, let piece = lesson.piece(id) else { return Reply() }
    if case .run(let lines) = piece.content { return ran(lines, at: id) }
    return Reply(drawn(piece.content, at: id, on: lesson.screens[id.screen]))
  }

  private func drawn(
    _ content: Piece.Content, at id: PieceID, on screen: Screen
  ) -> StyledText {
    switch content {
    case .paragraph(let inlines): board.prose(inlines)
    case .bench: board.benchPicture()
    case .derivation(let line): derivation(line, at: id, on: screen)
    case .show(let lines): board.show(lines)
    case .plot(let plot): picture(plot)
    case .set(let assignments): lessonAlteration(assignments)
    case .run(let lines): StyledText(lines.joined(separator: "\n"), .typed)
    case .question(let question): asked(question, at: id)
    case .refuted(let line, let part): refuted(line, part)
    case .published(let published): self.published(published)
    case .compared(let version, let part): compared(version, part)
    }
  }

  private func derivation(
    _ line: DerivationLine, at id: PieceID, on screen: Screen
  ) -> StyledText {
    let group = screen.derivation(around: id.piece)
    var parts = [board.conditions(of: line)]
    parts.append(board.derivationLine(line, in: group))
    if screen.endsDerivation(id.piece) {
      parts += [value(of: line), footer(line), board.notes(line)]
    } else {
      parts.append(board.notes(line))
    }
    return StyledText.stacked(parts)
  }

  /// What the derivation came to, in numbers.
  private func value(of line: DerivationLine) -> StyledText {
    guard line.letters.isEmpty,
      let value = try? live?.value(of: line.expression)
    else { return StyledText() }
    let text = board.valueBlock(
      StyledText(), value, changed: board.marks(on: line.expression, value))
    guard !page.isPlain else { return text }
    let lead = board.formula(line.subject).width + 1
    let room = max(page.width - text.width - Blackboard.indent, 0)
    return text.indented(by: min(lead, room) + Blackboard.indent)
  }

  /// What the lesson alters, and what stays as the learner made it.
  private func lessonAlteration(_ assignments: [Assignment]) -> StyledText {
    let lines = assignments.map { assignment in
      StyledText("set ", .typed) + board.formula(assignment.target) + " = "
        + board.formula(assignment.value)
    }
    var parts = lines.map { $0.indented(by: Blackboard.indent) }
    let names = assignments.flatMap { $0.target.names }
    let kept = alteredLabels.filter { label in
      let name = (try? Expression(label, in: scope))?.baseName
      return name.map(names.contains) ?? false
    }
    if !kept.isEmpty {
      parts.append(
        board.prose(
          "Your own \(kept.joined(separator: ", ")) stays as you set it."))
    }
    return StyledText.stacked(parts)
  }

  /// Commands of the lesson, shown as typed and run.
  ///
  /// What stays altered is altered once, however often the learner comes by.
  private mutating func ran(_ lines: [String], at id: PieceID) -> Reply {
    let isFirst = carriedOut.insert(id).inserted
    var reply = Reply()
    for line in lines {
      reply.text = StyledText.stacked([
        reply.text, shownTyped(line),
      ])
      let commands = Self.commands(of: line)
      guard commands.allSatisfy(\.mayStandInLesson) else {
        reply.append(refused(line))
        continue
      }
      if !isFirst, commands.contains(where: \.isKept) { continue }
      let answer = run(line)
      // A word that looks and alters may still ask for a file.
      reply.append(answer.effects.isEmpty ? answer : refused(line))
    }
    return reply
  }

  /// A command of the lesson as if it had been typed.
  private func shownTyped(_ line: String) -> StyledText {
    page.isPlain
      ? "typed: " + StyledText(line, .typed)
      : StyledText("> \(line)", .typed).indented(by: 1)
  }

  /// The commands that a line may mean.
  private static func commands(of line: String) -> [Command] {
    let (word, _) = parts(of: line.trimmed)
    return Command.named(word).map { [$0] } ?? Command.beginning(with: word)
  }

  private func refused(_ line: String) -> Reply {
    failure(
      Diagnostic(
        "a lesson looks and alters, and cannot run \(line.shortened)",
        remedy: "help seeing"))
  }

  /// The screen as far as it is reached.
  mutating func again() -> Reply {
    guard screen != nil else { return noLesson() }
    owesRecap = false
    return Reply(slide.text())
  }

  /// A remark in one line.
  func note(_ text: String) -> StyledText { StyledText(" \(text)") }
}
