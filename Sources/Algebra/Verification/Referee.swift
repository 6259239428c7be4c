import Matrices

/// Holds the slopes in an equality against differences of values.
///
/// Both tiers of trials find slopes by the rules for each function. The
/// referee knows none of them: it moves a quantity a little, to and fro, and
/// looks at what comes out.
///
/// Source: the central difference of fourth order.
struct Referee {
  private let equality: Equality
  private var numbers: SeededNumbers

  init(_ equality: Equality) {
    self.equality = equality
    numbers = SeededNumbers(equality.text, 2)
  }

  enum Opinion {
    /// So many slopes were measured, and agree.
    case agrees(Int)
    case disagrees
  }

  /// A kink may lie in the way of one move, but not of so many.
  private static let patience = 12

  var opinion: Opinion {
    mutating get {
      var count = 0
      for (top, bottom) in slopes {
        var isSettled = false
        for _ in 0..<Referee.patience where !isSettled {
          let sizes = equality.sizes(&numbers)
          switch agrees(on: top, bottom, sizes) {
          case true?:
            count += 1
            isSettled = true
          case nil: isSettled = true
          case false?: continue
          }
        }
        if !isSettled { return .disagrees }
      }
      return .agrees(count)
    }
  }

  /// The slopes on both sides, those in the running of an index left out.
  private var slopes: [(top: Expression, bottom: Expression)] {
    let known = Set(equality.worksheet.names)
      .union(equality.symbols.sizes.keys)
    var seen = Set<Expression>()
    return [equality.sides.left, equality.sides.right].flatMap(\.parts)
      .compactMap {
        _, part in
        guard case .derivative(let top, let bottom, _) = part,
          seen.insert(part).inserted,
          known.isSuperset(of: top.names + bottom.names),
          !top.holdsSlope
        else { return nil }
        return (top, bottom)
      }
  }

  /// Whether a slope agrees at one point, or nothing where there is no value.
  private mutating func agrees(
    on top: Expression, _ bottom: Expression, _ sizes: [Name: Int]
  ) -> Bool? {
    let range = Equality.Range(
      scale: 1, isPositive: Bool.random(using: &numbers))
    guard let givens = equality.givens(sizes, range, &numbers),
      let base = bottom.names.first,
      let valuation = try? Valuation(equality.worksheet, givens: givens),
      let value = valuation.values[base],
      let slope = try? valuation.value(
        of: .derivative(top, by: .name(base), .applied))
    else { return nil }
    guard slope.storage.allSatisfy(\.isFinite) else { return false }
    var move = value.map { _ in Double.random(in: -1...1, using: &numbers) }
    if slope.shape != value.shape, value.shape.isScalar {
      move = value.map { _ in 1 }
    }
    let told =
      slope.shape == value.shape
      ? zip(slope.storage, move.storage).reduce(0) { $0 + $1.0 * $1.1 }
      : slope.storage.first ?? 0
    let size = slope.storage.reduce(0) { max($0, $1.magnitude) }
    let tolerance = 1e-7 * max(size, told.magnitude, 1e-3)
    // A steep function needs small steps, a flat one large ones.
    return Referee.steps.contains { step in
      let measured = try? measured(top, base, value, move, valuation, step)
      return measured.map { (told - $0).magnitude <= tolerance } ?? false
    }
  }

  private static let steps = [1e-3, 1e-4, 1e-5]

  /// The change of the first entry of `top` along a move.
  private func measured(
    _ top: Expression, _ base: Name, _ value: Matrix<Double>,
    _ move: Matrix<Double>, _ valuation: Valuation, _ step: Double
  ) throws -> Double {
    func moved(_ steps: Double) throws -> Double {
      var moved = valuation
      try moved.replace(
        base,
        with: try value.zipped(with: move, operation: "+") {
          $0 + steps * step * $1
        })
      return try moved.value(of: top).storage.first ?? .nan
    }
    let near = try moved(1) - moved(-1)
    let far = try moved(2) - moved(-2)
    return (8 * near - far) / (12 * step)
  }
}

extension Expression {
  /// Whether a slope stands in it.
  var holdsSlope: Bool {
    parts.contains { _, part in
      if case .derivative = part { true } else { false }
    }
  }
}
