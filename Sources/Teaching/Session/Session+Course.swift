import Algebra
import Presentation

extension Session {
  /// Opens a lesson by its name, its number, or a beginning of its name,
  /// where the learner stood or at `#SCREEN`.
  mutating func open(_ wanted: String) -> Reply {
    let parts = wanted.split(separator: "#", maxSplits: 1).map(String.init)
    let word = parts.first ?? wanted
    let ids = library.ids
    let number = Int(word).flatMap {
      ids.indices.contains($0 - 1) ? $0 - 1 : nil
    }
    let matches = ids.filter { $0.hasPrefix(word) }
    let found =
      number.map { ids[$0] } ?? ids.first { $0 == word }
      ?? (matches.count == 1 ? matches.first : nil)
    guard let id = found else {
      let nearest = NearestName.nearest(to: word, among: ids)
      return failure(
        Diagnostic(
          "there is no lesson \(word)",
          notes: rules.map { ["the class file \($0.file) chose them"] } ?? [],
          remedy: nearest.map { "open \($0)" } ?? "lessons"))
    }
    let before = lesson?.id
    enter(id)
    if let refusal {
      return failure(
        Diagnostic(
          "the lesson \(id) cannot be opened", notes: [refusal],
          remedy: before.map { "open \($0)" } ?? "lessons"))
    }
    return parts.count > 1 ? go(to: parts[1]) : welcomed()
  }

  /// The lesson's first piece, or where the learner stood in it.
  private mutating func welcomed() -> Reply {
    guard place.shown > 0 else { return next() }
    let notice = renewal
    var reply = again()
    reply.text = StyledText.stacked([notice, reply.text], gap: 1)
    return reply
  }

  /// What is said when a lesson's file was altered since the last visit.
  var renewal: StyledText {
    guard renewedLesson != nil else { return StyledText() }
    return board.prose(
      "The lesson was revised since your last visit. You stand where you "
        + "stood; what you had altered in it is dropped.")
  }

  /// Begins the lesson anew at its own numbers.
  ///
  /// Work that a teacher set is reported as it was done first.
  mutating func restart() -> Reply {
    guard let lesson else { return noLesson() }
    place = Place()
    carriedOut = []
    isPastEnd = false
    if rules == nil {
      attempts = attempts.filter { $0.key.lesson != lesson.id }
      times.forgetQuestions(of: lesson.id)
    }
    let origins = Set(lesson.screens.compactMap { $0.bench?.origin })
    for origin in origins.sorted()
    where !alterations.changes(to: origin).isEmpty {
      alterations.make(.reset(origin: origin))
    }
    revealed[lesson.id] = nil
    refresh()
    return next()
  }

  // MARK: Where one is

  /// The screens of the lesson with their names.
  func listing() -> Reply {
    guard let lesson else { return noLesson() }
    let mark =
      page.isPlain ? "here:" : page.charset == .unicode ? "▸" : ">"
    let rows = lesson.screens.enumerated().map { number, screen in
      [
        StyledText(number == place.screen ? mark : "", .emphasis),
        StyledText("\(number + 1)", .dim), StyledText(screen.id, .typed),
        StyledText(screen.title),
      ]
    }
    let table = Table([.left, .right, .left, .left], rows: rows)
    return Reply(
      table.text(for: indentedPage).indented(by: page.isPlain ? 0 : 1))
  }

  var whereText: String {
    guard let lesson, let screen else { return "No lesson is open." }
    return "\(lesson.title), screen \(place.screen + 1) of "
      + "\(lesson.screenCount) (\(screen.id)), piece \(place.shown) of "
      + "\(screen.pieces.count)."
  }

  func whereabouts() -> Reply {
    let labels = alteredLabels
    let altered =
      labels.isEmpty
      ? ""
      : " Altered: \(labels.joined(separator: ", ")); reset drops that."
    return Reply(board.prose(StyledText(whereText + altered)))
  }

  // MARK: World

  func history(_ count: Int) -> Reply {
    let lines = entered.dropLast().suffix(count)
    guard !lines.isEmpty else {
      return Reply(board.prose("Nothing was typed before this."))
    }
    return Reply(
      StyledText.stacked(lines.map { StyledText(" " + $0, .typed) }))
  }
}
