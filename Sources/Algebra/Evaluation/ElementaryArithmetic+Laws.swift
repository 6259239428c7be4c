import Matrices

extension ElementaryArithmetic {
  /// The entries of a formula in `x` and `y` by which a function or its slope
  /// is written down, worked out for all of a matrix at once.
  ///
  /// - Parameters:
  ///   - law: The formula.
  ///   - elementwise: Whose formula it is.
  ///   - function: The function, by which `y` is found.
  ///   - matrix: What `x` is.
  /// - Returns: A matrix of the same shape.
  /// - Throws: What the arithmetic throws.
  mutating func values(
    of law: Expression, _ elementwise: Elementwise, of function: Function,
    at matrix: Matrix<Number>
  ) throws -> Matrix<Number> {
    var evaluator = Evaluator(
      scope: Scope(
        functions: elementwise.table(knowing: function.name, for: law)),
      values: [Elementwise.input: matrix], arithmetic: self)
    if law.names.contains(Elementwise.output) {
      evaluator.values[Elementwise.output] = try evaluator.arithmetic.apply(
        function, primes: 0, toEach: matrix)
    }
    let result = try evaluator.value(of: law)
    self = evaluator.arithmetic
    guard result.shape != matrix.shape, let only = result.storage.first else {
      return result
    }
    // The formula is a constant.
    return matrix.map { _ in only }
  }
}
