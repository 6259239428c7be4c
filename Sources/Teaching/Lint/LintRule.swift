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
    reads, needs, names, code, equalities, refutations, comparisons,
    publications, reasons,
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
  /// How many lines a screen takes when it is shown whole on a terminal;
  /// nothing where nobody can tell.
  public var lines: (@Sendable (Screen, Size) -> Int)?
  /// The terminals on which every screen has to fit.
  public var sizes: [Size]
  /// What a command makes of the numbers.
  public var run: @Sendable (String, Valuation) -> Valuation?
  /// Whether every equality is spoiled too, to see that it is noticed.
  public var mutates: Bool

  public init(
    lines: (@Sendable (Screen, Size) -> Int)? = nil,
    sizes: [Size] = [.desk, .projector], mutates: Bool = false,
    run: @escaping @Sendable (String, Valuation) -> Valuation? = {
      SampleCommand.carryOut($0, on: $1)
    }
  ) {
    self.lines = lines
    self.sizes = sizes
    self.mutates = mutates
    self.run = run
  }
}

extension LintOptions {
  /// A terminal, without the lines that the prompt and an answer need.
  public struct Size: Hashable, Sendable {
    public var columns: Int
    public var lines: Int
    /// With how many significant digits numbers are shown there.
    public var digits: Int

    public init(columns: Int, lines: Int, digits: Int = 4) {
      self.columns = columns
      self.lines = lines
      self.digits = digits
    }

    /// 80×24, as a terminal opens.
    public static let desk = Size(columns: 80, lines: 20)

    /// 60×18 in letters that can be read from the last row.
    public static let projector = Size(columns: 60, lines: 18, digits: 3)
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
