import Matrices

/// An equality put to the test in doubles, at one random point after another,
/// with a bound on what rounding may explain.
struct NumericTrials {
  private let equality: Equality
  private var numbers: SeededNumbers
  private var branches: BranchWatch
  private var counted = 0
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
  private static let wideScales = [1, 3, 10, 100, 1e4, 0.03]

  mutating func verdict() -> Verdict {
    var sizes: [Name: Int] = [:]
    for _ in 0..<2 {
      sizes = equality.sizes(&numbers, unlike: sizes)
      for scale in NumericTrials.scales {
        for _ in 0..<4 {
          if let verdict = point(sizes, scale) { return verdict }
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
    if let gap = verdictOnDomains { return gap }
    return atKinks(sizes) ?? .numeric(points: counted)
  }

  /// What the numbers that the worksheet is shown with say, if they refute.
  mutating func verdictAtOwnNumbers() -> Verdict? {
    let wanted = equality.worksheet.givens.map(\.name)
    let givens = equality.own.filter { wanted.contains($0.key) }
    guard !wanted.isEmpty, givens.count == wanted.count,
      case .differs(let example) = finding(at: givens, origin: .given)
    else { return nil }
    return .refuted(example)
  }

  /// What the sides are at some numbers, if they differ there, or if one of
  /// them has no value.
  mutating func counterexample(
    at givens: [Name: Matrix<Double>]
  ) -> Counterexample? {
    switch finding(at: givens, origin: .small) {
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
    let worst = doubts.max { $0.value < $1.value }?.key
    return .inconclusive(worst ?? .notFinite)
  }

  /// One side that had no value again and again where the other one had.
  private var verdictOnDomains: Verdict? {
    guard gaps.count >= 3, case .undefined(let side, let example)? = gaps.first
    else { return nil }
    return .domainsDiffer(undefined: side, at: example)
  }

  /// Looks at the kinks themselves, where a value is a convention.
  private mutating func atKinks(_ sizes: [Name: Int]) -> Verdict? {
    for (name, kink) in branches.bareArguments {
      guard equality.worksheet.given(name) != nil,
        var givens = equality.givens(
          sizes, Equality.Range(scale: 1, isPositive: false), &numbers)
      else { continue }
      givens[name] = givens[name]?.map { _ in kink }
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
    do { left = try point.side(equality.left) } catch {
      return noValue(error, .left)
    }
    do { right = try point.side(equality.right) } catch {
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
    case .unresolved: return .doubtful(.noResolvingPower)
    case .notFinite: return .doubtful(.notFinite)
    }
  }

  private func noValue(_ error: any Error, _ side: Verdict.Side) -> Finding {
    guard let fault = error as? ExpressionFault else {
      return .doubtful(.notFinite)
    }
    return .meaningless(side, fault)
  }
}
