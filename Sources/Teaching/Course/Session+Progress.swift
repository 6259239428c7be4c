import Algebra
import Presentation

extension Session {
  /// How far the learner has come in each lesson that was begun, and the
  /// slips that were made.
  func progressTable() -> Reply {
    let rows = library.ids.compactMap(progressRow)
    let table = Table(
      [
        Table.Column("lesson"), Table.Column("so far"),
        Table.Column("answered", .right), Table.Column("revealed", .right),
        Table.Column("skipped", .right), Table.Column("attempts", .right),
        Table.Column("hints", .right),
      ], rows: rows)
    let lessons =
      rows.isEmpty
      ? board.prose("No lesson is begun. Enter begins the first.")
      : drawn(table)
    return Reply(StyledText.stacked([lessons, slipList], gap: 1))
  }

  /// The same for a program that shows it and leaves.
  public var progressText: StyledText { finished(progressTable().text) }

  /// The table, or its rows in words where it is too wide for the page.
  private func drawn(_ table: Table) -> StyledText {
    let wide = table.text(width: .max, charset: page.charset)
    guard page.isPlain || wide.width > indentedPage.width else {
      return wide.indented(by: 1)
    }
    return StyledText.stacked(
      table.spoken.lines.map { board.prose($0) })
  }

  private func progressRow(_ id: String) -> [StyledText]? {
    guard let outline = library.outline(id), let account = account(of: id)
    else { return nil }
    return [
      StyledText(id, .typed), StyledText(standing(of: id, outline).words),
      StyledText("\(account.count(.right)) of \(account.questions)"),
      StyledText("\(account.count(.revealed))"),
      StyledText("\(account.count(.skipped))"),
      StyledText("\(account.attempts)"), StyledText("\(account.hints)"),
    ]
  }

  /// `progress --export FILE`.
  func export(progress rest: String) -> Reply {
    let words = rest.split(separator: " ").map(String.init)
    guard words.count == 2, words[0] == "--export" else {
      return wants(Command.progress)
    }
    return Reply(effects: [.report(file: words[1])])
  }

  // MARK: Slips

  private var slipList: StyledText {
    guard !slips.entries.isEmpty else { return StyledText() }
    let lines = slips.inOrder.map { kind, entry in
      let (name, place) = words(for: kind, entry)
      let rest = ": \(entry.often)\(place); \(entry.when(in: slips.visit))."
      return board.prose(StyledText(name, .emphasis) + StyledText(rest))
    }
    let due = dueSentence().map { board.prose($0) } ?? StyledText()
    return StyledText.stacked(
      [StyledText(" Slips", .heading)] + lines + [due])
  }

  /// What was done, and in which lessons.
  private func words(
    for kind: SlipLog.Kind, _ entry: SlipLog.Entry
  ) -> (name: String, place: String) {
    switch kind {
    case .question(let id):
      return ("a question on \(id.lesson)#\(id.screen)", "")
    case .named(let id):
      let name = Slip.all.first { $0.id == id }?.clause ?? id
      let lessons = library.ids.filter { id in
        entry.places.contains { $0.lesson == id }
      }
      let place = lessons.joined(separator: ", ")
      return (name, place.isEmpty ? "" : " in \(place)")
    }
  }
}

extension SlipLog.Entry {
  fileprivate var often: String {
    times == 1 ? "once" : times == 2 ? "twice" : "\(times) times"
  }

  /// When it comes back.
  fileprivate func when(in visit: Int) -> String {
    guard let due else { return "not made again since" }
    if due <= visit { return "due" }
    return due == visit + 1 ? "due next visit" : "due in \(due - visit) visits"
  }
}
