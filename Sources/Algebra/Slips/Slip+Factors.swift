// Signs, the 2 of a square, and what a mean divides by.

extension Slip {
  static let signTurned = Slip(
    "sign-turned", "a sign is turned round", of: .difference,
    .terms { term, _ in
      var written = [term.negated]
      if case .negation(let inner) = term { written = [inner] }
      return written + term.turnedDifferences
    }
  ) { deed, _ in
    if let (left, right) = deed.turnedDifference {
      return Wording(
        "You took \(left.inWords) less \(right.inWords): the difference was "
          + "taken the other way round.")
    }
    return Wording(
      "The size is right, with the other sign. Nudge it: does the cost rise "
        + "or fall?",
      brief: "A sign is turned round.")
  }

  package static let factorOfTwo = Slip(
    "factor-of-two", "a factor of 2 is too many or too few", of: .power,
    .terms { term, _ in
      [Expression(2).times(term), Expression.decimal("½").times(term)]
    }
  ) { deed, _ in
    let isTwice = deed.isTwice
    return Wording(
      (isTwice
        ? "What you wrote is twice as large. "
        : "What you wrote is half as large. ")
        + "A square brings down a 2, and the cost may hold a ½ to meet it.",
      brief: isTwice
        ? "It is twice as large: look for the ½ that meets the 2 of a square."
        : "It is half as large: a square brings down a 2.")
  }

  static let meanForgotten = Slip(
    "mean-forgotten", "a mean was taken as a sum", of: .mean,
    .terms { term, surroundings in
      surroundings.divisors.map { Expression.name($0).times(term) }
    }
  ) { deed, surroundings in
    guard let size = deed.size else { return Wording("A mean is missing.") }
    guard size == surroundings.examples else {
      return Wording(
        "What you wrote is \(size.text) times as large. "
          + "By what does the cost divide?",
        brief: "It is \(size.text) times as large.")
    }
    return Wording(
      "You added up over the \(size.text) examples. The cost is their mean.",
      brief: "You added up over the \(size.text) examples, where the cost "
        + "takes their mean.")
  }

  static let meanTwice = Slip(
    "mean-twice", "a mean was taken twice, or where there is a sum",
    of: .mean,
    .terms { term, surroundings in
      surroundings.likelyDivisors.map { term.over(.name($0)) }
    }
  ) { deed, _ in
    let size = deed.size?.text ?? "m"
    return Wording(
      "You divided by \(size) once more than the cost does. "
        + "Is it in one of your factors already?",
      brief: "You divided by \(size) once more than the cost does.")
  }

  static let meanOverUnits = Slip(
    "mean-over-units", "the mean runs over another axis", of: .mean,
    .terms { term, surroundings in
      surroundings.divisors.flatMap { above in
        surroundings.sizes.filter { $0 != above }.map { below in
          Expression.name(above).over(.name(below)).times(term)
        }
      }
    }
  ) { deed, surroundings in
    guard let (above, below) = deed.sizes else {
      return Wording("The mean runs over another axis.")
    }
    let what = below == surroundings.examples ? "examples" : "entries"
    return Wording(
      "You divided by \(below.text), which counts other \(what). "
        + "What does \(above.text) count?",
      brief: "You divided by \(below.text), which counts something else.")
  }

  static let penaltyForgotten = Slip(
    "penalty-forgotten", "the price on the weights is left out", of: .sum,
    .parts { part, surroundings in
      guard case .binary(.add, let left, let right) = part else { return [] }
      return [(left, right), (right, left)].compactMap { kept, dropped in
        surroundings.isPenalty(dropped) && !surroundings.isPenalty(kept)
          ? kept : nil
      }
    }
  ) { _, surroundings in
    let price = surroundings.price?.text ?? "the price"
    return Wording(
      "Nothing in your line holds \(price). The cost puts a price on these "
        + "weights too.",
      brief: "The price on the weights is left out.")
  }

  static let penaltyOnBias = Slip(
    "penalty-on-bias", "the price is put on a bias too", of: .squaredNorm,
    .line { line, surroundings in surroundings.pricedBias(line) }
  ) { _, surroundings in
    let bias = surroundings.target.flatMap {
      surroundings.quantity(withAdjoint: $0)?.text
    }
    return Wording(
      "You put the price on \(bias ?? "the bias") too. "
        + "Which quantities does the cost square?",
      brief: "You put the price on \(bias ?? "the bias") too.")
  }
}

extension Deed {
  /// Both sides of a difference, in the order in which it was written.
  fileprivate var turnedDifference: (Expression, Expression)? {
    guard let part = after.part(at: place),
      case .binary(.subtract, let left, let right) = part,
      before.part(at: place) == right.minus(left)
    else { return nil }
    return (left, right)
  }

  fileprivate var isTwice: Bool {
    guard case .binary(.times, let factor, _) = after else { return false }
    return factor.constant == 2
  }

  /// The size by which the line was multiplied or divided.
  fileprivate var size: Name? {
    switch after {
    case .binary(.times, .name(let name), _): name
    case .binary(.divide, _, .name(let name)): name
    default: nil
    }
  }

  fileprivate var sizes: (above: Name, below: Name)? {
    guard
      case .binary(
        .times, .binary(.divide, .name(let above), .name(let below)), _) = after
    else { return nil }
    return (above, below)
  }
}

extension Expression {
  /// The term with one of the differences in it taken the other way round.
  fileprivate var turnedDifferences: [Expression] {
    parts.compactMap { path, part in
      guard case .binary(.subtract, let left, let right) = part else {
        return nil
      }
      return replacing(path, with: right.minus(left))
    }
  }
}

extension Surroundings {
  /// The number that puts a price on weights, where the cost has one.
  var price: Name? {
    let constants = worksheet.givens.filter {
      $0.role == .constant && $0.shape.isScalar
    }.map(\.name)
    guard let cost = worksheet.cost?.expression else { return nil }
    return constants.first { cost.names.contains($0) }
  }

  /// Whether a term is what a price on weights adds to a slope.
  func isPenalty(_ term: Expression) -> Bool {
    price.map { term.names.contains($0) } ?? false
  }

  /// The slope in a bias with the term added that weights have.
  fileprivate func pricedBias(_ line: Expression) -> [Expression] {
    guard let target, let bias = quantity(withAdjoint: target), price != nil,
      let shape = scope.shapes[bias], worksheet.given(bias) != nil
    else { return [] }
    for equation in worksheet.equations where equation.role == .backward {
      guard let weights = quantity(withAdjoint: equation.name),
        weights != bias, weights.index == bias.index,
        scope.shapes[weights] != shape,
        case .binary(.add, _, let term) = equation.expression,
        isPenalty(term), !isPenalty(line)
      else { continue }
      return [line.plus(term.substituting([weights: .name(bias)]))]
    }
    return []
  }
}
