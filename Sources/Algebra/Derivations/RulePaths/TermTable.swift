/// A formula by its place in a table.
typealias TermNumber = Int

/// Formulas in one form for all that differ in nothing but their order, their
/// parentheses and what the table keeps silent about.
///
/// Two formulas that were read into one table are the same term if and only
/// if their forms are the same; so comparing them costs nothing.
struct TermTable {
  /// How a term is made of others.
  enum Node: Hashable {
    /// A name, or a number that is no fraction.
    case atom(Expression)
    /// What stands for any formula in a law.
    case letter(Name)
    /// What is added up, in the order of the table.
    case sum([Addend])
    /// A number times powers, in the order of the table. It is the scalar
    /// product and the one entry by entry.
    case product(Fraction, [Power])
    /// A matrix product from left to right.
    case chain([TermNumber])
    case transpose(TermNumber)
    /// A power whose exponent is no whole number.
    case power(TermNumber, TermNumber)
    case derivative(TermNumber, by: TermNumber)
    /// Any other form, hollow, around its parts.
    case form(Expression, [TermNumber])
  }

  struct Addend: Hashable {
    var factor: Fraction
    var term: TermNumber
  }

  struct Power: Hashable {
    var base: TermNumber
    var exponent: Int
  }

  let silences: Silence
  let surroundings: KnownNames
  private(set) var nodes: [Node] = []
  private var places: [Node: TermNumber] = [:]
  private var readings: [Expression: TermNumber] = [:]
  private var namesOfTerms: [TermNumber: Set<Name>] = [:]
  private var scalars: [TermNumber: Bool] = [:]

  init(_ silences: Silence = .all, in surroundings: KnownNames) {
    self.silences = silences
    self.surroundings = surroundings
    // The number 1 stands first in every sum.
    _ = entered(.product(.one, []))
  }

  /// The term that is made so, entered where it is new.
  mutating func entered(_ node: Node) -> TermNumber {
    if let place = places[node] { return place }
    places[node] = nodes.count
    nodes.append(node)
    return nodes.count - 1
  }

  /// The term of a formula.
  mutating func term(_ expression: Expression) -> TermNumber {
    if let term = readings[expression] { return term }
    let term = read(expression)
    readings[expression] = term
    return term
  }

  // MARK: - What stands in a term

  /// The terms that it is directly made of.
  func parts(of term: TermNumber) -> [TermNumber] {
    switch nodes[term] {
    case .atom, .letter: []
    case .sum(let addends): addends.map(\.term)
    case .product(_, let powers): powers.map(\.base)
    case .chain(let links): links
    case .transpose(let inner): [inner]
    case .power(let base, let exponent): [base, exponent]
    case .derivative(let subject, let variable): [subject, variable]
    case .form(_, let parts): parts
    }
  }

  /// The term and all that it is made of, what stands after `by` left out.
  func all(in term: TermNumber) -> Set<TermNumber> {
    var found: Set<TermNumber> = []
    var waiting = [term]
    while let next = waiting.popLast() {
      guard found.insert(next).inserted else { continue }
      if case .derivative(let subject, _) = nodes[next] {
        waiting.append(subject)
      } else {
        waiting += parts(of: next)
      }
    }
    return found
  }

  /// The names in it, letters included.
  mutating func names(of term: TermNumber) -> Set<Name> {
    if let names = namesOfTerms[term] { return names }
    var names: Set<Name> = []
    switch nodes[term] {
    case .atom(.name(let name)), .letter(let name): names = [name]
    default:
      for part in parts(of: term) { names.formUnion(self.names(of: part)) }
    }
    namesOfTerms[term] = names
    return names
  }

  /// Whether a term stays as it is when a variable moves.
  mutating func isIndependent(_ term: TermNumber, of variable: TermNumber)
    -> Bool
  {
    let moved = names(of: variable)
    let names = self.names(of: term)
    return names.isDisjoint(with: moved)
      && !names.contains { name in
        surroundings.sources[name].map { !$0.isDisjoint(with: moved) } ?? false
      }
  }

  mutating func isScalar(_ term: TermNumber) -> Bool {
    if let known = scalars[term] { return known }
    let isScalar: Bool
    switch nodes[term] {
    case .letter: isScalar = false
    case .atom(.name(let name)):
      isScalar = surroundings.scope.shape(of: name) == .scalar
    case .atom, .derivative: isScalar = true
    case .sum, .product, .power:
      isScalar = parts(of: term).allSatisfy { self.isScalar($0) }
    case .chain, .transpose, .form:
      let shape = try? written(term).shape(in: surroundings.scope)
      isScalar = shape == .scalar
    }
    scalars[term] = isScalar
    return isScalar
  }

  /// The number that a term is, if it is one.
  func number(_ term: TermNumber) -> Fraction? {
    if case .product(let number, let powers) = nodes[term], powers.isEmpty {
      number
    } else {
      nil
    }
  }
}

/// What a table says nothing about: steps that it takes as it reads.
struct Silence: OptionSet, Hashable {
  let rawValue: Int

  /// Like terms are put together.
  static let terms = Silence(rawValue: 1)
  /// Equal factors are put together, and powers of products taken apart.
  static let factors = Silence(rawValue: 2)
  /// The slope of a sum is taken term by term.
  static let slopesOfSums = Silence(rawValue: 4)
  /// What does not move stands before the slope.
  static let slopesOfMultiples = Silence(rawValue: 8)
  /// What does not move has slope 0.
  static let slopesOfConstants = Silence(rawValue: 16)
  /// A variable has slope 1 in itself.
  static let slopeOfVariable = Silence(rawValue: 32)
  /// The transpose of a product is taken factor by factor.
  static let transposes = Silence(rawValue: 64)
  /// An entry of a sum is the sum of entries.
  static let entries = Silence(rawValue: 128)
  /// δ1 and dC/dz1 are one quantity.
  static let adjoints = Silence(rawValue: 256)
  /// a1 and σ(z1) are one quantity.
  static let calls = Silence(rawValue: 512)
  /// Exponentials of sums are products of powers.
  static let exponentials = Silence(rawValue: 1024)

  /// All that a reader takes in at a glance.
  static let all: Silence = [
    .terms, .factors, .slopesOfSums, .slopesOfMultiples, .slopesOfConstants,
    .slopeOfVariable, .transposes, .entries, .adjoints, .calls,
  ]
}

/// What the names around a line stand for.
struct KnownNames {
  let scope: Scope
  /// What each computed quantity is, with the quantities that it follows
  /// from.
  var equations: [Name: Expression] = [:]
  var sources: [Name: Set<Name>] = [:]
  /// The names whose slope of the cost has a name of its own.
  var adjoints: [Name: Name] = [:]
  var cost: Name?
  /// The quantities in which slopes are taken, which stay as they are.
  var variables: Set<Name> = []
  /// The quantities that are calls, by the call.
  var callNames: [Expression: Name] = [:]
}
