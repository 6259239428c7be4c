import Matrices

/// An equality put to the test in doubles, at one random point after another,
/// with a bound on what rounding may explain.
struct NumericTrials {
  private let equality: Equality
  private var numbers: SeededNumbers
  private var branches: BranchWatch
  /// How many points agreed, and would have shown a difference.
  private(set) var counted = 0
  /// The numbers handed in, where the sides differ there at a kink.
  private var ownKink: Counterexample?
  private var gaps: [Finding] = []
  private var doubts: [Verdict.Doubt: Int] = [:]

  init(_ equality: Equality) {
    self.equality = equality
    numbers = SeededNumbers(equality.text)
    branches = BranchWatch(equality)
  }

  /// So many points may be given up before nothing can be said.
  private static let patience = 64

  /// How far from 0 the numbers are drawn.
  private static let scales = [1, 0.3, 3]

  /// Where else a branch is looked for that was not met.
  private static let wideScales = [1, 3, 10, 100, 1e4, 1e7, 0.03]

  /// Where a difference is looked for that shows far from 0 alone.
  private static let farScales = [30.0, 1e4]

  /// - Parameter isProven: Whether it holds, but for branches and domains.
  /// - Returns: What the points show.
  mutating func verdict(isProven: Bool = false) -> Verdict {
    var sizes: [Name: Int] = [:]
    for _ in 0..<3 {
      sizes = equality.sizes(&numbers, unlike: sizes)
      for scale in NumericTrials.scales {
        for _ in 0..<3 {
          guard let verdict = point(sizes, scale) else { continue }
          // What is blurred near 0 may be plain far out.
          guard !isProven, case .inconclusive(.noResolvingPower) = verdict
          else { return verdict }
          return refutation(sizes) ?? verdict
        }
      }
    }
    if let verdict = verdictFarOut(sizes, isProven) { return verdict }
    if let gap = verdictOnDomains { return gap }
    if !isProven, let verdict = verdictNearKinks(sizes) { return verdict }
    if !isProven, branches.hasBlurredBranch {
      return .inconclusive(.noResolvingPower)
    }
    return ownKink.map(Verdict.conventionOnly) ?? atKinks(sizes)
      ?? .numeric(points: counted)
  }

  /// Numbers far out or near a turn at which the sides differ, if any do.
  private mutating func refutation(_ sizes: [Name: Int]) -> Verdict? {
    guard branches.isNeeded else { return nil }
    if case .refuted(let example)? = verdictFarOut(sizes, false) {
      return .refuted(example)
    }
    return verdictNearKinks(sizes)
  }

  private mutating func verdictFarOut(
    _ sizes: [Name: Int], _ isProven: Bool
  ) -> Verdict? {
    for scale in isProven ? [] : NumericTrials.farScales {
      for _ in 0..<4 {
        if let verdict = point(sizes, scale, isWanted: false) {
          return verdict
        }
      }
    }
    for scale in NumericTrials.wideScales where branches.isMissingBranch {
      for _ in 0..<8 where branches.isMissingBranch {
        if let verdict = point(sizes, scale, isWanted: false) {
          return verdict
        }
      }
    }
    return nil
  }

  /// What a few points say against what was found without rounding.
  mutating func glance() -> Verdict? {
    var sizes: [Name: Int] = [:]
    for scale in [1.0, 3] {
      sizes = equality.sizes(&numbers, unlike: sizes)
      if let verdict = point(sizes, scale, isWanted: false) { return verdict }
    }
    return nil
  }

  /// What is said of an equality that is known not to hold.
  mutating func verdictOnFalsehood() -> Verdict {
    let verdict = verdict()
    return verdict.holds ? .inconclusive(.noResolvingPower) : verdict
  }

  /// How many numbers are tried as a worksheet's own: those of a thousand
  /// images refute no more than a few small ones do, and take long.
  private static let mostOwn = 4096

  /// What the numbers that the worksheet is shown with say, if they refute.
  mutating func verdictAtOwnNumbers() -> Verdict? {
    let wanted = equality.worksheet.givens.map(\.name)
    let givens = equality.own.filter { wanted.contains($0.key) }
    guard !wanted.isEmpty, givens.count == wanted.count,
      givens.reduce(0, { $0 + $1.value.storage.count }) <= Self.mostOwn,
      case .differs(let example) = finding(at: givens, origin: .given)
    else { return nil }
    guard isOnKink(givens) else { return .refuted(example) }
    ownKink = example
    return nil
  }

  /// Whether the numbers decide a branch where it changes.
  private func isOnKink(_ givens: [Name: Matrix<Double>]) -> Bool {
    guard branches.isNeeded, var point = NumericPoint(equality, givens) else {
      return false
    }
    return branches.isOnKink { try? point.side($0).value }
  }

  /// What the sides are at some numbers, if they differ there, or if one of
  /// them has no value.
  mutating func counterexample(
    at givens: [Name: Matrix<Double>]
  ) -> Counterexample? {
    switch finding(at: givens, origin: .small) {
    case .differs where isOnKink(givens): nil
    case .differs(let example), .undefined(_, let example): example
    default: nil
    }
  }

  /// Tests points of one size and scale until one counts.
  private mutating func point(
    _ sizes: [Name: Int], _ scale: Double, isWanted: Bool = true
  ) -> Verdict? {
    for attempt in 0..<NumericTrials.patience {
      // What has no value for numbers of both signs may have one for
      // positive ones, and for small ones.
      let range = Equality.Range(
        scale: attempt < 32 ? scale : scale / 4,
        isPositive: attempt % 16 > 7)
      guard let givens = equality.givens(sizes, range, &numbers) else {
        return .inconclusive(.noValues)
      }
      switch finding(at: givens, origin: .drawn) {
      case .agrees:
        counted += 1
        return nil
      case .differs(let example): return .refuted(example)
      case .meaningless(let side, let fault):
        return .meaningless(side, fault)
      case .undefined(let side, let example):
        gaps.append(.undefined(side, example))
        // Numbers that suit one side alone are answer enough.
        if gaps.count == 8, counted > 0 { return nil }
      case .doubtful(let doubt): doubts[doubt, default: 0] += 1
      }
      if !isWanted { return nil }
    }
    if let gap = verdictOnDomains { return gap }
    let isBlurred =
      doubts[.noResolvingPower, default: 0] > doubts[.notFinite, default: 0]
    return .inconclusive(isBlurred ? .noResolvingPower : .notFinite)
  }

  /// One side that had no value again and again where the other one had.
  private var verdictOnDomains: Verdict? {
    guard gaps.count >= 3, case .undefined(let side, let example)? = gaps.first
    else { return nil }
    return .domainsDiffer(undefined: side, at: example)
  }

  /// So many branches are looked at from near by.
  private static let mostTurns = 3

  /// So often the way to a branch is halved.
  private static let halvings = 40

  /// How far apart both ends of the way are.
  private static let turnScales: [Double] = [3, 1, 10, 100]

  /// Goes from one branch to another by halving the way, since what is false
  /// may be so near the turn alone.
  private mutating func verdictNearKinks(_ sizes: [Name: Int]) -> Verdict? {
    for (argument, kink) in branches.turns.prefix(NumericTrials.mostTurns) {
      for attempt in 0..<12 {
        let range = Equality.Range(
          scale: NumericTrials.turnScales[attempt % 4] + kink.magnitude,
          isPositive: false)
        guard let start = equality.givens(sizes, range, &numbers),
          let end = equality.givens(sizes, range, &numbers),
          let isAbove = side(of: argument, kink, at: start),
          side(of: argument, kink, at: end) == !isAbove
        else { continue }
        if let verdict = verdictBetween(
          start, end, { $0.side(of: argument, kink, at: $1) == isAbove })
        {
          return verdict
        }
        break
      }
    }
    return nil
  }

  /// Whether the first entry of what decides a branch is above its turn.
  private func side(
    of argument: Expression, _ kink: Double, at givens: [Name: Matrix<Double>]
  ) -> Bool? {
    var point = NumericPoint(equality, givens)
    let value = try? point?.side(argument).value
    return value.flatMap(\.storage.first).map { $0.value > kink }
  }

  private mutating func verdictBetween(
    _ start: [Name: Matrix<Double>], _ end: [Name: Matrix<Double>],
    _ isLikeStart: (Self, [Name: Matrix<Double>]) -> Bool
  ) -> Verdict? {
    var (low, high) = (0.0, 1.0)
    for _ in 0..<NumericTrials.halvings {
      let middle = (low + high) / 2
      let givens = start.reduce(into: [:]) { found, given in
        found[given.key] =
          equality.isConstrained(given.key)
          ? given.value
          : end[given.key].flatMap { other in
            try? given.value.zipped(with: other, operation: "+") {
              $0 + middle * ($1 - $0)
            }
          }
      }
      if isLikeStart(self, givens) { low = middle } else { high = middle }
      if case .differs(let example) = finding(at: givens, origin: .drawn) {
        return .refuted(example)
      }
    }
    return nil
  }

  /// Looks at the kinks themselves, where a value is a convention.
  private mutating func atKinks(_ sizes: [Name: Int]) -> Verdict? {
    for (name, kink, other) in branches.bareArguments {
      guard equality.worksheet.given(name) != nil,
        var givens = equality.givens(
          sizes, Equality.Range(scale: 1, isPositive: false), &numbers)
      else { continue }
      if let other {
        guard let value = givens[other], value.shape == givens[name]?.shape
        else { continue }
        givens[name] = value
      } else {
        givens[name] = givens[name]?.map { _ in kink }
      }
      if case .differs(let example) = finding(at: givens, origin: .drawn) {
        return .conventionOnly(example)
      }
    }
    return nil
  }
}

// MARK: - One point

extension NumericTrials {
  private enum Finding {
    case agrees
    case differs(Counterexample)
    case undefined(Verdict.Side, Counterexample)
    case doubtful(Verdict.Doubt)
    case meaningless(Verdict.Side, ExpressionFault)
  }

  private mutating func finding(
    at givens: [Name: Matrix<Double>], origin: Counterexample.Origin
  ) -> Finding {
    let point = NumericPoint(equality, givens)
    guard var point else { return .doubtful(.notFinite) }
    let left: NumericPoint.Side
    let right: NumericPoint.Side
    do { left = try point.side(equality.sides.left) } catch {
      return noValue(error, .left)
    }
    do { right = try point.side(equality.sides.right) } catch {
      return noValue(error, .right)
    }
    let example = Counterexample(
      givens: givens, left: left.value.map(\.value),
      right: right.value.map(\.value), origin: origin)
    switch NumericPoint.comparison(left, right) {
    case .agree:
      branches.note { try? point.side($0).value }
      return .agrees
    case .differ: return .differs(example)
    case .undefined(let side): return .undefined(side, example)
    case .unresolved:
      branches.noteBlurred { try? point.side($0).value }
      return .doubtful(.noResolvingPower)
    case .notFinite: return .doubtful(.notFinite)
    }
  }

  private func noValue(_ error: any Error, _ side: Verdict.Side) -> Finding {
    guard let fault = error as? ExpressionFault else {
      return .doubtful(.notFinite)
    }
    // A longer axis may have the place.
    if case .subscriptOutOfRange(let place, let first, _) = fault.problem,
      place >= first, equality.own.isEmpty
    {
      return .doubtful(.noValues)
    }
    return .meaningless(side, fault)
  }
}
