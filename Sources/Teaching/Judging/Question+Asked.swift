import Algebra
import Matrices

extension Question {
  /// Whether an answer is made of quantities, and is no count or number by
  /// itself.
  var asksOfQuantities: Bool {
    guard case .answer(let answers) = kind else { return false }
    return answers.contains { !$0.names.isEmpty }
  }

  /// The computed quantities, and entries of them, that an answer always
  /// equals and that the author's own answers do not name.
  ///
  /// Whoever sees one of them need not answer.
  func asked(on bench: Bench?) -> [QuantityPart] {
    guard case .answer(let answers) = kind, let bench,
      let valuation = bench.valuation
    else { return [] }
    let used = Set(answers.flatMap { $0.withoutGroups.parts.map(\.part) })
    return answers.flatMap { answer in
      bench.parts(like: answer, in: valuation).filter { part in
        !used.contains(part)
          && bench.worksheet.verify(
            part, equals: answer, givens: bench.givens
          ).holds
      }
    }.flatMap { $0.quantityParts(in: bench.scope) }
  }
}

extension Bench {
  /// What is computed and has the value of an expression at these numbers.
  fileprivate func parts(
    like expression: Expression, in valuation: Valuation
  ) -> [Expression] {
    guard let value = try? valuation.value(of: expression) else { return [] }
    let truth = Agreement(truth: value, within: nil)
    return worksheet.equations.filter { $0.role != .update }.flatMap {
      equation -> [Expression] in
      guard let own = valuation.values[equation.name] else { return [] }
      if own.shape == value.shape {
        return truth.holds(own) ? [.name(equation.name)] : []
      }
      guard value.shape.isScalar else { return [] }
      return own.storage.indices.filter {
        truth.holds(Matrix(scalar: own.storage[$0]))
      }.map { valuation.expression(EntryKey(equation.name, $0)) }
    }
  }
}
