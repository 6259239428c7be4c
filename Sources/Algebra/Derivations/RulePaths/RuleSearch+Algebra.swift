/// Steps by the algebra of sums, products and fractions.
extension RuleSearch {
  /// The rules of algebra by which the step could be called, the best first.
  var algebraInSight: [Reason] {
    [
      Rule.commonDenominator, .splitFraction, .factorOut, .expand, .cancel,
      .addAndSubtract, .sameBase, .arithmetic,
    ].map { Reason($0) }
  }

  /// Whether the lines are equal by algebra, and look as a rule makes them.
  mutating func acceptsAlgebra(_ rule: Rule) -> Bool {
    guard algebraInSight.contains(Reason(rule)), rule.suits(from, to) else {
      return false
    }
    for isByMeaning in [false, true] {
      var ring = TermTable([.all, .exponentials], in: table.surroundings)
      let left = ring.term(from.withoutGroups)
      let right = ring.term(to.withoutGroups)
      if ring.areEqualAsRatios(left, right) { return true }
      let lines = aligned(in: &ring, left, right, isByMeaning)
      let isBare = lines.used.allSatisfy { worksheet.equation($0) != nil }
      if isBare, !lines.used.isEmpty,
        ring.areEqualAsRatios(lines.left, lines.right)
      {
        return true
      }
    }
    return false
  }
}

extension Rule {
  /// Whether two equal lines look as if this rule of algebra led from one to
  /// the other; any other rule looks like anything.
  func suits(_ before: Expression, _ after: Expression) -> Bool {
    let (old, new) = (AlgebraicShape(before), AlgebraicShape(after))
    return switch self {
    case .sum: old.sums + new.sums > 0
    case .difference: old.terms > old.sums || new.terms > new.sums
    case .reciprocal, .quotient: old.fractions > 0
    case .factorOut: new.brackets > old.brackets
    case .expand: old.brackets > new.brackets
    case .commonDenominator: old.mixed > new.mixed
    case .splitFraction:
      old.fractions > 0
        && (new.mixed > old.mixed || new.fractions > old.fractions)
    case .cancel:
      new.size < old.size
        && (old.fractions > 0 || old.terms > old.sums && new.terms < old.terms)
        || old.fractions > 0 && new.fractions > 0 && old.terms == 0
    case .addAndSubtract: new.terms > old.terms && new.terms > new.sums
    case .sameBase: old.powers != new.powers
    default: true
    }
  }
}

/// What stands in a formula of numbers, counted.
private struct AlgebraicShape {
  /// Sums that are factors.
  var brackets = 0
  var fractions = 0
  /// Fractions that are terms of a sum.
  var mixed = 0
  /// How often something is added or taken away.
  var terms = 0
  /// How often something is added.
  var sums = 0
  /// Powers and exponentials.
  var powers = 0
  var size = 0

  init(_ expression: Expression) {
    for (_, part) in expression.withoutGroups.parts {
      size += 1
      if part.isSumOrDifference {
        mixed += part.children.filter(\.isQuotient).count
      }
      switch part {
      case .binary(.times, let left, let right),
        .binary(.hadamard, let left, let right):
        brackets += [left, right].filter(\.isSumOrDifference).count
      case .binary(.divide, let top, _), .binary(.hadamardDivide, let top, _):
        fractions += 1
        brackets += top.isSumOrDifference ? 1 : 0
      case .binary(.add, _, _):
        terms += 1
        sums += 1
      case .binary(.subtract, _, _): terms += 1
      case .binary(.power, let base, _), .binary(.hadamardPower, let base, _):
        powers += 1
        brackets += base.isSumOrDifference ? 1 : 0
      case .call("exp", _, _): powers += 1
      default: break
      }
    }
  }
}

extension Expression {
  fileprivate var isQuotient: Bool {
    switch self {
    case .binary(.divide, _, _), .binary(.hadamardDivide, _, _): true
    default: false
    }
  }

  fileprivate var isSumOrDifference: Bool {
    switch self {
    case .binary(.add, _, _), .binary(.subtract, _, _): true
    default: false
    }
  }
}
