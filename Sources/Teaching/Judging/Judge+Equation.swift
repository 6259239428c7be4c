import Algebra
import Presentation

/// An answer typed as an equation: `da1 = W2' @ δ2`.
extension Judge {
  /// What stands behind the `=` of an answer, where what stands before it is
  /// the thing that is asked; the whole line where it holds no `=`.
  func rightSide(of line: String, _ answers: [Expression]) -> String? {
    guard let sign = Assignment.equalsSign(in: line) else { return line }
    let right = String(line[line.index(after: sign)...]).trimmed
    let left = try? Expression(String(line[..<sign]), in: scope)
    guard let left, isAsked(left.withoutGroups, answers) else { return nil }
    return right
  }

  func rightSideWanted(_ line: String) -> Diagnostic {
    let right = Assignment.equalsSign(in: line).map {
      String(line[line.index(after: $0)...]).trimmed
    }
    return Diagnostic(
      "an answer is the right side alone", source: line,
      notes: ["what stands before the = is not what is asked"],
      remedy: right.flatMap { try? Expression($0, in: scope) } == nil
        ? nil : right)
  }

  /// Whether a left side is what is asked: the target of a line, a formula
  /// of the prompt, or a quantity or a slope that the answer always equals.
  ///
  /// Other formulas are not tried, or a left side could sound the answer out.
  private func isAsked(_ left: Expression, _ answers: [Expression]) -> Bool {
    if left == question.line?.withoutGroups { return true }
    let isQuoted = question.prompt.contains { part in
      if case .formula(let formula) = part {
        formula.withoutGroups == left
      } else {
        false
      }
    }
    guard isQuoted || left.isNameOfNumbers, let own = value(of: left) else {
      return false
    }
    return answers.contains { answer in
      guard let truth = value(of: answer) else { return false }
      guard Agreement(truth: truth, within: nil).holds(own) else {
        return false
      }
      guard let bench else { return true }
      return bench.worksheet.verify(left, equals: answer, givens: bench.givens)
        .holds
    }
  }
}

extension Expression {
  /// A quantity, a part of one, or a slope.
  fileprivate var isNameOfNumbers: Bool {
    switch self {
    case .name, .entry(.name, _), .derivative: true
    default: false
    }
  }
}
