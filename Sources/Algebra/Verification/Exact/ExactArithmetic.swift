import Matrices

/// Arithmetic modulo a large prime, which rounds nothing.
///
/// Two formulas that are equal have equal values here. Two that differ have
/// equal values at a random point with a chance of about one in 10¹⁶: two
/// polynomials of degree d agree at no more than d of its 4·10¹⁸ numbers.
///
/// The powers of e are those of 4, so that exp turns sums into products as it
/// should. What no formula here expresses, such as sin or ln, is a function
/// whose value at a number is drawn once and then kept: nothing is known of
/// it but that equal numbers have equal values.
///
/// Source: J. T. Schwartz, *Fast Probabilistic Algorithms for Verification of
/// Polynomial Identities* (1980); G. H. Gonnet, *Determining Equivalence of
/// Expressions in Random Polynomial Time* (1984).
struct ExactArithmetic: ElementaryArithmetic {
  /// What distinguishes the functions of one trial from those of another.
  let seed: UInt64
  /// Whether activations, too, are functions of which nothing is known: what
  /// holds then holds for every one of them.
  let hidesActivations: Bool
  /// What a power of e was taken of, by which a logarithm knows it.
  private var exponents: [UInt64: Residue] = [:]

  init(seed: UInt64, hidesActivations: Bool) {
    self.seed = seed
    self.hidesActivations = hidesActivations
  }

  /// Why a point has no value here; another point may have one.
  enum Failure: Error {
    case divisionByZero
    case noRoot
  }

  var zero: Residue { .zero }
  var one: Residue { .one }
  var isOrdered: Bool { false }

  func add(_ left: Residue, _ right: Residue) -> Residue { left + right }

  func subtract(_ left: Residue, _ right: Residue) -> Residue { left - right }

  func multiply(_ left: Residue, _ right: Residue) -> Residue { left * right }

  func negate(_ number: Residue) -> Residue { -number }

  func divide(
    _ left: Residue, _ right: Residue
  ) throws(Failure) -> Residue {
    guard let inverse = right.inverse else { throw .divisionByZero }
    return left * inverse
  }

  func number(_ numeral: Numeral) -> Residue {
    if let fraction = Residue(decimal: numeral.text) { return fraction }
    return number(numeral.value)
  }

  /// Numbers that are not finite are drawn, and so equal nothing.
  func number(_ value: Double) -> Residue {
    Residue(value) ?? drawn("number", 0, Residue(Int(value.bitPattern >> 2)))
  }

  func double(_ number: Residue) -> Double {
    number.whole.map(Double.init) ?? 0.5
  }

  func isLess(_ left: Residue, _ right: Residue) -> Bool {
    (right - left).isPositive
  }

  func isEqual(_ left: Residue, _ right: Residue) -> Bool {
    left.value == right.value
  }

  mutating func power(_ base: Residue, _ exponent: Residue) throws -> Residue {
    if let whole = exponent.whole { return try power(base, whole: whole) }
    if let twice = (exponent + exponent).whole {
      return try power(root(of: base), whole: twice)
    }
    return exponential(of: exponent * logarithm(of: base))
  }

  // MARK: - Functions

  mutating func apply(
    _ function: Function, primes: Int, to argument: Residue
  ) throws -> Residue {
    let values = try apply(
      function, primes: primes, toEach: Matrix(scalar: argument))
    return values.storage[0]
  }

  mutating func apply(
    _ function: Function, primes: Int, toEach matrix: Matrix<Residue>
  ) throws -> Matrix<Residue> {
    guard let elementwise = function.elementwise else {
      throw ExpressionFault(.primesOnMany(function.name))
    }
    let isHidden = hidesActivations && function.isActivation
    if isHidden || elementwise.isUnknown {
      return matrix.map { drawn(function.original, primes, $0) }
    }
    guard primes == 0 else {
      let law = try elementwise.slope(order: primes, of: function.name)
      return try values(of: law, elementwise, of: function, at: matrix)
    }
    if let law = elementwise.exact ?? elementwise.definition {
      return try values(of: law, elementwise, of: function, at: matrix)
    }
    return try matrix.map { number throws in
      try primitive(function.original, number)
    }
  }

  private mutating func primitive(
    _ name: Name, _ number: Residue
  ) throws -> Residue {
    switch name {
    case "exp": exponential(of: number)
    case "ln": logarithm(of: number)
    case "sqrt": try root(of: number)
    case "step": number.isPositive ? .one : .zero
    case "not": number.value == 0 ? .one : .zero
    default: drawn(name, 0, number)
    }
  }

  private mutating func exponential(of number: Residue) -> Residue {
    // A square, because powers of e are positive.
    let base = drawn("exp", 0, number)
    let power =
      number.power
      ?? Residue(
        PrimeField.large.power(base.value, 2), exponent: nil, isDrawn: true)
    exponents[power.value] = number
    return power
  }

  private func logarithm(of number: Residue) -> Residue {
    if number.value == 1 { return number - .one }
    return exponents[number.value] ?? drawn("ln", 0, number)
  }

  private func root(of number: Residue) throws(Failure) -> Residue {
    guard let root = number.root else { throw .noRoot }
    return root
  }

  /// The value of a function of which nothing is known.
  private func drawn(
    _ name: Name, _ primes: Int, _ argument: Residue
  ) -> Residue {
    var numbers = SeededNumbers(name.text, seed &+ UInt64(primes))
    numbers.mix(argument.value)
    let number = Residue.random(using: &numbers)
    return Residue(number.value, exponent: number.exponent, isDrawn: true)
  }
}

extension Residue {
  /// A number drawn from all of them.
  static func random(using numbers: inout SeededNumbers) -> Residue {
    Residue(
      numbers.next() % PrimeField.large.modulus,
      exponent: numbers.next() % PrimeField.exponents.modulus)
  }
}
