import Algebra
import Matrices
import Networks
import Testing

@Suite struct TrainingTests {
  /// The plan's steps are those of the equations, put in one by one.
  @Test(arguments: manners, Schedule.all)
  func trainingIsWhatTheEquationsSay(
    _ manner: TrainingSettings, _ schedule: Schedule
  ) throws {
    var settings = manner
    settings.schedule = schedule
    let training = try LearningCase.classes().training(settings)
    var plain = training.values
    for _ in 0..<12 {
      var valuation = try training.nextIteration()
      for (name, value) in plain { try valuation.set(name, to: value) }
      for (equation, value) in try valuation.updates(rate: training.rate()) {
        plain[equation.name] = value
      }
      try training.run(.iterations(1))
      for (name, value) in training.values {
        let expected = try #require(plain[name])
        let largest = expected.storage.map(\.magnitude).max() ?? 0
        for (ours, other) in zip(value.storage, expected.storage) {
          #expect(abs(ours - other) <= 1e-12 * max(largest, 1e-3))
        }
      }
    }
  }

  @Test(arguments: Optimizer.all)
  func xorIsSolved(by optimizer: Optimizer) throws {
    let training = try LearningCase.xor().training(
      TrainingSettings(
        optimizer: optimizer, rate: optimizer == .adam ? 0.05 : 0.5,
        length: .iterations(5000),
        stops: TrainingSettings.Stops(costAtMost: 0.05)))
    let stop = try training.run()
    guard case .cost(let cost) = stop else {
      Issue.record("\(stop)")
      return
    }
    #expect(cost <= 0.05)
    #expect(try training.prediction()?.accuracy == 1)
  }

  @Test(arguments: manners)
  func oneRunIsAsGoodAsTwo(_ settings: TrainingSettings) throws {
    let entry = try LearningCase.classes()
    let whole = try entry.training(settings)
    try whole.run(.iterations(41))
    for cut in [0, 1, 7, 20, 40] {
      let parts = try entry.training(settings)
      try parts.run(.iterations(cut))
      try parts.run(.iterations(41 - cut))
      #expect(parts.state == whole.state)
      let first = try entry.training(settings)
      try first.run(.iterations(cut))
      let resumed = try entry.training(settings, from: first.state)
      try resumed.run(.iterations(41 - cut))
      #expect(resumed.state == whole.state)
    }
  }

  @Test(arguments: manners)
  func intervalDoesNotChangeABit(_ manner: TrainingSettings) throws {
    let entry = try LearningCase.classes()
    let states = try [1, 13, 100].map { interval in
      var settings = manner
      settings.interval = interval
      let training = try entry.training(settings)
      try training.run(.iterations(60))
      return training.state
    }
    #expect(states[0] == states[1] && states[1] == states[2])
  }

  @Test func everyEpochTakesEveryExampleOnce() throws {
    for batch in [TrainingSettings.Batch.one, .size(5), .size(23), .all] {
      let training = try LearningCase.classes().training(
        TrainingSettings(batch: batch))
      let x = try #require(try LearningCase.classes().values["x"])
      for _ in 0..<3 {
        var seen: [[Double]] = []
        for _ in 0..<training.iterationsPerEpoch {
          let part = try #require(try training.nextIteration().values["x"])
          seen += part.transposed.rowArrays
          try training.run(.iterations(1))
        }
        let all = x.transposed.rowArrays
        #expect(Set(seen) == Set(all) && seen.count == all.count)
      }
      #expect(training.epoch == 3)
    }
  }

  @Test func seedDecidesTheOrder() throws {
    func weights(_ seed: UInt64, shuffles: Bool = true) throws -> TrainingState
    {
      let training = try LearningCase.classes().training(
        TrainingSettings(batch: .size(5), shuffles: shuffles, seed: seed))
      try training.run(.epochs(3))
      #expect(training.epoch == 3 && training.iteration == 15)
      return training.state
    }
    #expect(try weights(1) == weights(1))
    #expect(try weights(1) != weights(2))
    #expect(try weights(1, shuffles: false) == weights(2, shuffles: false))
  }

  /// Looked up once; any machine has to come to the same.
  @Test func orderIsTheSameOnEveryMachine() throws {
    var numbers = SeededNumbers("order of examples", 1)
    numbers.mix(0)
    #expect(numbers.order(of: 8) == [7, 1, 2, 3, 6, 5, 0, 4])
  }

  @Test func batchesNeedExamplesInColumns() throws {
    let one = try LearningCase.oneWeight(w: 1, x: 1, y: 1)
    #expect(throws: TrainingFault.noExamples) {
      try one.training(TrainingSettings(batch: .size(2)))
    }
    var entry = try LearningCase.classes()
    entry.worksheet.givens.append(
      Given("u", .matrix(rows: .size("m"), columns: .one), role: .constant))
    entry.values["u"] = try Matrix(repeating: 1, rows: 23, columns: 1)
    #expect(throws: TrainingFault.examplesElsewhere("u", size: "m")) {
      try entry.training(TrainingSettings(batch: .size(2)))
    }
    _ = try entry.training(TrainingSettings(batch: .all))
    #expect(throws: TrainingFault.batchSize(0)) {
      try entry.training(TrainingSettings(batch: .size(0)))
    }
  }

  @Test func worksheetWithoutSlopesIsRefused() throws {
    var entry = try LearningCase.xor()
    entry.worksheet.equations.removeAll {
      $0.role == .backward || $0.role == .update
    }
    for optimizer: Optimizer? in [nil, .descent, .adam] {
      #expect(throws: TrainingFault.noSlopes) {
        try entry.training(TrainingSettings(optimizer: optimizer))
      }
    }
  }
}
