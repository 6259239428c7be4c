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
  public internal(set) var tally = LintTally()

  public var isClean: Bool { findings.isEmpty }
}

/// How much was checked.
public struct LintTally: Hashable, Sendable {
  public internal(set) var lessons = 0
  /// How many equalities got each kind of verdict.
  public internal(set) var same = 0
  public internal(set) var exact = 0
  public internal(set) var numeric = 0
  public internal(set) var refuted = 0
  public internal(set) var inconclusive = 0
  /// Right and wrong answers, choices and samples put to the judge.
  public internal(set) var answers = 0
  /// Lines spoiled on purpose, and how many of them were refuted.
  public internal(set) var mutants = 0
  public internal(set) var mutantsRefuted = 0

  public var equalities: Int { held + refuted + inconclusive }

  /// How many were found to hold.
  public var held: Int { same + exact + numeric }

  mutating func count(_ verdict: Verdict) {
    switch verdict {
    case .same, .sameUpToOrder: same += 1
    case .exact: exact += 1
    case .numeric, .conventionOnly: numeric += 1
    case .inconclusive: inconclusive += 1
    case .refuted, .shapesDiffer, .meaningless, .domainsDiffer: refuted += 1
    }
  }

  /// The totals in one sentence.
  public var sentence: String {
    var parts = [
      "\(equalities) equalities checked: \(held) hold, "
        + "\(refuted) do not, \(inconclusive) in doubt",
      "\(answers) answers replayed",
    ]
    if mutants > 0 {
      parts.append("\(mutantsRefuted) of \(mutants) spoiled lines refuted")
    }
    return "\(lessons) lessons, " + parts.joined(separator: ", ")
  }
}
