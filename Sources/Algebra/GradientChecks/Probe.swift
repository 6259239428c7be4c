import Matrices

/// A quantity that is moved as if it were free, and the number that is
/// watched while it moves.
///
/// Only what follows from the quantity is computed again, and of that only
/// the parts that hold something that moves.
struct Probe {
  let subject: Name
  /// The name of the slope in it.
  let adjoint: Name
  let value: Matrix<Double>
  /// The cost, or the costs of the examples where δ leaves out 1/m.
  let watched: Name

  private let scope: Scope
  private let slopeAtKink: Double
  private let formulas: [(name: Name, formula: Expression)]
  private let constants: [Name: Matrix<Double>]
  private let dualConstants: [Name: Matrix<Dual>]

  /// - Returns: Nothing where there is no cost, or the quantity has no value.
  init?(_ subject: Name, in valuation: Valuation) throws {
    let worksheet = valuation.worksheet
    guard let cost = worksheet.cost?.name,
      let value = valuation.values[subject]
    else { return nil }
    self.subject = subject
    adjoint = worksheet.adjoint(of: subject)
    self.value = value
    watched = worksheet.watched(for: subject, cost: cost)
    slopeAtKink = worksheet.slopeAtKink
    let path = worksheet.equations(from: subject, to: [watched])
    var freezer = Freezer(
      valuation, changing: Set(path.map(\.name) + [subject]))
    formulas = try path.map { equation in
      (
        equation.name,
        try freezer.frozen(equation.computed(moving: [subject]))
      )
    }
    scope = valuation.scope(with: freezer.locals)
    let needed = Set(formulas.flatMap(\.formula.names) + [watched])
    constants = valuation.values.merging(freezer.locals) { own, _ in own }
      .filter { needed.contains($0.key) && $0.key != subject }
    dualConstants = constants.mapValues { $0.map { Dual($0) } }
  }

  /// A number that was computed, and the branches on the way to it.
  struct Outcome {
    let number: Double
    let branches: Branches
  }

  /// The watched number where the quantity has another value.
  func outcome(at value: Matrix<Double>) throws -> Outcome {
    var evaluator = Evaluator(
      scope: scope, values: constants,
      arithmetic: BranchArithmetic(slopeAtKink: slopeAtKink))
    evaluator.values[subject] = value
    for (name, formula) in formulas {
      evaluator.arithmetic.branches.equation = name
      evaluator.values[name] = try evaluator.value(of: formula)
    }
    let sum = evaluator.values[watched]?.storage.reduce(0, +)
    return Outcome(
      number: sum ?? .nan, branches: evaluator.arithmetic.branches)
  }

  /// How fast the watched number changes when the quantity moves along a
  /// direction, by numbers that carry their slope along.
  func tangent(along direction: Matrix<Double>) throws -> Double {
    var evaluator = Evaluator(
      scope: scope, values: dualConstants,
      arithmetic: DualArithmetic(slopeAtKink: slopeAtKink))
    evaluator.values[subject] = try value.zipped(
      with: direction, operation: "+"
    ) { Dual($0, tangent: $1) }
    for (name, formula) in formulas {
      evaluator.values[name] = try evaluator.value(of: formula)
    }
    return evaluator.values[watched]?.storage.reduce(0) { $0 + $1.tangent }
      ?? .nan
  }
}

extension Worksheet {
  /// What the slope in a quantity is the slope of.
  fileprivate func watched(for subject: Name, cost: Name) -> Name {
    guard delta == .perExample, given(subject) == nil,
      let row = equations.first(where: { $0.role == .exampleCost })?.name,
      row != subject, !equations(from: subject, to: [row]).isEmpty
    else { return cost }
    return row
  }
}

/// Computes once what does not move.
private struct Freezer {
  private let valuation: Valuation
  private let moving: Set<Name>
  private(set) var locals: [Name: Matrix<Double>] = [:]

  init(_ valuation: Valuation, changing moving: Set<Name>) {
    self.valuation = valuation
    self.moving = moving
  }

  /// The formula with a name for each largest part that stays what it is.
  mutating func frozen(_ formula: Expression) throws -> Expression {
    let names = formula.names
    if moving.isDisjoint(with: names) {
      return names.isEmpty || !names.allSatisfy(isKnown)
        ? formula : try named(formula)
    }
    switch formula {
    // The index of a sum runs over an axis that its body shows.
    case .sum, .entry: return formula
    case .call(let name, let primes, let arguments):
      return .call(
        name, primes: primes, try arguments.map { try frozen($0) })
    default:
      return formula.withChildren(
        try formula.children.map { try frozen($0) })
    }
  }

  private func isKnown(_ name: Name) -> Bool {
    valuation.values[name] != nil
  }

  private mutating func named(_ part: Expression) throws -> Expression {
    if case .name = part { return part }
    let name = Name(stem: "frozen part", index: "\(locals.count + 1)")
    locals[name] = try valuation.value(of: part)
    return .name(name)
  }
}
