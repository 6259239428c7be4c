import Algebra
import Presentation

extension Session {
  /// A part of a line that does not hold.
  func refuted(_ line: RefutedLine, _ part: RefutedLine.Part) -> StyledText {
    guard part != .line, let live else { return board.refuted(line) }
    let correction = part == .correction ? line.correction : nil
    let (left, right) =
      correction.map { ($0.left, $0.right) } ?? (line.left, line.right)
    let judged = JudgedLine(
      left, right, in: live.worksheet,
      letters: line.letters.map {
        FreeLetter($0.name, $0.shape, domain: $0.domain)
      },
      givens: givensOfNow, wantsSmallNumbers: wantsSmallNumbers(left, right))
    guard correction != nil else {
      return board.refutation(judged, in: live.scope)
    }
    return StyledText.stacked([
      board.correction(of: line),
      board.footer([judged.verification.verdict]),
    ])
  }

  /// Lines of a source beside the worksheet's, or what both come to at the
  /// numbers of now.
  func compared(
    _ version: SourceVersion, _ part: SourceVersion.Part
  ) -> StyledText {
    guard let live else { return StyledText() }
    return switch part {
    case .lines: board.lines(of: version, in: live.worksheet)
    case .section(let place):
      board.section(place, of: version, from: live.now)
    }
  }

  /// Published numbers beside those of the lesson, which the learner's
  /// alterations leave alone.
  func published(_ published: Published) -> StyledText {
    live.map { board.published(published, from: $0.lesson) } ?? StyledText()
  }
}
