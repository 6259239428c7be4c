import Algebra
import Matrices
import Presentation

/// A lesson read from its first piece to its last, as nobody alters it: what
/// is in force at each piece, for whoever puts it on paper.
///
/// Every formula and every number that goes on paper passes through here, so
/// that what changes their look on the screen can change it on paper.
package struct LessonReading: Sendable {
  var session: Session

  /// - Parameters:
  ///   - lesson: What is read.
  ///   - page: How numbers and the replies to commands are written.
  ///   - lens: The notation that it is read in.
  package init(_ lesson: Lesson, page: Page, lens: Lens) {
    session = Session(
      library: LessonLibrary([lesson]), page: page, opening: lesson.id)
    if !lens.isOwn { session.look(through: lens) }
  }

  /// The lesson as the lens shows it.
  package var lesson: Lesson? { session.lesson }

  /// Goes on to a piece, as if it had been shown.
  package mutating func stand(at id: PieceID) {
    session.place = Place(screen: id.screen, shown: id.piece + 1)
    session.refresh()
  }

  /// Goes back to where the lesson begins.
  package mutating func rewind() {
    session.place = Place()
    session.refresh()
  }

  // MARK: - Formulas and numbers

  /// How numbers are written.
  package var format: NumberFormat { session.page.format }

  /// How a formula is set.
  package func layout(of expression: Expression) -> Layout {
    expression.layout
  }

  /// How the name of a quantity is set.
  package func layout(of name: Name) -> Layout { layout(of: .name(name)) }

  /// The numbers in force here.
  package var valuation: Valuation? { session.live?.now }

  package var worksheet: Worksheet? { session.live?.worksheet }

  /// Where the worksheet in force was written down.
  package var origin: String? { session.live?.origin }

  /// The value of an expression, or nothing where it has none here.
  package func value(of expression: Expression) -> Matrix<Double>? {
    try? session.live?.value(of: expression)
  }

  /// The given quantities, and the equations and updates that are written
  /// down.
  package var written: (givens: [Name], equations: [Equation]) {
    guard let worksheet else { return ([], []) }
    return (
      worksheet.givens.map(\.name),
      worksheet.shownEquations + worksheet.shownUpdates
    )
  }

  // MARK: - What the session says

  /// What a `run` fence is answered with, its lines as typed included.
  ///
  /// - Returns: The same in Unicode and in ASCII.
  package mutating func replies(
    at id: PieceID
  ) -> (unicode: String, ascii: String) {
    var other = session
    other.page.charset = .ascii
    let ascii = other.piece(id).text.inASCII
    return (session.piece(id).text.plain, ascii.plain)
  }

  /// How many equalities of a derivation were checked, and how.
  package func footer(_ last: DerivationLine) -> String {
    session.footer(last).plain.inOneLine
  }
}

extension Screen {
  /// All lines of the derivation that begins with a piece.
  package func derivation(from piece: Int) -> [DerivationLine] {
    derivation(around: piece)
  }
}

extension String {
  /// The text without the line ends that a terminal needs.
  var inOneLine: String {
    split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }
}
