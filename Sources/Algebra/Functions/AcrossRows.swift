import Matrices
import Presentation

extension Function {
  /// The functions where an example is a row: those that take the examples
  /// apart do it row by row.
  static let tableOfRows: [Name: Function] = table.mapValues { function in
    perExample.contains(function.name) ? function.acrossRows : function
  }

  /// The functions that take each column for itself.
  private static let perExample: Set<Name> = Set(
    [softmax, logSoftmax, lse, lseOthers, passOthers, sumOthers, diag]
      .map(\.name))

  /// The same function of rows.
  private var acrossRows: Function {
    Function(
      name, spellings: spellings, symbol: symbol, spoken: spoken,
      summary: summary.withRowsAndColumnsExchanged,
      example: String(example.map { $0 == ";" ? "," : $0 }), source: source,
      isActivation: isActivation,
      original: original, body: AcrossRows(body: body))
  }
}

/// What a function does to columns, done to rows.
///
/// Shapes: those of the function, transposed.
struct AcrossRows: FunctionBody {
  let body: any FunctionBody

  var arity: ClosedRange<Int> { body.arity }

  var passesSlopes: Bool { body.passesSlopes }

  func shape(
    _ arguments: [SymbolicShape], sizes: [Dimension?]
  ) throws(ExpressionFault) -> SymbolicShape {
    try body.shape(arguments.map(\.transposed), sizes: sizes).transposed
  }

  func value<A: ElementaryArithmetic>(
    _ arguments: [Matrix<A.Number>], of function: Function,
    in arithmetic: inout A
  ) throws -> Matrix<A.Number> {
    try body.value(
      arguments.map(\.transposed), of: function, in: &arithmetic
    ).transposed
  }

  func pullback(_ passage: Passage) -> [Contribution?] {
    body.pullback(passage.mirrored).map { $0?.mirrored }
  }
}

extension AcrossRows: EntryBody {
  func entry(
    _ place: EntryForm.Place, of arguments: [Expression], in form: EntryForm
  ) throws(ExpressionFault) -> Expression? {
    guard let body = body as? any EntryBody else { return nil }
    return try body.entry(
      place.exchanged, of: arguments.map { .transpose($0) }, in: form)
  }
}

extension Passage {
  fileprivate var mirrored: Passage {
    let scope = Scope()
    return Passage(
      function: function, primes: primes,
      arguments: arguments.map { $0.mirrored(in: scope) },
      argumentShapes: argumentShapes.map(\.transposed),
      shape: shape.transposed, output: output.mirrored(in: scope),
      adjoint: adjoint.mirrored(in: scope),
      adjointShape: adjointShape.transposed)
  }
}

extension Contribution {
  fileprivate var mirrored: Contribution {
    let scope = Scope()
    return Contribution(
      adjoint.mirrored(in: scope), shape: shape.transposed, rule: rule,
      stable: stable?.mirrored(in: scope))
  }
}
