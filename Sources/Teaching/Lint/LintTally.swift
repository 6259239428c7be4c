import Algebra

/// How much was checked.
public struct LintTally: Hashable, Sendable {
  public internal(set) var lessons = 0
  /// How many equalities got each kind of verdict.
  public internal(set) var same = 0
  public internal(set) var exact = 0
  public internal(set) var numeric = 0
  public internal(set) var refuted = 0
  public internal(set) var inconclusive = 0
  /// Lines of sources that were to be refuted, and were.
  public internal(set) var linesRefuted = 0
  /// Printed numbers held against ours, entry by entry.
  public internal(set) var printed = 0
  /// Right and wrong answers, choices and samples put to the judge.
  public internal(set) var answers = 0
  /// Lines spoiled on purpose, how many of them were refuted, and how many
  /// hold all the same: a difference that is squared may be turned round.
  public internal(set) var mutants = 0
  public internal(set) var mutantsRefuted = 0
  public internal(set) var mutantsTrue = 0

  public var equalities: Int { held + refuted + inconclusive }

  /// How many were found to hold.
  public var held: Int { same + exact + numeric }

  /// How many of the lines spoiled on purpose nothing was found wrong with,
  /// and are not known to hold.
  public var survivors: Int { mutants - mutantsRefuted - mutantsTrue }

  /// The share of the spoiled lines that were refuted, those that hold all
  /// the same left out; 1 where no line was spoiled.
  public var shareRefuted: Double {
    let lies = mutants - mutantsTrue
    return lies == 0 ? 1 : Double(mutantsRefuted) / Double(lies)
  }

  mutating func count(_ verdict: Verdict) {
    switch verdict {
    case .same, .sameUpToOrder: same += 1
    case .exact: exact += 1
    case .numeric, .conventionOnly: numeric += 1
    case .inconclusive: inconclusive += 1
    case .refuted, .shapesDiffer, .meaningless, .domainsDiffer: refuted += 1
    }
  }

  mutating func add(_ other: LintTally) {
    for count in LintTally.counts {
      self[keyPath: count] += other[keyPath: count]
    }
  }

  private static var counts: [WritableKeyPath<LintTally, Int>] {
    [
      \.lessons, \.same, \.exact, \.numeric, \.refuted, \.inconclusive,
      \.linesRefuted, \.printed, \.answers, \.mutants, \.mutantsRefuted,
      \.mutantsTrue,
    ]
  }
}

// MARK: - In words

extension LintTally {
  /// What was checked, in one sentence that a teacher can rely on.
  public var sentence: String {
    var parts = [equalitiesInWords]
    if linesRefuted > 0 {
      parts.append(
        counted(
          linesRefuted, "wrong line of a source refuted",
          "wrong lines of sources refuted"))
    }
    if printed > 0 {
      parts.append(
        counted(printed, "printed number compared", "printed numbers compared"))
    }
    if mutants > 0 { parts.append(mutantsInWords) }
    parts.append(counted(answers, "answer replayed", "answers replayed"))
    return counted(lessons, "lesson", "lessons") + ": "
      + parts.joined(separator: "; ")
  }

  private var equalitiesInWords: String {
    let kinds = [
      (exact, "exact"), (numeric, "numeric"), (same, "the same formula"),
    ].filter { $0.0 > 0 }.map { "\($0) \($1)" }
    var text = counted(held, "equality holds", "equalities hold")
    if !kinds.isEmpty { text += " (\(kinds.joined(separator: ", ")))" }
    if refuted > 0 { text += ", " + counted(refuted, "does not", "do not") }
    if inconclusive > 0 { text += ", \(inconclusive) in doubt" }
    return text
  }

  private var mutantsInWords: String {
    var text = "\(mutantsRefuted) of \(mutants) spoiled lines refuted"
    if mutantsTrue > 0 {
      text +=
        ", " + counted(mutantsTrue, "is a true identity", "are true identities")
    }
    if survivors > 0 {
      text += ", " + counted(survivors, "survives", "survive")
    }
    return text
  }

  private func counted(
    _ count: Int, _ one: String, _ many: String
  ) -> String { "\(count) \(count == 1 ? one : many)" }
}
