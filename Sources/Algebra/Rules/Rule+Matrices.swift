// Rules about slopes in matrices.

extension Rule {
  public static let productTransposed = Rule(
    "transpose of a product",
    "The transpose of a product is the product of the transposes, reversed.",
    laws: [Law("(A @ B)' = B' @ A'", "A: p×n, B: n×m")])
  public static let roads = Rule(
    "sum over roads",
    "A quantity that is used in several places sends a slope through each.",
    laws: [
      Law(
        "D(inner(A, X) + inner(B, X @ K), X) = A + B @ K'",
        "A: p×n, B: p×m, X: p×n, K: n×m")
    ])
  public static let moveLeft = Rule(
    "move left",
    "The left factor of a product goes over to the other side as its "
      + "transpose.",
    laws: [
      Law("inner(A, B @ C) = inner(B' @ A, C)", "A: p×m, B: p×n, C: n×m"),
      Law("D(inner(A, B @ X), X) = B' @ A", "A: p×m, B: p×n, X: n×m"),
    ])
  public static let moveRight = Rule(
    "move right",
    "The right factor of a product goes over to the other side as its "
      + "transpose.",
    laws: [
      Law("inner(A, B @ C) = inner(A @ C', B)", "A: p×m, B: p×n, C: n×m"),
      Law("D(inner(A, X @ C), X) = A @ C'", "A: p×m, X: p×n, C: n×m"),
    ])
  public static let slide = Rule(
    "slide",
    "A factor that multiplies entry by entry slides over to the other side.",
    laws: [
      Law("inner(A, B .* C) = inner(A .* B, C)", "A: n×m, B: n×m, C: n×m"),
      Law("inner(A, c*B) = inner(c*A, B)", "A: n×m, B: n×m, c"),
    ])
  public static let flip = Rule(
    "flip", "Both sides of an inner product may be transposed.",
    laws: [Law("inner(A, B') = inner(A', B)", "A: n×m, B: m×n")])
  public static let undoBroadcast = Rule(
    "undo broadcast",
    "What joins every column meets the sum of the columns on the other side.",
    laws: [
      Law(
        "inner(A, b @ ones(1, m)) = inner(rowsum(A), b)", "A: n×m, b: n×1"),
      Law("inner(A, c*ones(n, m)) = sum(A)*c", "A: n×m, c"),
    ])
  public static let undoSum = Rule(
    "undo a sum",
    "What meets a sum of entries meets each of them.",
    laws: [
      Law(
        "inner(g, colsum(A)) = inner(ones(n, 1) @ g, A)", "A: n×m, g: 1×m"),
      Law(
        "inner(g, rowsum(A)) = inner(g @ ones(1, m), A)", "A: n×m, g: n×1"),
      Law("sum(colsum(A)) = sum(A)", "A: n×m"),
      Law("sum(rowsum(A)) = sum(A)", "A: n×m"),
    ])
  public static let split = Rule(
    "split", "An inner product with a sum is the sum of inner products.",
    laws: [
      Law(
        "inner(A, B + C) = inner(A, B) + inner(A, C)",
        "A: n×m, B: n×m, C: n×m"),
      Law(
        "inner(A, B - C) = inner(A, B) - inner(A, C)",
        "A: n×m, B: n×m, C: n×m"),
    ])
  public static let innerProduct = Rule(
    "inner product",
    "⟨A, B⟩ is the sum of all products of entries in the same place.",
    laws: [Law("sum(A .* B) = inner(A, B)", "A: n×m, B: n×m")])
  public static let readOff = Rule(
    "read off", "What stands before a differential is the slope.",
    laws: [Law("D(inner(G, X), X) = G", "G: n×m, X: n×m")])
  public static let bias = Rule(
    "bias joins every column",
    "A column that joins every example gathers the slopes of all of them.",
    laws: [
      Law("D(inner(G, Z + b), b) = rowsum(G)", "G: n×m, Z: n×m, b: n×1")
    ])
  public static let oneInEachColumn = Rule(
    "the columns of the target sum to 1",
    "An assumption: each column of the target adds up to 1.",
    laws: [
      Law(
        "A .* (ones(n, 1) @ colsum(y)) = A", "A: n×m, y: n×m",
        where: "colsum(y) = 1")
    ])
}
