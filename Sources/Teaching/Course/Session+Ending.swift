import Presentation

extension Session {
  /// Says that the lesson is over; one Enter later the next one opens.
  mutating func end(of lesson: Lesson) -> Reply {
    if review != nil { return endOfReview() }
    if isPastEnd, let next = suggestion(after: lesson.id) { return open(next) }
    isPastEnd = true
    let coreWasDone = isCoreDone
    if !finished.contains(lesson.id) { finished.append(lesson.id) }
    var lines = [verdict(on: lesson)]
    if let left = questionsLeft(of: lesson) { lines.append(left) }
    if isCoreDone, !coreWasDone, library.parts.count > 1 {
      lines.append(StyledText("That was the core; branches lead on from it."))
    }
    lines.append(wayOn(from: lesson))
    if let due = dueSentence() { lines.append(due) }
    return Reply(StyledText.stacked(lines.map { board.prose($0) }))
  }

  private var isCoreDone: Bool {
    library.core.allSatisfy(finished.contains)
  }

  private func verdict(on lesson: Lesson) -> StyledText {
    let questions = LessonOutline(lesson).questions
    let text = StyledText("End of \(lesson.title).", .heading)
    guard questions > 0 else { return text }
    let right = attempts.count {
      $0.key.lesson == lesson.id && $0.value.outcome == .right
    }
    return text + " \(right) of \(questions) questions answered."
  }

  /// The questions that were skipped, and the way to them.
  private func questionsLeft(of lesson: Lesson) -> StyledText? {
    let screens = questionsLeft(in: lesson)
    guard let first = screens.first else { return nil }
    return StyledText("Skipped on ")
      + StyledText(screens.joined(separator: ", "), .typed)
      + StyledText(": ") + StyledText("goto \(first)", .typed).unbroken
      + StyledText(" asks again.")
  }

  private func wayOn(from lesson: Lesson) -> StyledText {
    guard let next = suggestion(after: lesson.id) else {
      return StyledText("Every lesson is done. ")
        + StyledText("lessons", .typed) + " lists them all."
    }
    let isBack =
      library.core.contains(next) && !library.core.contains(lesson.id)
    let minutes =
      library.outline(next)?.minutes.map { ", \($0) minutes" } ?? ""
    var text = StyledText(isBack ? "Back to the core: " : "")
    text.append("Enter opens ")
    text.append(next, .typed)
    text.append("\(minutes).")
    let others = alternatives(to: next, after: lesson.id)
    if !others.isEmpty {
      text.append(" Or open ")
      text.append(others.joined(separator: ", "), .typed)
      text.append(".")
    }
    text.append(" lessons", .typed)
    text.append(" is the map.")
    return text
  }
}
