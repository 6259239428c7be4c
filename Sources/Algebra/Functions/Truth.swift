import Matrices

extension Function {
  /// Whether every entry is true, that is not 0.
  public static let allTrue = Function(
    "all", summary: "Whether every entry is true, that is not 0.",
    example: "all([1 1 0])", body: Truth(ofEvery: true))

  /// Whether some entry is true, that is not 0.
  public static let anyTrue = Function(
    "any", summary: "Whether some entry is true, that is not 0.",
    example: "any([1 1 0])", body: Truth(ofEvery: false))
}

/// Whether every entry is true, or some.
struct Truth: FunctionBody {
  let ofEvery: Bool
  let arity = 1...1

  func shape(
    _ arguments: [SymbolicShape], sizes: [Dimension?]
  ) throws(ExpressionFault) -> SymbolicShape { .scalar }

  func value<A: ElementaryArithmetic>(
    _ arguments: [Matrix<A.Number>], of function: Function,
    in arithmetic: inout A
  ) throws -> Matrix<A.Number> {
    var holds = ofEvery
    for entry in try arguments.only().storage {
      let isTrue = arithmetic.isTrue(entry)
      holds = ofEvery ? holds && isTrue : holds || isTrue
    }
    return Matrix(scalar: holds ? arithmetic.one : arithmetic.zero)
  }

  func pullback(_ passage: Passage) -> [Contribution?] { [nil] }
}
