import Matrices

/// One point at which both sides of an equality have values in doubles.
struct NumericPoint {
  private var situation: Situation<BoundedArithmetic>
  /// Whether rounding may have decided a branch of the worksheet.
  private let isUnsure: Bool

  /// Nothing where the worksheet has no values at the numbers given.
  init?(_ equality: Equality, _ givens: [Name: Matrix<Double>]) {
    var values = givens.mapValues { $0.map { Bounded($0) } }
    if let moving = equality.moving {
      values[Situation<BoundedArithmetic>.change(of: moving)] =
        try? equality.change(of: moving, values) {
          Bounded(Double(($0 * 7 + 3) % 11) / 4 - 1)
        }
    }
    let arithmetic = BoundedArithmetic(
      slopeAtKink: equality.worksheet.slopeAtKink)
    guard
      let situation = try? Situation(
        equality, givens: values, in: arithmetic,
        form: { equation, moved in
          equation.computed(moving: moved.map { [$0] } ?? [])
        })
    else { return nil }
    self.situation = situation
    isUnsure = situation.arithmetic.isUnsure
  }

  /// What one side of the equality is, and what happened on the way.
  struct Side {
    let value: Matrix<Bounded>
    let isUnsure: Bool
    let leftDomain: Bool
  }

  mutating func side(_ expression: Expression) throws -> Side {
    situation.arithmetic.forget()
    let value = try situation.value(of: expression)
    return Side(
      value: value, isUnsure: isUnsure || situation.arithmetic.isUnsure,
      leftDomain: situation.arithmetic.leftDomain)
  }

  enum Comparison {
    case agree
    case differ
    case undefined(Verdict.Side)
    case unresolved
    case notFinite
  }

  /// Holds both sides together, entry by entry.
  static func comparison(_ left: Side, _ right: Side) -> Comparison {
    guard left.value.shape == right.value.shape else { return .differ }
    if left.leftDomain != right.leftDomain {
      let defined = left.leftDomain ? right : left
      let isFinite = defined.value.storage.allSatisfy(\.isKnown)
      return isFinite
        ? .undefined(left.leftDomain ? .left : .right) : .notFinite
    }
    if left.isUnsure || right.isUnsure { return .unresolved }
    var resolved = 0
    var isDoubtful = false
    for (left, right) in zip(left.value.storage, right.value.storage) {
      guard left.isKnown, right.isKnown else { return .notFinite }
      switch comparison(left, right) {
      case .agree: resolved += 1
      case .differ: return .differ
      case .near: break
      case .doubtful: isDoubtful = true
      }
    }
    let isResolved = 2 * resolved >= left.value.storage.count
    return isResolved && !isDoubtful ? .agree : .unresolved
  }

  private enum EntryComparison {
    /// Equal, and a difference would have been seen.
    case agree
    case differ
    /// As near as rounding can tell, but rounding could hide a difference.
    case near
    case doubtful
  }

  private static func comparison(
    _ left: Bounded, _ right: Bounded
  ) -> EntryComparison {
    let gap = (left.value - right.value).magnitude
    let bound = 8 * (left.bound + right.bound)
    if gap > 64 * bound { return .differ }
    if gap > bound { return .doubtful }
    let size = max(left.value.magnitude, right.value.magnitude)
    if bound <= 1e-6 * size { return .agree }
    let isZero =
      left.value.magnitude <= left.bound && right.value.magnitude <= right.bound
    // What vanished by being too small for a double is not known to be 0.
    let isLost = bound > 0 && bound < 1e-290
    return isZero && bound < 1e-9 && !isLost ? .agree : .near
  }
}

extension Bounded {
  /// Whether the value and its bound are finite and not near overflow.
  var isKnown: Bool { value.magnitude < 1e306 && bound < 1e300 }
}

extension Equality {
  /// An arbitrary change of the moving quantity, entry by entry.
  func change<Number>(
    of name: Name, _ givens: [Name: Matrix<Number>],
    _ entry: (Int) -> Number
  ) throws -> Matrix<Number> {
    let scope = symbols.bound(to: givens.mapValues(\.shape))
    let shape = scope.shapes[name] ?? .scalar
    guard let rows = shape.rows.count(sizes: scope.sizes),
      let columns = shape.columns.count(sizes: scope.sizes)
    else { throw ExpressionFault(.unknownName(name)) }
    return try Matrix(
      rows: rows, columns: columns, storage: (0..<rows * columns).map(entry))
  }
}
