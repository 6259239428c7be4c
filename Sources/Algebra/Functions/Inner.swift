import Matrices

extension Function {
  /// The sum of all products of entries that stand in the same place.
  public static let inner = Function(
    "inner", symbol: "⟨·, ·⟩", spoken: "inner product",
    summary: "The sum of all products of entries in the same place.",
    example: "inner([1 2], [3 4])",
    source: "Magnus and Neudecker, *Matrix Differential Calculus* (1999)",
    body: InnerProduct())
}

/// The sum of the products of the entries of two matrices of one shape.
///
/// Shapes: `(n, m), (n, m) → a number`.
/// Backward: `dA = G B`, `dB = G A`.
struct InnerProduct: FunctionBody {
  let arity = 2...2

  func shape(
    _ arguments: [SymbolicShape], sizes: [Dimension?]
  ) throws(ExpressionFault) -> SymbolicShape {
    guard let left = arguments.first, let right = arguments.last,
      left == right || (left.isScalar && right.isScalar)
    else {
      throw ExpressionFault(
        .shapesDiffer(
          left: arguments.first ?? .scalar, right: arguments.last ?? .scalar))
    }
    return .scalar
  }

  func value<A: ElementaryArithmetic>(
    _ arguments: [Matrix<A.Number>], of function: Function,
    in arithmetic: inout A
  ) throws -> Matrix<A.Number> {
    guard arguments.count == 2 else { throw Function.noArgument }
    let product = try arguments[0].zipped(
      with: arguments[1], operation: function.name.text
    ) { arithmetic.multiply($0, $1) }
    return Matrix(scalar: product.total(in: &arithmetic))
  }

  func pullback(_ passage: Passage) -> [Contribution?] {
    guard passage.arguments.count == 2 else { return [] }
    return [1, 0].map { other in
      let adjoint = passage.adjoint.joined(
        .scalar, to: passage.arguments[other], passage.argumentShapes[other])
      return Contribution(
        adjoint, shape: passage.argumentShapes[1 - other], rule: .product)
    }
  }
}

extension InnerProduct: EntryBody {
  func entry(
    _ place: EntryForm.Place, of arguments: [Expression], in form: EntryForm
  ) throws(ExpressionFault) -> Expression? {
    guard arguments.count == 2 else { return nil }
    let isScalar = try form.shape(arguments[0]).isScalar
    return try form.total(
      of: .binary(
        isScalar ? .times : .hadamard, arguments[0], arguments[1]))
  }
}

extension Expression {
  /// The inner product with another expression, `⟨A, B⟩`.
  func inner(_ other: Expression) -> Expression {
    .call("inner", self, other)
  }
}
