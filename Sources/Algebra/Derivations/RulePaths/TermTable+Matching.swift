/// What the letters of a law were found to stand for.
struct Meanings: Hashable {
  var letters: [Name: TermNumber] = [:]
  /// What a letter written as a function stands for: any formula, or a call
  /// with so many slopes taken.
  var functions: [Name: Meaning] = [:]

  enum Meaning: Hashable {
    case formula(TermNumber)
    case call(Name, primes: Int)
  }
}

/// Whether a term has the form of another one, whose letters stand for
/// anything; the order of terms and factors is no matter.
extension TermTable {
  /// So many ways to see one form in another are enough.
  static let ways = 12

  /// The ways in which a term has a form.
  ///
  /// - Parameters:
  ///   - term: The term.
  ///   - pattern: The form.
  ///   - meanings: What letters stand for already.
  /// - Returns: For each way, what the letters stand for.
  mutating func matches(
    _ term: TermNumber, _ pattern: TermNumber, _ meanings: Meanings = Meanings()
  ) -> [Meanings] {
    switch (nodes[pattern], nodes[term]) {
    case (.letter(let name), _):
      if let known = meanings.letters[name] {
        return known == term ? [meanings] : []
      }
      var meanings = meanings
      meanings.letters[name] = term
      return [meanings]
    case (.atom, _): return pattern == term ? [meanings] : []
    case (.sum, .sum):
      return matchesOfSum(term, pattern, meanings, leavesRest: false)
        .map(\.meanings)
    case (.product(let number, let powers), _):
      guard !powers.isEmpty else { return pattern == term ? [meanings] : [] }
      let isZero = self.number(term) == .zero
      guard number != .zero, !isZero else { return [] }
      return matchesOfProduct(term, pattern, meanings, leavesRest: false)
        .map(\.meanings)
    case (.chain, .chain):
      return matchesOfChain(term, pattern, meanings, leavesRest: false)
        .map(\.meanings)
    case (.power(let base, let exponent), .product(.one, let powers))
    where powers.count == 1:
      let number = self.term(powers[0].exponent)
      return matches(powers[0].base, base, meanings).flatMap {
        matches(number, exponent, $0)
      }
    case (.power, .power), (.transpose, .transpose):
      return matches(parts(of: term), parts(of: pattern), meanings)
    case (.derivative(let form, let by), .derivative(let subject, let moved)):
      return matches([moved, subject], [by, form], meanings)
    case (.form(.call(let name, let primes, _), let forms), _)
    where name.isLetter:
      return matches(term, ofFunction: name, primes, forms, meanings)
    case (.form(let hollow, let forms), .form(let other, let parts)):
      guard hollow == other, forms.count == parts.count else { return [] }
      return matches(parts, forms, meanings)
    default: return []
    }
  }

  private mutating func matches(
    _ terms: [TermNumber], _ patterns: [TermNumber], _ meanings: Meanings
  ) -> [Meanings] {
    var ways = [meanings]
    for (term, pattern) in zip(terms, patterns) {
      ways = ways.flatMap { matches(term, pattern, $0) }
    }
    return Array(ways.prefix(TermTable.ways))
  }

  /// A function of a law, which is any formula of the letter that it is
  /// written of, and any call of something else.
  private mutating func matches(
    _ term: TermNumber, ofFunction name: Name, _ primes: Int,
    _ forms: [TermNumber],
    _ meanings: Meanings
  ) -> [Meanings] {
    guard let inside = forms.first else { return [] }
    var meanings = meanings
    if !name.standsForCall {
      if let known = meanings.functions[name] {
        return known == .formula(term) ? [meanings] : []
      }
      meanings.functions[name] = .formula(term)
      return [meanings]
    }
    guard case .form(.call(let called, let taken, _), let parts) = nodes[term],
      parts.count == 1, taken >= primes, !called.isLetter,
      surroundings.scope.functions[called]?.elementwise != nil
    else { return [] }
    let meaning = Meanings.Meaning.call(called, primes: taken - primes)
    if let known = meanings.functions[name], known != meaning { return [] }
    meanings.functions[name] = meaning
    return matches(parts[0], inside, meanings)
  }

  // MARK: - Sums

  /// A way to see a form in a part of a sum or a product.
  struct Way: Hashable {
    var meanings: Meanings
    /// What is left beside it.
    var rest: TermNumber
  }

  mutating func matchesOfSum(
    _ term: TermNumber, _ pattern: TermNumber, _ meanings: Meanings,
    leavesRest: Bool
  ) -> [Way] {
    guard case .sum(let forms) = nodes[pattern] else { return [] }
    let addends = self.addends(of: term)
    guard leavesRest || addends.count >= forms.count else { return [] }
    let order =
      forms.filter { !isLetter($0.term) }
      + forms.filter { isLetter($0.term) }
    return matchesOfSum(
      addends, order[...], meanings, leavesRest: leavesRest)
  }

  private mutating func matchesOfSum(
    _ addends: [Addend], _ forms: ArraySlice<Addend>, _ meanings: Meanings,
    leavesRest: Bool
  ) -> [Way] {
    guard let form = forms.first else {
      guard leavesRest || addends.isEmpty else { return [] }
      return [Way(meanings: meanings, rest: sum(addends))]
    }
    var found: [Way] = []
    let later = forms.dropFirst()
    func note(
      _ table: inout TermTable, _ taken: TermNumber, _ left: [Addend]
    ) {
      for way in table.matches(taken, form.term, meanings) {
        found += table.matchesOfSum(
          left, later, way, leavesRest: leavesRest)
      }
    }
    if let known = known(form.term, meanings) {
      let wanted = self.addends(of: known).map {
        Addend(factor: $0.factor * form.factor, term: $0.term)
      }
      guard let left = addends.removing(wanted) else { return [] }
      return matchesOfSum(left, later, meanings, leavesRest: leavesRest)
    }
    if isLetter(form.term), later.isEmpty, addends.count > 1 {
      let all = sum(
        addends.map {
          Addend(factor: $0.factor / form.factor, term: $0.term)
        })
      note(&self, all, [])
    }
    let isAlone = later.isEmpty && !leavesRest && isLetter(form.term)
    for place in addends.indices where !isAlone || addends.count == 1 {
      var left = addends
      let addend = left.remove(at: place)
      note(&self, scaled(addend.factor / form.factor, addend.term), left)
      if found.count >= TermTable.ways { break }
    }
    return Array(found.prefix(TermTable.ways))
  }

  func isLetter(_ term: TermNumber) -> Bool {
    switch nodes[term] {
    case .letter: true
    case .form(.call(let name, _, _), _):
      name.isLetter && !name.standsForCall
    default: false
    }
  }

  /// What a letter stands for already.
  func known(_ pattern: TermNumber, _ meanings: Meanings) -> TermNumber? {
    switch nodes[pattern] {
    case .letter(let name): return meanings.letters[name]
    case .form(.call(let name, _, _), _):
      guard case .formula(let term)? = meanings.functions[name] else {
        return nil
      }
      return term
    default: return nil
    }
  }

  // MARK: - Matrix products

  /// A form in a stretch of a matrix product; what stands around it is left.
  struct Stretch {
    var meanings: Meanings
    var before: [TermNumber]
    var after: [TermNumber]
  }

  mutating func matchesOfChain(
    _ term: TermNumber, _ pattern: TermNumber, _ meanings: Meanings,
    leavesRest: Bool
  ) -> [Stretch] {
    guard case .chain(let links) = nodes[term],
      case .chain(let forms) = nodes[pattern]
    else { return [] }
    var found: [Stretch] = []
    let starts = leavesRest ? Array(links.indices) : [0]
    for start in starts {
      matchLinks(links[start...], forms[...], meanings) { meanings, rest in
        guard leavesRest || rest.isEmpty else { return }
        found.append(
          Stretch(
            meanings: meanings, before: Array(links[..<start]),
            after: Array(rest)))
      }
    }
    return Array(found.prefix(TermTable.ways))
  }

  private mutating func matchLinks(
    _ links: ArraySlice<TermNumber>, _ forms: ArraySlice<TermNumber>,
    _ meanings: Meanings,
    _ note: (Meanings, ArraySlice<TermNumber>) -> Void
  ) {
    guard let form = forms.first else {
      note(meanings, links)
      return
    }
    guard !links.isEmpty else { return }
    for count in 1...links.count {
      let taken = links.prefix(count)
      let whole = count == 1 ? taken[taken.startIndex] : chain(Array(taken))
      for way in matches(whole, form, meanings) {
        matchLinks(links.dropFirst(count), forms.dropFirst(), way, note)
      }
    }
  }
}

extension Name {
  /// Whether it is a function of a law that stands for a call and not for
  /// any formula.
  var standsForCall: Bool { stem.hasPrefix("?!") }
}

extension [TermTable.Addend] {
  /// What is left when other addends are taken away, all of which are there.
  fileprivate func removing(
    _ others: [TermTable.Addend]
  ) -> [TermTable.Addend]? {
    var left = self
    for other in others {
      guard let place = left.firstIndex(of: other) else { return nil }
      left.remove(at: place)
    }
    return left
  }
}
