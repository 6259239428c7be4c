import Algebra
import Matrices

/// Something that a lesson says and that can be checked, with its place.
enum Claim {
  case equality(ClaimedEquality)
  /// A line that the lesson says does not hold.
  case refuted(ClaimedEquality)
  /// Numbers of a source, and the place of each.
  case published(Published, Bench?, at: [SourceText])
  /// Lines of a source beside the worksheet's, and where they begin.
  case compared(SourceVersion, Bench, at: SourceText)
  case reason(Reason, Bench?, at: SourceText)
  case question(Question, QuestionSyntax, Bench?)
  /// A code span that is no expression.
  case code(SourceText)
  /// A quantity that the lesson declares.
  case name(Name, at: SourceText)
  /// A command that the lesson gives.
  case run(SourceText)
  /// An alteration that the lesson makes.
  case set(Assignment, Bench?, at: SourceText)
}

/// Two expressions that a lesson joins by `=`.
struct ClaimedEquality {
  let left: Expression
  let right: Expression
  let letters: [Letter]
  let bench: Bench?
  let source: SourceText
  /// The quantity that moves a little, where the sides hold differentials.
  var moving: Name? = nil
  /// Whether the program wrote it, so that no slip of an author is in it.
  var isDerived = false
}

extension ClaimedEquality {
  /// What the verifier says of it.
  var verdict: Verdict {
    (bench?.worksheet ?? Worksheet()).verify(
      left, equals: right,
      letters: letters.map { FreeLetter($0.name, $0.shape, domain: $0.domain) },
      givens: bench?.givens ?? [:], moving: moving)
  }
}
