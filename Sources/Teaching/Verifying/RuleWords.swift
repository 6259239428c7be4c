import Algebra
import Matrices
import Presentation

extension JudgedLine {
  /// The rules that lead from one side to the other, where the line holds and
  /// they were found.
  func rulePath(givens: [Name: Matrix<Double>]) -> RulePath? {
    guard holds else { return nil }
    return worksheet.rulePath(
      from: meaning, to: right, letters: letters, givens: givens)
  }

  /// Whether the rule that was named leads from one side to the other.
  func isExplained(givens: [Name: Matrix<Double>]) -> Bool {
    guard let reason else { return true }
    return worksheet.accepts(
      reason, from: left, to: right, letters: letters, givens: givens)
  }

  /// The left side, a slope by its name being what it is the slope of.
  private var meaning: Expression {
    guard case .name(let name) = left, let cost = worksheet.cost,
      let quantity = worksheet.quantity(withAdjoint: name)
    else { return left }
    return .derivative(.name(cost.name), by: .name(quantity), .straight)
  }
}
