import Matrices

/// Compares the slopes of a worksheet with what differences of its cost say,
/// which know nothing of our derivatives, and with dual numbers.
public struct GradientReferee: Sendable {
  public let valuation: Valuation
  let effort: Effort

  /// How much is measured.
  public struct Effort: Hashable, Sendable {
    /// As many entries of a quantity are moved one by one.
    public var entries: Int
    /// As many are chosen where there are more.
    public var sample: Int
    /// In as many directions all entries are then moved together.
    public var directions: Int

    public init(entries: Int = 1024, sample: Int = 64, directions: Int = 3) {
      self.entries = entries
      self.sample = sample
      self.directions = directions
    }
  }

  /// The largest distance from dual numbers that passes for rounding.
  public static let dualTolerance = 1e-12

  public init(_ valuation: Valuation, effort: Effort = Effort()) {
    self.valuation = valuation
    self.effort = effort
  }

  /// The quantities that have a slope, parameters first.
  public var subjects: [Name] { parameters + others }

  /// The parameters that have a slope.
  public var parameters: [Name] {
    valuation.worksheet.parameters.filter(hasSlope)
  }

  private var others: [Name] {
    let known = Set(parameters)
    return valuation.worksheet.names.filter {
      !known.contains($0) && hasSlope($0)
    }
  }

  /// The name of the slope in a quantity.
  public func slope(in subject: Name) -> Name {
    valuation.worksheet.adjoint(of: subject)
  }

  private func hasSlope(_ name: Name) -> Bool {
    valuation.values[slope(in: name)] != nil
  }

  /// Checks the slope in every parameter, each in as many entries as can be
  /// done in good time.
  public func checks() throws -> [GradientCheck] {
    try checks(of: parameters)
  }

  /// Checks the slopes in some quantities, as ``checks()`` does.
  public func checks(of subjects: [Name]) throws -> [GradientCheck] {
    isLong(subjects)
      ? try everyCheck(of: subjects) : try subjects.compactMap { try check($0) }
  }

  /// Checks the slope in a quantity, which is moved as if it were free.
  ///
  /// - Parameter subject: The quantity.
  /// - Returns: Nothing where there is no such slope.
  /// - Throws: ``ExpressionFault`` where the work was stopped.
  public func check(_ subject: Name) throws -> GradientCheck? {
    guard let slope = valuation.values[slope(in: subject)] else {
      return nil
    }
    return try check(subject, against: slope)
  }

  /// Checks a slope that somebody else claims.
  ///
  /// Shapes: that of the quantity.
  public func check(
    _ subject: Name, against slope: Matrix<Double>
  ) throws -> GradientCheck? {
    guard var check = try measure(subject, slope) else { return nil }
    if check.isZero {
      check.elsewhere = try finding(of: subject, elsewhere: effort)
    }
    return check
  }

  private func measure(
    _ subject: Name, _ slope: Matrix<Double>
  ) throws -> GradientCheck? {
    guard let probe = try Probe(subject, in: valuation),
      probe.value.shape == slope.shape
    else { return nil }
    var record = Record(
      try Differences(probe), slope, valuation: valuation)
    let moves = Moves(of: probe, effort)
    for offset in moves.offsets { try record.compare(entry: offset) }
    for direction in moves.directions {
      try record.compare(along: direction)
    }
    return record.check
  }
}

// MARK: - Other numbers

extension GradientReferee {
  /// What the slope in a quantity is where all else is different.
  ///
  /// A slope that is zero agrees with differences that are zero however
  /// wrong its rule may be.
  func finding(
    of subject: Name, elsewhere effort: Effort
  ) throws -> GradientCheck.Elsewhere {
    var numbers = SeededNumbers("elsewhere \(subject.ascii)")
    for _ in 0..<3 {
      var givens: [Name: Matrix<Double>] = [:]
      for given in valuation.worksheet.givens {
        let value = valuation.values[given.name]
        let isMoved = given.role == .parameter || given.role == .input
        givens[given.name] =
          isMoved
          ? value?.map { _ in Double.random(in: -1...1, using: &numbers) }
          : value
      }
      guard let moved = try? Valuation(valuation.worksheet, givens: givens),
        let slope = moved.values[self.slope(in: subject)],
        let check = try GradientReferee(moved, effort: effort)
          .measure(subject, slope), !check.isZero
      else { continue }
      if check.finding == .differs { return .differs }
      if check.finding == .agrees { return .agrees }
    }
    return .alwaysZero
  }
}

/// Which entries and directions are measured.
private struct Moves {
  let offsets: [Int]
  let directions: [Matrix<Double>]

  init(of probe: Probe, _ effort: GradientReferee.Effort) {
    let count = probe.value.storage.count
    guard count > effort.entries else {
      offsets = Array(0..<count)
      directions = []
      return
    }
    var numbers = SeededNumbers("\(probe.subject.ascii) \(probe.value.shape)")
    var chosen = Set<Int>()
    while chosen.count < min(effort.sample, count) {
      chosen.insert(Int.random(in: 0..<count, using: &numbers))
    }
    offsets = chosen.sorted()
    directions = (0..<effort.directions).map { _ in
      probe.value.randomDirection(&numbers)
    }
  }
}

extension Matrix<Double> {
  /// A direction of length 1 in which every entry moves.
  func randomDirection(_ numbers: inout SeededNumbers) -> Matrix<Double> {
    let wild = map { _ in Double.random(in: -1...1, using: &numbers) }
    let length = wild.storage.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return wild.map { length == 0 ? 1 : $0 / length }
  }

  /// The direction in which one entry moves.
  func direction(ofEntry offset: Int) -> Matrix<Double> {
    var place = -1
    return map { _ in
      place += 1
      return place == offset ? 1 : 0
    }
  }
}
