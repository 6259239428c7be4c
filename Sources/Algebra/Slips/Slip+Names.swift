// One quantity for another.

extension Slip {
  static let neighbouringLayer = Slip(
    "neighbouring-layer", "a quantity of another layer is used", of: .chain,
    .parts { part, surroundings in
      guard case .name(let name) = part else { return [] }
      return surroundings.neighbours(of: name).map(Expression.name)
    }
  ) { deed, surroundings in
    guard let name = surroundings.name(of: deed.after) else {
      return Wording("A quantity of another layer is used.")
    }
    let place = surroundings.place(of: name)
    return Wording(
      "You used \(name.text), \(place). Count the layers once more.",
      brief: "You used \(name.text), \(place).")
  }

  static let sumForOutput = Slip(
    "sum-for-output", "a sum is used before its function", of: .moveRight,
    .parts { part, surroundings in
      guard case .name(let name) = part,
        let crossing = surroundings.crossings.values.first(where: {
          $0.output == name
        }), crossing.function != nil
      else { return [] }
      return [.name(crossing.input)]
    }
  ) { deed, surroundings in
    let name = surroundings.name(of: deed.after)
    let function = name.flatMap { surroundings.crossings[$0]?.function }
    let text = name?.text ?? "a sum"
    let sign = function.map(surroundings.sign) ?? "the function"
    return Wording(
      "You used \(text), which went into \(sign). "
        + "What is handed on to the next layer?",
      brief: "You used \(text), which went into \(sign).")
  }

  static let outputForSum = Slip(
    "output-for-sum", "what came out is used for what went in", of: .chain,
    .parts { part, surroundings in
      guard case .name(let name) = part,
        let crossing = surroundings.crossings[name], crossing.function != nil
      else { return [] }
      return [.name(crossing.output)]
    }
  ) { deed, surroundings in
    let text = deed.after.inWords
    let sign = surroundings.name(of: deed.before)
      .flatMap { surroundings.crossings[$0]?.function }
      .map(surroundings.sign)
    return Wording(
      "You used \(text), which is what \(sign ?? "the function") gave. "
        + "What was it given?",
      brief: "You used \(text), which is what \(sign ?? "the function") gave.")
  }

  static let updatedWeights = Slip(
    "updated-weights", "weights are used after their step", of: .definition,
    .parts { part, surroundings in
      guard case .name(let name) = part,
        surroundings.worksheet.given(name)?.role == .parameter
      else { return [] }
      let step = surroundings.worksheet.equations.last {
        $0.role == .update && $0.name == name
      }
      if let step { return [step.expression] }
      let slope = surroundings.worksheet.adjoint(of: name)
      guard surroundings.worksheet.equation(slope) != nil else { return [] }
      return [
        part.minus(.name(surroundings.worksheet.rate).times(.name(slope)))
      ]
    }
  ) { deed, _ in
    let text = deed.before.inWords
    return Wording(
      "You used \(text) after its step. The cost was computed with \(text) "
        + "as it stood before.",
      brief: "You used \(text) after its step.")
  }

  static let errorForSlope = Slip(
    "error-for-slope", "the error stands for a slope", of: .chain,
    .parts { part, surroundings in
      guard case .name(let name) = part,
        let quantity = surroundings.quantity(withAdjoint: name),
        let crossing = surroundings.crossings[quantity]
      else { return [] }
      let adjoint = surroundings.worksheet.adjoint(of: crossing.output)
      var written: [Expression] = []
      if let equation = surroundings.worksheet.equation(adjoint) {
        written = [equation.expression, .name(adjoint)]
      }
      return written + surroundings.errors
    }
  ) { deed, surroundings in
    let slope = surroundings.name(of: deed.before)
    let quantity = slope.flatMap { surroundings.quantity(withAdjoint: $0) }
    let sign = quantity.flatMap { surroundings.crossings[$0]?.function }
      .map(surroundings.sign)
    return Wording(
      "You sent back \(deed.after.inWords). Before it reaches "
        + "\(quantity?.text ?? "a sum") it passes \(sign ?? "a function").",
      brief: "You sent back \(deed.after.inWords), which has not passed "
        + "\(sign ?? "the function") yet.")
  }

  static let otherQuantity = Slip(
    "other-quantity", "one quantity stands for another", rank: .confusion,
    .parts { part, surroundings in
      guard case .name(let name) = part,
        let shape = surroundings.scope.shapes[name]
      else { return [] }
      return surroundings.worksheet.names.filter {
        $0 != name && $0 != surroundings.target
          && surroundings.scope.shapes[$0] == shape
      }.map(Expression.name)
    }
  ) { deed, surroundings in
    let text = deed.after.inWords
    guard let name = surroundings.name(of: deed.after) else {
      return Wording("You used \(text).")
    }
    return Wording(
      "You used \(text), \(surroundings.place(of: name)). "
        + "What do you need at that place?",
      brief: "You used \(text), \(surroundings.place(of: name)).")
  }
}

extension Surroundings {
  /// What a quantity is, as a clause behind its name.
  func place(of name: Name) -> String {
    if let quantity = quantity(withAdjoint: name) {
      return "the slope in \(quantity.text)"
    }
    if let crossing = crossings.values.first(where: { $0.output == name }) {
      let function = crossing.function.map { "\(sign($0)) of " } ?? ""
      return "which is \(function)\(crossing.input.text)"
    }
    let use = worksheet.equations.first {
      [.forward, .exampleCost, .cost].contains($0.role)
        && $0.expression.names.contains(name)
    }
    if let given = worksheet.given(name) {
      if given.role == .input { return "the input" }
      if given.role == .target { return "the target" }
      if let use { return "which belongs to \(use.name.text)" }
    }
    if let next = crossings[name]?.function {
      return "which goes into \(sign(next))"
    }
    return "which is something else"
  }
}
