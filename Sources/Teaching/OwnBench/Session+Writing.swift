import Algebra
import Matrices
import Presentation

/// What is written down on a bench of the learner's own.
extension Session {
  /// What stands on the bench that is open, or was open before.
  private var ownSheet: BenchSheet {
    (bench ?? shelved)?.sheet ?? BenchSheet()
  }

  // MARK: Writing down

  /// `given W: k×n, x: n×m`.
  mutating func give(_ text: String) -> Reply {
    let declared: Declarations
    do throws(DeclarationFault) { declared = try Declarations(text) } catch {
      return failure(error.diagnostic)
    }
    var sheet = ownSheet
    for given in declared.givens {
      if let refusal = refusal(naming: given.name, on: sheet) {
        return failure(refusal)
      }
      sheet.add(given)
    }
    for assumption in declared.assumptions {
      guard sheet.givens.contains(where: { $0.name == assumption.name })
      else {
        return failure(
          Diagnostic(
            "what is assumed is about nothing that is given",
            remedy: "help given"))
      }
      sheet.assume(assumption)
    }
    if let clash = sheet.sizeNames.first(where: { size in
      sheet.givens.contains { $0.name == size }
        || sheet.equations.contains { $0.name == size }
    }) {
      return failure(
        Diagnostic(
          "\(clash.text) cannot be a size and a quantity",
          notes: ["give one of them another name"], remedy: "help given"))
    }
    return take(sheet, deed: "given \(text)", from: text) {
      $0.listed(declared.givens.map(\.name))
    }
  }

  /// `z = W @ x + b`, `C = ½ sum(z.^2)  cost`, `W = [1 2; 3 4]`.
  mutating func write(_ text: String, _ sign: String.Index) -> Reply {
    let word = String(text[..<sign]).trimmed
    var formula = String(text[text.index(after: sign)...]).trimmed
    guard word.isOneName, !formula.isEmpty else {
      return failure(
        Diagnostic(
          "an equation has a name before its = and a formula behind it",
          remedy: "help given"))
    }
    var role: String?
    if let last = formula.split(separator: " ").last.map(String.init),
      last != formula,
      last == "cost" || Given.Role(rawValue: last) != nil
    {
      role = last
      formula = String(formula.dropLast(last.count)).trimmed
    }
    var sheet = ownSheet
    let name = Name(word)
    if let refusal = refusal(naming: name, on: sheet) {
      return failure(refusal)
    }
    do {
      let line = String(text.prefix { $0 != "=" }) + "= " + formula
      let expression = try Expression.reading(formula, of: line, in: scope)
      if let value = expression.literalValue, role != "cost" {
        let given = role.flatMap(Given.Role.init) ?? .parameter
        sheet.add(
          Given(name, SymbolicShape(ofSet: value), role: given), value: value)
      } else {
        let reading = try Expression.reading(formula, in: scope)
        do {
          let shape = try expression.shape(in: scope)
          let isCost =
            role == "cost"
            || (name == "C" && shape.isScalar
              && !sheet.equations.contains { $0.role == .cost })
          // A sheet knows no names of the learner's own.
          sheet.add(
            sight.own(name), sight.meant(opened(expression)), isCost: isCost)
        } catch {
          return failure(
            diagnostic(error, source: formula, column: 0, reading: reading))
        }
      }
    } catch { return failure(diagnostic(error, source: text)) }
    return take(sheet, deed: text, from: text) { $0.written(name) }
  }

  /// Whether an equation says something of what stands on the bench already,
  /// rather than adding to it.
  func isClaim(_ text: String, _ sign: String.Index) -> Bool {
    let left = String(text[..<sign]).trimmed
    guard left.isOneName else { return true }
    return scope.isKnown(Name(left))
      && live?.worksheet.given(Name(left)) == nil
  }

  /// `cost E` makes a number of the bench the cost.
  mutating func makeCost(_ text: String) -> Reply {
    let name = Name(text)
    if live?.worksheet.cost?.name == name {
      return Reply(board.prose(board.formula(name) + " is the cost."))
    }
    guard var sheet = bench?.sheet else {
      return failure(
        Diagnostic(
          "the cost of a lesson stays what it is",
          notes: ["on a bench of your own any number can be the cost"],
          remedy: "new"))
    }
    guard sheet.equations.contains(where: { $0.name == name }) else {
      return failure(
        Diagnostic(
          "no equation here gives \(name.text)",
          remedy: nearestQuantity(to: name).map { "info \($0)" } ?? "info"))
    }
    sheet.makeCost(name)
    return take(sheet, deed: "cost \(text)", from: text) { $0.written(name) }
  }

  /// `set W = [1 2; 3 4]`, which also fixes the sizes.
  mutating func setOnBench(_ text: String, _ live: LiveBench) -> Reply {
    guard var sheet = bench?.sheet else { return noLesson() }
    guard let texts = Assignment.texts(in: text) else {
      return wants(Command.set)
    }
    var labels: [String] = []
    var after: [Name: Matrix<Double>] = [:]
    for text in texts {
      do {
        guard let assignment = try Assignment.reading(text, in: scope) else {
          return wants(Command.set)
        }
        labels.append(assignment.target.text(.ascii))
        try work(out: assignment, live, into: &after)
      } catch {
        return failure(diagnostic(error, source: text).behind("set "))
      }
    }
    let changed =
      sight.isOwn
      ? after.map { ($0.key, $0.value) }
      : written.map {
        changes(by: after, live, $0)
      } ?? []
    for (name, value) in changed { sheet.set(name, to: value) }
    let label = labels.joined(separator: ", ")
    return take(sheet, deed: "set \(label)", from: text) { session in
      let isResized = live.now.values.contains { name, old in
        session.live?.now.values[name]?.shape != old.shape
      }
      return isResized
        ? session.inventory() : session.consequence(since: live, StyledText())
    }
  }

  /// A whole quantity may take another shape, a part of one may not.
  private func work(
    out assignment: Assignment, _ live: LiveBench,
    into after: inout [Name: Matrix<Double>]
  ) throws {
    if case .name(let name) = assignment.target.ungrouped,
      live.worksheet.given(name) != nil
    {
      after[name] = try live.value(of: assignment.value)
    } else {
      let outcome = try live.outcome(of: assignment, at: live.now)
      after[outcome.name] = (after[outcome.name] ?? outcome.before)
        .replacing(outcome.entries)
    }
  }

  private func refusal(
    naming name: Name, on sheet: BenchSheet
  ) -> Diagnostic? {
    let text = name.text(page.charset)
    if sheet.givens.contains(where: { $0.name == name }) {
      return Diagnostic(
        "\(text) is given already",
        notes: ["set alters it, undo takes the last line back"],
        remedy: live?.now.values[name] == nil ? "help given" : "info \(text)")
    }
    if sheet.equations.contains(where: { $0.name == name }) {
      return Diagnostic(
        "\(text) has an equation already",
        notes: ["undo takes the last line back"], remedy: "info \(text)")
    }
    if name.isSlope {
      return Diagnostic(
        "\(text) is kept for a slope",
        notes: ["names that begin with d or δ are given to slopes"],
        remedy: "help given")
    }
    if Function.table[name] != nil {
      return Diagnostic("\(text) is a function already", remedy: "info \(text)")
    }
    return nil
  }

  // MARK: Saying

  private func listed(_ names: [Name]) -> Reply {
    guard let live else { return Reply() }
    let overview = Overview(.named(names), of: live.now)
    return Reply(inset { overview.text(for: $0) })
  }

  private func written(_ name: Name) -> Reply {
    guard let live, let equation = live.worksheet.equation(name),
      let value = live.now.values[name]
    else { return listed([name]) }
    var parts = [
      board.lines([equation]).indented(
        by: page.isPlain ? 0 : Blackboard.indent),
      board.printed(.name(name), value),
    ]
    let slopes = live.worksheet.equations.filter { $0.role == .backward }
    if equation.role == .cost, !slopes.isEmpty {
      let list = slopes.map { board.formula($0.name) }.joined(separator: ", ")
      parts.append(
        board.prose("The slopes of " + board.formula(name) + ": " + list + "."))
    }
    return Reply(StyledText.stacked(parts))
  }
}

extension Name {
  /// Whether the name is that of a slope: `dW1`, `δ1`.
  var isSlope: Bool {
    stem == "δ" || (stem.hasPrefix("d") && stem.count > 1)
  }
}

extension Expression {
  /// The value of what holds numbers alone.
  fileprivate var literalValue: Matrix<Double>? {
    names.isEmpty ? try? value(in: Scope(), values: [:]) : nil
  }
}

extension SymbolicShape {
  /// The shape of a quantity that is written out in numbers.
  fileprivate init(ofSet value: Matrix<Double>) {
    func axis(_ length: Int) -> Dimension {
      length == 1 ? .one : .fixed(length)
    }
    self =
      value.shape.isScalar
      ? .scalar
      : .matrix(rows: axis(value.rows), columns: axis(value.columns))
  }
}
