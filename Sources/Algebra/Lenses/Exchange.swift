/// Exchanges the names and places of a formula: the worksheet's for the
/// book's, before anything is mirrored, or back.
struct Exchange {
  let sight: Sight
  /// Whether a formula of the book is given its meaning.
  let isBack: Bool
  /// Whether a factor was put in, so that constants have to be gathered.
  private(set) var hasFactor = false

  init(_ sight: Sight, isBack: Bool) {
    self.sight = sight
    self.isBack = isBack
  }

  mutating func form(of expression: Expression) -> Expression {
    if let whole = joined(expression) { return whole }
    switch expression {
    case .name(let name):
      return weighted(.name(exchanged(name)), name)
    case .call(let function, let primes, let arguments):
      return .call(
        sight.own.functions[own(function)] == nil
          ? function : exchanged(function),
        primes: primes, arguments.map { form(of: $0) })
    case .entry(let base, let places):
      let inner = places.map { recounted($0) }
      guard case .name(let name) = base else {
        return .entry(form(of: base), inner)
      }
      return weighted(.entry(.name(exchanged(name)), inner), name)
    case .derivative(let top, let bottom, let form):
      return slope(of: top, in: bottom, form)
    default:
      return expression.withChildren(
        expression.children.map { form(of: $0) })
    }
  }

  // MARK: - Names

  private func own(_ name: Name) -> Name { isBack ? sight.own(name) : name }

  private func exchanged(_ name: Name) -> Name {
    isBack ? sight.own(name) : sight.name(name)
  }

  /// What a quantity has to be multiplied by to be what it stood for; nothing
  /// where the two mean the same.
  private func factor(of name: Name) -> Expression? {
    sight.scales[own(name)].map {
      isBack ? $0 : sight.standingSizes(in: $0.inverse)
    }
  }

  /// What stands for a quantity, with its factor.
  private mutating func weighted(
    _ form: Expression, _ name: Name
  ) -> Expression {
    guard let factor = factor(of: name) else { return form }
    hasFactor = true
    return factor.times(form)
  }

  // MARK: - Biases and weights

  /// The form of what is a part of Θ or ã, or of these themselves.
  private mutating func joined(_ expression: Expression) -> Expression? {
    for layer in sight.layers {
      let whole =
        isBack
        ? layer.parted(expression) { form(of: $0) }
        : layer.joined(
          expression, isGiven: sight.own.given(layer.input) != nil
        ) { form(of: $0) }
      guard let whole else { continue }
      guard isBack else {
        return expression.quantity.map { weighted(whole, $0) } ?? whole
      }
      return weighted(parts: whole)
    }
    return nil
  }

  /// What Θ or ã is made of, each quantity on disk with its factor.
  private mutating func weighted(parts whole: Expression) -> Expression {
    let scales = sight.scales
    guard whole.names.contains(where: { scales[$0] != nil }) else {
      return whole
    }
    hasFactor = true
    return whole.mapped { part in
      guard case .name(let name) = part, let scale = scales[name] else {
        return part
      }
      return scale.times(part)
    }
  }

  // MARK: - Slopes

  /// A slope: the factors of what is above and below stand before it.
  private mutating func slope(
    of top: Expression, in bottom: Expression,
    _ form: Expression.DerivativeForm
  ) -> Expression {
    let slope = Expression.derivative(bare(top), by: bare(bottom), form)
    let above = top.quantity.flatMap(factor)
    let below = bottom.quantity.flatMap(factor)?.inverse
    guard let factor = above.map({ below.map($0.times) ?? $0 }) ?? below
    else { return slope }
    hasFactor = true
    return factor.times(slope)
  }

  /// What is watched or moved, without its factor.
  private func bare(_ expression: Expression) -> Expression {
    var inner = Exchange(sight, isBack: isBack)
    let form = inner.form(of: expression)
    guard let name = expression.quantity, factor(of: name) != nil,
      case .binary(.times, _, let rest) = form
    else { return form }
    return rest
  }

  // MARK: - Places

  private mutating func recounted(
    _ place: Expression.Subscript
  ) -> Expression.Subscript {
    let offset = isBack ? -sight.shift : sight.shift
    return place.mapped {
      let form = form(of: $0)
      return isSizes($0) ? form.advanced(by: offset) : form.counted(up: offset)
    }
  }

  /// Whether a place is counted in sizes, as the last one is.
  private func isSizes(_ place: Expression) -> Bool {
    let names = place.names
    return !names.isEmpty
      && names.allSatisfy {
        sight.own.sizes[$0] != nil || sight.own.sizes[sight.own($0)] != nil
      }
  }
}

extension Sight {
  /// The formula in the book's names and places, before it is mirrored.
  func standingForm(of expression: Expression) -> Expression {
    var exchange = Exchange(self, isBack: false)
    let form = exchange.form(of: expression)
    return exchange.hasFactor ? tidied(form) : form
  }

  /// The worksheet's own form of one in the book's names and places.
  func ownForm(of expression: Expression) -> Expression {
    var exchange = Exchange(self, isBack: true)
    let form = exchange.form(of: expression)
    return exchange.hasFactor
      ? form.tidied(in: own.scope, constants: own.constants) : form
  }

  /// The names of sizes in a constant, as the book has them.
  func standingSizes(in constant: Expression) -> Expression {
    constant.substituting(names.mapValues { .name($0) })
  }
}

extension Expression {
  /// The quantity of which this is all or an entry.
  fileprivate var quantity: Name? {
    switch self {
    case .name(let name): name
    case .entry(.name(let name), _): name
    case .group(let inner): inner.quantity
    default: nil
    }
  }

  /// The sum of a count in sizes with a whole number.
  fileprivate func advanced(by offset: Int) -> Expression {
    guard offset != 0 else { return self }
    switch self {
    case .binary(.add, let first, .number(let numeral)),
      .binary(.subtract, let first, .number(let numeral)):
      guard let old = Int(exactly: numeral.value) else { break }
      let isSum = self == first.plus(.number(numeral))
      return first.advanced(by: offset + (isSum ? old : -old))
    default: break
    }
    return offset > 0
      ? plus(.number(Numeral(offset))) : minus(.number(Numeral(-offset)))
  }
}
