// Rules about functions of whole matrices, and about logarithms of shares.

extension Rule {
  public static let squaredNorm = Rule(
    "squared norm", "The slope of a sum of squares is twice the matrix.",
    laws: [Law("D(norm(A)^2, A) = 2*A", "A: n×m")])
  public static let logarithmOfSigmoid = Rule(
    "logarithm of a sigmoid",
    "ln σ(u) is −softplus(−u), and ln(1 − σ(u)) is −softplus(u).",
    laws: [
      Law("ln(sigmoid(u)) = -softplus(-u)", "u"),
      Law("ln(1 - sigmoid(u)) = -softplus(u)", "u"),
    ])
  public static let complementOfSigmoid = Rule(
    "complement of a sigmoid", "1 − σ(u) is σ(−u).",
    laws: [Law("1 - sigmoid(u) = sigmoid(-u)", "u")])
  public static let complementOfSoftmax = Rule(
    "complement of a softmax", "1 less a share is the sum of the others.",
    laws: [Law("1 - softmax(U) = sumothers(softmax(U))", "U: n×m")])
  public static let logarithmOfSoftmax = Rule(
    "logarithm of a softmax",
    "ln softmax(u) is u less the logarithm of the sum of its exponentials.",
    laws: [
      Law("ln(softmax(U)) = logsoftmax(U)", "U: n×m"),
      Law("logsoftmax(U) = U - ones(n, 1) @ lse(U)", "U: n×m"),
    ])
  public static let softmax = Rule(
    "softmax rule",
    "Each share moves with its own sum and against those of the others.",
    laws: [
      Law(
        "D(inner(G, softmax(Z)), Z) = "
          + "softmax(Z) .* (G - ones(n, 1) @ colsum(softmax(Z) .* G))",
        "G: n×m, Z: n×m")
    ])
  public static let logSoftmax = Rule(
    "log-softmax rule",
    "The slope in each sum is its own, less its share of them all.",
    laws: [
      Law(
        "D(inner(G, logsoftmax(Z)), Z) = "
          + "G - softmax(Z) .* (ones(n, 1) @ colsum(G))", "G: n×m, Z: n×m")
    ])
  public static let logSumExp = Rule(
    "log-sum-exp rule", "The slope in each sum is its share.",
    laws: [
      Law(
        "D(inner(g, lse(Z)), Z) = softmax(Z) .* (ones(n, 1) @ g)",
        "g: 1×m, Z: n×m")
    ])
  public static let norm = Rule(
    "norm rule", "The slope of a length is the direction.",
    laws: [Law("D(norm(A), A) = 1/norm(A)*A", "A: n×m")])
  public static let trace = Rule(
    "trace rule", "Only the entries on the diagonal have a slope.",
    laws: [Law("D(trace(A), A) = eye(n)", "A: n×n")])
  public static let mean = Rule(
    "mean rule", "Each of the m entries has a share of 1/m.",
    laws: [Law("D(mean(A), A) = 1/(n*m)*ones(n, m)", "A: n×m")])
  public static let sumOfOthers = Rule(
    "sum of the others", "Each entry sends a slope to all the others.",
    laws: [
      Law("sumothers(A) = ones(n, 1) @ colsum(A) - A", "A: n×m"),
      Law("D(inner(G, sumothers(A)), A) = sumothers(G)", "G: n×m, A: n×m"),
    ])
}
