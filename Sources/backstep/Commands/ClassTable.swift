import Algebra
import Formats
import Presentation

/// What the learners of a class did: a learner a row, a lesson a column, and
/// then the commonest slips of all.
struct ClassTable {
  private let learners: [Learner]
  /// The lessons that anybody began, in the order of the course.
  private let lessons: [String]

  private struct Learner {
    let name: String
    let report: ProgressReport
  }

  private struct Column {
    let head: Table.Column
    let cells: [StyledText]

    /// The cells that it takes beside another one.
    var width: Int {
      max(cells.map(\.width).max() ?? 0, head.heading.width) + 2
    }
  }

  /// - Parameters:
  ///   - reports: What was handed in, with the names of the files.
  ///   - order: The lessons of the course; others stand behind them.
  init(_ reports: [(file: String, report: ProgressReport)], order: [String]) {
    let stems = reports.map { FilePath($0.file).stem }
    learners = zip(reports, stems).map { entry, stem in
      let isAlone = stems.count { $0 == stem } == 1
      return Learner(name: isAlone ? stem : entry.file, report: entry.report)
    }
    let begun = Set(reports.flatMap { $0.report.lessons.map(\.id) })
    lessons =
      order.filter(begun.contains) + begun.subtracting(order).sorted()
  }

  func text(for page: Page) -> StyledText {
    let parts = [table(for: page), legend(for: page), slips(for: page)]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }
}

// MARK: - Learners and lessons

extension ClassTable {
  /// The table, in blocks below each other where it is too wide.
  private func table(for page: Page) -> StyledText {
    let names = Column(
      head: Table.Column("learner"),
      cells: learners.map {
        StyledText($0.name, .name).elided(
          to: page.isPlain ? .max : min(max(page.width / 3, 8), 24),
          charset: page.charset)
      })
    let columns = lessons.map { column($0, page) } + totals
    if page.isPlain { return Self.table([names] + columns).spoken }
    var blocks: [[Column]] = [[]]
    var free = page.width - 1 - names.width
    for column in columns {
      if column.width > free, !blocks[blocks.count - 1].isEmpty {
        blocks.append([])
        free = page.width - 1 - names.width
      }
      blocks[blocks.count - 1].append(column)
      free -= column.width
    }
    return blocks.map { block in
      Self.table([names] + block)
        .text(width: page.width - 1, charset: page.charset).indented(by: 1)
    }
    .joined(separator: "\n\n")
  }

  private static func table(_ columns: [Column]) -> Table {
    let count = columns.first?.cells.count ?? 0
    return Table(
      columns.map(\.head),
      rows: (0..<count).map { row in columns.map { $0.cells[row] } })
  }

  private func column(_ id: String, _ page: Page) -> Column {
    let cells = learners.map { learner -> StyledText in
      guard let lesson = learner.report.lessons.first(where: { $0.id == id })
      else { return StyledText(page.isPlain ? "not begun" : "-", .dim) }
      let answered =
        "\(lesson.count(.right))\(Self.of(page))\(lesson.questions)"
      return StyledText(lesson.isFinished ? "done \(answered)" : answered)
    }
    return Column(head: Table.Column(StyledText(id), .right), cells: cells)
  }

  /// What is added up over all lessons.
  private var totals: [Column] {
    [
      total("attempts") { $0.answers.map(\.attempts).sum },
      total("hints") { $0.answers.map(\.hints).sum },
      total("revealed") { $0.count(.revealed) },
      total("skipped") { $0.count(.skipped) },
      Column(
        head: Table.Column("minutes", .right),
        cells: learners.map { learner in
          let seconds = learner.report.lessons.map(\.seconds).sum
          return StyledText("\((seconds + 30) / 60)")
        }),
    ]
  }

  private func total(
    _ heading: StyledText, of count: (ProgressReport.Lesson) -> Int
  ) -> Column {
    Column(
      head: Table.Column(heading, .right),
      cells: learners.map { learner in
        StyledText("\(learner.report.lessons.map(count).sum)")
      })
  }

  /// What stands between two counts, drawn or spoken.
  private static func of(_ page: Page) -> String { page.isPlain ? " of " : "/" }

  private func legend(for page: Page) -> StyledText {
    let count = learners.count == 1 ? "1 learner" : "\(learners.count) learners"
    return Self.line(
      StyledText(
        "\(count). 2\(Self.of(page))5: two questions right of the five that the "
          + "lesson asks; done: gone through to its end."), on: page)
  }

  private static func line(_ text: StyledText, on page: Page) -> StyledText {
    page.isPlain
      ? text : text.wrapped(to: page.width - 2, hanging: 2).indented(by: 1)
  }
}

// MARK: - Slips

extension ClassTable {
  /// As many slips as are listed.
  private static let most = 10

  private struct Slip {
    let name: String
    var times = 0
    var learners = 0
    /// How many learners made it on each screen.
    var screens: [String: Int] = [:]
  }

  private func slips(for page: Page) -> StyledText {
    let slips = allSlips
    guard !slips.isEmpty else { return StyledText() }
    let shown = slips.prefix(Self.most).map { slip in
      let who =
        slip.learners == 1 ? "1 learner" : "\(slip.learners) learners"
      let rest = ": \(Self.often(slip.times)), \(who)\(Self.place(slip))."
      return Self.line(
        StyledText(Self.words(for: slip.name), .emphasis) + StyledText(rest),
        on: page)
    }
    let heading =
      slips.count > Self.most
      ? "The \(Self.most) commonest of \(slips.count) slips" : "Slips"
    let lead = StyledText(heading, .heading).indented(by: page.isPlain ? 0 : 1)
    return ([lead] + shown).joined(separator: "\n")
  }

  /// The slips of all learners, those that most of them made first.
  private var allSlips: [Slip] {
    var slips: [String: Slip] = [:]
    for slip in learners.flatMap(\.report.slips) {
      var sum = slips[slip.name] ?? Slip(name: slip.name)
      sum.times += slip.times
      sum.learners += 1
      for screen in Set(slip.screens) { sum.screens[screen, default: 0] += 1 }
      slips[slip.name] = sum
    }
    return slips.values.sorted {
      (-$0.learners, -$0.times, $0.name) < (-$1.learners, -$1.times, $1.name)
    }
  }

  /// What was done, where the program has a name for it.
  private static func words(for name: String) -> String {
    if let slip = Algebra.Slip.all.first(where: { $0.id == name }) {
      return slip.clause
    }
    return name.contains("#") ? "foreseen at \(name)" : name
  }

  private static func often(_ times: Int) -> String {
    times == 1 ? "once" : times == 2 ? "twice" : "\(times) times"
  }

  /// The screen on which most learners made it.
  private static func place(_ slip: Slip) -> String {
    let screens = slip.screens.sorted {
      (-$0.value, $0.key) < (-$1.value, $1.key)
    }
    guard let first = screens.first, !slip.name.contains("#") else { return "" }
    return screens.count == 1 ? ", on \(first.key)" : ", most on \(first.key)"
  }
}

extension ProgressReport.Lesson {
  /// How many questions came out so.
  fileprivate func count(_ outcome: ProgressReport.Outcome) -> Int {
    answers.count { $0.outcome == outcome }
  }
}

extension [Int] {
  fileprivate var sum: Int { reduce(0, +) }
}
