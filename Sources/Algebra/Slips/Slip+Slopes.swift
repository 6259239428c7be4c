// The slope of a function: left out, taken elsewhere, or of another function.

extension Slip {
  static let slopeMissing = Slip(
    "slope-missing", "the slope of a function is left out", of: .chain,
    .parts { part, _ in
      guard case .binary(let sign, let left, let right) = part,
        sign == .hadamard || sign == .times
      else { return [] }
      return (right.isSlopeCall ? [left] : [])
        + (left.isSlopeCall ? [right] : [])
    }
  ) { deed, surroundings in
    guard let slope = deed.before.slopeCall else {
      return Wording("The slope of a function is left out.")
    }
    let function = surroundings.sign(slope.function)
    return Wording(
      "Nothing in your line says how steep \(function) is. "
        + "\(slope.argument.inWords) reaches the cost through it.",
      brief: "Nothing in your line says how steep \(function) is.")
  }

  static let slopeAtOutput = Slip(
    "slope-at-output", "the slope is taken at what came out", of: .chain,
    .parts { part, surroundings in
      guard let slope = part.ownSlopeCall,
        let output = surroundings.outputName(
          of: slope.function, at: slope.argument)
      else { return [] }
      return [.call(slope.function, primes: slope.primes, [output])]
    }
  ) { deed, surroundings in
    guard let slope = deed.after.ownSlopeCall,
      let given = deed.before.ownSlopeCall
    else { return Wording("You took the slope at what came out.") }
    let function = surroundings.sign(slope.function)
    let text = slope.argument.inWords
    return Wording(
      "You took the slope at \(text). \(function) was given "
        + "\(given.argument.inWords).",
      brief: "You took the slope at \(text), which is what \(function) gave.")
  }

  static let slopeFormulaAtInput = Slip(
    "slope-formula-at-input",
    "what went in stands in a formula for what came out", of: .slope,
    .parts { part, surroundings in
      guard let slope = part.ownSlopeCall, slope.primes == 1,
        let right = surroundings.slopeFormula(
          of: slope.function, at: slope.argument),
        let written = surroundings.slopeFormula(
          of: slope.function, at: slope.argument, output: slope.argument),
        written != right
      else { return [] }
      return [written]
    }
  ) { deed, surroundings in
    guard let slope = deed.before.ownSlopeCall else {
      return Wording("The formula wants what came out.")
    }
    let function = surroundings.sign(slope.function)
    let text = slope.argument.inWords
    return Wording(
      "You put \(text) into the formula for the slope. That formula is "
        + "written in what \(function) gives.",
      brief: "You put \(text) into a formula that is written in what "
        + "\(function) gives.")
  }

  static let functionForSlope = Slip(
    "function-for-slope", "the function stands for its slope", of: .slope,
    .parts { part, surroundings in
      guard let slope = part.ownSlopeCall,
        surroundings.elementwise(slope.function)?.kinks.isEmpty ?? true
      else { return [] }
      return [
        .call(slope.function, primes: slope.primes - 1, [slope.argument])
      ]
    }
  ) { deed, surroundings in
    let function = deed.before.ownSlopeCall.map {
      surroundings.sign($0.function)
    }
    return Wording(
      "You put in what \(function ?? "the function") gives. "
        + "How steep is it there?",
      brief: "You put in what \(function ?? "the function") gives, and not "
        + "how steep it is.")
  }

  static let slopeOfSlope = Slip(
    "slope-of-slope", "the slope is taken twice over", of: .slope,
    .parts { part, surroundings in
      guard let slope = part.ownSlopeCall, slope.primes == 1,
        surroundings.bentSlope(part) == nil
      else { return [] }
      let call = Expression.call(
        slope.function, primes: 1, [slope.argument])
      return [
        .call(slope.function, primes: 2, [slope.argument]),
        .call(slope.function, primes: 1, [call]),
      ]
    }
  ) { deed, surroundings in
    let function = deed.before.ownSlopeCall.map {
      surroundings.sign($0.function)
    }
    return Wording(
      "You took the slope of \(function ?? "the function") twice over: that "
        + "is how the steepness changes.")
  }

  static let slopeOfAnother = Slip(
    "slope-of-another", "the slope is that of another function", of: .slope,
    .parts { part, surroundings in
      guard let slope = part.ownSlopeCall, slope.primes == 1 else { return [] }
      return surroundings.otherSlopes(slope.function, at: slope.argument)
    }
  ) { deed, surroundings in
    guard let slope = deed.before.ownSlopeCall else {
      return Wording("That is the slope of another function.")
    }
    let own = surroundings.sign(slope.function)
    let other = surroundings.functionWithSlope(deed.after, instead: slope)
    let text = slope.argument.inWords
    guard let other else {
      return Wording(
        "That is the slope of another function. \(text) went into \(own).",
        brief: "You used the slope of another function than \(own).")
    }
    return Wording(
      "That is the slope of \(other). \(text) went into \(own).",
      brief: "You used the slope of \(other), and \(text) went into \(own).")
  }

  static let slopeOfAnotherLayer = Slip(
    "slope-of-another-layer", "the slope is that of another layer",
    of: .chain,
    .parts { part, surroundings in
      guard let slope = part.ownSlopeCall,
        let input = surroundings.name(of: slope.argument)
      else { return [] }
      return surroundings.neighbours(of: input).flatMap { other in
        let own = surroundings.crossings[other]?.function
        return [slope.function, own].compactMap { $0 }.map {
          Expression.call($0, primes: slope.primes, [.name(other)])
        }
      }
    }
  ) { deed, _ in
    let text = deed.after.slopeCall?.argument.inWords ?? "another layer"
    return Wording(
      "You took the slope at \(text), which belongs to another layer. "
        + "Which sum do you come back to?",
      brief: "You took the slope at \(text), which belongs to another layer.")
  }

  static let slopeInsideProduct = Slip(
    "slope-inside-product", "the slope stands before the weights are passed",
    of: .moveLeft,
    .parts { part, surroundings in
      guard case .binary(.hadamard, let product, let slope) = part,
        slope.isSlopeCall,
        case .binary(.matmul, let matrix, let arriving) = product
      else { return [] }
      return ([slope] + surroundings.slopesNear(slope)).map {
        matrix.matmul(arriving.hadamard($0))
      }
    }
  ) { deed, _ in
    let matrix = deed.after.factors?.left.withoutTranspose.inWords
    return Wording(
      "You multiplied by the slope before \(matrix ?? "the matrix") was "
        + "passed. Which of the two comes first on the way forward?",
      brief: "You multiplied by the slope before \(matrix ?? "the matrix") "
        + "was passed.")
  }

  static let extraSlope = Slip(
    "extra-slope", "the slope of a function is taken once too often",
    of: .chain,
    .parts { part, surroundings in surroundings.withSlopeTwice(part) }
  ) { deed, surroundings in
    let name = surroundings.name(of: deed.before) ?? surroundings.target
    let crossing = name.flatMap { surroundings.crossing(ofSlope: $0) }
    let function =
      deed.before.slopeCall?.function ?? crossing?.function ?? "g"
    let text = surroundings.sign(function)
    return Wording(
      "You multiplied by the slope of \(text) once too often. "
        + "What stands before it has been through \(text) already.",
      brief: "You multiplied by the slope of \(text) once too often.")
  }

  static let softmaxDiagonal = Slip(
    "softmax-diagonal", "each output of softmax follows its own sum alone",
    of: .softmax,
    .parts { part, surroundings in surroundings.diagonal(part) }
  ) { _, _ in
    Wording(
      "You let each output of softmax follow its own sum alone. "
        + "Raise one sum, and what happens to the other outputs?",
      brief: "You let each output of softmax follow its own sum alone.")
  }

  static let rectifierSlope = Slip(
    "rectifier-slope", "what the rectifier gives stands for its slope",
    of: .branch,
    .parts { part, surroundings in
      guard let slope = surroundings.bentSlope(part) else { return [] }
      return [
        .call(slope.function, primes: slope.primes - 1, [slope.argument]),
        slope.argument,
      ]
    }
  ) { deed, surroundings in
    guard let slope = deed.before.ownSlopeCall else {
      return Wording("You put in what the rectifier gives.")
    }
    let function = surroundings.sign(slope.function)
    let text = slope.argument.inWords
    return Wording(
      "You put in \(deed.after == slope.argument ? text : "what \(function) gives"), "
        + "which grows with \(text). How steep is \(function) where \(text) "
        + "is above 0?",
      brief: "You put in a number that grows with \(text), where \(function) "
        + "is equally steep all along.")
  }

  static let branchesSwapped = Slip(
    "branches-swapped", "the two branches are changed over", of: .branch,
    .parts { part, surroundings in
      guard let slope = surroundings.bentSlope(part) else { return [] }
      return [
        .call(
          slope.function, primes: slope.primes, [slope.argument.negated])
      ]
    }
  ) { deed, surroundings in
    let slope = deed.before.ownSlopeCall
    let text = slope?.argument.inWords ?? "the argument"
    let function = slope.map { surroundings.sign($0.function) } ?? "it"
    return Wording(
      "Your two branches are changed over. On which side of 0 must \(text) "
        + "lie for \(function) to be steep?",
      brief: "Your two branches are changed over.")
  }
}
