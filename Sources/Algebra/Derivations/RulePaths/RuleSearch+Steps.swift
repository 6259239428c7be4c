/// Steps anywhere in a line.
extension RuleSearch {
  /// Which steps are taken.
  enum Kind: Hashable {
    case laws
    case all
  }

  /// What a line becomes in one step at any of its parts, and by one rule at
  /// all parts at once.
  ///
  /// - Parameters:
  ///   - term: The line.
  ///   - kind: Which steps are taken.
  ///   - other: The line that is to be reached: what it holds as well is left
  ///     as it is.
  ///   - isWanted: Which rules may be used.
  /// - Returns: Each line that is reached, once.
  mutating func movesEverywhere(
    in term: TermNumber, using kind: Kind, towards other: TermNumber? = nil,
    where isWanted: (Reason) -> Bool = { _ in true }
  ) -> [RuleMove] {
    let kept = other.map { table.all(in: $0) } ?? []
    let parts = table.all(in: term).filter { $0 == term || !kept.contains($0) }
      .sorted()
    var found = RuleMoves()
    var byReason: [(reason: Reason, places: [TermNumber: RuleMove])] = []
    for part in parts {
      let moves = kind == .laws ? movesByLaw(at: part) : moves(at: part)
      for var move in moves {
        move.reasons = move.reasons.filter(isWanted)
        guard let reason = move.reasons.first else { continue }
        if let place = byReason.firstIndex(where: { $0.reason == reason }) {
          if byReason[place].places[part] == nil {
            byReason[place].places[part] = move
          }
        } else {
          byReason.append((reason, [part: move]))
        }
        move.result = table.replacing([part: move.result], in: term)
        if move.result != term { found.add(move) }
      }
    }
    for (reason, places) in byReason where places.count > 1 {
      let result = table.replacing(
        places.mapValues(\.result), in: term)
      guard result != term else { continue }
      let moves = places.sorted { $0.key < $1.key }.map(\.value)
      found.add(
        RuleMove(
          reasons: moves.map(\.reasons).reduce([reason]) { known, others in
            known.filter(others.contains)
          }, result: result,
          definitions: moves.flatMap(\.definitions).uniqued,
          conditions: moves.flatMap(\.conditions).uniqued))
    }
    return found.all
  }
}
