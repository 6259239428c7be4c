import Algebra

/// Where spoiled lines come from.
///
/// Another source is one more value in ``all``.
struct MutantSource: Sendable {
  let id: String
  /// What the right side of an equality becomes, in every way.
  let mutants: @Sendable (ClaimedEquality) -> [Expression]

  static let all: [MutantSource] = [structural]

  /// One place of the formula altered as a typing slip alters it.
  static let structural = MutantSource(id: "structural") { claim in
    claim.right.mutants(in: SlipSetting(claim))
  }
}

extension ClaimedEquality {
  /// The equality with its right side spoiled in one place, in every way that
  /// a source knows, each once.
  var mutants: [ClaimedEquality] {
    var seen: Set<Expression> = [right.withoutGroups]
    return MutantSource.all.flatMap { $0.mutants(self) }
      .filter { seen.insert($0.withoutGroups).inserted }
      .map {
        ClaimedEquality(
          left: left, right: $0, letters: letters, bench: bench,
          source: source)
      }
  }
}
