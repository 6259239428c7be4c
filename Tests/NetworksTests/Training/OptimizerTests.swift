import Algebra
import Matrices
import Networks
import Testing

@Suite struct OptimizerTests {
  @Test func updatesAreLinesOfTheWorksheet() throws {
    let xor = try LearningCase.xor()
    let lines = { (optimizer: Optimizer) in
      try optimizer.applied(to: xor.worksheet).worksheet.equations
        .filter { $0.role == .update }
        .map { "\($0.name.text) ← \($0.expression.text(.ascii))" }
    }
    let descent = try Array(lines(.descent).prefix(1))
    #expect(descent == ["W1 ← W1 - eta*dW1"])
    let momentum = try Array(lines(.momentum).prefix(2))
    #expect(momentum == ["vW1 ← mu*vW1 + dW1", "W1 ← W1 - eta*(mu*vW1 + dW1)"])
    let adam = try Array(lines(.adam).prefix(4))
    #expect(
      adam == [
        "t ← t + 1", "mW1 ← beta1*mW1 + (1 - beta1)*dW1",
        "vW1 ← beta2*vW1 + (1 - beta2)*dW1.^2",
        "W1 ← W1 - eta*((beta1*mW1 + (1 - beta1)*dW1)/(1 - beta1^(t + 1))) "
          + "./ (sqrt((beta2*vW1 + (1 - beta2)*dW1.^2)/(1 - beta2^(t + 1))) "
          + "+ epsilon)",
      ])
  }

  @Test(arguments: Optimizer.all)
  func everyRuleHasAShape(_ optimizer: Optimizer) throws {
    for entry in [try LearningCase.xor(), try .oneWeight(w: 1, x: 2, y: 3)] {
      let worksheet = try optimizer.applied(to: entry.worksheet).worksheet
      try worksheet.checkShapes()
      for given in worksheet.givens where given.role == .state {
        #expect(
          worksheet.equations.contains {
            $0.role == .update && $0.name == given.name
          })
      }
    }
  }

  /// Slopes are derived for what training alters, not for what it carries.
  @Test func noSlopeIsDerivedInAState() throws {
    let worksheet = try Optimizer.adam.applied(
      to: LearningCase.xor().worksheet
    ).worksheet
    let anew = try worksheet.withBackwardPass()
    #expect(
      anew.equations.map(\.name) == worksheet.equations.map(\.name))
  }

  @Test func oneOptimizerTakesThePlaceOfAnother() throws {
    let plain = try LearningCase.xor().worksheet
    let first = try Optimizer.adam.applied(to: plain).worksheet
    let second = try Optimizer.momentum.applied(to: first).worksheet
    let direct = try Optimizer.momentum.applied(to: plain).worksheet
    #expect(second.givens == direct.givens)
    #expect(second.equations == direct.equations)
  }

  @Test func takenNamesAreLeftAlone() throws {
    var worksheet = try LearningCase.xor().worksheet
    worksheet.givens.append(Given("t", .scalar, role: .constant))
    worksheet.givens.append(Given("β1", .scalar, role: .constant))
    let applied = try Optimizer.adam.applied(
      to: worksheet, avoiding: ["vW1"])
    let names = applied.worksheet.givens.map(\.name.text)
    #expect(names.filter { $0 == "t" || $0 == "β1" }.count == 2)
    #expect(names.contains("t_step") && names.contains("vW_1step"))
    #expect(applied.constants["β1"]?.text == "β_1step")
    try applied.worksheet.checkShapes()
    // The new names can be typed.
    for name in applied.worksheet.givens.map(\.name) {
      #expect(
        try Expression(name.ascii, in: applied.worksheet.scope) == .name(name))
    }
  }

  @Test func descentIsAStepAgainstTheSlope() throws {
    let training = try LearningCase.oneWeight(w: 3, x: 2, y: 1).training(
      TrainingSettings(rate: 0.01))
    // C = (2w - 1)², dw = 4 (2w - 1) = 20.
    try training.run(.iterations(1))
    #expect(try number("w", in: training) == 3 - 0.01 * 20)
  }

  @Test func momentumAddsUpSlopes() throws {
    let training = try LearningCase.oneWeight(w: 3, x: 2, y: 1).training(
      TrainingSettings(
        optimizer: .momentum, rate: 0.01, constants: ["μ": 0.5]))
    try training.run(.iterations(2))
    // v = 20, w = 2.8; then dw = 4·4.6 = 18.4, v = 28.4, w = 2.516.
    #expect(abs(try number("vw", in: training) - 28.4) < 1e-13)
    #expect(abs(try number("w", in: training) - 2.516) < 1e-13)
  }

  /// Whatever the slope, the first step of Adam is as long as the rate.
  @Test(arguments: [1e-3, 1, 1e4])
  func firstStepOfAdamHasTheLengthOfTheRate(_ scale: Double) throws {
    let training = try LearningCase.oneWeight(w: 3, x: scale, y: 0).training(
      TrainingSettings(optimizer: .adam, rate: 0.25))
    try training.run(.iterations(1))
    #expect(abs(try number("w", in: training) - 2.75) < 1e-3)
    #expect(try number("t", in: training) == 1)
  }

  @Test func adamComesToTheNumbersOfItsPaper() throws {
    let training = try LearningCase.oneWeight(w: 3, x: 2, y: 1).training(
      TrainingSettings(optimizer: .adam, rate: 0.1))
    var (w, m, v) = (3.0, 0.0, 0.0)
    for t in 1...5 {
      let slope = 2 * (w * 2 - 1) * 2
      m = 0.9 * m + 0.1 * slope
      v = 0.999 * v + 0.001 * slope * slope
      var (first, second) = (1.0, 1.0)
      for _ in 0..<t { (first, second) = (first * 0.9, second * 0.999) }
      w -= 0.1 * (m / (1 - first)) / ((v / (1 - second)).squareRoot() + 1e-8)
      try training.run(.iterations(1))
      #expect(abs(try number("w", in: training) - w) < 1e-12)
      #expect(abs(try number("vw", in: training) - v) < 1e-10)
    }
  }

  /// The slope that an update uses is the one that differences measure.
  @Test(arguments: Optimizer.all)
  func stepsUseTheSlopeOfTheCost(_ optimizer: Optimizer) throws {
    let entry = try LearningCase.xor()
    let training = try entry.training(
      TrainingSettings(optimizer: optimizer, rate: 0.1))
    let before = try training.nextIteration()
    let slope = try before.value(
      of: Expression("dC/dW1", in: before.scope), slopesBy: .differences)
    let derived = try #require(before.values["dW1"])
    for (measured, exact) in zip(slope.storage, derived.storage) {
      #expect(abs(measured - exact) < 1e-7)
    }
    try training.run(.iterations(1))
    let old = try #require(entry.values["W1"])
    let new = try #require(training.values["W1"])
    for (place, slope) in slope.storage.enumerated() {
      let step = old.storage[place] - new.storage[place]
      let expected =
        optimizer == .adam
        ? 0.1 * slope / abs(slope) : 0.1 * slope
      #expect(abs(step - expected) < 1e-5)
    }
  }

  @Test func worksheetsOwnUpdatesAreRun() throws {
    var entry = try LearningCase.oneWeight(w: 3, x: 2, y: 1)
    entry.worksheet.equations.append(
      Equation(
        "w", try Expression("w - ½", in: entry.worksheet.scope),
        role: .update))
    let training = try entry.training(TrainingSettings())
    try training.run(.iterations(3))
    #expect(try number("w", in: training) == 1.5)
  }

  @Test func constantsOutOfRangeAreRefused() throws {
    let xor = try LearningCase.xor()
    #expect(throws: TrainingFault.constant("μ", 1, 0..<1)) {
      try xor.training(
        TrainingSettings(optimizer: .momentum, constants: ["μ": 1]))
    }
    #expect(throws: TrainingFault.unknownConstant("μ", known: [])) {
      try xor.training(TrainingSettings(constants: ["μ": 0.5]))
    }
    for rate in [0, -1, .nan, .infinity] {
      #expect(throws: TrainingFault.self) {
        try xor.training(TrainingSettings(rate: rate))
      }
    }
  }
}
