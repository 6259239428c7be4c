/// Forms with what their letters stand for put in, and terms with other parts.
extension TermTable {
  /// A form with what its letters stand for put in.
  ///
  /// - Parameters:
  ///   - pattern: The form.
  ///   - meanings: What the letters stand for.
  /// - Returns: Nothing where a letter stands for nothing.
  mutating func filled(_ pattern: TermNumber, _ meanings: Meanings)
    -> TermNumber?
  {
    switch nodes[pattern] {
    case .atom: return pattern
    case .letter(let name): return meanings.letters[name]
    case .form(.call(let name, let primes, let hollows), let parts)
    where name.isLetter:
      switch meanings.functions[name] {
      case nil: return nil
      case .formula(let term)?: return primes == 0 ? term : nil
      case .call(let called, let taken)?:
        guard let inside = filled(parts[0], meanings) else { return nil }
        return form(.call(called, primes: primes + taken, hollows), [inside])
      }
    default:
      var changed: [TermNumber] = []
      for part in parts(of: pattern) {
        guard let other = filled(part, meanings) else { return nil }
        changed.append(other)
      }
      if case .derivative = nodes[pattern], !isVariable(changed[1]) {
        return nil
      }
      return rebuilt(pattern, changed)
    }
  }

  /// Whether a slope can be taken in it: a quantity or an entry of one.
  private func isVariable(_ term: TermNumber) -> Bool {
    switch nodes[term] {
    case .atom(.name): true
    case .form(.entry, let parts): parts.first.map(isVariable) ?? false
    default: false
    }
  }

  /// The term around other parts.
  mutating func rebuilt(_ term: TermNumber, _ parts: [TermNumber]) -> TermNumber
  {
    switch nodes[term] {
    case .atom, .letter: return term
    case .sum(let addends):
      return sum(
        zip(addends, parts).map { Addend(factor: $0.factor, term: $1) })
    case .product(let number, let powers):
      return product(
        number,
        zip(powers, parts).map { Power(base: $1, exponent: $0.exponent) })
    case .chain: return chain(parts)
    case .transpose: return transpose(parts[0])
    case .power: return power(parts[0], parts[1])
    case .derivative: return derivative(parts[0], by: parts[1])
    case .form(let hollow, _): return form(hollow, parts)
    }
  }

  /// The term with others in the place of some of its parts.
  ///
  /// What stands behind `by` in a slope stays as it is.
  mutating func replacing(
    _ others: [TermNumber: TermNumber], in term: TermNumber
  ) -> TermNumber {
    if let other = others[term] { return other }
    var parts = self.parts(of: term)
    guard !parts.isEmpty else { return term }
    if case .derivative(let subject, let variable) = nodes[term] {
      let fixed = names(of: variable)
      let rest = others.filter { key, _ in
        guard case .atom(.name(let name)) = nodes[key] else { return true }
        return !fixed.contains(name)
      }
      parts[0] = replacing(rest, in: subject)
    } else {
      for place in parts.indices {
        parts[place] = replacing(others, in: parts[place])
      }
    }
    return parts == self.parts(of: term) ? term : rebuilt(term, parts)
  }
}
