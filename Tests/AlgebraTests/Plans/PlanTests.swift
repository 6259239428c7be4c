import Matrices
import TestSupport
import Testing

@testable import Algebra

/// Whether a plan's values are those of the plain evaluator.
struct PlanComparison {
  let worksheet: Worksheet
  let plan: Plan
  let valuation: Valuation

  init(
    _ worksheet: Worksheet, _ givens: [Name: Matrix<Double>],
    wanting names: [Name]? = nil
  ) throws {
    self.worksheet = worksheet
    valuation = try Valuation(worksheet, givens: givens)
    plan = try Plan(
      worksheet, shapes: givens.mapValues(\.shape), wanting: names,
      updates: false)
    for (name, value) in givens { try plan.load(name, value) }
    try plan.run()
  }

  /// The largest difference by quantity, in parts of the largest entry.
  func differences(of names: [Name]) throws -> [Name: Double] {
    var found: [Name: Double] = [:]
    for name in names {
      let ours = try #require(plan.value(name))
      let plain = try #require(valuation.values[name])
      #expect(ours.shape == plain.shape, "\(name)")
      let largest = plain.storage.filter(\.isFinite).map(\.magnitude).max()
      let scale = Swift.max(largest ?? 0, .leastNormalMagnitude)
      found[name] =
        zip(ours.storage, plain.storage).map { ours, plain in
          if ours == plain || (ours.isNaN && plain.isNaN) { return 0 }
          return (ours - plain).magnitude / scale
        }.max() ?? 0
    }
    return found
  }

  func expectAgreement(of names: [Name]? = nil) throws {
    for (name, difference) in try differences(of: names ?? worksheet.names) {
      #expect(
        difference <= 1e-12,
        "\(name) = \(worksheet.equation(name)?.computed.text() ?? "given")")
    }
  }
}

/// Worksheets of forms that few networks have.
private let unusual: [(name: String, givens: [String], equations: [String])] = [
  (
    "comparisons and truth", ["A: n×m parameter", "B: n×m parameter"],
    [
      "L = A < B", "G = A >= B", "E = (A == A) and not(L)",
      "t = all(A ≠ B) or any(G)", "s = sign(A) + abs(B)",
      "C = sum(L) + sum(E .* A) + t",
    ]
  ),
  (
    "every function of one number", ["A: n×m parameter"],
    [
      "P = exp(A) + softplus(A) + tanh(A) + gelu(A) + erf(A)",
      "Q = sin(A) + cos(A) + sinh(A) + cosh(A) + sech(A) + relu(A)",
      "R = ln(2 + A) + log1p(A/2) + sqrt(2 + A) + leaky_relu(A)",
      "S = phi(A) + Phi(A) + sigmoid(A) + step(A) + abs(A)",
      "T = sigmoid''(A) + tanh'(A) + gelu'(A) + sin'''(A) + softplus'(A)",
      "C = sum(P + Q) + sum(R .* S) + mean(T)",
    ]
  ),
  (
    "powers of all kinds", ["A: n×m parameter", "p: parameter"],
    [
      "B = (2 + A).^3 + (2 + A).^(-2) + (2 + A).^0.5 + A.^0",
      "D1 = (2 + A).^p + p^17 + 2^p", "C = sum(B) + sum(D1)",
    ]
  ),
  (
    "columns", ["A: n×m parameter", "B: n×m parameter"],
    [
      "S = softmax(A)", "L = logsoftmax(A) + sumothers(B)",
      "O = lseothers(A)", "Q = passothers(A, B)", "r = lse(A)",
      "C = sum(S .* L) + sum(O) + sum(Q) + mean(r) + inner(A, B)",
    ]
  ),
  (
    "makers, blocks and diagonals", ["A: n×n parameter", "v: n×1 parameter"],
    [
      "D1 = diag(v) + eye(n)", "d = diag(A)", "t = trace(A @ D1)",
      "B = [A v; v' 1]", "E = [2; B[1:2,1]]", "f = B[:,2]' @ B[:,1]",
      "s = shape(A)", "C = t + sum(d) + sum(B.^2) + sum(E) + f + sum(s)",
    ]
  ),
  (
    "an entry whose place is computed", ["A: n×m parameter", "k: input"],
    ["p = step(k) + 1", "e = A[p,1]", "r = A[p,:]", "C = e + sum(r)"]
  ),
  (
    "scalars and biases on either side",
    ["A: n×m parameter", "b: n×1 parameter", "w: parameter"],
    [
      "P = b + A", "Q = b - A", "R = A - b", "S = w - A", "T = w/(3 + w)",
      "U = -(A .* 2)", "V = A' @ (w*A)", "C = sum(P + Q + R + S) + T + sum(V)",
    ]
  ),
]

@Suite struct PlanTests {
  @Test(arguments: written.indices, 0..<4)
  func planAgreesWithTheEvaluator(on place: Int, seed: Int) throws {
    let entry = written[place]
    var random = SeededGenerator(UInt64(seed + 10))
    let worksheet = try Worksheet(given: entry.givens, entry.equations)
      .withBackwardPass()
    try PlanComparison(worksheet, worksheet.drawn(&random)).expectAgreement()
  }

  @Test(arguments: unusual.indices, 0..<4)
  func everyFormAgrees(on place: Int, seed: Int) throws {
    let entry = unusual[place]
    var random = SeededGenerator(UInt64(seed + 20))
    let worksheet = try Worksheet(given: entry.givens, entry.equations)
    try PlanComparison(worksheet, worksheet.drawn(&random)).expectAgreement()
  }

  /// The examples are many enough to be walked through in blocks.
  @Test(arguments: written.indices)
  func blocksOfExamplesGiveTheSame(on place: Int) throws {
    let entry = written[place]
    var random = SeededGenerator(UInt64(place + 30))
    let worksheet = try Worksheet(given: entry.givens, entry.equations)
      .withBackwardPass()
    guard worksheet.sizes["m"] != nil else { return }
    let givens = try worksheet.drawn(
      &random, sizes: ["m": 1003, "n": 17, "k": 19])
    try PlanComparison(worksheet, givens).expectAgreement()
    let slopes = worksheet.givens.filter { $0.role == .parameter }
      .map { Worksheet.adjoint(of: $0.name) }
    try PlanComparison(worksheet, givens, wanting: slopes + ["C"])
      .expectAgreement(of: slopes + ["C"])
  }

  @Test func functionsDefinedByLetAreCompiled() throws {
    var worksheet = try Worksheet(
      given: ["A: n×m parameter"], ["C = sum(tanh(A))"])
    worksheet.functions["g"] = try Function.defined(
      name: "g", parameter: "u",
      body: Expression(
        "u*sigmoid(u) + u^2", in: Scope(shapes: ["u": .scalar])))
    worksheet.equations = [
      Equation(
        "C", try Expression("sum(g(A))", in: worksheet.scope),
        role: .cost)
    ]
    let derived = try worksheet.withBackwardPass()
    var random = SeededGenerator(3)
    try PlanComparison(derived, derived.drawn(&random)).expectAgreement()
  }

  @Test func functionOfWhichNothingIsKnownIsRefused() throws {
    var worksheet = try Worksheet(
      given: ["A: n×m parameter"], ["C = sum(tanh(A))"])
    worksheet.functions["g"] = .opaque("g")
    worksheet.equations = [
      Equation("C", .call("sum", .call("g", "A")), role: .cost)
    ]
    #expect(throws: PlanFault.opaque("g")) {
      try Plan(worksheet, shapes: ["A": Shape(rows: 2, columns: 2)])
    }
  }

  @Test func shapesThatDoNotFitAreRefused() throws {
    let worksheet = try Worksheet(
      given: ["A: n×m parameter", "B: n×m parameter"], ["C = sum(A + B)"])
    let shape = Shape(rows: 2, columns: 3)
    #expect(throws: PlanFault.self) {
      try Plan(
        worksheet, shapes: ["A": shape, "B": Shape(rows: 3, columns: 3)])
    }
    #expect(throws: PlanFault.unknownShape("B")) {
      try Plan(worksheet, shapes: ["A": shape])
    }
    let plan = try Plan(worksheet, shapes: ["A": shape, "B": shape])
    #expect(throws: PlanFault.self) {
      try plan.load("A", try Matrix([[1, 2]]))
    }
    #expect(throws: PlanFault.worksheet(.derivedQuantity("C"))) {
      try plan.load("C", Matrix(scalar: 1))
    }
  }

  @Test func updatesAreDoneAtOnce() throws {
    var worksheet = try Worksheet(
      given: ["w: parameter", "v: constant", "x: input"], ["C = (w*x - 1)^2"]
    ).withBackwardPass()
    worksheet.equations += [
      Equation(
        "v", try Expression("½*v - 0.1*dw", in: worksheet.scope), role: .update),
      Equation(
        "w", try Expression("w + v", in: worksheet.scope), role: .update),
    ]
    let scalar = Shape(rows: 1, columns: 1)
    let plan = try Plan(
      worksheet, shapes: ["w": scalar, "v": scalar, "x": scalar])
    try plan.load("w", Matrix(scalar: 3))
    try plan.load("v", Matrix(scalar: 1))
    try plan.load("x", Matrix(scalar: 2))
    var (w, v) = (3.0, 1.0)
    for _ in 0..<5 {
      try plan.run()
      (v, w) = (0.5 * v - 0.1 * (2 * (w * 2 - 1) * 2), w + v)
      #expect(abs(try #require(plan.number("w")) - w) < 1e-13)
      #expect(abs(try #require(plan.number("v")) - v) < 1e-13)
    }
  }

  /// What replaces another quantity as it stands, or turned, is what stood
  /// there before the update of that one.
  @Test(arguments: [
    ["u <- v", "v <- u"], ["v <- u", "u <- u + 1"], ["u <- u + 1", "v <- u"],
    ["u <- v'", "v <- 2*v"], ["v <- 2*v", "u <- v'"],
    ["u <- u - v", "v <- u", "w <- u + v"],
  ])
  func updatesReadWhatStoodBefore(_ lines: [String]) throws {
    let isTurned = lines.contains { $0.contains("'") }
    let rows = isTurned ? "1×3" : "3×1"
    let givens =
      try [
        "u": Matrix([[1.0], [2], [4]]),
        "v": Matrix([[8.0], [16], [32]]), "w": Matrix([[64.0], [128], [256]]),
      ] as [Name: Matrix<Double>]
    let values = try givens.merging(
      isTurned ? ["v": Matrix([[8.0, 16, 32]])] : [:]
    ) { $1 }
    var worksheet = try Worksheet(
      given: ["u: 3×1 parameter", "v: \(rows) parameter", "w: 3×1 parameter"],
      ["C = sum(u) + sum(v) + sum(w)"])
    for line in lines {
      let sides = line.split(separator: " ", maxSplits: 2).map(String.init)
      worksheet.equations.append(
        Equation(
          Name(sides[0]), try Expression(sides[2], in: worksheet.scope),
          role: .update))
    }
    let plan = try Plan(worksheet, shapes: values.mapValues(\.shape))
    try plan.load(values)
    let before = try Valuation(worksheet, givens: values)
    try plan.run()
    for equation in worksheet.equations where equation.role == .update {
      #expect(
        plan.value(equation.name)
          == (try before.value(of: equation.expression)), "\(lines)")
    }
  }

  @Test func columnsOfABatchAreLoaded() throws {
    let worksheet = try Worksheet(given: ["x: n×m input"], ["C = sum(x)"])
    let plan = try Plan(
      worksheet, shapes: ["x": Shape(rows: 2, columns: 2)])
    let all = try Matrix([[1.0, 2, 4], [8, 16, 32]])
    try plan.load("x", columns: [2, 0], of: all)
    #expect(plan.value("x") == (try Matrix([[4, 1], [32, 8]])))
    try plan.run()
    #expect(plan.number("C") == 45)
    #expect(throws: PlanFault.self) {
      try plan.load("x", columns: [0, 3], of: all)
    }
  }
}
