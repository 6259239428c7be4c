import Algebra

/// Formulas of numbers in z, a and b, put together at random.
struct RandomFormula {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  private mutating func number(below limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(limit))
  }

  private mutating func one<Element>(of list: [Element]) -> Element {
    list[number(below: list.count)]
  }

  /// A formula with at most so many levels.
  mutating func formula(depth: Int) -> Expression {
    guard depth > 0 else { return leaf() }
    switch number(below: 12) {
    case 0, 1: return formula(depth: depth - 1).plus(formula(depth: depth - 1))
    case 2: return formula(depth: depth - 1).minus(formula(depth: depth - 1))
    case 3, 4, 5:
      return formula(depth: depth - 1).times(formula(depth: depth - 1))
    case 6:
      return formula(depth: depth - 1).over(
        Expression(2).plus(formula(depth: depth - 1).raised(to: 2)))
    case 7:
      return formula(depth: depth - 1).raised(to: one(of: [2, 3]))
    case 8: return formula(depth: depth - 1).negated
    default: return call(depth: depth)
    }
  }

  private mutating func leaf() -> Expression {
    one(of: [
      "z", "z", "z", "a", "b", 1, 2, 3, .decimal("½"), .decimal("0.1"),
      Expression(2).times("z"), Expression("z").raised(to: 2),
    ])
  }

  private mutating func call(depth: Int) -> Expression {
    let name: Name = one(of: [
      "sigmoid", "tanh", "softplus", "gelu", "sin", "cos", "relu",
      "leakyrelu", "exp", "ln", "sqrt", "abs", "cosh",
    ])
    let inner = formula(depth: depth - 1)
    switch name {
    case "ln", "sqrt":
      return .call(name, Expression(1).plus(inner.raised(to: 2)))
    case "exp", "cosh": return .call(name, .call("tanh", inner))
    default: return .call(name, inner)
    }
  }
}
