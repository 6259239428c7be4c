import Algebra
import Matrices
import Presentation

extension Session {
  /// `set W1[1,2] = 0.3`.
  mutating func set(_ text: String) -> Reply {
    guard let live else { return noLesson() }
    if bench != nil { return setOnBench(text, live) }
    let outcome: LiveBench.Outcome
    do {
      guard let assignment = try Assignment.reading(text, in: scope) else {
        return wants(Command.set)
      }
      if let refusal = refusal(ofHidden: assignment.value) { return refusal }
      outcome = try live.outcome(of: assignment, at: live.now)
    } catch {
      return failure(diagnostic(error, source: text).behind("set "))
    }
    guard !outcome.entries.isEmpty else {
      return Reply(
        board.prose(StyledText("\(outcome.label) is that already", .dim)))
    }
    var next = live.now
    do { try next.set(outcome.name, to: outcome.after) } catch {
      return failure(diagnostic(error, source: text).behind("set "))
    }
    alterations.make(
      .set(
        origin: live.origin, outcome.name, label: outcome.label,
        outcome.entries))
    refresh()
    return consequence(since: live, StyledText())
  }

  mutating func undo(_ count: Int) -> Reply {
    let nothing = "nothing is altered that undo could take back"
    if bench != nil {
      return retraceBench(count, "undone", nothing: nothing) { $0.undo() }
    }
    return retrace(count, "undone", nothing: nothing) { $0.undo() }
  }

  mutating func redo(_ count: Int) -> Reply {
    let nothing = "undo took nothing back"
    if bench != nil {
      return retraceBench(count, "done again", nothing: nothing) { $0.redo() }
    }
    return retrace(count, "done again", nothing: nothing) { $0.redo() }
  }

  private mutating func retrace(
    _ count: Int, _ word: String, nothing: String,
    _ move: (inout Alterations) -> Alterations.Change?
  ) -> Reply {
    let before = live
    var words: [String] = []
    for _ in 0..<max(count, 1) {
      guard let change = move(&alterations) else { break }
      words.append(described(change))
    }
    guard !words.isEmpty else {
      return failure(Diagnostic(nothing, remedy: "help altering"))
    }
    refresh()
    let title = "\(word): " + words.joined(separator: ", ")
    return consequence(since: before, board.prose(StyledText(title)))
  }

  private func described(_ change: Alterations.Change) -> String {
    let text =
      switch change {
      case .set(_, _, let label, _): "set \(label)"
      case .reset: "reset"
      }
    return change.origin == live?.origin
      ? text : "\(text) (in \(change.origin))"
  }

  /// Drops the alterations of this worksheet.
  mutating func reset() -> Reply {
    guard let before = live, !alterations.changes(to: before.origin).isEmpty
    else {
      return Reply(board.prose("Nothing is altered here."))
    }
    let labels = alterations.labels(of: before.origin)
    alterations.make(.reset(origin: before.origin))
    refresh()
    return consequence(
      since: before,
      board.prose(
        "The lesson's own numbers again for \(labels.joined(separator: ", ")). "
          + "undo brings yours back."))
  }

  /// What an alteration changed: this screen's matrices with marks, then at
  /// most eight rows; and whether a question is answered by it.
  mutating func consequence(
    since before: LiveBench?, _ title: StyledText
  ) -> Reply {
    var parts = [title]
    if let before, let live, before.origin == live.origin {
      let all = changes(from: before.now, to: live.now)
      let own = all.filter {
        mentioned.contains($0.name) && withheld($0.name) == nil
      }
      parts.append(board.pictures(own))
      let effect = Effect(
        from: before.now, to: live.now, order: order(of: all, own),
        hiding: concealment)
      if !all.isEmpty {
        parts.append(inset { effect.text(for: $0) })
      }
      if let departure = departure(since: before) { parts.append(departure) }
    }
    if let name = live?.now.firstNotFinite {
      parts.append(
        board.prose(
          StyledText(
            "\(name.text) is the first quantity that is no finite number.",
            .wrong)))
    }
    if let display = changedDisplays() { parts.append(display) }
    var reply = Reply(StyledText.stacked(parts))
    if let settled = settledByDeed() { reply.append(settled) }
    return reply
  }

  /// Every quantity that differs between two sets of numbers.
  func changes(
    from before: Valuation, to after: Valuation
  ) -> [QuantityChange] {
    after.worksheet.names.compactMap { name in
      guard let old = before.values[name], let new = after.values[name],
        old.shape == new.shape, !old.entries(differingIn: new).isEmpty
      else { return nil }
      return QuantityChange(name: name, before: old, after: new)
    }
  }

  /// What was set first, then this screen's own, then what the lesson
  /// mentions anywhere; the rest stands behind.
  private func order(
    of changes: [QuantityChange], _ own: [QuantityChange]
  ) -> [Name] {
    let given = changes.map(\.name).filter {
      live?.worksheet.given($0) != nil
    }
    let known = changes.map(\.name).filter {
      horizon?.piece(introducing: $0) != nil
    }
    return given + own.map(\.name) + known + changes.map(\.name)
  }

  /// The quantities that this screen has mentioned so far.
  var mentioned: Set<Name> {
    guard let screen, let worksheet = live?.worksheet else { return [] }
    let names = Set(worksheet.names)
    let reader = MentionReader(screen.bench)
    return Set(
      screen.pieces.prefix(place.shown).flatMap {
        reader.parts(of: $0.content).map(\.name)
      }
    ).intersection(names)
  }

  /// Every number that differs from the lesson's.
  func difference() -> Reply {
    guard let live else { return noLesson() }
    guard bench == nil else {
      return Reply(
        board.prose("A bench of your own has no other numbers than these."))
    }
    let all = changes(from: live.lesson, to: live.now)
    guard !all.isEmpty else {
      return Reply(board.prose("Every number is the lesson's own."))
    }
    let labels = alterations.labels(of: live.origin).joined(separator: ", ")
    let effect = Effect(
      from: live.lesson, to: live.now, order: order(of: all, []),
      hiding: concealment, limit: nil)
    return Reply(
      StyledText.stacked([
        board.prose(
          "From the lesson's numbers to yours, with \(labels) altered:"),
        inset { effect.text(for: $0) },
      ]))
  }
}
