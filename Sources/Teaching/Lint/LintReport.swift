import Algebra

/// Something in a lesson that does not hold, where, and what to do about it.
public struct LintFinding: Hashable, Sendable {
  /// The name of the lesson's file without its ending.
  public let file: String
  public let line: Int
  public let column: Int
  /// The id of the rule that found it.
  public let rule: String
  /// What is wrong, in lower case without a full stop.
  public let message: String
  public let remedy: String

  /// The finding in one line, as `last-layer.md:12:3: …; try: …`.
  public var text: String {
    "\(file).md:\(line):\(column): \(message); try: \(remedy)"
  }
}

/// What was found in some lessons, and how much was checked.
public struct LintReport: Sendable {
  /// In the order of the files, and in each by line and column.
  public internal(set) var findings: [LintFinding] = []
  /// The lines spoiled on purpose of which nothing is known to be wrong.
  public internal(set) var survivors: [LintSurvivor] = []
  public internal(set) var tally = LintTally()

  /// Whether nothing was found; a survivor is no fault of a lesson.
  public var isClean: Bool { findings.isEmpty }
}

extension LintReport {
  /// What was found in lessons that were checked apart, in this order.
  public static func joined(_ reports: [LintReport]) -> LintReport {
    reports.reduce(into: LintReport()) { all, report in
      all.findings += report.findings
      all.survivors += report.survivors
      all.tally.add(report.tally)
    }
  }
}
