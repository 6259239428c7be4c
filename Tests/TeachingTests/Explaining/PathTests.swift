import Algebra
import Matrices
import Networks
import Testing

@testable import Teaching

/// The roads from an entry to the cost add up to the slope.
struct PathTests {
  private func sum(
    _ text: String, _ valuation: Valuation
  ) throws -> PathSum {
    try PathSum(valuation.expression(text), in: valuation)
  }

  @Test func notebookPathsHaveThePublishedFactors() throws {
    let sum = try sum("dW1[1,2]", Notebook.valuation())
    #expect(sum.count == 2)
    #expect(
      sum.paths.map { $0.stops.map { $0.text(.ascii) } } == [
        ["W1[1,2]", "z1[1]", "a1[1]", "z2[1]", "a2[1]", "C"],
        ["W1[1,2]", "z1[1]", "a1[1]", "z2[2]", "a2[2]", "C"],
      ])
    let factors = [
      [3, 0.05284058148253314, 0.85264027, 1, -1.774887693028236],
      [3, 0.05284058148253314, 0.2620828, 1, 1.022024462157578],
    ]
    for (path, expected) in zip(sum.paths, factors) {
      for (slope, value) in zip(path.slopes, expected) {
        #expect((slope - value).magnitude < 1e-14)
      }
    }
    #expect((sum.paths[0].product - -0.23989741116384397).magnitude < 1e-14)
    #expect((sum.paths[1].product - 0.04246084704437723).magnitude < 1e-14)
  }

  @Test func notebookTotalsAreThePublishedGradients() throws {
    let valuation = try Notebook.valuation()
    for (row, slopes) in Notebook.dW1.enumerated() {
      for (column, slope) in slopes.enumerated() {
        let sum = try sum("dW1[\(row + 1),\(column + 1)]", valuation)
        #expect((sum.total - slope).magnitude < 1e-15)
        #expect(sum.count == 2)
      }
    }
    #expect(
      (try sum("dW2[2,3]", valuation).total - 0.9306171573887514).magnitude
        < 1e-14)
  }

  @Test(arguments: Worksheet.DeltaConvention.allCases)
  func everyAdjointIsTheSumOverItsRoads(
    delta: Worksheet.DeltaConvention
  ) throws {
    try checkAllAdjoints(of: Notebook.batch(delta: delta))
  }

  @Test(arguments: [
    "sigmoid", "tanh", "relu", "softplus", "softmax", "gelu", "leaky-relu",
  ])
  func randomNetworksObeyTheLaw(name: String) throws {
    for seed in 0..<3 {
      var numbers = Numbers(UInt64(seed) + 5)
      let layers = (0..<4).map { _ in numbers.whole(1...3) }
      let sheet = try NetworkDescription(
        layers: layers,
        activations: [name, "tanh", name].compactMap(Activation.named),
        hasBias: [true, false, true], cost: Cost.all[0], reduction: .mean,
        penalty: Penalty(strength: 0.1, over: .twiceExamples)
      ).worksheet()
      var givens: [Name: Matrix<Double>] = ["λ": Matrix(scalar: 0.1)]
      for (place, width) in layers.enumerated() {
        let layer = Name(stem: "W", index: "\(place)")
        guard place > 0 else {
          givens["x"] = try numbers.matrix(width, 2)
          continue
        }
        givens[layer] = try numbers.matrix(width, layers[place - 1])
        if place != 2 {
          givens[Name(stem: "b", index: "\(place)")] =
            try numbers.matrix(width, 1)
        }
      }
      givens["y"] = try numbers.matrix(layers[3], 2)
      try checkAllAdjoints(of: Valuation(sheet, givens: givens))
    }
  }

  @Test func residualSharedAndSoftmaxWorksheetsObeyTheLaw() throws {
    for valuation in [
      try HandWritten.residual(), try HandWritten.shared(),
      try HandWritten.softmax(),
    ] {
      try checkAllAdjoints(of: valuation)
    }
  }

  @Test func aResidualConnectionAddsARoad() throws {
    let sum = try sum("da1[1]", HandWritten.residual())
    let roads = sum.paths.map { $0.stops.map { $0.text(.ascii) } }
    #expect(roads.contains(["a1[1]", "s[1]", "C"]))
    #expect(sum.count == 3)
  }

  private func checkAllAdjoints(of valuation: Valuation) throws {
    for equation in valuation.worksheet.equations
    where equation.role == .backward {
      let value = try #require(valuation.values[equation.name])
      for offset in value.storage.indices {
        let entry = valuation.expression(EntryKey(equation.name, offset))
        let sum = try PathSum(entry, in: valuation)
        let scale = max(1, value.storage[offset].magnitude)
        #expect(
          (sum.total - value.storage[offset]).magnitude <= 1e-10 * scale,
          "\(entry.text())")
        #expect(sum.value == value.storage[offset])
        if sum.count <= 64 {
          #expect(Double(sum.paths.count) == sum.count)
          let added = sum.paths.map(\.product).reduce(0, +)
          #expect((added - sum.total).magnitude <= 1e-10 * scale)
        }
      }
    }
  }

  @Test func manyRoadsAreCountedAndNotWalked() throws {
    let width = 10
    let depth = 12
    let sheet = try NetworkDescription(
      layers: Array(repeating: width, count: depth + 1),
      activations: Array(
        repeating: "identity", count: depth
      ).compactMap(Activation.named),
      hasBias: Array(repeating: false, count: depth), cost: Cost.all[0],
      examples: .one
    ).worksheet()
    var numbers = Numbers(3)
    var givens: [Name: Matrix<Double>] = [:]
    givens["x"] = try numbers.matrix(width, 1)
    givens["y"] = try numbers.matrix(width, 1)
    for layer in 1...depth {
      givens[Name(stem: "W", index: "\(layer)")] =
        try numbers.matrix(width, width)
    }
    let sum = try PathSum(
      .entry("dW1", [.at(1), .at(1)]),
      in: Valuation(sheet, givens: givens))
    #expect(sum.count == 1e11)
    #expect(sum.paths.count == PathSum.limit)
    #expect(sum.count.countText == "about 1e11")
    #expect(sum.multiplicationsAlone / sum.multiplicationsShared > 1e8)
    #expect((sum.total - sum.value).magnitude <= 1e-9 * sum.value.magnitude)
  }

  @Test func theOrderOfRoadsIsTheOrderOfTheWorksheet() throws {
    let valuation = try HandWritten.softmax()
    let first = try sum("dW[1,1]", valuation).paths
    for _ in 0..<5 {
      #expect(try sum("dW[1,1]", valuation).paths == first)
    }
  }

  @Test func questionsWithoutAnAnswerSaySo() throws {
    let valuation = try Notebook.valuation()
    #expect(throws: ExplanationFault.entryWanted("W1", rows: 3, columns: 2)) {
      try PathSum("dW1", in: valuation)
    }
    #expect(throws: ExplanationFault.self) {
      try PathSum("nothing", in: valuation)
    }
  }
}

/// Small worksheets written out by hand.
enum HandWritten {
  private static let vector = SymbolicShape.column(.size("n"))
  private static let square = SymbolicShape.matrix(
    rows: .size("n"), columns: .size("n"))

  private static func valuation(
    _ givens: [Given], _ equations: [(Name, String, Equation.Role)], n: Int
  ) throws -> Valuation {
    var sheet = Worksheet(givens: givens, sizes: ["n": .size("n")])
    for (name, text, role) in equations {
      sheet.equations.append(
        Equation(name, try Expression(text, in: sheet.scope), role: role))
    }
    sheet = try sheet.withBackwardPass()
    var numbers = Numbers(17)
    var values: [Name: Matrix<Double>] = [:]
    for given in givens {
      values[given.name] = try numbers.matrix(n, given.shape == square ? n : 1)
    }
    return try Valuation(sheet, givens: values)
  }

  /// `s = a1 + tanh(W·a1)`: the input of a block is added to its output.
  static func residual() throws -> Valuation {
    try valuation(
      [
        Given("x", vector, role: .input), Given("y", vector, role: .target),
        Given("V", square, role: .parameter),
        Given("W", square, role: .parameter),
      ],
      [
        ("a1", "tanh(V @ x)", .forward), ("u", "W @ a1", .forward),
        ("s", "a1 + tanh(u)", .forward),
        ("C", "½*sum((s - y).^2)", .cost),
      ], n: 2)
  }

  /// One matrix used in two steps, as in a recurrent network.
  static func shared() throws -> Valuation {
    try valuation(
      [
        Given("x", vector, role: .input), Given("y", vector, role: .target),
        Given("W", square, role: .parameter),
      ],
      [
        ("h1", "sigmoid(W @ x)", .forward),
        ("h2", "sigmoid(W @ h1 + x)", .forward),
        ("C", "sum((h2 - y).^2)", .cost),
      ], n: 2)
  }

  /// softmax with cross-entropy, whose columns hang together.
  static func softmax() throws -> Valuation {
    try valuation(
      [
        Given("x", vector, role: .input), Given("y", vector, role: .target),
        Given("W", square, role: .parameter),
      ],
      [
        ("z", "W @ x", .forward), ("a", "softmax(z)", .forward),
        ("C", "-sum(y .* ln(a))", .cost),
      ], n: 3)
  }
}

/// Numbers that are the same on every run.
struct Numbers {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 2 &+ 99 }

  private mutating func bits() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }

  mutating func whole(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(bits() % UInt64(range.count))
  }

  mutating func matrix(
    _ rows: Int, _ columns: Int
  ) throws -> Matrix<Double> {
    try Matrix(
      rows: rows, columns: columns,
      storage: (0..<(rows * columns)).map { _ in
        Double(bits()) / 2_147_483_648 * 1.6 - 0.8
      })
  }
}
