/// From a formula to its term and back.
extension TermTable {
  mutating func read(_ expression: Expression) -> TermNumber {
    switch expression {
    case .group(let inner): return term(inner)
    case .number(let numeral):
      return Fraction(numeral).map { term($0) } ?? entered(.atom(expression))
    case .name(let name): return read(name)
    case .negation(let inner): return scaled(-.one, term(inner))
    case .transpose(let inner): return transpose(term(inner))
    case .binary(let sign, let left, let right):
      return read(sign, term(left), term(right))
    case .derivative(let top, let bottom, _):
      return derivative(term(top), by: term(bottom))
    case .call(let name, _, _) where name.isLetter:
      return entered(
        .form(
          hollow(expression),
          expression.children.map {
            term($0)
          }))
    case .call(let name, let primes, let arguments):
      let spelled = Expression.call(
        surroundings.original(name), primes: primes, arguments)
      return form(hollow(spelled), arguments.map { term($0) })
    default:
      return form(hollow(expression), expression.children.map { term($0) })
    }
  }

  private func hollow(_ expression: Expression) -> Expression {
    expression.withChildren(expression.children.map { _ in 0 })
  }

  private mutating func read(_ name: Name) -> TermNumber {
    if name.isLetter { return entered(.letter(name)) }
    if silences.contains(.calls), !surroundings.variables.contains(name),
      let meaning = surroundings.equations[name], case .call = meaning
    {
      return term(meaning)
    }
    return atom(name)
  }

  private mutating func read(
    _ sign: BinaryOperator, _ left: TermNumber, _ right: TermNumber
  ) -> TermNumber {
    switch sign {
    case .add: return sum([left, right])
    case .subtract:
      return sum([
        Addend(factor: .one, term: left), Addend(factor: -.one, term: right),
      ])
    case .times, .hadamard: return product([left, right])
    case .divide, .hadamardDivide:
      return product(
        .one,
        [Power(base: left, exponent: 1), Power(base: right, exponent: -1)])
    case .matmul: return chain([left, right])
    case .power, .hadamardPower: return power(left, right)
    default: return entered(.form(.binary(sign, 0, 0), [left, right]))
    }
  }

  // MARK: - Writing

  /// A formula of this term, scalars before matrices.
  mutating func written(_ term: TermNumber) -> Expression {
    switch nodes[term] {
    case .atom(let expression): return expression
    case .letter(let name): return .name(name)
    case .sum(let addends): return written(sum: addends)
    case .product(let number, let powers):
      let size = written(
        number.isNegative ? -number : number, powers)
      return number.isNegative ? size.negated : size
    case .chain(let links):
      let factors = links.map { written($0) }
      return factors.dropFirst().reduce(factors[0]) { $0.matmul($1) }
    case .transpose(let inner): return .transpose(written(inner))
    case .power(let base, let exponent):
      let sign: BinaryOperator = isScalar(base) ? .power : .hadamardPower
      return .binary(sign, written(base), written(exponent))
    case .derivative(let subject, let variable):
      return .derivative(written(subject), by: written(variable), .applied)
    case .form(let hollow, let parts):
      let whole = hollow.withChildren(parts.map { written($0) })
      return surroundings.named(whole)
    }
  }

  private mutating func written(sum addends: [Addend]) -> Expression {
    var addends = addends
    if let first = addends.firstIndex(where: { !$0.factor.isNegative }) {
      addends.insert(addends.remove(at: first), at: 0)
    }
    var whole: Expression?
    for addend in addends {
      let isNegative = addend.factor.isNegative
      let size = isNegative ? -addend.factor : addend.factor
      let part = written(scaled(size, addend.term))
      if let before = whole {
        whole = isNegative ? before.minus(part) : before.plus(part)
      } else {
        whole = isNegative ? part.negated : part
      }
    }
    return whole ?? 0
  }

  private mutating func written(
    _ number: Fraction, _ powers: [Power]
  ) -> Expression {
    let above = written(powers.filter { $0.exponent > 0 })
    let below = written(powers.filter { $0.exponent < 0 })
    let top = Expression.number(Numeral(number.numerator))
    let bottom = Expression.number(Numeral(number.denominator))
    var whole: Expression?
    if number.denominator == 2, number.numerator == 1 {
      whole = .decimal("½")
    } else if !number.isWhole {
      whole = top.over(bottom)
    } else if number != .one || above.scalars == nil && above.matrices == nil {
      whole = top
    }
    if let scalars = above.scalars {
      whole = whole.map { $0.times(scalars) } ?? scalars
    }
    if let scalars = below.scalars { whole = (whole ?? 1).over(scalars) }
    if let matrices = above.matrices {
      whole = whole.map { $0.times(matrices) } ?? matrices
    }
    guard let matrices = below.matrices else { return whole ?? 1 }
    return .binary(
      above.matrices == nil ? .divide : .hadamardDivide, whole ?? 1, matrices)
  }

  /// Factors joined, the scalars among them by themselves.
  private mutating func written(
    _ powers: [Power]
  ) -> (scalars: Expression?, matrices: Expression?) {
    var result: (scalars: Expression?, matrices: Expression?)
    for power in powers {
      let isScalar = isScalar(power.base)
      var factor = written(power.base)
      let size = abs(power.exponent)
      if size != 1 {
        factor = .binary(
          isScalar ? .power : .hadamardPower, factor,
          .number(Numeral(size)))
      }
      if isScalar {
        result.scalars = result.scalars.map { $0.times(factor) } ?? factor
      } else {
        result.matrices = result.matrices.map { $0.hadamard(factor) } ?? factor
      }
    }
    return result
  }
}

extension Name {
  /// Whether it stands for anything in a law; no name that is read begins so.
  var isLetter: Bool { stem.hasPrefix("?") }

  /// The letter of a law under this name.
  var asLetter: Name { Name(stem: "?" + stem, index: index) }
}

extension KnownNames {
  /// The one name of a function that has several, as `sigmoid` for `g1`.
  func original(_ name: Name) -> Name {
    guard let function = scope.functions[name] else { return name }
    let original = function.original
    return scope.functions[original] == nil ? function.name : original
  }

  /// A call by the name that its value has, or as it is.
  fileprivate func named(_ expression: Expression) -> Expression {
    guard case .call(_, 0, let arguments) = expression else {
      return expression
    }
    if let name = callNames[expression] { return .name(name) }
    guard arguments.count == 1,
      case .entry(let base, let places) = arguments[0],
      let name = callNames[expression.withChildren([base])]
    else { return expression }
    return .entry(.name(name), places)
  }
}
