import Matrices

extension Worksheet {
  /// Whether a line says how a slope of the cost comes about from slopes in
  /// quantities on the way to it.
  ///
  /// Where those slopes are any matrices `G` at all, the line must be the
  /// slope of the sum of all `G .* Q`: then it uses nothing but how the `Q`
  /// follow.
  func followsByChainRule(
    from: Expression, to: Expression, letters: [FreeLetter],
    givens: [Name: Matrix<Double>]
  ) -> Bool {
    guard let (quantity, places) = slopeOfCost(from.ungrouped),
      let changed = replacingSlopes(in: to, except: quantity, letters),
      !changed.met.isEmpty
    else { return false }
    let scope = self.scope
    var total: Expression?
    for (name, letter) in changed.met {
      let follows = sources(of: [name])
      guard follows.contains(quantity),
        !changed.met.contains(where: {
          $0.name != name && follows.contains($0.name)
        })
      else { return false }
      let isScalar = scope.shape(of: name) == .scalar
      let part =
        isScalar
        ? Expression.name(letter.name).times(.name(name))
        : .call("sum", Expression.name(letter.name).hadamard(.name(name)))
      total = total.map { $0.plus(part) } ?? part
    }
    guard let total else { return false }
    let variable: Expression =
      places.isEmpty
      ? .name(quantity) : .entry(.name(quantity), places)
    let slope = Expression.derivative(total, by: variable, .applied)
    let bound = scope.bound(to: givens.mapValues(\.shape))
    // Entries by number need the sizes that the numbers have.
    let choices =
      [changed.met.map(\.letter)]
      + (givens.isEmpty
        ? []
        : [
          changed.met.map {
            FreeLetter(
              $0.letter.name, $0.letter.shape.counted(bound.sizes))
          }
        ])
    let plain = withoutSlopes
    return choices.contains { own in
      let verification = Equality(
        slope, changed.line, in: plain, letters: letters + own, givens: givens
      ).verification
      return verification.verdict.holds
        && (verification.holdsForEveryActivation
          || !plain.callsActivation(from: quantity, to: slope.names))
    }
  }

  /// Whether an activation of which something is known is on the way from a
  /// quantity to others; the chain rule must not use it.
  private func callsActivation(
    from quantity: Name, to names: [Name]
  ) -> Bool {
    let sources = sources(of: Set(names))
    let functions = scope.functions
    return equations.contains { equation in
      sources.contains(equation.name) && equation.name != quantity
        && self.sources(of: [equation.name]).contains(quantity)
        && equation.expression.parts.contains { _, part in
          guard case .call(let name, _, _) = part else { return false }
          let function = functions[name]
          return function?.isActivation == true
            && function?.elementwise?.isUnknown == false
        }
    }
  }

  /// The quantity in which a line is the slope of the cost, and the entry.
  private func slopeOfCost(
    _ line: Expression
  ) -> (Name, [Expression.Subscript])? {
    switch line {
    case .name(let name):
      guard let quantity = quantity(withAdjoint: name),
        equation(name) != nil
      else { return nil }
      return (quantity, [])
    case .derivative(.name(let top), .name(let bottom), _)
    where top == cost?.name:
      return (bottom, [])
    case .derivative(.name(let top), .entry(.name(let bottom), let places), _)
    where top == cost?.name:
      return (bottom, places)
    case .entry(let base, let places):
      guard let (name, inner) = slopeOfCost(base.ungrouped), inner.isEmpty
      else { return nil }
      return (name, places)
    default: return nil
    }
  }

  /// A line with letters in the place of slopes of the cost.
  private func replacingSlopes(
    in line: Expression, except quantity: Name, _ letters: [FreeLetter]
  ) -> (line: Expression, met: [(name: Name, letter: FreeLetter)])? {
    let scope = self.scope
    var met: [(name: Name, letter: FreeLetter)] = []
    func letter(_ name: Name) -> Expression? {
      if let known = met.first(where: { $0.name == name }) {
        return .name(known.letter.name)
      }
      guard name != quantity, let shape = scope.shape(of: name) else {
        return nil
      }
      let own = Name(stem: "G", index: name.text)
      met.append((name, FreeLetter(own, shape)))
      return .name(own)
    }
    func changed(_ part: Expression) -> Expression {
      if let (name, places) = slopeOfCost(part), let own = letter(name) {
        return places.isEmpty ? own : .entry(own, places)
      }
      return part.withChildren(part.children.map(changed))
    }
    let changedLine = changed(line)
    let names = changedLine.names
    let hasAdjoint = names.contains { equation($0)?.role == .backward }
    return hasAdjoint ? nil : (changedLine, met)
  }

  /// The worksheet before any slope was derived.
  private var withoutSlopes: Worksheet {
    var worksheet = self
    worksheet.equations.removeAll { $0.role == .backward }
    return worksheet
  }
}

extension SymbolicShape {
  /// The shape with the sizes that are known.
  fileprivate func counted(_ sizes: [Name: Dimension]) -> SymbolicShape {
    func counted(_ dimension: Dimension) -> Dimension {
      guard dimension != .one, let count = dimension.count(sizes: sizes) else {
        return dimension
      }
      return count == 1 ? .one : .fixed(count)
    }
    return self == .scalar
      ? .scalar : .matrix(rows: counted(rows), columns: counted(columns))
  }
}
