import Matrices

extension GradientReferee {
  /// Checks the slope in every entry of parameters, by costs that take only
  /// what follows from an entry.
  ///
  /// - Parameters:
  ///   - subjects: The quantities; one that is no parameter is checked as
  ///     ``check(_:)`` does.
  ///   - claimed: Slopes that somebody else claims, by their parameters.
  /// - Returns: One check for each.
  /// - Throws: ``ExpressionFault`` where the work was stopped; ``PlanFault``.
  public func everyCheck(
    of subjects: [Name], against claimed: [Name: Matrix<Double>] = [:]
  ) throws -> [GradientCheck] {
    let parameters = Set(self.parameters)
    guard
      let entries = try EveryEntry(
        subjects.filter(parameters.contains), in: valuation)
    else { return [] }
    return try subjects.compactMap { subject in
      guard parameters.contains(subject) else { return try check(subject) }
      let slope =
        claimed[subject] ?? valuation.values[slope(in: subject)]
      return try slope.flatMap { try check(subject, against: $0, by: entries) }
    }
  }

  /// Whether the checks would take long if each cost were computed from the
  /// beginning.
  func isLong(_ subjects: [Name]) -> Bool {
    let counts = subjects.map { valuation.values[$0]?.storage.count ?? 0 }
    let sizes = parameters.map { valuation.values[$0]?.storage.count ?? 0 }
    let examples =
      valuation.worksheet.givens.filter { $0.role == .input }
      .compactMap { valuation.values[$0.name]?.columns }.max() ?? 1
    let moves = counts.reduce(0) {
      $0 + ($1 > effort.entries ? effort.sample + effort.directions : $1)
    }
    return moves * sizes.reduce(0, +) * examples > Self.longWork
  }

  /// Multiplications that take some seconds.
  private static let longWork = 1_000_000_000

  /// As many entries of a quantity, for which the shortcut does not find what
  /// the slope is said to be, are measured in the long way.
  private static let seconds = 4

  private func check(
    _ subject: Name, against slope: Matrix<Double>, by entries: EveryEntry
  ) throws -> GradientCheck? {
    guard let value = valuation.values[subject],
      value.shape == slope.shape, let probe = try Probe(subject, in: valuation)
    else { return nil }
    var record = Record(try Differences(probe), slope, valuation: valuation)
    var left = Self.seconds
    for offset in value.storage.indices {
      try Interruption.check()
      let found = try entries.sample(
        EveryEntry.Entry(subject, offset, of: value.shape),
        at: value.storage[offset], slope: slope.storage[offset])
      if !found.contradicts || left == 0 {
        record.add(found)
      } else {
        left -= 1
        try record.compare(entry: offset)
      }
    }
    var numbers = SeededNumbers("\(subject.ascii) \(value.shape)")
    try record.compareTangent(along: value.randomDirection(&numbers))
    var check = record.check
    check.recomputed = try recomputation(
      of: subject, value, by: entries, &numbers)
    if check.isZero {
      check.elsewhere = try finding(of: subject, elsewhere: effort)
    }
    return check
  }

  /// Computes the costs of some entries from the beginning.
  private func recomputation(
    of subject: Name, _ value: Matrix<Double>, by entries: EveryEntry,
    _ numbers: inout SeededNumbers
  ) throws -> GradientCheck.Recomputation {
    let count = value.storage.count
    var chosen = Set<Int>()
    while chosen.count < min(16, count) {
      chosen.insert(Int.random(in: 0..<count, using: &numbers))
    }
    let gaps = try chosen.sorted().map { offset in
      try entries.gap(
        at: EveryEntry.Entry(subject, offset, of: value.shape), of: value)
    }
    return GradientCheck.Recomputation(
      count: chosen.count, gap: gaps.reduce(0) { $1 <= $0 ? $0 : $1 })
  }
}
