import Algebra
import CKernels
import Matrices
import Networks
import TestSupport
import Testing

@Suite struct PlanNetworkTests {
  @Test(arguments: UInt64(1)...150)
  func planAgreesWithTheEvaluatorOnAnyNetwork(_ seed: UInt64) throws {
    let network = try RandomNetwork(seed: seed)
    try expectAgreement(
      network.description.worksheet(), network.givens, wanting: nil)
  }

  /// Enough examples for blocks and for two lanes.
  @Test(arguments: UInt64(1)...40)
  func planOfManyExamplesAgrees(_ seed: UInt64) throws {
    var network = try RandomNetwork(seed: seed)
    network.description.examples = .many
    var random = SeededGenerator(seed)
    let examples = Int.random(in: 500...3000, using: &random)
    for name: Name in ["x", "y"] {
      guard let old = network.givens[name] else { continue }
      let range = name == "y" ? 0.05...0.95 : -1.5...1.5
      network.givens[name] = try Matrix(
        rows: old.rows, columns: examples,
        storage: (0..<old.rows * examples).map { _ in
          Double.random(in: range, using: &random)
        })
    }
    let worksheet = try network.description.worksheet()
    try expectAgreement(worksheet, network.givens, wanting: nil)
    let slopes = worksheet.givens.filter { $0.role == .parameter }
      .map { Worksheet.adjoint(of: $0.name) }
    try expectAgreement(worksheet, network.givens, wanting: slopes + ["C"])
  }

  /// The weights after some steps are the same to the last bit, whether one
  /// thread does all of it or two.
  @Test func valuesDoNotDependOnTheNumberOfThreads() throws {
    func weights() throws -> [Matrix<Double>] {
      let network = try wideNetwork()
      let worksheet = try network.description.worksheet()
      let plan = try Plan(
        worksheet, shapes: network.givens.mapValues(\.shape), wanting: ["C"])
      for (name, value) in network.givens { try plan.load(name, value) }
      try plan.load("η", Matrix(scalar: 0.1))
      try plan.run(times: 5)
      return worksheet.givens.filter { $0.role == .parameter }
        .compactMap { plan.value($0.name) }
    }
    let two = try weights()
    kernels_use_threads(0)
    let one = try weights()
    kernels_use_threads(1)
    #expect(one == two)
    #expect(one.allSatisfy { $0.storage.allSatisfy(\.isFinite) })
  }

  /// What the plan does to the weights is what the equations say.
  @Test func stepsDownAreThoseOfTheEquations() throws {
    let network = try wideNetwork()
    let worksheet = try network.description.worksheet()
    let plan = try Plan(
      worksheet, shapes: network.givens.mapValues(\.shape), wanting: ["C"])
    for (name, value) in network.givens { try plan.load(name, value) }
    try plan.load("η", Matrix(scalar: 0.1))
    var valuation = try Valuation(worksheet, givens: network.givens)
    for _ in 0..<3 {
      try plan.run()
      let old = valuation.values
      let cost = try #require(old["C"]?.storage.first)
      #expect(
        abs(try #require(plan.number("C")) - cost) < 1e-11 * cost)
      for given in worksheet.givens where given.role == .parameter {
        let slope = try #require(old[Worksheet.adjoint(of: given.name)])
        let value = try #require(old[given.name])
        try valuation.set(
          given.name, to: value.subtracting(slope.scaled(by: 0.1)))
      }
    }
    for given in worksheet.givens where given.role == .parameter {
      try expectEqual(
        plan.value(given.name), valuation.values[given.name], given.name)
    }
  }

  private func wideNetwork() throws -> RandomNetwork {
    var network = try RandomNetwork(seed: 5)
    var random = SeededGenerator(77)
    network.description = NetworkDescription(
      layers: [40, 9, 5],
      activations: ["tanh", "softmax"].compactMap(Activation.named),
      hasBias: [true, true], cost: try #require(Cost.named("cross-entropy")),
      reduction: .mean, targetColumnsSumToOne: true)
    network.givens = [:]
    for (name, rows, columns): (Name, Int, Int) in [
      ("x", 40, 3001), ("W1", 9, 40), ("b1", 9, 1), ("W2", 5, 9),
      ("b2", 5, 1),
    ] {
      network.givens[name] = try Matrix(
        rows: rows, columns: columns,
        storage: (0..<rows * columns).map { _ in
          Double.random(in: -1...1, using: &random)
        })
    }
    network.givens["y"] = try Matrix(rows: 5, columns: 3001) {
      $0 == $1 % 5 ? 1 : 0
    }
    return network
  }

  private func expectAgreement(
    _ worksheet: Worksheet, _ givens: [Name: Matrix<Double>],
    wanting names: [Name]?
  ) throws {
    let valuation = try Valuation(worksheet, givens: givens)
    let plan = try Plan(
      worksheet, shapes: givens.mapValues(\.shape), wanting: names,
      updates: false)
    for (name, value) in givens { try plan.load(name, value) }
    try plan.run()
    for name in names ?? worksheet.names {
      try expectEqual(plan.value(name), valuation.values[name], name)
    }
  }

  private func expectEqual(
    _ ours: Matrix<Double>?, _ plain: Matrix<Double>?, _ name: Name
  ) throws {
    let (ours, plain) = (try #require(ours), try #require(plain))
    #expect(ours.shape == plain.shape)
    let largest = plain.storage.filter(\.isFinite).map(\.magnitude).max() ?? 0
    let wrong = zip(ours.storage, plain.storage).filter { ours, plain in
      ours != plain && !(ours.isNaN && plain.isNaN)
        && !((ours - plain).magnitude <= 1e-12 * largest)
    }
    #expect(wrong.isEmpty, "\(name): \(wrong.prefix(2))")
  }
}

@Suite struct AlterationTests {
  /// The short way against the honest one: everything computed anew.
  @Test(arguments: UInt64(1)...80)
  func alteredCostIsThatOfTheWholeRecomputation(_ seed: UInt64) throws {
    let network = try RandomNetwork(seed: seed)
    try expectAgreement(
      network.description.worksheet(), network.givens, seed: seed)
  }

  @Test(arguments: UInt64(1)...10)
  func alteredCostOfManyExamplesIsTheSame(_ seed: UInt64) throws {
    var network = try RandomNetwork(seed: seed)
    network.description.examples = .many
    var random = SeededGenerator(seed)
    for name: Name in ["x", "y"] {
      guard let old = network.givens[name] else { continue }
      network.givens[name] = try Matrix(
        rows: old.rows, columns: 2000,
        storage: (0..<old.rows * 2000).map { _ in
          Double.random(in: 0.05...0.95, using: &random)
        })
    }
    try expectAgreement(
      network.description.worksheet(), network.givens, seed: seed)
  }

  private func expectAgreement(
    _ worksheet: Worksheet, _ givens: [Name: Matrix<Double>], seed: UInt64
  ) throws {
    let parameters = worksheet.givens.filter { $0.role == .parameter }
      .map(\.name)
    let alterations = try Alterations(
      worksheet, shapes: givens.mapValues(\.shape), watching: "C",
      of: parameters)
    try alterations.load(givens)
    try alterations.settle()
    let valuation = try Valuation(worksheet, givens: givens)
    var random = SeededGenerator(seed)
    for name in parameters {
      for _ in 0..<4 {
        let value = try #require(givens[name])
        let row = Int.random(in: 0..<value.rows, using: &random)
        let column = Int.random(in: 0..<value.columns, using: &random)
        let change = Double.random(in: -0.5...0.5, using: &random)
        let short = try #require(
          try alterations.values(
            altering: name, row, column, by: (change, -change / 3)))
        for (short, change) in [(short.0, change), (short.1, -change / 3)] {
          var altered = value
          altered[row, column] += change
          var moved = valuation
          try moved.set(name, to: altered)
          let honest = try #require(moved.values["C"]?.storage.first)
          #expect(
            abs(short - honest) <= 1e-12 * max(1, abs(honest)),
            "\(name)[\(row), \(column)]")
        }
      }
    }
    #expect(
      abs(alterations.value - (valuation.values["C"]?[0, 0] ?? .nan))
        <= 1e-12 * max(1, abs(alterations.value)))
  }
}
