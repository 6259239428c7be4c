import Matrices

/// An equality put to the test at one point after another.
struct Trial {
  let equality: Equality
  private var numbers: SeededNumbers
  private var kinks: KinkWatch
  private var counted = 0
  private var doubts: [Verdict.Doubt: Int] = [:]

  init(_ equality: Equality) {
    self.equality = equality
    let sides = [equality.left.text(.ascii), equality.right.text(.ascii)]
    numbers = SeededNumbers(sides.joined(separator: " = "))
    kinks = KinkWatch(equality)
  }

  /// So many points may be given up before nothing can be said.
  private static let patience = 64

  private static let scales = [1, 0.3, 3]

  mutating func verdict() -> Verdict {
    if let refuted = atOwnNumbers() { return refuted }
    var sizes: [Name: Int] = [:]
    for _ in 0..<2 {
      sizes = equality.sizes(&numbers, unlike: sizes)
      for scale in Trial.scales {
        for _ in 0..<equality.pointsPerScale {
          if let verdict = point(sizes, scale) { return verdict }
        }
      }
    }
    // Few points reach a branch that is narrow, so ask for it by name.
    for _ in 0..<24 where kinks.isMissingBranch {
      if let verdict = point(sizes, 1) { return verdict }
    }
    return .numeric(points: counted)
  }

  /// Tests points of one size and scale until one counts.
  private mutating func point(
    _ sizes: [Name: Int], _ scale: Double
  ) -> Verdict? {
    for attempt in 0..<Trial.patience {
      // What has no value for numbers of both signs may have one for
      // positive ones, and for small ones.
      let range = Equality.Range(
        scale: attempt < 32 ? scale : scale / 4,
        isPositive: attempt % 16 > 7)
      guard let givens = equality.givens(sizes, range, &numbers) else {
        return .inconclusive(.noValues)
      }
      switch finding(at: givens) {
      case .agrees:
        counted += 1
        return nil
      case .differs(let left, let right):
        return .refuted(
          counterexample(givens, left, right, isOwn: false))
      case .doubtful(let doubt): doubts[doubt, default: 0] += 1
      case .noValue(let verdict): return verdict
      }
    }
    let worst = doubts.max { $0.value < $1.value }?.key
    return .inconclusive(worst ?? .notFinite)
  }

  private mutating func atOwnNumbers() -> Verdict? {
    let wanted = equality.worksheet.givens.map(\.name)
    let givens = equality.own.filter { wanted.contains($0.key) }
    // A slope in a large matrix is measured at small sizes alone.
    let entries = givens.values.reduce(0) { $0 + $1.storage.count }
    guard !wanted.isEmpty, givens.count == wanted.count,
      !equality.holdsSlope || entries <= 500,
      case .differs(let left, let right) = finding(at: givens)
    else { return nil }
    return .refuted(counterexample(givens, left, right, isOwn: true))
  }

  private func counterexample(
    _ givens: [Name: Matrix<Double>], _ left: Matrix<Double>,
    _ right: Matrix<Double>, isOwn: Bool
  ) -> Counterexample {
    Counterexample(
      givens: givens, left: left, right: right, isOwnNumbers: isOwn)
  }
}

// MARK: - One point

extension Trial {
  private enum Finding {
    case agrees
    case differs(Matrix<Double>, Matrix<Double>)
    case doubtful(Verdict.Doubt)
    case noValue(Verdict)
  }

  private mutating func finding(at givens: [Name: Matrix<Double>]) -> Finding {
    guard let valuation = try? Valuation(equality.worksheet, givens: givens)
    else { return .doubtful(.notFinite) }
    guard kinks.accepts(valuation) else { return .doubtful(.noResolvingPower) }
    let left: Matrix<Double>
    let right: Matrix<Double>
    do { left = try value(of: equality.left, valuation) } catch {
      return noValue(error, .left)
    }
    do { right = try value(of: equality.right, valuation) } catch {
      return noValue(error, .right)
    }
    return compared(left, right, valuation)
  }

  /// Measured, so that a slope is judged by nothing that knows our rules.
  private func value(
    of side: Expression, _ valuation: Valuation
  ) throws -> Matrix<Double> {
    try valuation.value(of: side, slopesBy: .differences)
  }

  private func noValue(_ error: any Error, _ side: Verdict.Side) -> Finding {
    guard let fault = error as? ExpressionFault else {
      return .doubtful(.notFinite)
    }
    return .noValue(.meaningless(side, fault))
  }

  private func compared(
    _ left: Matrix<Double>, _ right: Matrix<Double>, _ valuation: Valuation
  ) -> Finding {
    guard left.shape == right.shape else { return .differs(left, right) }
    let size = max(left.largest, right.largest)
    guard size.isFinite, size < 1e150 else { return .doubtful(.notFinite) }
    let gap =
      zip(left.storage, right.storage)
      .map { ($0 - $1).magnitude }.max() ?? 0
    let tolerance = equality.holdsSlope ? 1e-6 : 1e-9
    if gap <= tolerance * size { return .agrees }
    // Both sides may be what is left of large numbers that cancel.
    let terms = largestPart(valuation)
    guard terms.isFinite else { return .doubtful(.notFinite) }
    let rounding = (equality.holdsSlope ? 1e-11 : 1e-14) * max(terms, size)
    if gap <= rounding { return .agrees }
    if gap <= 64 * rounding || gap <= 64 * tolerance * size {
      return .doubtful(.noResolvingPower)
    }
    if mayHaveCrossedKink(valuation) { return .doubtful(.noResolvingPower) }
    return .differs(left, right)
  }

  /// Whether a nudge may have gone over a kink further down.
  ///
  /// There the slopes by the rules agree. They only ever put a point aside,
  /// and never count for the equality.
  private func mayHaveCrossedKink(_ valuation: Valuation) -> Bool {
    guard kinks.isNeeded, equality.holdsSlope,
      let left = try? valuation.value(of: equality.left),
      let right = try? valuation.value(of: equality.right),
      left.shape == right.shape
    else { return false }
    let size = max(left.largest, right.largest)
    return zip(left.storage, right.storage).allSatisfy {
      ($0 - $1).magnitude <= 1e-9 * size
    }
  }

  /// The largest number met on the way to either side.
  private func largestPart(_ valuation: Valuation) -> Double {
    var largest = 0.0
    for (_, part) in equality.left.parts + equality.right.parts {
      if case .derivative = part { continue }
      guard let value = try? valuation.value(of: part) else { continue }
      largest = max(largest, value.largest)
    }
    return largest
  }
}

extension Equality {
  /// Slopes are measured entry by entry, and cost the more the more there are.
  fileprivate var pointsPerScale: Int {
    guard holdsSlope else { return 4 }
    return measuresMatrix ? 1 : 2
  }

  private var measuresMatrix: Bool {
    [left, right].flatMap(\.parts).contains { _, part in
      guard case .derivative(_, .name(let name), _) = part else {
        return false
      }
      return worksheet.scope.shapes[name] != .scalar
    }
  }
}

extension Matrix where Element == Double {
  /// The size of the largest entry, not finite where one is not.
  fileprivate var largest: Double {
    storage.reduce(0) {
      $1.isFinite ? Swift.max($0, $1.magnitude) : .infinity
    }
  }
}
