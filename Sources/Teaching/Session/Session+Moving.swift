import Algebra
import Presentation

extension Session {
  /// Enter: one piece on, or the open question once more.
  mutating func advance() -> Reply {
    if owesRecap { return again() }
    if let question = openQuestion { return asked(again: question) }
    return goOn()
  }

  /// One piece on, or in a review the whole of the next question.
  mutating func goOn() -> Reply { review == nil ? next() : proceed() }

  /// Shows one more piece.
  mutating func next() -> Reply {
    derived = nil
    owesRecap = false
    guard let lesson else { return noLesson() }
    if let question = openQuestion { return asked(again: question) }
    guard let next = place.next(in: lesson) else { return end(of: lesson) }
    let before = place
    place = next
    refresh()
    return shownLast(since: before)
  }

  /// Shows several pieces, up to a question.
  mutating func next(_ count: Int) -> Reply {
    var reply = Reply()
    for step in 0..<max(count, 1) {
      if step > 0, openQuestion != nil || isAtEnd { break }
      let before = place
      let more = next()
      reply = joined(reply, more, since: before)
    }
    return reply
  }

  var isAtEnd: Bool {
    guard let lesson else { return true }
    return place.next(in: lesson) == nil
  }

  /// Puts replies below each other, lines of one derivation close together.
  private func joined(
    _ first: Reply, _ second: Reply, since before: Place
  ) -> Reply {
    guard !first.text.isEmpty else { return second }
    var reply = first
    reply.text = StyledText.stacked(
      [first.text, second.text],
      gap: gap(between: before, and: place))
    reply.failed = first.failed || second.failed
    reply.effects += second.effects
    return reply
  }

  private func gap(between before: Place, and after: Place) -> Int {
    guard let screen, before.screen == after.screen, after.shown > 0,
      screen.pieces.indices.contains(after.shown - 1)
    else { return 1 }
    return screen.pieces[after.shown - 1].standsClose ? 0 : 1
  }

  /// Opens one more inner line of the piece shown last, or goes on.
  mutating func step() -> Reply {
    if let reply = stepIntoDerivation() { return reply }
    owesRecap = false
    guard let current = place.current else { return next() }
    let lines = innerLines(of: current)
    let count = place.opened[current] ?? 0
    guard count < lines.count else { return next() }
    place.opened[current] = count + 1
    return Reply(lines[count])
  }

  mutating func step(_ count: Int) -> Reply {
    var reply = step()
    for _ in 1..<max(count, 1) where openQuestion == nil && !isAtEnd {
      reply.append(step())
    }
    return reply
  }

  /// Takes pieces away, one at a time.
  mutating func back(_ count: Int) -> Reply {
    guard let lesson else { return noLesson() }
    owesRecap = false
    isPastEnd = false
    var moved = 0
    let screen = place.screen
    while moved < count, let before = place.back(in: lesson) {
      // A class would look at a window with nothing in it.
      if room != nil, before.shown == 0 { break }
      place = before
      moved += 1
    }
    guard moved > 0 else {
      return Reply("\(note("this is where the lesson begins"))", failed: true)
    }
    refresh()
    if place.screen != screen || place.current == nil {
      return Reply(board.prose(StyledText(whereText, .dim)))
    }
    return shownLast(since: nil)
  }

  /// Goes to a screen, by its id or its number.
  mutating func go(to target: String) -> Reply {
    guard let lesson else { return noLesson() }
    let word = target.hasPrefix("#") ? String(target.dropFirst()) : target
    let ids = lesson.screens.map(\.id)
    let number = Int(word).map { $0 - 1 }.flatMap {
      ids.indices.contains($0) ? $0 : nil
    }
    guard let screen = ids.firstIndex(of: word) ?? number else {
      return failure(
        Diagnostic(
          "this lesson has no screen \(word)",
          notes: ["its screens are \(ids.joined(separator: ", "))"],
          remedy: "goto \(NearestName.nearest(to: word, among: ids) ?? ids[0])"
        ))
    }
    owesRecap = false
    isPastEnd = false
    reopenSkipped(on: lesson.screens[screen])
    let kept = place.opened.filter { $0.key.screen < screen }
    place = Place(screen: screen, shown: 1, opened: kept).clamped(to: lesson)
    refresh()
    return shownLast(since: nil, withHeading: true)
  }

  /// Goes on to the piece that first mentions a quantity.
  mutating func go(until name: Name) -> Reply {
    guard let lesson else { return noLesson() }
    guard let target = horizon?.piece(introducing: name) else {
      return failure(
        Diagnostic(
          "this lesson does not mention \(name.text)",
          remedy: nearestQuantity(to: name).map { "until \($0)" } ?? "list"))
    }
    if let current = place.current, target <= current {
      return Reply(
        board.prose(
          "\(name.text) came on screen \(target.screen + 1): "
            + "goto \(lesson.screens[target.screen].id)"))
    }
    var reply = proceed { ($0.current ?? target) >= target }
    if openQuestion != nil, let current = place.current, current < target {
      reply.append(
        Reply(
          board.prose(
            StyledText(
              "\(name.text) comes on screen \(target.screen + 1), behind this "
                + "question.", .dim))))
    }
    return reply
  }

  /// Goes on to the next question, or to the end of the lesson.
  mutating func proceed() -> Reply { proceed { _ in false } }

  private mutating func proceed(until isThere: (Place) -> Bool) -> Reply {
    if let question = openQuestion { return asked(again: question) }
    let start = lesson?.id
    var reply = Reply()
    repeat {
      let before = place
      let more = next()
      reply = joined(reply, more, since: before)
    } while openQuestion == nil && !isAtEnd && !isThere(place)
      && lesson?.id == start
    return reply
  }

  func noLesson() -> Reply {
    if bench != nil {
      return failure(
        Diagnostic(
          "this is a bench of your own, and no lesson is open",
          notes: ["given, and lines with an =, write something down"],
          remedy: "open \(lastLesson ?? library.ids.first ?? "")"))
    }
    var diagnostic = Diagnostic("no lesson is open", remedy: "lessons")
    if let refusal { diagnostic.notes = [refusal] }
    return failure(diagnostic)
  }
}
