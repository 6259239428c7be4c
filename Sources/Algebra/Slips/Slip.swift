/// A mistake that learners make, as what it turns a right line into.
///
/// A slip is the buggy sibling of a rule: where the rule takes one line to an
/// equal one, the slip takes it to the line that a learner writes instead.
public struct Slip: Sendable {
  /// A short name that never changes.
  public let id: String
  /// What was done, as a clause that follows "either": `a transpose is
  /// missing`.
  public let clause: String
  /// The rule that was meant.
  public let rule: Rule?
  /// How likely it is to be what happened, where several explain a line.
  public let rank: Rank
  let spoiling: Spoiling
  let wording: @Sendable (Deed, Surroundings) -> Wording

  /// Slips of a higher rank are asked only where none of a lower one fits.
  public enum Rank: Int, Comparable, Sendable {
    /// A mistake with a reason of its own.
    case particular
    /// A mistake of which no more can be said than what is missing.
    case general
    /// One name for another.
    case confusion

    public static func < (left: Rank, right: Rank) -> Bool {
      left.rawValue < right.rawValue
    }
  }

  /// What a slip does to a line.
  enum Spoiling: Sendable {
    /// Where the first form is found, the second one is written; the names in
    /// both stand for any expression.
    case forms([(form: Expression, written: Expression)])
    /// What a part of the line becomes.
    case parts(@Sendable (Expression, Surroundings) -> [Expression])
    /// What the line, or one of the terms that it is a sum of, becomes.
    case terms(@Sendable (Expression, Surroundings) -> [Expression])
    /// What the whole line becomes.
    case line(@Sendable (Expression, Surroundings) -> [Expression])
  }

  /// What is said to the learner.
  public struct Wording: Hashable, Sendable {
    /// One sentence.
    public let brief: String
    /// One sentence or two.
    public let full: String

    init(_ full: String, brief: String? = nil) {
      self.full = full
      self.brief = brief ?? full
    }
  }

  init(
    _ id: String, _ clause: String, of rule: Rule? = nil,
    rank: Rank = .particular, _ spoiling: Spoiling,
    _ wording: @escaping @Sendable (Deed, Surroundings) -> Wording
  ) {
    self.id = id
    self.clause = clause
    self.rule = rule
    self.rank = rank
    self.spoiling = spoiling
    self.wording = wording
  }
}

extension Slip: Hashable {
  public static func == (left: Slip, right: Slip) -> Bool {
    left.id == right.id
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// A slip that was made at a place: what should stand there, and what does.
public struct Deed: Hashable, Sendable {
  public let slip: Slip
  /// The part of the right line.
  public let before: Expression
  /// What stands in its place.
  public let after: Expression

  public func wording(in surroundings: Surroundings) -> Slip.Wording {
    slip.wording(self, surroundings)
  }

  /// The smallest part of what was written that differs from what should
  /// stand there, as a way from `after` to it.
  public var place: Path {
    var path: Path = []
    var (one, other) = (before, after)
    while let step = Deed.onlyDifference(one, other) {
      path.append(step)
      (one, other) = (one.children[step], other.children[step])
    }
    return path
  }

  /// The one child in which two parts of the same form differ.
  private static func onlyDifference(
    _ one: Expression, _ other: Expression
  ) -> Int? {
    let (left, right) = (one.children, other.children)
    guard !left.isEmpty, left.count == right.count,
      one.withChildren(right) == other
    else { return nil }
    let differing = left.indices.filter { left[$0] != right[$0] }
    return differing.count == 1 ? differing[0] : nil
  }
}

/// A line with slips in it.
public struct Mutant: Hashable, Sendable {
  public let expression: Expression
  /// The slips, the first made first.
  public let deeds: [Deed]
}

extension Expression {
  /// The expression inside a sentence, its indices on the line.
  public var inWords: String {
    String(text().map { Alphabet.subscripts[$0] ?? $0 })
  }
}
