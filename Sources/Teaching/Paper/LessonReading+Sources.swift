import Algebra
import Matrices

/// A number of a source beside ours.
package struct PrintedRow: Sendable {
  /// The quantity, or the entry of it.
  package let quantity: Expression
  package let printed: PrintedNumber
  package let ours: Double?

  package var agrees: Bool { ours.map(printed.agrees) ?? false }
}

extension LessonReading {
  /// The numbers of a source beside ours, section by section, one row for
  /// each number that is printed.
  package func rows(of published: Published) -> [[PrintedRow]] {
    guard let live = session.live else { return [] }
    return published.comparisons(from: live.lesson).map { comparisons in
      comparisons.flatMap { comparison in
        let printed = comparison.number.printed
        return printed.rows.enumerated().flatMap { row, numbers in
          numbers.enumerated().map { column, number in
            let ours = comparison.value.flatMap {
              $0.shape == printed.shape ? $0[row, column] : nil
            }
            return PrintedRow(
              quantity: comparison.entry(row, column, in: live.scope.notation),
              printed: number, ours: ours)
          }
        }
      }
    }
  }

  /// The lines of a source, each with the worksheet's own.
  package func pairs(
    of version: SourceVersion
  ) -> [(written: Equation, right: Equation)] {
    guard let live = session.live else { return [] }
    return version.lines.compactMap { line in
      version.own(line, in: live.worksheet).map { (line, $0) }
    }
  }

  /// What a section shows of both sides.
  package func values(
    of version: SourceVersion, in section: Int
  ) -> [ComparedValue] {
    session.live.map { version.rows(from: $0.now)[section] } ?? []
  }

  /// Values that refute a line, and what the names in them stand for.
  package func judged(_ line: RefutedLine) -> JudgedLine? {
    guard let live = session.live else { return nil }
    return JudgedLine(
      line.left, line.right, in: live.worksheet,
      letters: line.letters.map {
        FreeLetter($0.name, $0.shape, domain: $0.domain)
      },
      givens: session.givensOfNow,
      wantsSmallNumbers: session.wantsSmallNumbers(line.left, line.right))
  }

  /// The given quantities that a counterexample is made of, in order.
  package func givens(of line: JudgedLine) -> [Name] {
    line.worksheet.needed(
      for: Set(line.left.names + line.right.names), with: line.letters
    ).givens.map(\.name)
  }

  /// What is said of a refuted line that has no counterexample.
  package func refutation(_ line: JudgedLine) -> String {
    guard let live = session.live else { return "" }
    return session.board.refutation(line, in: live.scope).plain.inOneLine
  }
}
