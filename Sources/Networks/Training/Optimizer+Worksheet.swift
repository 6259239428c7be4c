import Algebra
import Matrices

extension Optimizer {
  /// A worksheet whose parameters are updated by an optimiser.
  public struct Application: Sendable {
    public let worksheet: Worksheet
    /// What stands for each letter of a constant in this worksheet.
    public let constants: [Name: Name]
  }

  /// Writes the rule into a worksheet, in place of the updates that it has.
  ///
  /// What is carried from iteration to iteration becomes a given quantity of
  /// the role ``Given/Role/state``, the constants become given numbers. A
  /// name that is taken gets `step` as its index.
  ///
  /// - Parameters:
  ///   - worksheet: Equations with the slopes in the parameters.
  ///   - taken: Further names that stand for something already.
  /// - Returns: The worksheet, and what its constants are called.
  /// - Throws: ``TrainingFault/noSlopes`` where no parameter has a slope.
  public func applied(
    to worksheet: Worksheet, avoiding taken: Set<Name> = []
  ) throws(TrainingFault) -> Application {
    var writer = try RuleWriter(
      self, worksheet.withoutUpdates, avoiding: taken)
    return try writer.application()
  }
}

extension Worksheet {
  /// Whether every update takes the rate times the slope away.
  package var isUpdatedByDescent: Bool {
    equations.allSatisfy {
      $0.role != .update
        || $0.expression.withoutGroups == descent(of: $0.name)
    }
  }

  private func descent(of parameter: Name) -> Expression {
    .name(parameter).minus(
      .name(Worksheet.rate).times(.name(adjoint(of: parameter))))
  }

  /// The parameters in which there is a slope.
  var trained: [Given] {
    givens.filter {
      $0.role == .parameter && equation(adjoint(of: $0.name)) != nil
    }
  }

  /// The worksheet without updates, and without what only they use.
  var withoutUpdates: Worksheet {
    var worksheet = self
    worksheet.equations.removeAll { $0.role == .update }
    let used = Set(
      worksheet.equations.flatMap { $0.expression.names + $0.computed.names })
    let updated = Set(
      equations.filter { $0.role == .update }.flatMap(\.expression.names))
    worksheet.givens.removeAll { given in
      given.role == .state
        || (given.role == .constant && updated.contains(given.name)
          && !used.contains(given.name) && given.name != Worksheet.rate)
    }
    return worksheet
  }

  /// The worksheet with plain descent for every parameter that has a slope
  /// and no update.
  func withUpdates() throws(TrainingFault) -> Worksheet {
    let updated = Set(equations.filter { $0.role == .update }.map(\.name))
    let missing = trained.filter { !updated.contains($0.name) }
    guard !missing.isEmpty else {
      if updated.isEmpty { throw .noSlopes }
      return self
    }
    var worksheet = self
    for parameter in missing {
      worksheet.equations.append(
        Equation(
          parameter.name, descent(of: parameter.name), role: .update))
    }
    return worksheet
  }
}

/// Puts the names of a worksheet in place of an optimiser's letters.
private struct RuleWriter {
  private let optimizer: Optimizer
  private var worksheet: Worksheet
  private var taken: Set<Name>
  private var names: [Name: Name] = [:]
  private let rules: [(letter: Name, formula: Expression)]

  private static let parameter: Name = "P"
  private static let slope: Name = "dP"

  init(
    _ optimizer: Optimizer, _ worksheet: Worksheet, avoiding taken: Set<Name>
  ) throws(TrainingFault) {
    self.optimizer = optimizer
    self.worksheet = worksheet
    let known = worksheet.names + Array(worksheet.sizes.keys)
    self.taken = taken.union(known)
      .union(known.map { worksheet.adjoint(of: $0) })
      .union(worksheet.functions.keys).union(Function.table.keys)
    rules = try Self.rules(of: optimizer)
  }

  private static func rules(
    of optimizer: Optimizer
  ) throws(TrainingFault) -> [(letter: Name, formula: Expression)] {
    let sides = optimizer.lines.map { line in
      line.split(separator: "←", maxSplits: 1).map(String.init)
    }
    let letters = sides.compactMap(\.first).map {
      Name($0.filter { $0 != " " })
    }
    var scope = Scope(shapes: [slope: .scalar, Worksheet.rate: .scalar])
    for constant in optimizer.constants {
      scope.shapes[constant.name] = .scalar
    }
    for letter in letters { scope.shapes[letter] = .scalar }
    var rules: [(letter: Name, formula: Expression)] = []
    var made: [Name: Expression] = [:]
    for (letter, text) in zip(letters, sides.compactMap(\.last)) {
      do {
        let formula = try Expression(text, in: scope).substituting(made)
        rules.append((letter, formula))
        made[letter] = formula
      } catch { throw .formula(text) }
    }
    return rules
  }

  mutating func application() throws(TrainingFault) -> Optimizer.Application {
    let parameters = worksheet.trained
    guard !parameters.isEmpty else { throw .noSlopes }
    for constant in optimizer.constants {
      names[constant.name] = declare(
        constant.name, .scalar, role: .constant)
    }
    let shared = rules.filter { !isOfParameter($0.letter) }
    for rule in shared {
      names[rule.letter] = declare(rule.letter, .scalar, role: .state)
    }
    for rule in shared { write(rule, names) }
    for parameter in parameters { write(for: parameter) }
    return Optimizer.Application(
      worksheet: worksheet,
      constants: names.filter { name, _ in
        optimizer.constants.contains { $0.name == name }
      })
  }

  private func isOfParameter(_ letter: Name) -> Bool {
    letter.stem.hasSuffix(Self.parameter.stem)
  }

  private mutating func write(for parameter: Given) {
    var names = self.names
    names[Self.parameter] = parameter.name
    names[Self.slope] = worksheet.adjoint(of: parameter.name)
    let own = rules.filter { isOfParameter($0.letter) }
    for rule in own where rule.letter != Self.parameter {
      let name = Name(
        stem: rule.letter.stem.dropLast() + parameter.name.stem,
        index: parameter.name.index)
      names[rule.letter] = declare(name, parameter.shape, role: .state)
    }
    for rule in own { write(rule, names) }
  }

  private mutating func declare(
    _ name: Name, _ shape: SymbolicShape, role: Given.Role
  ) -> Name {
    var name = name
    while taken.contains(name) {
      name = Name(stem: name.stem, index: name.index + "step")
    }
    taken.insert(name)
    worksheet.givens.append(Given(name, shape, role: role))
    return name
  }

  private mutating func write(
    _ rule: (letter: Name, formula: Expression), _ names: [Name: Name]
  ) {
    worksheet.equations.append(
      Equation(
        names[rule.letter] ?? rule.letter,
        rule.formula.substituting(names.mapValues(Expression.name)),
        role: .update))
  }
}
