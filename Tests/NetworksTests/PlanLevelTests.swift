import Algebra
import CKernels
import Matrices
import Networks
import TestSupport
import Testing

/// What depends on the processor, and what does not.
@Suite struct PlanLevelTests {
  /// Small shapes give the same bits on every processor.
  @Test(arguments: manners)
  func trainingOfASmallNetworkHasTheSameBitsAtEveryLevel(
    _ manner: TrainingSettings
  ) throws {
    for entry in [try LearningCase.xor(), try LearningCase.classes()] {
      let states = try VectorLevel.all.map { level in
        try level.use {
          let training = try entry.training(manner)
          try training.run(.iterations(120))
          return training.state
        }
      }
      #expect(Set(states).count == 1)
      #expect(states[0].values != entry.values)
    }
  }

  @Test(arguments: UInt64(1)...60)
  func smallPlanHasTheSameBitsAtEveryLevel(_ seed: UInt64) throws {
    let network = try RandomNetwork(seed: seed)
    let worksheet = try network.description.worksheet()
    let values = try VectorLevel.all.map { level in
      try level.use {
        let plan = try Plan(
          worksheet, shapes: network.givens.mapValues(\.shape),
          updates: false)
        try plan.load(network.givens)
        try plan.run()
        return worksheet.names.map { name in
          plan.value(name)?.storage.map {
            $0.isNaN ? Double.nan.bitPattern : $0.bitPattern
          }
        }
      }
    }
    #expect(Set(values).count == 1)
  }

  /// Large shapes agree at every level, and one thread and two give the same
  /// bits at each.
  @Test(arguments: VectorLevel.all)
  func largePlanAgreesAndDoesNotDependOnThreads(_ level: VectorLevel) throws {
    let (worksheet, givens) = try Self.digits(examples: 3001)
    let names = worksheet.givens.filter { $0.role == .parameter }
      .map { Worksheet.adjoint(of: $0.name) }
    let valuation = try Valuation(worksheet, givens: givens)
    func slopes(threads: Int32) throws -> [Matrix<Double>?] {
      kernels_use_threads(threads)
      defer { kernels_use_threads(1) }
      let plan = try Plan(
        worksheet, shapes: givens.mapValues(\.shape), wanting: names,
        updates: false)
      try plan.load(givens)
      try level.use { try plan.run() }
      return names.map { plan.value($0) }
    }
    let two = try slopes(threads: 1)
    #expect(try slopes(threads: 0) == two)
    for (name, ours) in zip(names, two) {
      let plain = try #require(valuation.values[name])
      let largest = plain.storage.map(\.magnitude).max() ?? 0
      let ours = try #require(ours)
      let worst =
        zip(ours.storage, plain.storage)
        .map { ($0 - $1).magnitude }.max() ?? .nan
      #expect(worst <= 1e-12 * largest, "\(name)")
    }
  }

  /// A network like that of the digits, narrower: 40-9-5.
  static func digits(
    layers: [Int] = [40, 9, 5], examples: Int
  ) throws -> (worksheet: Worksheet, givens: [Name: Matrix<Double>]) {
    let description = NetworkDescription(
      layers: layers,
      activations: ["tanh", "softmax"].compactMap(Activation.named),
      hasBias: [true, true], cost: try #require(Cost.named("cross-entropy")),
      reduction: .mean, targetColumnsSumToOne: true)
    var random = SeededGenerator(78)
    var givens: [Name: Matrix<Double>] = [:]
    for (name, rows, columns): (Name, Int, Int) in [
      ("x", layers[0], examples), ("W1", layers[1], layers[0]),
      ("b1", layers[1], 1), ("W2", layers[2], layers[1]),
      ("b2", layers[2], 1),
    ] {
      givens[name] = try Matrix(
        rows: rows, columns: columns,
        storage: (0..<rows * columns).map { _ in
          Double.random(in: -0.5...0.5, using: &random)
        })
    }
    givens["y"] = try Matrix(rows: layers[2], columns: examples) {
      $0 == $1 % layers[2] ? 1 : 0
    }
    return (try description.worksheet(), givens)
  }
}
