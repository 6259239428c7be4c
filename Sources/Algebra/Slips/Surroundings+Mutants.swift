extension Surroundings {
  /// Every line that comes of this one by one slip.
  ///
  /// - Parameters:
  ///   - line: A right line without redundant parentheses, or one with a slip
  ///     in it already.
  ///   - slips: The slips to make.
  ///   - earlier: The slips that the line holds already.
  /// - Returns: Each line once.
  public func mutants(
    of line: Expression, by slips: [Slip] = Slip.all, after earlier: [Deed] = []
  ) -> [Mutant] {
    var seen: Set<Expression> = [line]
    var mutants: [Mutant] = []
    let parts = line.parts
    for slip in slips {
      for (path, before, after) in spoiled(line, parts, slip) {
        let whole = line.replacing(path, with: after)
        guard seen.insert(whole).inserted else { continue }
        mutants.append(
          Mutant(
            expression: whole,
            deeds: earlier + [Deed(slip: slip, before: before, after: after)]))
      }
    }
    return mutants
  }

  private typealias Spoiled = (
    path: Path, before: Expression, after: Expression
  )

  private func spoiled(
    _ line: Expression, _ parts: [(path: Path, part: Expression)],
    _ slip: Slip
  ) -> [Spoiled] {
    switch slip.spoiling {
    case .forms(let forms):
      return parts.flatMap { path, part in
        forms.compactMap { form, written in
          var meanings: [Name: Expression] = [:]
          guard part.matches(form, &meanings) else { return nil }
          return (path, part, written.substituting(meanings))
        }
      }
    case .parts(let change):
      return parts.flatMap { path, part in
        change(part, self).map { (path, part, $0) }
      }
    case .terms(let change):
      return line.terms.flatMap { path, term in
        change(term, self).map { (path, term, $0) }
      }
    case .line(let change):
      return change(line, self).map { ([], line, $0) }
    }
  }
}

extension Expression {
  /// The expression and, where it is a sum, the terms of the sum.
  var terms: [(path: Path, term: Expression)] {
    var terms: [(path: Path, term: Expression)] = [(path: [], term: self)]
    let steps: [Int]
    switch self {
    case .binary(.add, _, _), .binary(.subtract, _, _): steps = [0, 1]
    case .group, .negation: steps = [0]
    default: return terms
    }
    for step in steps {
      terms += children[step].terms.map {
        (path: [step] + $0.path, term: $0.term)
      }
    }
    return terms
  }
}
