import Algebra
import Networks
import Testing

@Suite struct ScheduleTests {
  /// The rates of the first iterations of one example.
  private func rates(
    _ schedule: Schedule, _ constants: [Name: Double] = [:], count: Int
  ) throws -> [Double] {
    let training = try LearningCase.oneWeight(w: 3, x: 0.1, y: 1).training(
      TrainingSettings(rate: 0.8, schedule: schedule, constants: constants))
    var rates: [Double] = []
    for _ in 0..<count {
      rates.append(try training.rate())
      try training.run(.iterations(1))
    }
    return rates
  }

  @Test func ratesFollowTheirFormulas() throws {
    #expect(try rates(.constant, count: 3) == [0.8, 0.8, 0.8])
    #expect(
      try rates(.stepDecay, ["γ": 0.5, "k": 2], count: 5)
        == [0.8, 0.8, 0.4, 0.4, 0.2])
    #expect(
      try rates(.inverseTime, ["κ": 1], count: 4)
        == [0.8, 0.4, 0.8 / 3, 0.2])
    let wave = try rates(.cosine, ["T": 4], count: 6)
    for (rate, expected) in zip(wave, [0.8, 0.6828427, 0.4, 0.1171573, 0, 0]) {
      #expect(abs(rate - expected) < 1e-7)
    }
    #expect(
      try rates(Schedule(formula: "η0/(1 + i)"), count: 2) == [0.8, 0.4])
  }

  @Test func rateFollowsTheEpochAndNotTheBatch() throws {
    let training = try LearningCase.classes().training(
      TrainingSettings(
        rate: 0.8, schedule: .inverseTime, constants: ["κ": 1],
        batch: .size(10)))
    #expect(training.iterationsPerEpoch == 3)
    for expected in [0.8, 0.8, 0.8, 0.4, 0.4, 0.4, 0.8 / 3] {
      #expect(try training.rate() == expected)
      try training.run(.iterations(1))
    }
  }

  @Test func meaninglessSchedulesAreRefused() throws {
    let xor = try LearningCase.xor()
    for formula in ["η0 +", "q", "ones(2, 2)", "W1"] {
      #expect(throws: TrainingFault.formula(formula)) {
        try xor.training(
          TrainingSettings(schedule: Schedule(formula: formula)))
      }
    }
    let training = try xor.training(
      TrainingSettings(rate: 1, schedule: Schedule(formula: "η0 - e")))
    #expect(throws: TrainingFault.scheduledRate(-1, iteration: 2)) {
      try training.run(.iterations(5))
    }
    #expect(training.iteration == 2)
  }
}
