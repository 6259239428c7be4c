import Algebra
import Matrices
import Presentation

extension Session {
  /// `derive sigmoid(z) wrt z`, `derive dW1`, `derive --moves δ1`.
  mutating func derive(_ text: String) -> Reply {
    guard live != nil else { return noLesson() }
    let request = DeriveRequest(text)
    guard !request.formula.isEmpty else { return wants(Command.derive) }
    guard let word = request.variable else {
      return derive(quantity: request)
    }
    if case .name(let name)? = try? Expression(word, in: scope) {
      return derive(request, in: name)
    }
    guard word.isOneName else {
      if let reply = derive(entry: word, of: request) { return reply }
      return failure(
        Diagnostic(
          "wrt takes one name, and \(word.shortened) is none",
          notes: ["a slope in steps is taken in one number"],
          remedy: "help derive"))
    }
    return derive(request, in: Name(word))
  }

  // MARK: Slopes of the cost

  /// A slope that the worksheet has a name for.
  private mutating func derive(quantity request: DeriveRequest) -> Reply {
    let reading: Reading
    do {
      reading = try Expression.reading(request.formula, in: scopeOfLetters)
    } catch { return failure(diagnostic(error, request)) }
    let asked = reading.expression.ungrouped
    if case .derivative(let top, .name(let name), _) = asked {
      return derive(top.ungrouped, in: name, request, reading)
    }
    if case .derivative(let top, let entry, _) = asked,
      let reply = derive(entry: entry, of: top, by: request.method)
    {
      return reply
    }
    if case .name(let name) = asked, isSlope(name) {
      return derive(adjoint: name, by: request.method)
    }
    if let fault = strangeNames(in: reading) {
      return failure(
        diagnostic(fault, source: request.formula, reading: reading)
          .behind("derive "))
    }
    return failure(withoutVariable(request, asked))
  }

  /// Where one letter is unknown it may be the one that moves; a name alone, or
  /// several that are unknown, mean nothing.
  private func strangeNames(in reading: Reading) -> ExpressionFault? {
    let strange = reading.expression.names.filter { !scope.isKnown($0) }
    let isAlone = strange.first.map(Expression.name) == reading.expression
    guard isAlone || strange.count > 1 else { return nil }
    do throws(ExpressionFault) {
      _ = try reading.expression.shape(in: scope)
      return nil
    } catch { return error }
  }

  /// The cost's slope in an entry, named by what stands behind `wrt`.
  private mutating func derive(
    entry word: String, of request: DeriveRequest
  ) -> Reply? {
    guard let entry = try? Expression(word, in: scope),
      let top = try? Expression(request.formula, in: scope)
    else { return nil }
    return derive(entry: entry, of: top, by: request.method)
  }

  /// The cost's slope in an entry of a matrix is derived for all entries.
  private mutating func derive(
    entry: Expression, of top: Expression, by method: DerivationMethod
  ) -> Reply? {
    guard case .entry(.name(let name), let places) = entry.ungrouped,
      let worksheet = live?.worksheet, let cost = worksheet.cost,
      top.ungrouped == .name(cost.name),
      (try? entry.shape(in: scope)) != nil
    else { return nil }
    let adjoint = worksheet.adjoint(of: name)
    guard isSlope(adjoint) else { return nil }
    var reply = derive(adjoint: adjoint, by: method)
    guard !reply.failed else { return reply }
    let asked = Expression.entry(.name(adjoint), places)
    reply.text = StyledText.stacked([
      reply.text,
      board.prose(
        StyledText("why \(asked.text(page.charset))", .typed)
          + " puts in the numbers of this entry."),
    ])
    return reply
  }

  private func isSlope(_ name: Name) -> Bool {
    live?.worksheet.equation(name)?.role == .backward
  }

  private mutating func derive(
    adjoint: Name, by method: DerivationMethod
  ) -> Reply {
    guard let live else { return noLesson() }
    if let refusal = refusal(ofHidden: .name(adjoint)) { return refusal }
    guard
      let derivation = live.worksheet.derivation(of: adjoint, by: method)
    else {
      return failure(
        Diagnostic(
          "no derivation of \(adjoint.text) is known",
          remedy: "why \(adjoint.text)"))
    }
    if let refusal = refusal(of: [derivation]) { return refusal }
    return show(
      DerivationLine.groups(of: derivation),
      live.worksheet.verdicts(of: derivation), value: live.value(of: adjoint))
  }

  // MARK: Slopes of formulas

  private mutating func derive(
    _ request: DeriveRequest, in variable: Name
  ) -> Reply {
    var scope = scopeOfLetters
    if !scope.isKnown(variable) { scope.shapes[variable] = .scalar }
    let reading: Reading
    do {
      reading = try Expression.reading(request.formula, in: scope)
    } catch { return failure(diagnostic(error, request)) }
    return derive(
      reading.expression.ungrouped, in: variable, request, reading)
  }

  private mutating func derive(
    _ expression: Expression, in variable: Name, _ request: DeriveRequest,
    _ reading: Reading
  ) -> Reply {
    guard let live else { return noLesson() }
    let adjoint = live.worksheet.adjoint(of: variable)
    let isCost = expression == (live.worksheet.cost?.name).map(Expression.name)
    if isCost, isSlope(adjoint),
      request.method == .moves || !live.isNumber(variable)
    {
      return derive(adjoint: adjoint, by: request.method)
    }
    if let stranger = stranger(in: expression, besides: variable) {
      return failure(stranger)
    }
    let opened = self.opened(expression)
    let slope = Expression.derivative(
      opened, by: .name(variable), .applied)
    if let refusal = refusal(ofHidden: slope) { return refusal }
    let found: SlopeDerivation
    do {
      found = try live.worksheet.slopeDerivation(of: opened, in: variable)
    } catch {
      return failure(diagnostic(error, expression, variable, reading, request))
    }
    if let refusal = refusal(of: found.cases.map(\.derivation)) {
      return refusal
    }
    var reply = show(found)
    let isNumber = live.scope.shape(of: variable)?.isScalar ?? true
    if !isNumber, opened.isCall(besides: "softmax") {
      reply.text = StyledText.stacked([
        reply.text,
        board.prose(
          "Here " + board.formula(variable)
            + " stands for any one of its entries."),
      ])
    }
    return reply
  }

  private mutating func show(_ found: SlopeDerivation) -> Reply {
    let last = found.cases.last?.derivation.lines.last?.expression
    var reply = show(
      found.cases.map { DerivationLine.lines(of: $0) },
      found.cases.flatMap {
        found.verdicts(of: $0, givens: live?.lesson.givens ?? [:])
      },
      value: last.flatMap { try? live?.value(of: $0) })
    if let convention = found.convention, let live,
      let value = try? live.value(of: convention)
    {
      let note = "At the kink the slope is a choice: "
      reply.text = StyledText.stacked([
        reply.text,
        board.prose(
          StyledText(note) + board.formula(convention) + " = "
            + board.inline(value) + " here."),
      ])
    }
    return reply
  }

  /// Shows the lines with what was found of them, and keeps them for `step`
  /// and `why`.
  private mutating func show(
    _ groups: [[DerivationLine]], _ verdicts: [Verdict],
    value: Matrix<Double>?
  ) -> Reply {
    derived = ShownDerivation(groups: groups)
    var parts = [board.derivations(groups)]
    if let value, let group = groups.last, let subject = group.first?.subject {
      let lead =
        board.standsBeside(group) ? board.formula(subject).width + 1 : 2
      parts.append(
        board.valueLine(value)
          .indented(by: page.isPlain ? 0 : lead + Blackboard.indent))
    }
    parts.append(board.footer(verdicts))
    let areAllTrue = verdicts.allSatisfy(\.holds)
    return Reply(StyledText.stacked(parts), failed: !areAllTrue)
  }

  // MARK: Its lines

  /// Whether `step` opens a line of a derivation next.
  public var hasLinesToOpen: Bool {
    derived.map { $0.opened < $0.lines.count } ?? false
  }

  /// Opens one more line of the derivation shown last, if one is open.
  mutating func stepIntoDerivation() -> Reply? {
    guard var shown = derived, shown.opened < shown.lines.count else {
      derived = nil
      return nil
    }
    let line = shown.lines[shown.opened]
    shown.opened += 1
    derived = shown
    return Reply(board.opened(line, label: "\(shown.opened)"))
  }

  /// What names mean where letters of one's own are free.
  private var scopeOfLetters: Scope {
    var scope = self.scope
    scope.functions.merge(live?.worksheet.functions ?? [:]) { own, _ in own }
    return scope
  }
}

extension Expression {
  /// Whether it is a function applied, and not this one.
  fileprivate func isCall(besides name: Name) -> Bool {
    if case .call(let function, _, _) = self { function != name } else { false }
  }
}
