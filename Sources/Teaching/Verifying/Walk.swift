import Algebra
import Matrices
import Presentation

/// The way through the numbers of a worksheet, one equation at a time: to both
/// sides of a line that they refute, or to the updates of an iteration.
struct Walk: Sendable {
  /// What stands behind the equations.
  private enum End: Sendable {
    case sides(Expression, Expression)
    case update(Equation, Matrix<Double>)
  }

  private let ends: [End]
  private let numbers: LiveBench
  private let equations: [Equation]
  /// How many steps were shown; the first shows what is given.
  private var shown = 0

  /// Nothing for a line that no numbers refute.
  init?(_ line: JudgedLine) {
    guard let example = line.counterexample else { return nil }
    let worksheet = line.worksheet.needed(
      for: Set(line.left.names + line.right.names), with: line.letters)
    let known = example.givens.filter { worksheet.given($0.key) != nil }
    guard let values = try? Valuation(worksheet, givens: known) else {
      return nil
    }
    self.init(values, ends: [.sides(line.left, line.right)])
  }

  /// An iteration of a training: what is computed, and what is made of it.
  init(_ values: Valuation, updates: [(Equation, Matrix<Double>)]) {
    self.init(values, ends: updates.map { .update($0, $1) })
  }

  private init(_ values: Valuation, ends: [End]) {
    let worksheet = values.worksheet
    self.ends = ends
    equations = worksheet.equations.filter { $0.role != .update }
    numbers = LiveBench(
      origin: "", worksheet: worksheet, lesson: values, now: values,
      locals: [:])
  }

  private var stepCount: Int { equations.count + 1 + ends.count }

  /// The next steps; after the last one it begins again.
  mutating func next(_ count: Int, on board: Blackboard) -> [StyledText] {
    if shown == stepCount { shown = 0 }
    let last = min(shown + count, stepCount)
    defer { shown = last }
    let here = Blackboard(page: board.page, bench: numbers)
    var lines = (shown..<last).map { step($0, on: here) }
    if last < stepCount {
      lines.append(
        here.prose(StyledText("\(stepCount - last) more: walk", .dim)))
    }
    return lines
  }

  private func step(_ place: Int, on board: Blackboard) -> StyledText {
    let indent = board.page.isPlain ? 0 : Blackboard.indent
    if place == 0 {
      let names = numbers.worksheet.givens.map(\.name)
      return board.numbers(names).indented(by: indent)
    }
    if place <= equations.count {
      let equation = equations[place - 1]
      let left =
        board.formula(equation.name) + " = "
        + board.formula(equation.expression)
      return block(left, .name(equation.name), on: board)
    }
    switch ends[place - equations.count - 1] {
    case .sides(let left, let right):
      return StyledText.stacked([
        block("left:  " + board.formula(left), left, on: board),
        block("right: " + board.formula(right), right, on: board),
      ])
    case .update(let equation, let value):
      let arrow = StyledText(
        board.page.charset == .unicode ? " ← " : " <- ")
      return board.valueBlock(
        board.formula(equation.name) + arrow
          + board.formula(equation.expression), value
      ).indented(by: indent)
    }
  }

  private func block(
    _ left: StyledText, _ expression: Expression, on board: Blackboard
  ) -> StyledText {
    guard let value = try? numbers.value(of: expression) else {
      return (left + " has no value").indented(by: Blackboard.indent)
    }
    return board.valueBlock(left, value)
      .indented(by: board.page.isPlain ? 0 : Blackboard.indent)
  }
}
