import Algebra

extension LessonCompiler {
  /// Lines of a source beside the worksheet's: the lines, then the values of
  /// each section.
  mutating func pieces(
    of syntax: CompareSyntax, on bench: Bench?
  ) -> [Piece] {
    let start = syntax.source.first
    guard let bench else {
      if let start { faults.add(.compareWithoutWorksheet, at: start) }
      return []
    }
    var lines: [Equation] = []
    for case .equation(let name, let expression, let isUpdate) in syntax.lines {
      let line = self.line(name, expression, isUpdate: isUpdate, on: bench)
      guard let line else { continue }
      if lines.contains(where: line.isLine) {
        faults.add(.compareTwice(line.name), at: name)
      } else {
        lines.append(line)
      }
    }
    let version = SourceVersion(
      source: syntax.source.words, lines: lines,
      sections: sections(of: syntax, lines, on: bench))
    guard let start else { return [] }
    claims.append(.compared(version, bench, at: start))
    let parts =
      [SourceVersion.Part.lines]
      + version.sections.indices.map(SourceVersion.Part.section)
    return parts.map {
      Piece(content: .compared(version, $0), line: start.line)
    }
  }

  /// A line that can take the place of the worksheet's own.
  private mutating func line(
    _ nameSource: SourceText, _ source: SourceText, isUpdate: Bool,
    on bench: Bench
  ) -> Equation? {
    let name = Name(nameSource.text)
    let worksheet = bench.worksheet
    let equations = worksheet.equations.filter {
      ($0.role == .update) == isUpdate
    }
    guard let own = equations.first(where: { $0.name == name }) else {
      faults.add(
        .compareOfNothing(nameSource.text, equations.map(\.name.text)),
        at: nameSource)
      return nil
    }
    var scope = bench.scope
    if isUpdate, !scope.isKnown(worksheet.rate) {
      scope.shapes[worksheet.rate] = .scalar
    }
    guard let expression = expression(source, in: scope) else { return nil }
    if !isUpdate, let later = worksheet.later(than: name, in: expression) {
      faults.add(.compareTooEarly(name, later), at: source)
      return nil
    }
    if let wanted = scope.shape(of: name),
      let found = try? expression.shape(in: scope), found != wanted
    {
      faults.add(.compareShape(name, wanted, found), at: source)
      return nil
    }
    return Equation(name, expression, role: own.role)
  }

  private mutating func sections(
    of syntax: CompareSyntax, _ lines: [Equation], on bench: Bench
  ) -> [SourceVersion.Section] {
    let worksheets = [
      bench.worksheet, bench.worksheet.replacing(lines),
    ]
    var sections: [SourceVersion.Section] = []
    var update: Published.Update?
    for line in syntax.lines {
      switch line {
      case .equation: continue
      case .update(let syntax):
        update = self.update(syntax, of: worksheets, on: bench)
      case .show(let sources):
        let shown = sources.compactMap { expression($0, on: bench) }
        sections.append(.init(update: update, shown: shown))
        update = nil
      }
    }
    return sections
  }
}

extension Worksheet {
  /// The first name in a formula that is not yet known where a quantity is
  /// computed.
  fileprivate func later(
    than name: Name, in expression: Expression
  ) -> Name? {
    let known = names.prefix { $0 != name }
    let all = Set(names)
    return expression.names.first {
      all.contains($0) && !known.contains($0)
    }
  }
}
