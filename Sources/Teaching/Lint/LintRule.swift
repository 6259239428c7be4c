import Algebra

/// A rule that lessons keep.
///
/// A new rule is a value, and a line in ``all``.
public struct LintRule: Sendable {
  public let id: String
  /// What it asks of a lesson.
  public let sentence: String
  let check: @Sendable (LintSubject, inout LintNotes) -> Void

  /// Every rule, in the order in which they are tried.
  ///
  /// What cannot be read or
  /// understood is reported under the first.
  public static let all: [LintRule] = [
    reads, needs, names, code, equalities, refutations, publications, reasons,
    answers, alterations, commands, height,
  ]

  /// That a lesson can be read; what is found here is found by the compiler.
  static let reads = LintRule(
    id: "reads",
    sentence: "Every line is in the format, and every expression has a value."
  ) { _, _ in }
}

/// A lesson to be checked, and what the checks need of the world.
struct LintSubject: Sendable {
  let compiled: CompiledLesson
  /// The ids of all lessons that there are.
  let lessons: Set<String>
  let options: LintOptions
}

/// What a check hands in.
public struct LintOptions: Sendable {
  /// How many lines a screen takes when it is shown whole; nothing where
  /// nobody can tell.
  public var lines: (@Sendable (Screen) -> Int)?
  public var mostLines: Int
  /// What a command makes of the numbers.
  public var run: @Sendable (String, Valuation) -> Valuation?
  /// Whether every equality is spoiled too, to see that it is noticed.
  public var mutates: Bool

  public init(
    lines: (@Sendable (Screen) -> Int)? = nil, mostLines: Int = 20,
    mutates: Bool = false,
    run: @escaping @Sendable (String, Valuation) -> Valuation? = {
      SampleCommand.carryOut($0, on: $1)
    }
  ) {
    self.lines = lines
    self.mostLines = mostLines
    self.mutates = mutates
    self.run = run
  }
}

/// What a rule found in one lesson.
struct LintNotes {
  let file: String
  let rule: String
  var findings: [LintFinding] = []
  var tally = LintTally()
  var survivors: [LintSurvivor] = []

  mutating func add(
    _ message: String, try remedy: String, at source: SourceText
  ) {
    findings.append(
      LintFinding(
        file: file, line: source.line, column: source.column, rule: rule,
        message: message, remedy: remedy))
  }
}
