import Algebra
import Matrices

/// A line that the verifier has judged.
public struct JudgedLine: Sendable {
  public let left: Expression
  public let right: Expression
  /// The rule that was named for it.
  public var reason: Reason?
  public let verification: Verification
  /// Numbers at which it fails, where it was refuted: the learner's own if
  /// these show it, else the smallest case that was found.
  public let counterexample: Counterexample?
  /// What its names stand for, assumptions included.
  let worksheet: Worksheet
  let letters: [FreeLetter]

  /// Judges a line.
  ///
  /// - Parameters:
  ///   - left: One side.
  ///   - right: The other.
  ///   - worksheet: What the names stand for.
  ///   - letters: Further names, which stand for any number.
  ///   - givens: The numbers on the screen.
  ///   - wantsSmallNumbers: Whether a counterexample is to be the smallest
  ///     there is, and not at these numbers.
  ///   - reason: The rule that was named for it.
  init(
    _ left: Expression, _ right: Expression, in worksheet: Worksheet,
    letters: [FreeLetter] = [], givens: [Name: Matrix<Double>],
    wantsSmallNumbers: Bool = false, by reason: Reason? = nil
  ) {
    self.left = left
    self.right = right
    self.reason = reason
    self.worksheet = worksheet
    self.letters = letters
    verification = worksheet.verification(
      left, equals: right, letters: letters, givens: givens)
    switch verification.verdict {
    case .refuted, .domainsDiffer:
      counterexample = worksheet.counterexample(
        left, equals: right, letters: letters,
        givens: wantsSmallNumbers ? [:] : givens)
    case .conventionOnly(let example): counterexample = example
    default: counterexample = nil
    }
  }

  public var holds: Bool { verification.verdict.holds }

  /// The assumptions without which the line fails.
  public var neededAssumptions: [Worksheet.Assumption] {
    guard holds else { return [] }
    return verification.assumptions.filter { assumption in
      let without = worksheet.assuming(
        worksheet.assumptions.subtracting([assumption]))
      return !without.verify(left, equals: right, letters: letters).holds
    }
  }
}
