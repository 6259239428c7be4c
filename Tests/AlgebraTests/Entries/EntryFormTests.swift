import Algebra
import Matrices
import Testing

/// One entry written out has the value of that entry, whatever the
/// expression.
struct EntryFormTests {
  static let scope = Scope(
    shapes: [
      "A": .matrix(rows: .size("n"), columns: .size("p")),
      "B": .matrix(rows: .size("p"), columns: .size("m")),
      "G": .matrix(rows: .size("n"), columns: .size("m")),
      "b": .matrix(rows: .size("n"), columns: .one),
      "r": .matrix(rows: .one, columns: .size("m")),
      "k": .scalar,
    ],
    sizes: ["n": .size("n"), "p": .size("p"), "m": .size("m")])

  static func values(
    _ seed: UInt64, n: Int = 3, p: Int = 4, m: Int = 2
  ) throws -> [Name: Matrix<Double>] {
    var generator = SeededNumbers(seed)
    func matrix(_ rows: Int, _ columns: Int) throws -> Matrix<Double> {
      let storage = (0..<(rows * columns)).map { _ in generator.next() }
      return try Matrix(rows: rows, columns: columns, storage: storage)
    }
    return [
      "A": try matrix(n, p), "B": try matrix(p, m), "G": try matrix(n, m),
      "b": try matrix(n, 1), "r": try matrix(1, m), "k": try matrix(1, 1),
    ]
  }

  static let written = [
    "A @ B + b", "A' @ G", "(A @ B)'", "-G .* (A @ B)", "sigmoid'(A @ B + b)",
    "softmax(A @ B)", "logsoftmax(G)", "lse(G)", "rowsum(G .* G)",
    "colsum(G)", "sum(A @ B)", "mean(G)", "1/m*(G @ B')", "norm(A)",
    "trace(A @ A')", "ones(n, 1) @ r", "eye(n) @ G", "[b G]", "[r; G]",
    "[1; b]", "G[:,2]", "A[2,:]'", "A[1:2,:]", "max(G, 0)", "(G - b).^2 ./ 3",
    "sumothers(G)", "k*G - 2", "softmax(G)[:,1]", "diag(b) @ G",
    "sum(i, A[i,1])*G", "A[2,:] @ B", "(A @ B)[2,:]",
  ]

  @Test(arguments: written, [1, 8])
  func entryFormHasTheValueOfTheEntry(text: String, limit: Int) throws {
    let values = try Self.values(7)
    let expression = try Expression(text, in: Self.scope)
    let scope = Self.scope.bound(to: values.mapValues(\.shape))
    let whole = try expression.value(in: Self.scope, values: values)
    for row in 0..<whole.rows {
      for column in 0..<whole.columns {
        let form = try expression.entry(
          row, column, in: scope, termLimit: limit)
        #expect(try form.shape(in: scope).isScalar)
        let value = try form.value(in: Self.scope, values: values)
        let expected = whole[row, column]
        #expect(
          (value[0, 0] - expected).magnitude <= 1e-12,
          "\(text) at \(row),\(column): \(form.text(.ascii))")
      }
    }
  }

  @Test func productsBecomeSumsOverTheInnerIndex() throws {
    let scope = Self.scope.bound(to: try Self.values(1).mapValues(\.shape))
    let product = try Expression("A' @ G + B", in: Self.scope)
    #expect(
      try product.entry(1, 0, in: scope).text()
        == "A[1,2]·G[1,1] + A[2,2]·G[2,1] + A[3,2]·G[3,1] + B[2,1]")
    #expect(
      try product.entry(1, 0, in: scope, termLimit: 2).text(.ascii)
        == "sum(i, A[i,2]*G[i,1]) + B[2,1]")
  }

  @Test func formsReadAgainAsTheyWerePrinted() throws {
    let scope = Self.scope.bound(to: try Self.values(1).mapValues(\.shape))
    for text in Self.written {
      let form = try Expression(text, in: Self.scope).entry(0, 0, in: scope)
      #expect(try Expression(form.text(.ascii), in: scope) == form, "\(text)")
    }
  }

  @Test func placesOutsideAreRefused() throws {
    let scope = Self.scope.bound(to: try Self.values(1).mapValues(\.shape))
    #expect(throws: ExpressionFault.self) {
      try Expression("A @ B", in: Self.scope).entry(3, 0, in: scope)
    }
  }

  /// Random trees over square matrices, in which every sign has a shape.
  @Test(arguments: 0..<60)
  func entryFormOfRandomTreesHasTheirValue(seed: UInt64) throws {
    var generator = SeededNumbers(seed)
    let square = SymbolicShape.matrix(rows: .size("n"), columns: .size("n"))
    let scope = Scope(
      shapes: ["A": square, "B": square, "b": .column(.size("n"))],
      sizes: ["n": .size("n")])
    let storage = (0..<9).map { _ in generator.next() }
    let values: [Name: Matrix<Double>] = [
      "A": try Matrix(rows: 3, columns: 3, storage: storage),
      "B": try Matrix(rows: 3, columns: 3, storage: storage.reversed()),
      "b": try Matrix(rows: 3, columns: 1, storage: Array(storage[2...4])),
    ]
    let tree = generator.tree(depth: 3)
    let bound = scope.bound(to: values.mapValues(\.shape))
    let whole = try tree.value(in: scope, values: values)
    for place in 0..<9 {
      let form = try tree.entry(
        place / 3, place % 3, in: bound,
        termLimit: seed.isMultiple(of: 2) ? 3 : 1)
      let value = try form.value(in: scope, values: values)[0, 0]
      let expected = whole[place / 3, place % 3]
      #expect(
        (value - expected).magnitude <= 1e-9 * max(1, expected.magnitude))
    }
  }
}

/// Numbers between -1 and 1, the same on every run.
struct SeededNumbers {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 2 &+ 99 }

  mutating func bits() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }

  mutating func next() -> Double { Double(bits()) / 4_294_967_296 * 2 - 0.5 }

  mutating func tree(depth: Int) -> Expression {
    guard depth > 0 else {
      return bits().isMultiple(of: 2) ? "A" : "B"
    }
    let left = tree(depth: depth - 1)
    let right = tree(depth: depth - 1)
    switch bits() % 8 {
    case 0: return .binary(.matmul, left, right)
    case 1: return .binary(.hadamard, left, right)
    case 2: return .binary(.add, left, "b")
    case 3: return .binary(.subtract, left, right)
    case 4: return .transpose(left)
    case 5: return .call("tanh", left)
    case 6: return .call("softmax", left)
    default: return .binary(.times, .call("mean", right), left)
    }
  }
}
