import Presentation

/// The course as it is shown to a learner: its parts with their lessons, how
/// far each is gone through, and what comes next.
struct CourseMap {
  private let session: Session
  /// What stands before a lesson's name where it is opened.
  private let word: String
  /// Where the words of a session are typed, if not here.
  private let place: String
  private let outlines: [String: LessonOutline]
  /// The lesson to go on with: the open one until it is done.
  private let offered: String?

  /// - Parameters:
  ///   - session: The visit.
  ///   - isInSession: Whether words can be typed below it, or it is shown and
  ///     that is all.
  init(_ session: Session, isInSession: Bool) {
    let session = session.withoutReview
    self.session = session
    word = isInSession ? "open" : session.rules?.opener ?? "backstep"
    place = isInSession ? "" : " in the tutor"
    let ids = session.library.ids
    outlines = Dictionary(
      uniqueKeysWithValues: ids.compactMap { id in
        session.library.outline(id).map { (id, $0) }
      })
    let here = session.lesson?.id ?? session.lastLesson ?? ids.first ?? ""
    let isOpen = ids.contains(here) && !session.finished.contains(here)
    offered = isOpen ? here : session.suggestion(after: here)
  }

  private var page: Page { session.page }
  private var ids: [String] { session.library.ids }

  /// The map, with what to type below it.
  var text: StyledText {
    StyledText.stacked([lessons, footer], gap: 1)
  }

  private var lessons: StyledText {
    let parts = session.library.parts.filter { !$0.ids.isEmpty }
    guard !page.isPlain else {
      return StyledText.stacked(parts.map(spoken))
    }
    let (left, right) = halves(of: parts)
    let columns = [column(left), column(right)]
    let width = columns[0].width + Self.gap + columns[1].width
    guard width < page.width, !right.isEmpty else {
      return column(parts).indented(by: 1)
    }
    return beside(columns[0], columns[1]).indented(by: 1)
  }

  private var footer: StyledText {
    var lines: [StyledText] = []
    if let offered {
      lines.append(
        StyledText("Next: ") + StyledText("\(word) \(offered)", .typed)
          + StyledText(about(offered)))
    } else if !ids.isEmpty {
      lines.append("Every lesson is done.")
    }
    if let due = session.dueSentence(typedIn: place) { lines.append(due) }
    let reason = page.isPlain || !hasNeeds ? "" : "needs: what it builds on. "
    lines.append(
      StyledText(reason, .dim) + StyledText(word, .typed)
        + StyledText(" and a name or a number begins anywhere.", .dim))
    return StyledText.stacked(lines.map { session.board.prose($0) })
  }

  private func about(_ id: String) -> String {
    guard let outline = outlines[id] else { return "." }
    var words = [outline.title]
    if let minutes = outline.minutes { words.append("\(minutes) minutes") }
    let standing = session.standing(of: id, outline)
    if standing != .untouched { words.append(standing.words) }
    return " (\(words.joined(separator: ", ")))."
  }
}

// MARK: - A lesson

extension CourseMap {
  private func number(of id: String) -> Int {
    (ids.firstIndex(of: id) ?? -1) + 1
  }

  /// The lessons that one builds on and that are not done, as long as it is
  /// not done itself.
  private func missing(for id: String) -> [String] {
    guard let outline = outlines[id], !session.finished.contains(id) else {
      return []
    }
    return session.missing(for: outline)
  }

  private var hasNeeds: Bool { ids.contains { !missing(for: $0).isEmpty } }

  private func row(_ id: String) -> [StyledText] {
    let mark = page.charset == .unicode ? "▸" : ">"
    let number = "\(number(of: id))"
    let blank = String(repeating: " ", count: max(2 - number.count, 0))
    return [
      StyledText(id == offered ? mark : " ", .emphasis)
        + StyledText(blank + number, .dim),
      StyledText(id, .typed),
      // Numbers of lessons stand apart from minutes.
      StyledText(state(of: id) + " ", .dim),
      StyledText(outlines[id]?.minutes.map { "\($0)" } ?? ""),
    ]
  }

  /// How far the learner came, or what should be done before.
  private func state(of id: String) -> String {
    guard let outline = outlines[id] else { return "cannot be opened" }
    let standing = session.standing(of: id, outline)
    let needs = missing(for: id)
    guard standing == .untouched, !needs.isEmpty else { return standing.words }
    let numbers = needs.map(number).sorted().map { "\($0)" }
    return "needs \(numbers.joined(separator: " "))"
  }

  private func spoken(_ id: String) -> StyledText {
    let lead = StyledText("\(number(of: id)), ") + StyledText(id, .typed)
    guard let outline = outlines[id] else { return lead + ", cannot be opened" }
    var words = [outline.title]
    if let minutes = outline.minutes { words.append("\(minutes) minutes") }
    let standing = session.standing(of: id, outline)
    words.append(standing == .untouched ? "not begun" : standing.words)
    let needs = missing(for: id).joined(separator: " and ")
    if !needs.isEmpty { words.append("needs \(needs)") }
    return lead + ", " + StyledText(words.joined(separator: ", "))
  }
}

// MARK: - Parts

extension CourseMap {
  /// The cells between the two columns of the map.
  private static let gap = 3

  /// The parts in two heaps of about the same height, in their order.
  private func halves(
    of parts: [LessonLibrary.Part]
  ) -> (left: [LessonLibrary.Part], right: [LessonLibrary.Part]) {
    func height(_ parts: ArraySlice<LessonLibrary.Part>) -> Int {
      parts.reduce(0) { $0 + $1.ids.count + 2 }
    }
    func taller(_ cut: Int) -> Int {
      max(height(parts[..<cut]), height(parts[cut...]))
    }
    let cut = parts.indices.min { taller($0) < taller($1) } ?? 0
    return (Array(parts[..<cut]), Array(parts[cut...]))
  }

  private func beside(_ left: StyledText, _ right: StyledText) -> StyledText {
    let (one, other) = (left.lines, right.lines)
    let rows = (0..<max(one.count, other.count)).map { row in
      let lead = row < one.count ? one[row] : StyledText()
      guard row < other.count else { return lead }
      return lead.padded(to: left.width + Self.gap) + other[row]
    }
    return rows.map(\.trimmedLines).joined(separator: "\n")
  }

  /// Parts below each other, their lessons in the columns of one table.
  private func column(_ parts: [LessonLibrary.Part]) -> StyledText {
    var table = Table(
      [.right, .left, .left, .right], rows: parts.flatMap(\.ids).map(row))
    table.gap = 1
    let text = table.text(width: page.width - 1, charset: page.charset)
    var rows = text.lines[...]
    let blocks = parts.map { part in
      let lines = Array(rows.prefix(part.ids.count))
      rows = rows.dropFirst(part.ids.count)
      return StyledText.stacked([heading(of: part, width: text.width)] + lines)
    }
    return StyledText.stacked(blocks, gap: 1)
  }

  private func heading(
    of part: LessonLibrary.Part, width: Int
  ) -> StyledText {
    guard !part.title.isEmpty else { return StyledText() }
    let title = StyledText(part.title, .heading)
      .elided(to: page.width - 5, charset: page.charset)
    return title.padded(to: max(width - 3, title.width))
      + StyledText("min", .dim)
  }

  /// A part in words, a lesson a line.
  private func spoken(_ part: LessonLibrary.Part) -> StyledText {
    let title = part.title.isEmpty ? "" : part.title + ":"
    return StyledText.stacked(
      [StyledText(title, .heading)] + part.ids.map(spoken))
  }
}

extension Session {
  /// The map of the course, for a program that shows it and leaves.
  public var courseList: StyledText {
    finished(CourseMap(self, isInSession: false).text)
  }

  func lessons() -> Reply { Reply(CourseMap(self, isInSession: true).text) }
}
