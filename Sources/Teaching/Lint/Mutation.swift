import Algebra

extension Expression {
  /// The expression with one slip in it, in every way that is listed.
  ///
  /// A slip that leaves the form as it is, is none.
  func mutants(in setting: SlipSetting) -> [Expression] {
    let whole = setting.isMatrix(self) ? [self, .transpose(self)] : [self]
    let scaled = Expression.binary(.times, 2, .group(self))
    return whole.dropFirst() + [.negation(.group(self)), scaled]
      + slips(in: setting)
  }

  /// The slips in the expression itself and in each of its parts.
  private func slips(in setting: SlipSetting) -> [Expression] {
    // A slip in what keeps a number from 0 changes none that can be told from
    // another.
    let own =
      isKeptFromZero ? [] : formSlips(in: setting) + leafSlips(in: setting)
    let children = self.children
    return own
      + children.indices.dropLast(isKeptFromZero ? 1 : 0).flatMap { place in
        let inner = setting.inside(self, place)
        return children[place].slips(in: inner).map {
          replacing([place], with: $0)
        }
      }
  }

  /// What the outermost form becomes by a slip.
  private func formSlips(in setting: SlipSetting) -> [Expression] {
    switch self {
    case .negation(let inner), .transpose(let inner): return [inner]
    case .binary(let sign, let left, let right):
      return slips(sign, left, right, setting)
    case .call(let name, let primes, let arguments):
      return setting.slips(name, primes, arguments)
    case .entry(let base, let places):
      return places.count == 2
        ? [.entry(base, places.reversed())] : []
    case .sum(_, let inner): return [inner]
    default: return []
    }
  }

  private func slips(
    _ sign: BinaryOperator, _ left: Expression, _ right: Expression,
    _ setting: SlipSetting
  ) -> [Expression] {
    func with(
      _ sign: BinaryOperator, _ left: Expression, _ right: Expression
    ) -> Expression { .binary(sign, left, right) }
    switch sign {
    case .add: return [with(.subtract, left, right), left, right]
    case .subtract:
      return [with(.add, left, right), with(.subtract, right, left), left]
    case .times:
      return [left, right, with(.add, left, right), with(.divide, left, right)]
    case .hadamard:
      return [left, right, with(.add, left, right), with(.matmul, left, right)]
    case .matmul:
      return [
        with(.matmul, right, left), with(.hadamard, left, right),
        with(.matmul, left.turned, right), with(.matmul, left, right.turned),
        with(.matmul, left.turned, right.turned),
      ]
    case .divide, .hadamardDivide:
      return [left, with(sign, right, left)]
        + (sign == .divide ? [with(.times, left, right)] : [])
    case .power, .hadamardPower:
      return [left, with(sign, left, .binary(.add, right, 1))]
    default: return []
    }
  }

  /// The transpose, or what is transposed.
  private var turned: Expression {
    if case .transpose(let inner) = ungrouped { return inner }
    return .transpose(self)
  }
}

// MARK: - Numbers and names

extension Expression {
  private func leafSlips(in setting: SlipSetting) -> [Expression] {
    switch self {
    case .number(let numeral): numeral.slips(isPlace: setting.isPlace)
    case .name(let name): setting.slips(name)
    default: []
    }
  }
}

extension Numeral {
  /// Another constant: one more, and twice or half of it.
  fileprivate func slips(isPlace: Bool) -> [Expression] {
    let values =
      isPlace ? [value + 1, value - 1] : [value + 1, 2 * value, value / 2]
    return values.filter { $0 != value && (!isPlace || $0 > 0) }.compactMap {
      let text = "\($0)"
      let plain = text.hasSuffix(".0") ? String(text.dropLast(2)) : text
      return Numeral(plain).map(Expression.number)
    }
  }
}
