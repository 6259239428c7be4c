import Algebra
import Matrices
import Presentation

extension Blackboard {
  /// The equations that are written down, and the numbers they start with.
  func benchPicture() -> StyledText {
    guard let bench else { return StyledText() }
    return areAllNumbers ? scalarBench(bench) : matrixBench(bench)
  }

  private var areAllNumbers: Bool {
    bench?.worksheet.shownNames.allSatisfy { name in
      bench?.value(of: name)?.storage.count == 1
    } ?? false
  }

  private func matrixBench(_ bench: LiveBench) -> StyledText {
    let equations = lines(
      bench.worksheet.shownEquations + bench.worksheet.shownUpdates)
    let names = bench.worksheet.givens.map(\.name)
    let shown = numbers(names.filter { !isLarge($0, bench) })
    let large = flow(
      names.filter { isLarge($0, bench) }.map { Box(named($0, bench)) })
    return StyledText.stacked(
      [equations, large, shown].filter { !$0.isEmpty }, gap: 1
    ).indented(by: Self.indent)
  }

  /// Whether a matrix has more rows than are shown, so that a picture of it
  /// would be long and still not whole.
  private func isLarge(_ name: Name, _ bench: LiveBench) -> Bool {
    (bench.value(of: name)?.rows ?? 0) > MatrixPicture.rowLimit
  }

  /// A matrix by its name and its shape.
  private func named(_ name: Name, _ bench: LiveBench) -> StyledText {
    formula(name) + " "
      + StyledText(bench.value(of: name).map(shape) ?? "", .dim)
  }

  /// Equations, given numbers and computed numbers beside each other, or
  /// below each other where the page is narrow.
  private func scalarBench(_ bench: LiveBench) -> StyledText {
    let worksheet = bench.worksheet
    let equations = worksheet.shownEquations
    let givens = worksheet.givens.map(\.name)
    let height = max(equations.count, 1)
    let given = stride(from: 0, to: givens.count, by: height).map {
      Box(assignments(Array(givens[$0...].prefix(height)), bench))
    }
    let columns =
      ([Box(lines(equations + worksheet.shownUpdates))] + given
      + [Box(assignments(equations.map(\.name), bench))])
      .filter { $0.width > 0 }
    let width = columns.reduce(0) { $0 + $1.width } + 4 * (columns.count - 1)
    if page.isPlain || width + Self.indent > page.width {
      return StyledText.stacked(columns.map(\.text))
        .indented(by: page.isPlain ? 0 : Self.indent)
    }
    var spaced: [Box] = []
    for column in columns {
      if !spaced.isEmpty { spaced.append(Box(blankWidth: 4)) }
      spaced.append(column)
    }
    return Box.row(spaced).text.indented(by: Self.indent)
  }

  /// Equations and updates below each other, their signs aligned.
  func lines(_ equations: [Equation]) -> StyledText {
    let names = equations.map { formula($0.name) }
    let width = names.map(\.width).max() ?? 0
    let signs = equations.map { sign(of: $0).count }
    let free = page.width - Self.indent - width - 2 - (signs.max() ?? 1)
    let rows = zip(equations, names).map { equation, name in
      let lead =
        name.padded(to: page.isPlain ? 0 : width) + " \(sign(of: equation)) "
      let right = formula(equation.expression).folded(to: max(free, 12))
      return hanging(lead, right)
    }
    return StyledText.stacked(rows, gap: page.spacing)
  }

  /// A number as it was written, with a mark where it is another than before.
  func marked(_ text: String, on expression: Expression) -> StyledText {
    let value = try? bench?.value(of: expression)
    let marks = value.map { self.marks(on: expression, $0) } ?? []
    guard !marks.isEmpty else { return StyledText(text, .number) }
    return StyledText(text + (page.isPlain ? " changed" : "*"), .changed)
  }

  /// What stands between a quantity and how it is computed.
  func sign(of equation: Equation) -> String {
    guard equation.role == .update else { return "=" }
    return charset == .unicode ? "←" : "<-"
  }

  /// Lines of which the first stands behind a lead, the others below it.
  func hanging(_ lead: StyledText, _ text: StyledText) -> StyledText {
    StyledText.stacked(
      text.lines.enumerated().map { place, line in
        (place == 0 ? lead : StyledText(spaces(lead.width))) + line
      })
  }

  private func assignments(_ names: [Name], _ bench: LiveBench) -> StyledText {
    let width = names.map { formula($0).width }.max() ?? 0
    let values = names.map { bench.value(of: $0)?.storage.first ?? .nan }
    let column = NumberColumn(values, format: format, charset: charset).texts
    let signs = values.map { format.relation($0, charset: charset) }
    let widest = signs.map(\.cells).max() ?? 1
    let rows = names.indices.map { place in
      let name = formula(names[place])
      guard !page.isPlain else {
        return name + " \(signs[place]) "
          + marked(
            format.text(values[place], charset: charset),
            on: .name(names[place]))
      }
      let lead = name.padded(to: width) + " "
      let sign = StyledText(signs[place]).padded(to: widest)
      return
        (lead + sign + " "
        + marked(column[place], on: .name(names[place]))).trimmedLines
    }
    return StyledText.stacked(rows, gap: page.spacing)
  }
}
