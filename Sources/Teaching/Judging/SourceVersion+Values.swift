import Algebra
import Matrices

/// An expression and what both sides make of it.
package struct ComparedValue: Sendable {
  package let expression: Expression
  /// By the lines of the source; nothing where it has no value.
  package let written: Matrix<Double>?
  /// By those of the worksheet.
  package let right: Matrix<Double>?

  /// Whether the two differ by more than rounding.
  var differs: Bool {
    guard let written, let right, written.shape == right.shape else {
      return (written == nil) != (right == nil)
    }
    return zip(written.storage, right.storage).contains { one, other in
      !(abs(one - other) <= 1e-9 * max(abs(one), abs(other)))
        && !(one.isNaN && other.isNaN) && one != other
    }
  }
}

extension SourceVersion {
  /// What both sides make of what is shown, section by section.
  ///
  /// - Parameter start: The numbers that both begin with.
  /// - Returns: A row for each expression that a section shows.
  func rows(from start: Valuation) -> [[ComparedValue]] {
    var written: Valuation? = try? Valuation(
      start.worksheet.replacing(lines), givens: start.givens)
    var right: Valuation? = start
    return sections.map { section in
      if let update = section.update {
        written = written.flatMap { try? $0.updated(by: update) }
        right = right.flatMap { try? $0.updated(by: update) }
      }
      return section.shown.map { expression in
        ComparedValue(
          expression: expression,
          written: written.flatMap { try? $0.value(of: expression) },
          right: right.flatMap { try? $0.value(of: expression) })
      }
    }
  }

  /// The worksheet's line in the place of which one of the source stands.
  ///
  /// Slopes that only the worksheet has a name for are written out, so that
  /// the two lines speak of the same.
  func own(_ line: Equation, in worksheet: Worksheet) -> Equation? {
    let own = worksheet.equations.first(where: line.isLine)
    guard let own, own.role == .backward else { return own }
    var expression = own.expression
    for equation in worksheet.equations.reversed()
    where equation.role == .backward
      && expression.names.contains(equation.name)
      && !line.expression.names.contains(equation.name)
    {
      expression = expression.substituting([
        equation.name: equation.expression
      ])
    }
    return Equation(own.name, expression, role: own.role)
  }
}
