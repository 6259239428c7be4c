/// What a slip can go by: which quantity comes out of which, what stands a
/// layer further up or down, how large everything is.
public struct Surroundings: Sendable {
  public let worksheet: Worksheet
  public let scope: Scope
  /// What the line is said to equal.
  public let asked: Expression?
  /// The same where it is a quantity or a slope that has a name.
  public let target: Name?
  /// Functions of one quantity that have a name: a1 comes out of σ at z1.
  let crossings: [Name: Crossing]
  private let adjoints: [Name: Name]
  private let layers: Layers

  /// An output with the function and the quantity that it comes from.
  struct Crossing: Hashable, Sendable {
    let output: Name
    /// Nothing where what goes in comes out.
    let function: Name?
    let input: Name
  }

  /// - Parameters:
  ///   - worksheet: The equations.
  ///   - asked: What the line is said to equal.
  public init(_ worksheet: Worksheet, asked: Expression? = nil) {
    self.worksheet = worksheet
    self.asked = asked?.ungrouped
    target = asked.flatMap { Surroundings.quantity($0, in: worksheet) }
    scope = worksheet.scope
    var crossings: [Name: Crossing] = [:]
    for equation in worksheet.equations where equation.role == .forward {
      guard let crossing = Crossing(equation) else { continue }
      crossings[crossing.input] = crossing
    }
    self.crossings = crossings
    adjoints = Dictionary(
      worksheet.names.map { (worksheet.adjoint(of: $0), $0) }
    ) { first, _ in first }
    layers = Layers(worksheet)
  }

  /// The quantity that an expression is by name, by its place, or as a slope
  /// of the cost.
  private static func quantity(
    _ asked: Expression, in worksheet: Worksheet
  ) -> Name? {
    switch asked.ungrouped {
    case .name(let name): return name
    case .entry(let base, _): return quantity(base, in: worksheet)
    case .derivative(let top, let bottom, _):
      guard case .name(let name) = bottom.ungrouped,
        case .name(let cost) = top.ungrouped, cost == worksheet.cost?.name
      else { return nil }
      let adjoint = worksheet.adjoint(of: name)
      return worksheet.equation(adjoint)?.name
    default: return nil
    }
  }

  /// The quantity in which this one is the slope.
  func quantity(withAdjoint name: Name) -> Name? {
    worksheet.equation(name)?.role == .backward ? adjoints[name] : nil
  }

  func isKnown(_ name: Name) -> Bool { scope.shapes[name] != nil }

  /// What stands for the same a layer further up and further down.
  func neighbours(of name: Name) -> [Name] {
    layers.neighbours(of: name).filter(isKnown)
  }

  func function(_ name: Name) -> Function? { scope.functions[name] }

  func elementwise(_ name: Name) -> Elementwise? {
    function(name)?.elementwise
  }

  /// The quantity that an expression is, where it is one by name.
  func name(of expression: Expression) -> Name? {
    if case .name(let name) = expression.ungrouped { name } else { nil }
  }

  /// The function by which a slope in this quantity goes, where it is a slope.
  func crossing(ofSlope name: Name) -> Crossing? {
    quantity(withAdjoint: name).flatMap { crossings[$0] }
  }

  /// The sizes by which a mean may divide.
  var sizes: [Name] {
    worksheet.sizes.keys.filter { name in
      switch worksheet.sizes[name] {
      case .fixed(1)?, .one?, nil: false
      default: true
      }
    }.sorted()
  }

  /// The sizes by which the cost divides: the examples of a mean, and what is
  /// written out.
  var divisors: [Name] {
    let costs = worksheet.equations.filter {
      $0.role == .cost || $0.role == .exampleCost
    }
    var found: [Name] = []
    for (_, part) in costs.flatMap(\.expression.parts) {
      switch part {
      case .call("mean", 0, _): found += examples.map { [$0] } ?? []
      case .name(let name): found.append(name)
      default: break
      }
    }
    return sizes.filter(found.contains)
  }

  /// The sizes by which a learner may divide besides: the examples, and the
  /// outputs.
  var likelyDivisors: [Name] {
    var found = divisors + (examples.map { [$0] } ?? [])
    for given in worksheet.givens where given.role == .target {
      if case .matrix(.size(let rows), _) = given.shape { found.append(rows) }
    }
    return sizes.filter(found.contains)
  }

  /// How many examples there are, where that has a name.
  public var examples: Name? {
    for given in worksheet.givens where given.role == .input {
      if case .matrix(_, .size(let name)) = given.shape { return name }
    }
    return worksheet.sizes["m"] == nil ? nil : "m"
  }

  /// The difference of an output and its target, as the cost takes it.
  var errors: [Expression] {
    var found: [Expression] = []
    let targets = Set(
      worksheet.givens.filter { $0.role == .target }.map(\.name))
    for equation in worksheet.equations
    where equation.role == .cost || equation.role == .exampleCost
      || equation.role == .backward
    {
      for (_, part) in equation.expression.parts {
        guard case .binary(.subtract, let left, let right) = part,
          let (one, other) = name(of: left).flatMap({ one in
            name(of: right).map { (one, $0) }
          }), targets.contains(other) || targets.contains(one),
          !found.contains(part)
        else { continue }
        found.append(part)
      }
    }
    if found.isEmpty, let output = outputs.first, let target = targets.first {
      found.append(.name(output).minus(.name(target)))
    }
    return found
  }

  /// What the cost reads besides the targets.
  private var outputs: [Name] {
    guard
      let cost = worksheet.equations.first(where: {
        $0.role == .exampleCost || $0.role == .cost
      })
    else { return [] }
    return cost.expression.names.filter {
      worksheet.equation($0)?.role == .forward
    }
  }
}

extension Surroundings.Crossing {
  fileprivate init?(_ equation: Equation) {
    switch equation.expression.ungrouped {
    case .call(let function, 0, let arguments) where arguments.count == 1:
      guard case .name(let input) = arguments[0].ungrouped else { return nil }
      self.init(output: equation.name, function: function, input: input)
    case .name(let input):
      self.init(output: equation.name, function: nil, input: input)
    default: return nil
    }
  }
}

/// Which names belong to which layer.
private struct Layers: Sendable {
  /// The input, which is the output of layer 0.
  private let input: Name?
  /// The first of the outputs.
  private let firstOutput: Name?

  init(_ worksheet: Worksheet) {
    let first = worksheet.equations.first {
      $0.role == .forward && $0.name.index == "1" && $0.name.stem == "a"
    }
    firstOutput = first?.name
    input =
      first == nil
      ? nil : worksheet.givens.first { $0.role == .input }?.name
  }

  func neighbours(of name: Name) -> [Name] {
    if name == input { return firstOutput.map { [$0] } ?? [] }
    guard let layer = Int(name.index) else { return [] }
    var names = [layer + 1, layer - 1].map {
      Name(stem: name.stem, index: String($0))
    }
    if name == firstOutput, let input { names.append(input) }
    return names
  }
}
