import Algebra
import Matrices
import Presentation

extension Session {
  /// What is said of a line that is neither a command nor an expression.
  func notUnderstood(
    _ text: String, _ word: String, _ rest: String, _ matches: [Command]
  ) -> Diagnostic {
    if matches.count > 1, rest.isEmpty || !rest.startsLikeSign {
      return Diagnostic(
        "\(word) may be \(matches.map(\.name).joined(separator: ", "))",
        remedy: "help \(matches[0].name)")
    }
    // `sett w1 = 2` is nearer to a command than to an equation.
    if rest.first?.isLetter ?? false,
      let nearest = nearestCommand(to: word, rest)
    {
      return Diagnostic(
        "\(word) is neither a command nor a quantity", remedy: nearest)
    }
    if let sign = Assignment.equalsSign(in: text) {
      return assignmentAlone(text, sign)
    }
    if let name = (try? Expression(text, in: scope))?.names.first(
      where: { !scope.isKnown($0) }), let foreign = foreign(name)
    {
      return foreign
    }
    if let nearest = nearestCommand(to: word, rest) {
      return Diagnostic(
        "\(word) is neither a command nor a quantity", remedy: nearest)
    }
    do {
      let reading = try Expression.reading(text, in: scope)
      _ = try reading.expression.shape(in: scope)
      return Diagnostic("\(text.shortened) is not understood", remedy: "help")
    } catch {
      return diagnostic(error, source: text)
    }
  }

  /// `w1 = 1` says two things: to alter `w1`, or to name something.
  private func assignmentAlone(
    _ text: String, _ sign: String.Index
  ) -> Diagnostic {
    let left = String(text[..<sign]).trimmed
    let right = String(text[text.index(after: sign)...]).trimmed
    guard !left.isEmpty, !right.isEmpty else {
      return Diagnostic("one side of the = is empty", remedy: "help set")
    }
    let base = left.wordsAsNames.first
    if let base, live?.now.values[base] != nil {
      return Diagnostic(
        "set alters a quantity, and = alone says nothing here",
        remedy: "set \(text)")
    }
    if left.isOneName || left.contains("(") {
      return Diagnostic(
        "let gives something a name, and = alone says nothing here",
        remedy: "let \(text)")
    }
    return Diagnostic(
      "an equation is not checked in this version",
      notes: ["print shows either side of it"],
      remedy: "print \(right)")
  }

  /// The line with its first word replaced by a command that is near.
  private func nearestCommand(to word: String, _ rest: String) -> String? {
    guard word.count > 1 else { return nil }
    let quantities = scope.names.map(\.text)
    let words = Command.vocabulary.filter { $0.count > 1 } + quantities
    if rest.isEmpty, let nearest = NearestName.nearest(to: word, among: words) {
      return nearest
    }
    guard
      let nearest = NearestName.nearest(to: word, among: Command.vocabulary),
      let command = Command.named(nearest), command.claims(rest, in: scope)
    else { return nil }
    return rest.isEmpty ? nearest : "\(nearest) \(rest)"
  }

  func nearestQuantity(to name: Name) -> String? {
    NearestName.nearest(to: name.text, among: scope.names.map(\.text))
  }

  /// A fault of a line as it is said, whatever found it.
  func diagnostic(
    _ error: any Error, source: String, column: Int = 0,
    reading: Reading? = nil
  ) -> Diagnostic {
    switch error {
    case let fault as LineFault:
      diagnostic(
        fault.error, source: fault.source, column: fault.column,
        reading: fault.reading)
    case let fault as ReadingFault:
      fault.diagnostic(of: source).shifted(by: column)
    case let fault as ExpressionFault:
      diagnostic(fault, source, column, reading)
    case let fault as AlterationFault:
      diagnostic(fault, source: source, column: column, reading)
    case let fault as WorksheetFault:
      diagnostic(fault, source)
    default:
      Diagnostic("this has no value here", source: source, remedy: "info")
    }
  }

  private func diagnostic(
    _ fault: ExpressionFault, _ source: String, _ column: Int,
    _ reading: Reading?
  ) -> Diagnostic {
    if case .unknownName(let name) = fault.problem,
      let foreign = foreign(name)
    {
      return foreign
    }
    let part = String(source.dropFirst(column))
    let found = reading ?? (try? Expression.reading(part, in: scope))
    guard let found else {
      let expression = Expression.name(Name(part.trimmed))
      return fault.diagnostic(
        of: expression, source: source, columns: { _ in nil }, scope: scope)
    }
    return fault.diagnostic(
      of: found.expression, source: source,
      columns: { path in
        let columns = found.columns(of: path)
        return (columns.lowerBound + column)..<(columns.upperBound + column)
      }, scope: scope)
  }

  private func diagnostic(
    _ fault: WorksheetFault, _ source: String
  ) -> Diagnostic {
    switch fault {
    case .equation(let name, let inner):
      let wording = diagnostic(inner, source, 0, nil)
      return Diagnostic(
        "with that, \(name.text) has no value: \(wording.headline)",
        notes: wording.notes, remedy: "info \(name.text)")
    case .derivedQuantity(let name):
      return diagnostic(
        .derived(name, entry: name.text), source: source, column: 0, nil)
    case .unknownQuantity(let name):
      return diagnostic(.unknown(name), source: source, column: 0, nil)
    default:
      return Diagnostic(
        fault.headline, notes: [fault.note].compactMap { $0 },
        remedy: fault.remedy ?? "info")
    }
  }

  private func diagnostic(
    _ fault: AlterationFault, source: String, column: Int, _ reading: Reading?
  ) -> Diagnostic {
    switch fault {
    case .derived(let name, let entry):
      return Diagnostic(
        "\(name.text) is computed, so it cannot be set",
        notes: ["a nudge forecasts what a change of it does; nothing is kept"],
        remedy: "nudge \(entry) 0.01")
    case .unknown(let name):
      if let foreign = foreign(name) { return foreign }
      return Diagnostic(
        "nothing here is called \(name.text)",
        remedy: nearestQuantity(to: name).map { "info \($0)" } ?? "info")
    case .defined(let name):
      return Diagnostic(
        "\(name.text) was named with let, and let names it anew",
        remedy: "help let")
    case .noPart(let expression):
      return Diagnostic(
        "\(expression.text()) is no quantity and no part of one",
        notes: ["set takes a name, an entry, a row, a column or a block"],
        remedy: "help set")
    case .shape(let target, let wanted, let found, let value):
      return shapeFault(target, wanted, found, value)
    case .notFinite(let value):
      return Diagnostic(
        "the value is \(page.format.text(value)), and a quantity needs numbers",
        remedy: "info")
    case .expression(let error as ExpressionFault, let isTarget):
      return diagnostic(error, inSide: isTarget, of: source)
    case .expression(let error, _):
      return diagnostic(error, source: source, column: column, reading: reading)
    }
  }

  /// A fault of what stands before or behind the `=` of a line.
  private func diagnostic(
    _ fault: ExpressionFault, inSide isTarget: Bool, of line: String
  ) -> Diagnostic {
    guard let sign = Assignment.equalsSign(in: line) else {
      return diagnostic(fault, line, 0, nil)
    }
    let right = line.index(after: sign)
    let part = String(isTarget ? line[..<sign] : line[right...])
    let column =
      isTarget ? 0 : line.distance(from: line.startIndex, to: right)
    return diagnostic(
      fault, line, column, try? Expression.reading(part, in: scope))
  }

  private func shapeFault(
    _ target: Expression, _ wanted: Shape, _ found: Shape,
    _ value: Expression
  ) -> Diagnostic {
    let text = target.text(.ascii)
    // A scalar joins every entry, so that a number can be spread in words.
    let remedy =
      found.isScalar
      ? "set \(text) = \(value.text(.ascii)) + 0 * \(text)"
      : "set \(text) = 2 * \(text)"
    return Diagnostic(
      "\(text) is \(wanted) and the value is \(found)",
      notes: ["nothing is repeated or cut off to make shapes agree"],
      remedy: remedy)
  }
}

extension Diagnostic {
  /// The diagnostic for the line with its command before it.
  func behind(_ word: String) -> Diagnostic {
    guard let source else { return self }
    var whole = shifted(by: word.count)
    whole.source = word + source
    whole.remedy = remedy.map { remedy in
      remedy.hasPrefix(word) || Assignment.equalsSign(in: remedy) == nil
        ? remedy : word + remedy
    }
    return whole
  }

  /// The diagnostic for a line in which what was read begins further on.
  fileprivate func shifted(by column: Int) -> Diagnostic {
    var shifted = self
    shifted.labels = labels.map { label in
      Label(
        SourceSpan(
          start: label.span.start + column, end: label.span.end + column),
        label.text)
    }
    return shifted
  }
}
