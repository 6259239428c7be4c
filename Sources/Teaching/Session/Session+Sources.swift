import Algebra
import Matrices
import Presentation

extension Session {
  /// A part of a line that does not hold.
  func refuted(_ line: RefutedLine, _ part: RefutedLine.Part) -> StyledText {
    guard part != .line, let live else { return board.refuted(line) }
    let correction = part == .correction ? line.correction : nil
    let verdict = live.worksheet.verify(
      correction?.left ?? line.left, equals: correction?.right ?? line.right,
      letters: line.letters.map {
        FreeLetter($0.name, $0.shape, domain: $0.domain)
      },
      givens: live.lesson.givenValues)
    guard correction != nil else {
      return board.counterexample(verdict, to: line, in: live.scope)
    }
    return StyledText.stacked([
      board.correction(of: line), board.footer([verdict]),
    ])
  }

  /// Published numbers beside those of the lesson, which the learner's
  /// alterations leave alone.
  func published(_ published: Published) -> StyledText {
    live.map { board.published(published, from: $0.lesson) } ?? StyledText()
  }
}

extension Valuation {
  /// What is given, without what follows from it.
  fileprivate var givenValues: [Name: Matrix<Double>] {
    values.filter { worksheet.given($0.key) != nil }
  }
}
