import Matrices
import TestSupport
import Testing

@testable import Algebra

/// Worksheets that no layer was written for.
let written: [(name: String, givens: [String], equations: [String])] = [
  (
    "one weight", ["w1: parameter", "x: input", "y: target"],
    ["z1 = w1*x", "C = ½(z1 - y)^2"]
  ),
  (
    "residual connection",
    [
      "W1: n×n parameter", "b1: n×1 parameter", "x: n×m input", "y: n×m target",
    ],
    [
      "z1 = W1 @ x + b1", "a1 = tanh(z1)", "h = x + a1", "z2 = W1' @ h",
      "a2 = sigmoid(z2) + h", "C = mean(colsum((a2 - y).^2))",
    ]
  ),
  (
    "two steps of a recurrent net, weights shared",
    [
      "U: n×k parameter", "V: n×n parameter", "b: n×1 parameter",
      "x1: k×m input", "x2: k×m input", "y: n×m target",
    ],
    [
      "z1 = U @ x1 + b", "h1 = tanh(z1)", "z2 = U @ x2 + V @ h1 + b",
      "h2 = tanh(z2)", "C = ½ sum((h2 - y).^2)/m",
    ]
  ),
  (
    "two costs", ["W: n×k parameter", "x: k×m input", "y: n×m target"],
    [
      "z = W @ x", "a = softplus(z)", "E = sum((a - y).^2)",
      "R = norm(W)^2 + sum(abs(W))", "C = E + 0.1*R",
    ]
  ),
  (
    "softmax inside", ["W: n×k parameter", "x: k×m input", "y: n×m target"],
    [
      "z = W @ x", "a = softmax(z)", "q = a .* a ./ (1 + a)",
      "C = sum((q - y).^2) + mean(lse(z))",
    ]
  ),
  (
    "entries, rows and blocks",
    ["W: n×k parameter", "b: n×1 parameter", "x: k×m input"],
    [
      "T = [b W]", "z = T @ [ones(1, m); x]", "s = z[1,2]*z[2,1]",
      "r = z[1,:]", "t = W[:,1:2]",
      "C = s + r @ r' + sum(t.^3) + T[2,1]^2",
    ]
  ),
  (
    "a sum over an index", ["W: n×k parameter", "v: k×1 input"],
    [
      "s = sum(j, W[1,j]*v[j]^2)", "p = sum(i, W[i,2]^3)",
      "C = s^2 + exp(p) + trace(W @ W')",
    ]
  ),
  (
    "quotients and powers",
    ["w: parameter", "v: parameter", "A: n×m parameter"],
    [
      "u = (w^2 + 1)^v", "B = A ./ (2 + A.^2)", "D1 = B/(1 + w^2)",
      "C = u + w/(3 + v) + sum(D1) + 2^w + sum((2 + A.^2).^v)",
    ]
  ),
  (
    "branches", ["A: n×m parameter", "B: n×m parameter"],
    [
      "M = max(A, B)", "K = min(A, 0.5)",
      "C = sum(M.^2) + sum(K .* A) + max(A)",
    ]
  ),
  (
    "the bias of a batch and of a transpose",
    ["b: n×1 parameter", "c0: parameter", "X: n×m input"],
    [
      "z = X + b", "w = (z' @ z)", "q = c0 - z", "C = sum(w) + sum(q.^2)",
    ]
  ),
  (
    "a constant passes through a product",
    ["A: n×k parameter", "B: k×m parameter"], ["C = sum(A @ B)"]
  ),
  (
    "norm and mean", ["A: n×m parameter"],
    ["C = norm(A) + mean(A)^2 + sum(rowsum(A).^2) + mean(colsum(A).^3)"]
  ),
]

@Suite struct BackwardPassTests {
  @Test func numbersTooLargeToBeOneStayApart() throws {
    let worksheet = try Worksheet(
      given: ["w: parameter"],
      ["C = 1000000*1000000*1000000*1000000*w^2"]
    ).withBackwardPass()
    let valuation = try Valuation(worksheet, givens: ["w": Matrix(scalar: 3)])
    #expect(valuation.values["dw"]?.storage == [6e24])
  }

  @Test(arguments: written.indices, 0..<4)
  func slopesAgreeWithDifferences(of place: Int, seed: Int) throws {
    let entry = written[place]
    var generator = SeededGenerator(UInt64(seed))
    let worksheet = try Worksheet(given: entry.givens, entry.equations)
      .withBackwardPass()
    try worksheet.checkShapes()
    let valuation = try Valuation(
      worksheet, givens: try worksheet.drawn(&generator))
    for equation in worksheet.equations where equation.role == .backward {
      let quantity = try #require(
        worksheet.quantity(withAdjoint: equation.name))
      let slope = Expression.derivative("C", by: .name(quantity), .straight)
      let derived = try #require(valuation.values[equation.name])
      let differences = try valuation.value(
        of: slope, slopesBy: .differences)
      let duals = try valuation.value(of: slope)
      let scale = max(1, duals.largest)
      #expect(derived.shape == differences.shape, "\(entry.name)")
      #expect(
        try derived.distance(to: duals) < 1e-12 * scale,
        "\(entry.name): \(equation.name) = \(equation.expression.text())")
      #expect(
        try derived.distance(to: differences) < 1e-7 * scale,
        "\(entry.name): \(equation.name) = \(equation.expression.text())")
    }
  }

  @Test(arguments: written.indices)
  func everyParameterHasASlope(of place: Int) throws {
    let worksheet = try Worksheet(
      given: written[place].givens, written[place].equations
    ).withBackwardPass()
    for given in worksheet.givens where given.role == .parameter {
      #expect(worksheet.equation(Worksheet.adjoint(of: given.name)) != nil)
    }
  }

  @Test(arguments: written.indices, 0..<3)
  func everyLineOfADerivationHasTheSameValue(
    of place: Int, seed: Int
  ) throws {
    let entry = written[place]
    var generator = SeededGenerator(UInt64(seed + 100))
    let worksheet = try Worksheet(given: entry.givens, entry.equations)
      .withBackwardPass()
    let valuation = try Valuation(
      worksheet, givens: try worksheet.drawn(&generator))
    for equation in worksheet.equations {
      for line in equation.derivation?.lines ?? [] {
        let value = try valuation.value(of: line.expression)
        let name = try #require(valuation.values[equation.name])
        #expect(
          try value.distance(to: name) < 1e-10 * max(1, name.largest),
          "\(equation.name) = \(line.expression.text())")
      }
    }
  }

  @Test func contributionsStandInTheOrderOfTheirEquations() throws {
    let worksheet = try Worksheet(
      given: ["w: parameter", "x: input"],
      ["p = w*x", "q = w*p", "r = w*q", "C = r^2"]
    ).withBackwardPass()
    #expect(
      worksheet.equation("dw")?.expression.text(.ascii)
        == "dp*x + dq*p + dr*q")
  }

  @Test func textbookLinesComeOutAsATextbookWritesThem() throws {
    let worksheet = try Worksheet(
      given: [
        "W1: n1×n0 parameter", "b1: n1×1 parameter", "W2: n2×n1 parameter",
        "x: n0×m input", "y: n2×m target",
      ],
      [
        "z1 = W1 @ x + b1", "a1 = σ(z1)", "z2 = W2 @ a1", "a2 = σ(z2)",
        "C = ½ sum((a2 - y).^2)/m",
      ]
    ).withBackwardPass()
    let lines = worksheet.equations.filter { $0.role == .backward }.map {
      "\($0.name) = \($0.expression.text())"
    }
    #expect(
      lines == [
        "da2 = (1/m) (a₂ - y)", "δ2 = da₂ ⊙ σ′(z₂)", "dW2 = δ₂·a₁ᵀ",
        "da1 = W₂ᵀ·δ₂", "δ1 = da₁ ⊙ σ′(z₁)", "dW1 = δ₁·xᵀ",
        "db1 = rowsum(δ₁)",
      ])
  }

  @Test func quantitiesOffTheRoadToTheCostHaveNoSlope() throws {
    let worksheet = try Worksheet(
      given: ["w: parameter", "x: input"], ["p = w*x", "q = exp(p)", "C = p^2"]
    ).withBackwardPass()
    #expect(worksheet.equation("dq") == nil)
    #expect(worksheet.equation("dp") != nil)
  }

  @Test func worksheetWithoutACostIsRefused() {
    #expect(throws: WorksheetFault.noCost) {
      try Worksheet(givens: [], equations: []).withBackwardPass()
    }
  }

  @Test func costThatIsNoNumberIsRefused() throws {
    let worksheet = try Worksheet(given: ["A: n×m parameter"], ["C = A + A"])
    #expect(
      throws: WorksheetFault.costIsNoNumber(
        "C", .matrix(rows: .size("n"), columns: .size("m")))
    ) { try worksheet.withBackwardPass() }
  }
}

extension Matrix<Double> {
  var largest: Double { storage.map(\.magnitude).max() ?? 0 }

  func distance(to other: Matrix<Double>) throws -> Double {
    try zipped(with: other, operation: "-") { ($0 - $1).magnitude }.largest
  }
}
