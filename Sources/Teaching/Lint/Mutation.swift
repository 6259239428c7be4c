import Algebra

extension ClaimedEquality {
  /// The equality with its right side spoiled in one place.
  var mutants: [ClaimedEquality] {
    if isDerived { return [] }
    return right.mutants.map {
      ClaimedEquality(
        left: left, right: $0, letters: letters, bench: bench, source: source)
    }
  }
}

extension Expression {
  /// The expression with one slip in it, in every way that is listed.
  ///
  /// A slip that leaves the form as it is, is none.
  var mutants: [Expression] {
    var seen: Set<Expression> = [withoutGroups]
    return parts.flatMap { path, part in
      part.slips.map { replacing(path, with: $0) }
    }.filter { seen.insert($0.withoutGroups).inserted }
  }

  /// What the outermost form becomes by a slip.
  private var slips: [Expression] {
    switch self {
    case .negation(let inner), .transpose(let inner): return [inner]
    case .binary(let sign, let left, let right):
      return slips(sign, left, right)
    case .call(let name, let primes, let arguments) where primes > 0:
      return [.call(name, primes: primes - 1, arguments)]
    case .entry(let base, let places) where places.count == 2:
      return [.entry(base, places.reversed())]
    default: return []
    }
  }

  private func slips(
    _ sign: BinaryOperator, _ left: Expression, _ right: Expression
  ) -> [Expression] {
    switch sign {
    case .add: [.binary(.subtract, left, right), left, right]
    case .subtract:
      [.binary(.add, left, right), .binary(.subtract, right, left), left]
    case .times, .hadamard: [left, right, .binary(.add, left, right)]
    case .matmul:
      [
        .binary(.matmul, right, left),
        .binary(.matmul, .transpose(left), right),
        .binary(.matmul, left, .transpose(right)),
      ]
    case .divide: [left, .binary(.divide, right, left)]
    case .power, .hadamardPower: [left]
    default: []
    }
  }
}
