// Rules about how a formula follows when a quantity in it moves a little.

extension Rule {
  public static let dConstant = Rule(
    "d-constant", "What does not follow from the quantity that moves stands.",
    laws: [
      Law("d(X + K) = d(X)", "X: n×m, K: n×m"),
      Law("d(X - K) = d(X)", "X: n×m, K: n×m"),
    ])
  public static let dSum = Rule(
    "d-sum", "A sum moves by the sum of what its terms move by.",
    laws: [
      Law("d(X + Y) = d(X) + d(Y)", "X: n×m, Y: n×m"),
      Law("d(sum(X)) = sum(d(X))", "X: n×m"),
      Law("d(colsum(X)) = colsum(d(X))", "X: n×m"),
      Law("d(rowsum(X)) = rowsum(d(X))", "X: n×m"),
    ])
  public static let dMultiple = Rule(
    "d-multiple", "A constant factor stays in front of what moves.",
    laws: [Law("d(c*X) = c*d(X)", "X: n×m, c")])
  public static let dProduct = Rule(
    "d-product",
    "Each factor of a product moves in turn; their order stays.",
    laws: [
      Law("d(X @ Y) = d(X) @ Y + X @ d(Y)", "X: n×p, Y: p×m"),
      Law("d(X .* Y) = d(X) .* Y + X .* d(Y)", "X: n×m, Y: n×m"),
    ])
  public static let dQuotient = Rule(
    "d-quotient",
    "The top moves over the bottom, less the quotient times what the bottom "
      + "moves by over the bottom.",
    laws: [
      Law(
        "d(X ./ Y) = d(X) ./ Y - X ./ Y.^2 .* d(Y)", "X: n×m, Y: n×m")
    ])
  public static let dElementwise = Rule(
    "d-elementwise",
    "Each entry moves by the slope there times what its own entry moves by.",
    laws: [Law("d(g(X)) = g'(X) .* d(X)", "X: n×m, g(x)")])
  public static let dTranspose = Rule(
    "d-transpose", "A transpose moves by the transpose.",
    laws: [Law("d(X') = d(X)'", "X: n×m")])
  public static let dBroadcast = Rule(
    "d-broadcast", "What joins every column moves every column.",
    laws: [
      Law("d(K + b) = d(b) @ ones(1, m)", "K: n×m, b: n×1"),
      Law("d(K + c) = d(c)*ones(n, m)", "K: n×m, c"),
    ])
  public static let dSoftmax = Rule(
    "d-softmax",
    "Each share moves with its own sum and against the average of them all.",
    laws: [
      Law(
        "d(softmax(X)) = softmax(X) .* "
          + "(d(X) - ones(n, 1) @ colsum(softmax(X) .* d(X)))", "X: n×m")
    ])
  public static let dLogSoftmax = Rule(
    "d-log-softmax",
    "Each logarithm moves with its own sum and against the average of all.",
    laws: [
      Law(
        "d(logsoftmax(X)) = d(X) - ones(n, 1) @ colsum(softmax(X) .* d(X))",
        "X: n×m")
    ])
  public static let dLogSumExp = Rule(
    "d-log-sum-exp",
    "The logarithm of the sum moves by the average of what the sums move by.",
    laws: [
      Law("d(lse(X)) = colsum(softmax(X) .* d(X))", "X: n×m")
    ])
  public static let dNorm = Rule(
    "d-norm", "A sum of squares moves by twice the inner product.",
    laws: [
      Law("d(norm(X)^2) = 2*inner(X, d(X))", "X: n×m"),
      Law("d(norm(X)) = 1/norm(X)*inner(X, d(X))", "X: n×m"),
    ])
}
