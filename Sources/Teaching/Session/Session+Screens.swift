import Algebra
import Matrices
import Presentation

extension Session {
  /// What is shown before the first line is typed: the first screen of a
  /// first visit, or where the learner stood.
  public var opening: StyledText {
    let text =
      lesson == nil
      ? noLesson().text : isReturning ? returnScreen : firstScreen
    return finished(text)
  }

  private func title(_ right: String) -> StyledText {
    let left = StyledText("Backstep", .heading)
    let free = board.measure - left.width - right.cells
    guard free > 1, !page.isPlain else {
      return StyledText.stacked([left, StyledText(right, .dim)])
        .wrapped(to: board.measure).indented(by: page.isPlain ? 0 : 1)
    }
    return (left + StyledText(board.spaces(free)) + StyledText(right, .dim))
      .indented(by: 1)
  }

  // MARK: The first visit

  /// The screen of a first visit, every number of it computed.
  ///
  /// It holds the first lesson's worksheet, live, and the words that a
  /// beginner needs.
  public var firstScreen: StyledText {
    guard let lesson else { return noLesson().text }
    var parts = [
      title("backpropagation, one checked line at a time"), lead(of: lesson),
      board.benchPicture(),
    ]
    parts += firstDeed
    parts += [firstWords, firstWays]
    let minutes = lesson.minutes.map { ", \($0) minutes" } ?? ""
    let number = library.ids.firstIndex(of: lesson.id).map { $0 + 1 } ?? 1
    let enter = StyledText("Enter begins lesson \(number)\(minutes)", .dim)
    let last =
      page.isPlain
      ? enter
      : enter.padded(to: board.measure, alignment: .right).indented(by: 1)
    return StyledText.stacked(
      [StyledText.stacked(parts, gap: 1), last])
  }

  /// The lesson's first paragraph.
  private func lead(of lesson: Lesson) -> StyledText {
    for piece in lesson.screens.first?.pieces ?? [] {
      if case .paragraph(let inlines) = piece.content {
        return board.prose(inlines)
      }
    }
    return StyledText()
  }

  /// The first thing to do: alter a weight so that the cost falls.
  private var firstDeed: [StyledText] {
    guard let live, let cost = live.worksheet.cost?.name,
      let deed = costLowering(in: live.now, cost)
    else { return [] }
    return [
      board.prose(
        board.formula(cost)
          + " is the cost. Make it smaller. Type this, then a number of your "
          + "own:"),
      StyledText(deed, .typed).indented(
        by: page.isPlain ? 0 : Blackboard.indent),
      board.prose("Nothing can break. undo takes a change back."),
    ]
  }

  /// A line that alters the first weight by a half, or a quarter, or less,
  /// and lowers the cost.
  private func costLowering(in valuation: Valuation, _ cost: Name) -> String? {
    let weight = valuation.worksheet.givens.first {
      $0.role == .parameter && valuation.values[$0.name]?.storage.count == 1
    }
    guard let weight, let now = valuation.values[weight.name]?.storage.first,
      let before = valuation.values[cost]?.storage.first
    else { return nil }
    for step in [0.5, -0.5, 0.25, -0.25, 0.125, -0.125] {
      var other = valuation
      guard
        (try? other.set(weight.name, to: Matrix(scalar: now + step))) != nil,
        let after = other.values[cost]?.storage.first, after < before
      else { continue }
      let value = page.format.text(now + step, charset: .ascii)
      return "set \(weight.name.text(page.charset)) = \(value)"
    }
    return nil
  }

  /// The words of a beginner, in two columns where they fit.
  private var firstWords: StyledText {
    let weight = live?.worksheet.givens.first { $0.role == .parameter }
    let name = weight?.name.text(page.charset) ?? "z"
    let cost = live?.worksheet.cost?.name.text(page.charset) ?? "C"
    let words = [
      ("Enter", "the next line"), ("set", "alter a number"),
      ("back", "the line before"), ("undo", "take a change back"),
      ("\(name), 3*x", "print a name or a sum"),
      ("hint", "when you are stuck"),
      ("why \(cost)", "where it comes from"),
      ("help", "these words; help all for more"),
    ]
    if page.isPlain || page.width < 76 {
      return StyledText.stacked(
        words.map { word, meaning in
          row(word, meaning, width: 10)
        })
    }
    let rows = stride(from: 0, to: words.count, by: 2).map { index in
      row(words[index].0, words[index].1, width: 10).padded(to: 40)
        + row(words[index + 1].0, words[index + 1].1, width: 8)
        .trimmedStart(Blackboard.indent)
    }
    return StyledText.stacked(rows.map(\.trimmedLines))
  }

  private func row(_ word: String, _ meaning: String, width: Int) -> StyledText
  {
    if page.isPlain { return StyledText(word, .typed) + ": \(meaning)" }
    let lead = StyledText(word, .typed).padded(to: width)
    let free = max(board.measure - Blackboard.indent - width, 12)
    return board.hanging(lead, StyledText(meaning).wrapped(to: free))
      .indented(by: Blackboard.indent)
  }

  /// Other ways in.
  private var firstWays: StyledText {
    var ways = [("lessons", "all lessons; begin anywhere")]
    if let last = library.ids.last, last != lesson?.id {
      ways.append(("open \(last)", "you know this and want the hard part"))
    }
    ways += [
      ("help bench", "a derivation or gradient of your own"),
      ("help class", "show this to a class"),
    ]
    let width = (ways.map(\.0.cells).max() ?? 0) + 2
    let rows = ways.enumerated().map { place, way in
      if page.isPlain { return StyledText(way.0, .typed) + ": \(way.1)" }
      let lead =
        StyledText(place == 0 ? " Or:  " : "      ")
        + StyledText(way.0, .typed).padded(to: width)
      let free = board.measure - lead.width
      return board.hanging(
        lead, StyledText(way.1).wrapped(to: max(free, 10)))
    }
    return StyledText.stacked(rows)
  }

  // MARK: A later visit

  /// What is done, where the learner stood, what is altered, what comes next.
  private var returnScreen: StyledText {
    guard let lesson else { return noLesson().text }
    var lines: [StyledText] = []
    if !finished.isEmpty {
      lines.append(
        board.prose(StyledText("Done: \(finished.joined(separator: ", ")).")))
    }
    lines.append(
      board.prose(
        StyledText(place.shown > 0 ? "You stood in " : "You are in ")
          + StyledText(whereText)))
    let labels = alteredLabels
    if !labels.isEmpty {
      let text = "Altered: \(labels.joined(separator: ", ")). "
      lines.append(
        board.prose(
          StyledText(text, .changed) + StyledText("reset drops that.")))
    }
    if let refusal {
      lines.append(board.prose(StyledText(refusal, .wrong)))
    }
    if let next = suggestion(after: lesson.id) {
      lines.append(board.prose("Next lesson: \(next)."))
    }
    if let due = dueSentence() { lines.append(board.prose(due)) }
    let enter =
      place.shown > 0 ? "Enter shows the screen again." : "Enter begins."
    return StyledText.stacked(
      [
        title("welcome back"), renewal, StyledText.stacked(lines),
        board.prose(
          StyledText(
            "\(enter) lessons lists all lessons, help the words.", .dim)
        ),
      ], gap: 1)
  }
}

extension StyledText {
  /// The text without so many cells at its start.
  fileprivate func trimmedStart(_ count: Int) -> StyledText {
    var rest = count
    var text = StyledText()
    for run in runs {
      let dropped = min(rest, run.text.count)
      rest -= dropped
      text.append(String(run.text.dropFirst(dropped)), run.style)
    }
    return text
  }
}
