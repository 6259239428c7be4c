import Algebra
import Matrices
import Testing

@testable import Networks

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
  /// The rate that is compiled is the one that the evaluator computes, to
  /// the last bit.
  @Test(arguments: Schedule.all + own, [1, 7])
  func compiledRateIsThatOfTheFormula(
    _ schedule: Schedule, perEpoch: Int
  ) throws {
    let read = try ReadSchedule(
      schedule, rate: 0.7, chosen: [:], iterationsPerEpoch: perEpoch)
    let rates = try read.rates(from: 0, count: 2000)
    #expect(rates.count == 2000)
    var values: [Name: Matrix<Double>] = [
      "η0": Matrix(scalar: 0.7), "π": Matrix(scalar: .pi),
    ]
    for constant in schedule.constants {
      values[constant.name] = Matrix(scalar: constant.value)
    }
    for (iteration, rate) in rates.enumerated() {
      values["e"] = Matrix(scalar: Double(iteration / perEpoch))
      values["i"] = Matrix(scalar: Double(iteration))
      let scope = Scope(
        shapes: values.mapValues { _ in .scalar },
        functions: Function.table.merging(["floor": .floor]) { $1 })
      let formula = try Expression(schedule.formula, in: scope)
      let plain = try formula.value(in: scope, values: values).storage[0]
      guard plain != rate else { continue }
      Issue.record("\(schedule.name) at \(iteration): \(rate), not \(plain)")
      return
    }
  }

  private static let own = [
    "η0/(1 + i/100)", "η0*min((i + 1)^(-1/2), (i + 1)*100^(-3/2))",
    "max(η0*(1 - e/1000), 0)", "η0*(1 + sin(i))/2",
  ].map { Schedule(formula: $0) }

  /// However the way is cut up, and from wherever it is taken up.
  @Test(arguments: Schedule.all + own)
  func scheduledTrainingDoesNotDependOnItsCuts(_ schedule: Schedule) throws {
    for batch in [TrainingSettings.Batch.all, .size(5)] {
      let settings = TrainingSettings(
        rate: 0.4, schedule: schedule, batch: batch, interval: 100)
      let entry = try LearningCase.classes()
      let once = try entry.training(settings)
      try once.run(.iterations(250))
      let cut = try entry.training(settings)
      for _ in 0..<130 { try cut.run(.iterations(1)) }
      #expect(try once.state(at: 130) == cut.state)
      let resumed = try entry.training(settings, from: cut.state)
      try resumed.run(.iterations(120))
      #expect(resumed.state == once.state)
      try once.move(to: 130)
      #expect(once.state == cut.state)
    }
  }

  /// What is learned before a rate that is none is kept.
  @Test func weightsBeforeAMeaninglessRateAreKept() throws {
    let xor = try LearningCase.xor()
    let formula = "η0*(40 - i)"
    func training() throws -> Training {
      try xor.training(
        TrainingSettings(
          rate: 0.01, schedule: Schedule(formula: formula), interval: 1000))
    }
    let refused = try training()
    #expect(throws: TrainingFault.scheduledRate(-0.01, iteration: 41)) {
      try refused.run(.iterations(100))
    }
    let plain = try training()
    for _ in 0..<40 { try plain.run(.iterations(1)) }
    #expect(throws: TrainingFault.self) { try plain.run(.iterations(2)) }
    #expect(refused.state == plain.state)
    #expect(refused.iteration == 41)
  }
}
