import Algebra

/// Where spoiled lines come from.
///
/// Another source is one more value in ``all``.
struct MutantSource: Sendable {
  let id: String
  /// What the right side of an equality becomes, in every way.
  let mutants: @Sendable (ClaimedEquality) -> [Expression]

  static let all: [MutantSource] = [structural, slips]

  /// One place of the formula altered as a typing slip alters it.
  static let structural = MutantSource(id: "structural") { claim in
    claim.right.mutants(in: SlipSetting(claim))
  }

  /// What learners make of a line, by the slips that are told to them.
  static let slips = MutantSource(id: "slips") { claim in
    guard let bench = claim.bench else { return [] }
    return Surroundings(bench.worksheet, asked: claim.left)
      .mutants(of: claim.right).map(\.expression)
  }
}

extension ClaimedEquality {
  /// The equality with its right side spoiled in one place, in every way that
  /// a source knows, each once.
  ///
  /// A line that the program derived has its slips in its rules, whose laws
  /// are tested.
  var mutants: [ClaimedEquality] {
    if isDerived { return [] }
    var seen: Set<Expression> = [right.withoutGroups]
    return MutantSource.all.flatMap { $0.mutants(self) }
      .filter { seen.insert($0.withoutGroups).inserted }
      .map {
        ClaimedEquality(
          left: left, right: $0, letters: letters, bench: bench,
          source: source, moving: moving)
      }
  }
}
