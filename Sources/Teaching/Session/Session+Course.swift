import Algebra
import Presentation

extension Session {
  /// Opens a lesson by its name, its number, or a beginning of its name.
  mutating func open(_ word: String) -> Reply {
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
    return welcomed()
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

  mutating func restart() -> Reply {
    guard let lesson else { return noLesson() }
    place = Place()
    isPastEnd = false
    attempts = attempts.filter { $0.key.lesson != lesson.id }
    let origins = Set(lesson.screens.compactMap { $0.bench?.origin })
    for origin in origins.sorted()
    where !alterations.changes(to: origin).isEmpty {
      alterations.make(.reset(origin: origin))
    }
    revealed[lesson.id] = nil
    refresh()
    return next()
  }

  // MARK: Lists

  /// The lessons and how far each was gone through, for a program that shows
  /// them and leaves.
  public var courseList: StyledText {
    finished(lessons().text)
  }

  /// The lessons with their names, titles and how far the learner came.
  func lessons() -> Reply {
    let rows = library.ids.enumerated().map { number, id in
      [
        StyledText("\(number + 1)", .dim), StyledText(id, .typed),
        StyledText(title(of: id)), StyledText(state(of: id), .dim),
      ]
    }
    let table = Table([.right, .left, .left, .left], rows: rows)
    return Reply(
      StyledText.stacked(
        [
          table.text(for: indentedPage).indented(by: page.isPlain ? 0 : 1),
          board.prose(
            "\(typed("open")) and a name or a number begins anywhere."),
        ], gap: 1))
  }

  private func typed(_ word: String) -> String { word }

  private func title(of id: String) -> String {
    guard let lesson = library.outline(id) else {
      return "(cannot be opened)"
    }
    return lesson.title + (lesson.minutes.map { ", \($0) minutes" } ?? "")
  }

  private func state(of id: String) -> String {
    if finished.contains(id) { return "done" }
    if id == lesson?.id { return place.shown > 0 ? "here" : "" }
    return bookmarks[id].map { "at \($0.screen)" } ?? ""
  }

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

  /// How far the learner has come in each lesson.
  func progressTable() -> Reply {
    let rows = library.ids.compactMap { id -> [StyledText]? in
      guard let outline = library.outline(id) else { return nil }
      return [
        StyledText(id, .typed), StyledText(screens(of: id, outline)),
        StyledText(answers(in: id, of: outline.questions)),
      ]
    }
    let table = Table(
      [
        Table.Column("lesson"), Table.Column("screen"),
        Table.Column("questions"),
      ], rows: rows)
    return Reply(
      table.text(for: indentedPage).indented(by: page.isPlain ? 0 : 1))
  }

  private func screens(of id: String, _ outline: LessonOutline) -> String {
    let count = outline.screens.count
    if finished.contains(id) { return "done" }
    let here = id == lesson?.id
    let mark = bookmarks[id]
    let screen =
      here && place.shown > 0
      ? place.screen
      : mark.flatMap { mark in
        outline.screens.firstIndex(of: mark.screen)
      }
    return screen.map { "\($0 + 1) of \(count)" } ?? "-"
  }

  private func answers(in id: String, of questions: Int) -> String {
    let own = attempts.filter { $0.key.lesson == id }.map(\.value)
    func count(_ outcome: Attempt.Outcome) -> Int {
      own.count { $0.outcome == outcome }
    }
    var words = ["\(count(.right)) of \(questions) answered"]
    if count(.revealed) > 0 { words.append("\(count(.revealed)) revealed") }
    if count(.skipped) > 0 { words.append("\(count(.skipped)) skipped") }
    return words.joined(separator: ", ")
  }

  // MARK: World

  func transcript(_ file: String) -> Reply {
    let text =
      file.isEmpty
      ? "The transcript ends here." : "What follows is kept in \(file)."
    return Reply(
      board.prose(StyledText(text)),
      effects: [.transcript(file: file.isEmpty ? nil : file)])
  }

  func history(_ count: Int) -> Reply {
    let lines = entered.dropLast().suffix(count)
    guard !lines.isEmpty else {
      return Reply(board.prose("Nothing was typed before this."))
    }
    return Reply(
      StyledText.stacked(lines.map { StyledText(" " + $0, .typed) }))
  }
}
