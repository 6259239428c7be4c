// The way of a formula to the book's worksheet before it is mirrored, and the
// way back.

extension Sight {
  /// The formula in the book's names and places.
  func standingForm(of expression: Expression) -> Expression {
    var hasFactor = false
    let form = standing(expression, &hasFactor)
    return hasFactor ? tidied(form) : form
  }

  private func standing(
    _ expression: Expression, _ hasFactor: inout Bool
  ) -> Expression {
    if let joined = joined(expression, &hasFactor) { return joined }
    switch expression {
    case .name(let own):
      return unscaled(.name(name(own)), own, &hasFactor)
    case .call(let function, let primes, let arguments):
      return .call(
        own.functions[function] == nil ? function : name(function),
        primes: primes, arguments.map { standing($0, &hasFactor) })
    case .entry(let base, let places):
      let inner = places.map { place in
        recounted(place, up: shift) { standing($0, &hasFactor) }
      }
      guard case .name(let own) = base else {
        return .entry(standing(base, &hasFactor), inner)
      }
      return unscaled(.entry(.name(name(own)), inner), own, &hasFactor)
    case .derivative(let top, let bottom, let form):
      return slope(of: top, in: bottom, form, &hasFactor)
    default:
      return expression.withChildren(
        expression.children.map { standing($0, &hasFactor) })
    }
  }

  private func joined(
    _ expression: Expression, _ hasFactor: inout Bool
  ) -> Expression? {
    for layer in layers {
      var inner = false
      let form = layer.joined(
        expression, isGiven: own.given(layer.input) != nil
      ) { standing($0, &inner) }
      guard let form else { continue }
      hasFactor = hasFactor || inner
      guard let base = expression.scaledName else { return form }
      return unscaled(form, base, &hasFactor)
    }
    return nil
  }

  /// What the worksheet's quantity is in the book's.
  private func unscaled(
    _ form: Expression, _ own: Name, _ hasFactor: inout Bool
  ) -> Expression {
    guard let scale = scales[own] else { return form }
    hasFactor = true
    return standingSizes(in: scale.inverse).times(form)
  }

  /// The names of sizes in a constant, as the book has them.
  func standingSizes(in constant: Expression) -> Expression {
    constant.substituting(names.mapValues { .name($0) })
  }

  /// A slope: the factors of what is above and below stand before it.
  private func slope(
    of top: Expression, in bottom: Expression,
    _ form: Expression.DerivativeForm, _ hasFactor: inout Bool
  ) -> Expression {
    var isScaled = false
    let parts = [top, bottom].map { bare($0, &isScaled) }
    let slope = Expression.derivative(parts[0], by: parts[1], form)
    var factor: Expression?
    if let name = top.scaledName, let scale = scales[name] {
      factor = standingSizes(in: scale.inverse)
    }
    if let name = bottom.scaledName, let scale = scales[name] {
      let other = standingSizes(in: scale)
      factor = factor.map { $0.times(other) } ?? other
    }
    guard let factor else { return slope }
    hasFactor = true
    return factor.times(slope)
  }

  /// The form of what is watched or moved, without its factor.
  private func bare(
    _ expression: Expression, _ hasFactor: inout Bool
  ) -> Expression {
    let form = standing(expression, &hasFactor)
    guard let name = expression.scaledName, scales[name] != nil,
      case .binary(.times, _, let rest) = form
    else { return form }
    return rest
  }

  private func recounted(
    _ place: Expression.Subscript, up offset: Int,
    _ change: (Expression) -> Expression
  ) -> Expression.Subscript {
    place.mapped {
      let form = change($0)
      return isSizes($0) ? form.advanced(by: offset) : form.counted(up: offset)
    }
  }

  /// Whether a place is counted in sizes, as the last one is.
  private func isSizes(_ place: Expression) -> Bool {
    let names = place.names
    return !names.isEmpty
      && names.allSatisfy {
        own.sizes[$0] != nil || own.sizes[self.own($0)] != nil
      }
  }
}

// MARK: - Back

extension Sight {
  /// The worksheet's own form of one in the book's names and places.
  func ownForm(of expression: Expression) -> Expression {
    var hasFactor = false
    let form = meaning(expression, &hasFactor)
    guard hasFactor else { return form }
    return form.tidied(in: own.scope, constants: own.constants)
  }

  private func meaning(
    _ expression: Expression, _ hasFactor: inout Bool
  ) -> Expression {
    if let parted = parted(expression, &hasFactor) { return parted }
    switch expression {
    case .name(let name): return scaled(.name(own(name)), own(name), &hasFactor)
    case .call(let function, let primes, let arguments):
      let meant = own(function)
      return .call(
        own.functions[meant] == nil ? function : meant,
        primes: primes, arguments.map { meaning($0, &hasFactor) })
    case .entry(let base, let places):
      let inner = places.map { place in
        recounted(place, up: -shift) { meaning($0, &hasFactor) }
      }
      guard case .name(let name) = base else {
        return .entry(meaning(base, &hasFactor), inner)
      }
      return scaled(.entry(.name(own(name)), inner), own(name), &hasFactor)
    case .derivative(let top, let bottom, let form):
      return slopeMeant(of: top, in: bottom, form, &hasFactor)
    default:
      return expression.withChildren(
        expression.children.map { meaning($0, &hasFactor) })
    }
  }

  private func parted(
    _ expression: Expression, _ hasFactor: inout Bool
  ) -> Expression? {
    for layer in layers {
      var inner = false
      let form = layer.parted(expression) { meaning($0, &inner) }
      guard let form else { continue }
      hasFactor = hasFactor || inner
      let parts = form.names.filter { scales[$0] != nil }
      guard !parts.isEmpty else { return form }
      hasFactor = true
      return form.mapped { part in
        guard case .name(let name) = part, let scale = scales[name] else {
          return part
        }
        return scale.times(part)
      }
    }
    return nil
  }

  private func scaled(
    _ form: Expression, _ own: Name, _ hasFactor: inout Bool
  ) -> Expression {
    guard let scale = scales[own] else { return form }
    hasFactor = true
    return scale.times(form)
  }

  private func slopeMeant(
    of top: Expression, in bottom: Expression,
    _ form: Expression.DerivativeForm, _ hasFactor: inout Bool
  ) -> Expression {
    var isScaled = false
    func bare(_ part: Expression) -> Expression {
      let form = meaning(part, &isScaled)
      guard let name = part.scaledName, scales[own(name)] != nil,
        case .binary(.times, _, let rest) = form
      else { return form }
      return rest
    }
    let slope = Expression.derivative(bare(top), by: bare(bottom), form)
    var factor: Expression?
    if let name = top.scaledName, let scale = scales[own(name)] {
      factor = scale
    }
    if let name = bottom.scaledName, let scale = scales[own(name)] {
      factor = factor.map { $0.times(scale.inverse) } ?? scale.inverse
    }
    guard let factor else { return slope }
    hasFactor = true
    return factor.times(slope)
  }
}

extension Expression {
  /// The quantity of which this is all or an entry.
  fileprivate var scaledName: Name? {
    switch self {
    case .name(let name): name
    case .entry(.name(let name), _): name
    case .group(let inner): inner.scaledName
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
