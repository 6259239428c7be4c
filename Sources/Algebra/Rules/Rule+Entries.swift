// Rules about single entries, with letters for rows and columns.

extension Rule {
  public static let entry = Rule(
    "entry", "One entry of a matrix equation is an equation of numbers.",
    laws: [
      Law("(A + B)[i,j] = A[i,j] + B[i,j]", "A: n×m, B: n×m, i, j")
    ])
  public static let oneEntry = Rule(
    "one entry",
    "One entry of a product is a row times a column; of all else it is made "
      + "of the entries in the same place.",
    laws: [
      Law(
        "(A @ B)[i,j] = sum(k, A[i,k]*B[k,j])", "A: n×p, B: p×m, i, j"),
      Law("(A .* B)[i,j] = A[i,j]*B[i,j]", "A: n×m, B: n×m, i, j"),
    ])
  public static let everyEntry = Rule(
    "every entry", "What holds for every entry holds for the matrix.",
    laws: [
      Law("(c*A)[i,j] = c*A[i,j]", "A: n×m, c, i, j")
    ])
  public static let slopeOfProduct = Rule(
    "slope of a product",
    "An entry of a product moves with the entries of its row and column, "
      + "each by what it is multiplied by.",
    laws: [
      Law(
        "D(sum(k, A[p,k]*B[k,q]), A[i,j]) = (p == i)*B[j,q]",
        "A: n×s, B: s×m, p, q, i, j"),
      Law(
        "D(sum(k, A[p,k]*B[k,q]), B[i,j]) = A[p,i]*(q == j)",
        "A: n×s, B: s×m, p, q, i, j"),
    ])
  public static let slopeOfEntry = Rule(
    "slope of an entry",
    "An entry has the slope 1 in itself and 0 in every other entry.",
    laws: [
      Law("D(A[p,q], A[i,j]) = (p == i)*(q == j)", "A: n×m, p, q, i, j")
    ])
  public static let eachByItself = Rule(
    "each entry by itself",
    "Where a function works entry by entry, each entry has one road.",
    laws: [
      Law(
        "D(inner(G, g(Z)), Z[i,j]) = G[i,j]*g'(Z[i,j])",
        "G: n×m, Z: n×m, g(x), i, j")
    ])
  public static let kronecker = Rule(
    "Kronecker picks one term",
    "Of a sum over k with the factor (k == i) the term with k = i stays.",
    laws: [
      Law("sum(k, (k == i)*v[k]) = v[i]", "v: n×1, i"),
      Law("sum(k, (k == i)*A[k,j]) = A[i,j]", "A: n×m, i, j"),
    ])
  public static let rowOfTranspose = Rule(
    "this is a row of the transpose of", takesName: true,
    "A column of a matrix is a row of its transpose.",
    laws: [Law("A[k,i] = A'[i,k]", "A: n×m, k, i")])
  public static let columnOfTranspose = Rule(
    "this is a column of the transpose of", takesName: true,
    "A row of a matrix is a column of its transpose.",
    laws: [Law("A[j,k] = A'[k,j]", "A: n×m, k, j")])
  public static let readAsProduct = Rule(
    "read as a product",
    "A sum over the index between two factors is a row times a column.",
    laws: [
      Law(
        "sum(k, A[i,k]*B[k,j]) = (A @ B)[i,j]", "A: n×p, B: p×m, i, j"),
      Law(
        "sum(k, A[k,i]*B[k,j]) = (A' @ B)[i,j]", "A: p×n, B: p×m, i, j"),
      Law(
        "sum(k, A[i,k]*B[j,k]) = (A @ B')[i,j]", "A: n×p, B: m×p, i, j"),
      Law("sum(i, v[i]*w[i]) = v' @ w", "v: n×1, w: n×1"),
    ])
  public static let readAsSum = Rule(
    "read as sums of rows",
    "A sum over one index of a matrix adds up its rows or its columns.",
    laws: [
      Law("sum(k, A[i,k]) = rowsum(A)[i]", "A: n×m, i"),
      Law("sum(k, A[k,j]) = colsum(A)[j]", "A: n×m, j"),
      Law("sum(i, sum(j, A[i,j])) = sum(A)", "A: n×m"),
    ])
  public static let entryByEntry = Rule(
    "entry by entry",
    "What is made of entries in the same place is the entry of one matrix.",
    laws: [
      Law("A[i,j]*B[i,j] = (A .* B)[i,j]", "A: n×m, B: n×m, i, j"),
      Law("A[i,j] - B[i,j] = (A - B)[i,j]", "A: n×m, B: n×m, i, j"),
    ])
}
