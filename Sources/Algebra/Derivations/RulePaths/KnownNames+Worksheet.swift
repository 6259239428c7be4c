extension KnownNames {
  /// What the names of a worksheet stand for.
  ///
  /// - Parameters:
  ///   - worksheet: The worksheet.
  ///   - letters: Further names, which stand for anything.
  ///   - lines: What is to be read.
  init(
    _ worksheet: Worksheet, letters: [FreeLetter], lines: [Expression]
  ) {
    var scope = worksheet.scope
    for letter in letters { scope.shapes[letter.name] = letter.shape }
    self.init(scope: scope)
    let forward = worksheet.equations.filter {
      $0.role != .update && $0.role != .backward
    }
    for equation in forward {
      equations[equation.name] = equation.expression.withoutGroups
      sources[equation.name] = worksheet.sources(of: [equation.name])
    }
    cost = worksheet.cost?.name
    adjoints = worksheet.namedSlopes
    variables = lines.reduce(into: []) { $0.formUnion($1.variables) }
    let adjointsInSight = Set(lines.flatMap(\.names))
    for (name, adjoint) in adjoints where adjointsInSight.contains(adjoint) {
      variables.insert(name)
    }
    nameCalls(in: forward)
  }

  private mutating func nameCalls(in forward: [Equation]) {
    for equation in forward where !variables.contains(equation.name) {
      guard
        case .call(let function, let primes, let arguments) =
          equations[equation.name]
      else { continue }
      let spelled = Expression.call(
        original(function), primes: primes, arguments)
      callNames[spelled] = callNames[spelled] ?? equation.name
    }
  }
}

extension Worksheet {
  /// The name of each quantity's slope of the cost, where it is no more than
  /// that: a δ of each example leaves a factor out.
  fileprivate var namedSlopes: [Name: Name] {
    let quantities =
      delta == .mean ? names : parameters
    return Dictionary(
      quantities.map { ($0, adjoint(of: $0)) }
    ) { first, _ in first }
  }
}

extension Expression {
  /// The names in which it takes slopes.
  fileprivate var variables: Set<Name> {
    var variables: Set<Name> = []
    for (_, part) in parts {
      if case .derivative(_, let bottom, _) = part {
        variables.formUnion(bottom.variableNames)
      }
    }
    return variables
  }

  private var variableNames: [Name] {
    if case .entry(let base, _) = self { base.names } else { names }
  }
}
