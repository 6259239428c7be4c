import Algebra

extension NetworkDescription {
  /// The network written down: z = W·a + b and a = g(z) for each layer, the
  /// cost, and the slopes derived from them.
  ///
  /// Shapes: `Wl` n_l × n_(l-1), `bl` n_l × 1, `x`, `zl` and `al` one column
  /// for each example.
  ///
  /// - Throws: ``WorksheetFault`` where δ cannot be had as it is asked for.
  public func worksheet() throws(WorksheetFault) -> Worksheet {
    var worksheet = Worksheet(
      givens: givens, equations: forward + costs, sizes: sizes,
      functions: layerFunctions,
      // With one example there is no 1/m to leave out.
      delta: examples == .one ? .mean : delta, slopeAtKink: slopeAtKink)
    if targetColumnsSumToOne {
      worksheet.assumptions.insert(.columnsSumToOne("y"))
    }
    worksheet = try worksheet.withBackwardPass()
    worksheet.equations += updates(of: worksheet)
    return worksheet
  }

  private var batch: Dimension { examples == .one ? .one : .size("m") }

  private func units(_ layer: Int) -> Dimension { .size(numbered("n", layer)) }

  private func numbered(_ stem: String, _ layer: Int) -> Name {
    Name(stem: stem, index: String(layer))
  }

  private func quantity(_ stem: String, _ layer: Int) -> Expression {
    .name(numbered(stem, layer))
  }

  private var sizes: [Name: Dimension] {
    var sizes: [Name: Dimension] = [:]
    for layer in layers.indices {
      let name = numbered("n", layer)
      sizes[name] = .size(name)
    }
    if examples == .many { sizes["m"] = .size("m") }
    return sizes
  }

  private var givens: [Given] {
    var givens = [
      Given("x", .matrix(rows: units(0), columns: batch), role: .input)
    ]
    for layer in layers.indices.dropFirst() {
      givens.append(
        Given(
          numbered("W", layer),
          .matrix(rows: units(layer), columns: units(layer - 1)),
          role: .parameter))
      guard hasBias[layer - 1] else { continue }
      givens.append(
        Given(numbered("b", layer), .column(units(layer)), role: .parameter))
    }
    if cost.needsTarget {
      givens.append(
        Given(
          "y", .matrix(rows: units(depth), columns: batch), role: .target))
    }
    if penalty != nil { givens.append(Given("λ", .scalar, role: .constant)) }
    return givens
  }

  private var forward: [Equation] {
    layers.indices.dropFirst().flatMap { layer in
      let input = layer == 1 ? "x" : quantity("a", layer - 1)
      let product = quantity("W", layer).matmul(input)
      let sum =
        hasBias[layer - 1] ? product.plus(quantity("b", layer)) : product
      return [
        Equation(numbered("z", layer), sum),
        Equation(
          numbered("a", layer),
          activations[layer - 1].applied(to: quantity("z", layer))),
      ]
    }
  }

  private var layerFunctions: [Name: Function] {
    var functions: [Name: Function] = [:]
    for (place, activation) in activations.enumerated() {
      let name = numbered("g", place + 1)
      functions[name] = Function.table[activation.function]?.renamed(name)
    }
    return functions
  }
}

// MARK: - The cost and what training does with it

extension NetworkDescription {
  private var costs: [Equation] {
    let formula = cost.formula(quantity("a", depth), "y")
    let outputs = Expression.name(numbered("n", depth))
    let row = reduction == .meanOfAll ? formula.over(outputs) : formula
    if examples == .one { return [costOfOne(row)] }
    let total: Expression =
      reduction == .sum ? .call("sum", "c") : .call("mean", "c")
    return [
      Equation("c", row, role: .exampleCost),
      Equation("C", penaltyTerm.map(total.plus) ?? total, role: .cost),
    ]
  }

  /// With one example there is no row of costs: its cost is the cost.
  private func costOfOne(_ row: Expression) -> Equation {
    let number = row.mapped { part in
      guard case .call("colsum", 0, let arguments) = part else { return part }
      return .call("sum", primes: 0, arguments)
    }
    return Equation("C", penaltyTerm.map(number.plus) ?? number, role: .cost)
  }

  private var penaltyTerm: Expression? {
    guard let penalty else { return nil }
    let squares = layers.indices.dropFirst().map { layer in
      Expression.call("norm", quantity("W", layer)).raised(to: 2)
    }
    let divisor: Expression =
      penalty.divisor == .two || examples == .one
      ? 2 : Expression(2).times("m")
    guard let first = squares.first else { return nil }
    let sum = squares.dropFirst().reduce(first) { $0.plus($1) }
    return Expression("λ").over(divisor).times(sum)
  }

  private func updates(of worksheet: Worksheet) -> [Equation] {
    worksheet.givens.filter { $0.role == .parameter }.map { given in
      let slope = Expression.name(worksheet.adjoint(of: given.name))
      return Equation(
        given.name,
        Expression.name(given.name).minus(Expression("η").times(slope)),
        role: .update)
    }
  }
}
