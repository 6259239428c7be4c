import Algebra
import Matrices

/// What the lines of a `worksheet` fence come to, line by line.
private struct WorksheetDraft {
  var values: [Name: Matrix<Double>] = [:]
  var roles: [(name: Name, role: Given.Role)] = []
  var declared: [Name: (rows: String, columns: String)] = [:]
  var equations: [(equation: Equation, source: SourceText)] = []
  var assumptions: Set<Worksheet.Assumption> = []
  var updates: [(name: SourceText, expression: SourceText)] = []
  var taken: Set<Name> = []
}

extension BenchCompiler {
  mutating func bench(of lines: [WorksheetLineSyntax]) -> Bench? {
    guard let start = lines.first?.start else { return nil }
    var draft = WorksheetDraft()
    for line in lines { read(line, into: &draft) }
    for name in draft.declared.keys where draft.values[name] == nil {
      reader.faults.add(.valueMissing(name), at: start)
    }
    checkDeclared(draft, at: start)
    guard reader.faults.isEmpty else { return nil }
    guard var worksheet = sized(draft) else { return nil }
    do {
      try worksheet.checkShapes()
      if worksheet.cost != nil {
        worksheet = try worksheet.withBackwardPass()
      }
    } catch {
      let source = draft.equations.first {
        if case .equation($0.equation.name, _) = error { true } else { false }
      }?.source
      reader.faults.add(error.words(in: worksheet), at: source ?? start)
      return nil
    }
    readUpdates(draft.updates, into: &worksheet)
    return checked(worksheet, draft.values, at: start)
  }
}

// MARK: - Lines

extension BenchCompiler {
  /// Compares the sizes that are declared as numbers with what is given.
  private mutating func checkDeclared(
    _ draft: WorksheetDraft, at source: SourceText
  ) {
    for (name, shape) in draft.declared.sorted(by: { $0.key < $1.key }) {
      guard let found = draft.values[name]?.shape else { continue }
      let wanted = Shape(
        rows: Int(shape.rows) ?? found.rows,
        columns: Int(shape.columns) ?? found.columns)
      if wanted != found {
        reader.faults.add(.valueShape(name, wanted, found), at: source)
      }
    }
  }
}

extension BenchCompiler {
  private mutating func read(
    _ line: WorksheetLineSyntax, into draft: inout WorksheetDraft
  ) {
    switch line {
    case .given(let declarations, let condition):
      for declaration in declarations { read(declaration, into: &draft) }
      if let condition { readCondition(condition, into: &draft) }
    case .equation(let name, let expression, let role):
      readEquation(name, expression, role, into: &draft)
    case .set(let set): read(set, into: &draft)
    case .update(let name, let expression):
      draft.updates.append((name, expression))
    }
  }

  /// The inputs and the targets of a set, as given quantities.
  private mutating func read(
    _ set: SetSyntax, into draft: inout WorksheetDraft
  ) {
    let values = examples(of: set)
    for (source, role) in zip(set.names, [Given.Role.input, .target]) {
      let name = Name(source.text)
      claims.append(.name(name, at: source))
      guard draft.taken.insert(name).inserted else {
        reader.faults.add(.quantityTwice(name), at: source)
        continue
      }
      draft.values[name] = values[name]
      draft.roles.append((name, role))
    }
  }

  private mutating func read(
    _ declaration: WorksheetLineSyntax.Declaration,
    into draft: inout WorksheetDraft
  ) {
    let sides = declaration.shape.text
      .split { $0 == "×" || $0 == "x" || $0 == "*" }
      .map { $0.filter { $0 != " " } }
    let shape = declaration.shape.text
    if sides.count == 2, !sides.contains(where: \.isEmpty) {
      draft.declared[Name(declaration.name.text)] = (sides[0], sides[1])
    } else if shape != "number" && shape != "scalar" {
      reader.faults.add(.shapeForm(shape), at: declaration.shape)
    }
  }

  private mutating func readCondition(
    _ source: SourceText, into draft: inout WorksheetDraft
  ) {
    if let assumption = Worksheet.Assumption(source.text),
      draft.declared[assumption.name] != nil
    {
      draft.assumptions.insert(assumption)
    } else {
      reader.faults.add(.conditionUnknown(source.text), at: source)
    }
  }

  private mutating func readEquation(
    _ nameSource: SourceText, _ source: SourceText, _ role: SourceText?,
    into draft: inout WorksheetDraft
  ) {
    let name = Name(nameSource.text)
    claims.append(.name(name, at: nameSource))
    guard draft.taken.insert(name).inserted else {
      reader.faults.add(.quantityTwice(name), at: nameSource)
      return
    }
    if let value = literal(source, role?.text) {
      draft.values[name] = value
      draft.roles.append(
        (name, role.flatMap { Given.Role(rawValue: $0.text) } ?? .constant))
      return
    }
    let scope = roughScope(draft)
    guard let formula = reader.expression(source, in: scope, .readable) else {
      return
    }
    if let stranger = formula.names.first(where: { !scope.isKnown($0) }) {
      reader.faults.add(.notAboveHere(stranger), at: source)
      return
    }
    draft.equations.append(
      (
        Equation(name, formula, role: role?.text == "cost" ? .cost : .forward),
        source
      ))
  }

  /// The value of a line that holds numbers alone.
  private func literal(_ source: SourceText, _ role: String?) -> Matrix<Double>?
  {
    guard role != "forward", role != "cost",
      let formula = try? Expression(source.text, in: Scope()),
      formula.names.isEmpty
    else { return nil }
    return try? formula.value(in: Scope(), values: [:])
  }

  /// What is known of the names before sizes have names.
  private func roughScope(_ draft: WorksheetDraft) -> Scope {
    var scope = Scope()
    for (name, value) in draft.values {
      scope.shapes[name] =
        value.shape.isScalar
        ? .scalar : SymbolicShape(value.shape)
    }
    for (equation, _) in draft.equations {
      scope.shapes[equation.name] =
        (try? equation.expression.shape(in: scope)) ?? .scalar
    }
    return scope
  }

  private mutating func readUpdates(
    _ updates: [(name: SourceText, expression: SourceText)],
    into worksheet: inout Worksheet
  ) {
    var scope = worksheet.scope
    if !scope.isKnown("η") { scope.shapes["η"] = .scalar }
    var updated = Set<Name>()
    for (source, expression) in updates {
      let name = Name(source.text)
      guard worksheet.given(name) != nil else {
        reader.faults.add(.updateOfNoGiven(name), at: source)
        continue
      }
      guard updated.insert(name).inserted else {
        reader.faults.add(.updateTwice(name), at: source)
        continue
      }
      guard let formula = reader.expression(expression, in: scope) else {
        continue
      }
      worksheet.equations.append(Equation(name, formula, role: .update))
    }
  }
}

// MARK: - Sizes

extension BenchCompiler {
  /// The worksheet with a name for each size, so that the same equations can
  /// be tried at other sizes.
  private func sized(_ draft: WorksheetDraft) -> Worksheet? {
    var axes = AxisNames(draft.values, draft.declared, taken: draft.taken)
    var worksheet = Worksheet(
      equations: draft.equations.map(\.equation),
      assumptions: draft.assumptions)
    // Each round makes two axes one; there are no more than these.
    for _ in 0...(2 * draft.values.count) {
      worksheet.givens = draft.roles.map {
        Given($0.name, axes.shape(of: $0.name), role: $0.role)
      }
      worksheet.sizes = axes.sizes(for: worksheet)
      do { try worksheet.checkShapes() } catch {
        if case .equation(_, let fault) = error, axes.join(after: fault) {
          continue
        }
      }
      return worksheet
    }
    return worksheet
  }
}
