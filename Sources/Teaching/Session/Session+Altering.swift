import Algebra
import Matrices
import Presentation

extension Session {
  /// `set W1[1,2] = 0.3`, and `set a = b, b = a`: every value is worked out
  /// before anything is set.
  mutating func set(_ text: String) -> Reply {
    guard let live else { return noLesson() }
    if bench != nil { return setOnBench(text, live) }
    guard let texts = Assignment.texts(in: text) else {
      return wants(Command.set)
    }
    var outcomes: [LiveBench.Outcome] = []
    for text in texts {
      do {
        guard let assignment = try Assignment.reading(text, in: scope) else {
          return wants(Command.set)
        }
        if let refusal = refusal(ofHidden: assignment.value) { return refusal }
        outcomes.append(try live.outcome(of: assignment, at: live.now))
      } catch {
        return failure(diagnostic(error, source: text).behind("set "))
      }
    }
    return alter(outcomes, live, text)
  }

  private mutating func alter(
    _ outcomes: [LiveBench.Outcome], _ live: LiveBench, _ text: String
  ) -> Reply {
    let changed = outcomes.filter { !$0.entries.isEmpty }
    guard !changed.isEmpty else { return isAlready(outcomes) }
    guard let written else { return noLesson() }
    let parts = self.parts(of: changed, live, written)
    var next = written.now
    do {
      for part in parts {
        guard let value = next.values[part.name] else { continue }
        try next.set(part.name, to: value.replacing(part.entries))
      }
    } catch {
      return failure(diagnostic(error, source: text).behind("set "))
    }
    guard let first = parts.first else { return isAlready(outcomes) }
    alterations.make(
      parts.count == 1
        ? .set(
          origin: live.origin, first.name, label: first.label, first.entries)
        : .together(origin: live.origin, parts))
    refresh()
    return consequence(since: live, StyledText())
  }

  /// What outcomes make of the quantities on disk.
  private func parts(
    of outcomes: [LiveBench.Outcome], _ live: LiveBench,
    _ written: LiveBench
  ) -> [Alterations.Part] {
    guard !sight.isOwn else {
      return outcomes.map {
        Alterations.Part(name: $0.name, label: $0.label, entries: $0.entries)
      }
    }
    return changes(by: LiveBench.joined(outcomes), live, written).map {
      name, value in
      let before = written.now.values[name] ?? value
      let entries = before.entries(differingIn: value)
      let isOne = entries.count == 1
      return Alterations.Part(
        name: name,
        label: isOne
          ? written.now.expression(EntryKey(name, entries[0].offset))
            .text(.ascii) : name.ascii,
        entries: entries)
    }
  }

  /// What is given on disk when the book's quantities take other values.
  func changes(
    by after: [Name: Matrix<Double>], _ live: LiveBench, _ written: LiveBench
  ) -> [(name: Name, value: Matrix<Double>)] {
    let givens = sight.givensMeant(
      live.now.givens.merging(after) { _, new in new }, in: live.now.scope)
    return givens.keys.sorted().compactMap { name in
      guard let value = givens[name], value != written.now.values[name] else {
        return nil
      }
      return (name, value)
    }
  }

  /// What is altered on the worksheet here, as it is typed.
  var alteredLabels: [String] {
    alterations.labels(of: written?.origin ?? "").map {
      sight.shown(line: $0)
    }
  }

  private func isAlready(_ outcomes: [LiveBench.Outcome]) -> Reply {
    let names = outcomes.map { StyledText($0.label, .typed) }
      .joined(separator: ", ")
    let verb = outcomes.count == 1 ? " is" : " are"
    return Reply(board.prose(names + StyledText("\(verb) that already.", .dim)))
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
      case .set, .together:
        "set "
          + change.parts.map { sight.shown(line: $0.label) }
          .joined(separator: ", ")
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
    let labels = alteredLabels
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
      parts.append(board.pictures(pictured(all, own)))
      let effect = Effect(
        from: before.now, to: live.now, order: order(of: all, own),
        hiding: concealment, limit: room == nil ? Effect.limit : Room.limit)
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

  /// The changes to be seen as matrices: those of this screen, or before a
  /// class, where they are marked as they stand, what was set and is not on
  /// it.
  private func pictured(
    _ all: [QuantityChange], _ own: [QuantityChange]
  ) -> [QuantityChange] {
    guard room != nil else { return own }
    return all.filter {
      live?.worksheet.given($0.name) != nil && !drawn.contains($0.name)
    }
  }

  /// The quantities whose numbers stand on this screen.
  private var drawn: Set<Name> {
    let pieces = screen?.pieces.prefix(place.shown) ?? []
    let names = pieces.flatMap { piece -> [Name] in
      switch piece.content {
      case .bench: live?.worksheet.givens.map(\.name) ?? []
      case .show(let lines): lines.compactMap(\.expression.baseName)
      default: []
      }
    }
    return Set(names)
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

  /// What an open question is about first, then what was set, then this
  /// screen's own, then what the lesson mentions anywhere; the rest stands
  /// behind.
  private func order(
    of changes: [QuantityChange], _ own: [QuantityChange]
  ) -> [Name] {
    let given = changes.map(\.name).filter {
      live?.worksheet.given($0) != nil
    }
    let known = changes.map(\.name).filter {
      horizon?.piece(introducing: $0) != nil
    }
    return wanted + given + own.map(\.name) + known + changes.map(\.name)
  }

  /// The quantities of the condition that the learner is to bring about.
  private var wanted: [Name] {
    guard case .until(let condition, _)? = openQuestion?.question.kind else {
      return []
    }
    return condition.names
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
    let labels = alteredLabels.joined(separator: ", ")
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
