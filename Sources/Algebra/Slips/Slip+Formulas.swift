// The slope of a formula: a term or a factor that is left out, and rules
// that are used where another belongs.

extension Slip {
  static let innerSlopeMissing = Slip(
    "inner-slope-missing", "the slope of the inside is left out", of: .chain,
    .line { _, surroundings in surroundings.slopes(spoiledBy: .innerSlope) }
  ) { _, _ in
    Wording(
      "You took the slope of the outside and stopped there. "
        + "The inside moves as well.")
  }

  static let productTermMissing = Slip(
    "product-term-missing", "a term of the product rule is left out",
    of: .product,
    .line { _, surroundings in surroundings.slopes(spoiledBy: .productTerm) }
  ) { _, _ in
    Wording(
      "You let one factor of a product move and held the other. "
        + "Both of them move.",
      brief: "You let one factor of a product move and held the other.")
  }

  static let powerRuleOnExponential = Slip(
    "power-rule-on-exponential", "the power rule is used on an exponential",
    of: .exponential,
    .line { _, surroundings in surroundings.slopes(spoiledBy: .exponential) }
  ) { _, _ in
    Wording(
      "You brought the exponent down, as for a power. Here it is the exponent "
        + "that moves, and the base stays.",
      brief: "You brought the exponent down, where it is the exponent that "
        + "moves.")
  }

  static let exponentKept = Slip(
    "exponent-kept", "the exponent is not lowered or not brought down",
    of: .power,
    .line { _, surroundings in surroundings.slopes(spoiledBy: .power) }
  ) { _, _ in
    Wording(
      "A power does two things when its slope is taken, and you did one. "
        + "Where does the exponent go, and what is left of it?",
      brief: "A power does two things when its slope is taken, and you did "
        + "one.")
  }

  static let termMissing = Slip(
    "term-missing", "a term is left out", of: .roads, rank: .general,
    .parts { part, _ in
      switch part {
      case .binary(.add, let left, let right): [left, right]
      case .binary(.subtract, let left, let right):
        [left, right, right.negated]
      default: []
      }
    }
  ) { _, _ in
    Wording(
      "A term is left out. On how many roads does it reach the cost?",
      brief: "A term is left out.")
  }

  static let factorMissing = Slip(
    "factor-missing", "a factor is left out", of: .chain, rank: .general,
    .parts { part, _ in
      switch part {
      case .binary(.times, let left, let right),
        .binary(.hadamard, let left, let right),
        .binary(.matmul, let left, let right):
        [left, right]
      case .binary(.divide, let left, _),
        .binary(.hadamardDivide, let left, _),
        .binary(.hadamardPower, let left, _), .binary(.power, let left, _):
        [left]
      case .call(_, 0, let arguments) where arguments.count == 1: arguments
      default: []
      }
    }
  ) { _, _ in
    Wording(
      "Something is left out on the way. Name each step from one end to the "
        + "other, and give each its factor.",
      brief: "Something is left out on the way.")
  }
}
