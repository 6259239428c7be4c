import Algebra

/// A line spoiled on purpose that was not refuted.
public struct LintSurvivor: Hashable, Sendable {
  /// The name of the lesson's file without its ending.
  public let file: String
  public let line: Int
  public let column: Int
  /// The spoiled line, as it can be typed.
  public let equality: String
  /// What the verifier says of it.
  public let verdict: String

  init(_ mutant: ClaimedEquality, _ verdict: Verdict, in file: String) {
    self.file = file
    line = mutant.source.line
    column = mutant.source.column
    equality = "\(mutant.left.text(.ascii)) = \(mutant.right.text(.ascii))"
    self.verdict = verdict.sentence
  }

  /// The survivor in one line, as `last-layer.md:12:3: survivor: …`.
  public var text: String {
    "\(file).md:\(line):\(column): survivor: \(equality) (\(verdict))"
  }
}
