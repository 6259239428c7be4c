/// Steps by the algebra of sums, products and fractions.
extension RuleSearch {
  /// The rules of algebra by which the step could be called, the best first.
  var algebraInSight: [Reason] {
    [
      Rule.factorOut, .expand, .commonDenominator, .splitFraction, .cancel,
      .addAndSubtract, .sameBase, .arithmetic,
    ].map { Reason($0) }
  }

  /// Whether the lines are equal by algebra, and look as a rule makes them.
  mutating func acceptsAlgebra(_ rule: Rule) -> Bool {
    guard looksLike(rule) else { return false }
    for isByMeaning in [false, true] {
      var ring = TermTable([.all, .exponentials], in: table.surroundings)
      let left = ring.term(from.withoutGroups)
      let right = ring.term(to.withoutGroups)
      if ring.areEqualAsRatios(left, right) { return true }
      let lines = aligned(in: &ring, left, right, isByMeaning)
      if !lines.used.isEmpty, ring.areEqualAsRatios(lines.left, lines.right) {
        return true
      }
    }
    return false
  }

  /// Whether the second line has something of what a rule leaves behind.
  private func looksLike(_ rule: Rule) -> Bool {
    let (before, after) = (AlgebraicShape(from), AlgebraicShape(to))
    return switch rule {
    case .factorOut: after.brackets > before.brackets
    case .expand: before.brackets > after.brackets
    case .commonDenominator:
      before.fractions > 0 && after.fractions <= before.fractions
        && before.terms > after.terms - after.fractions
    case .splitFraction: before.fractions > 0 && after.size > before.size
    case .cancel: after.size < before.size
    case .addAndSubtract: after.terms > before.terms
    case .sameBase: before.powers != after.powers
    case .arithmetic: before.brackets == after.brackets
    default: false
    }
  }
}

/// What stands in a formula of numbers, counted.
private struct AlgebraicShape {
  /// Sums that are factors.
  var brackets = 0
  var fractions = 0
  /// How often something is added or taken away.
  var terms = 0
  /// Powers and exponentials.
  var powers = 0
  var size = 0

  init(_ expression: Expression) {
    for (_, part) in expression.withoutGroups.parts {
      size += 1
      switch part {
      case .binary(.times, let left, let right),
        .binary(.hadamard, let left, let right):
        brackets += [left, right].filter(\.isSum).count
      case .binary(.divide, let top, _), .binary(.hadamardDivide, let top, _):
        fractions += 1
        brackets += top.isSum ? 1 : 0
      case .binary(.add, _, _), .binary(.subtract, _, _): terms += 1
      case .binary(.power, let base, _), .binary(.hadamardPower, let base, _):
        powers += 1
        brackets += base.isSum ? 1 : 0
      case .call("exp", _, _): powers += 1
      default: break
      }
    }
  }
}

extension Expression {
  fileprivate var isSum: Bool {
    switch self {
    case .binary(.add, _, _), .binary(.subtract, _, _): true
    default: false
    }
  }
}
