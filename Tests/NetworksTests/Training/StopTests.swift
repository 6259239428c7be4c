import Algebra
import Matrices
import Networks
import Synchronization
import Testing

@Suite struct StopTests {
  /// With a rate like this the squared differences leave the doubles before
  /// the differences do.
  @Test func overflowIsNamedByItsFirstQuantity() throws {
    let description = NetworkDescription(
      layers: [1, 1], activations: ["identity"].compactMap(Activation.named),
      hasBias: [true], cost: try #require(Cost.named("squared-error")),
      reduction: .mean)
    let entry = LearningCase(
      worksheet: try description.worksheet(),
      values: [
        "x": try Matrix([[1.0, 2, 3]]), "y": try Matrix([[2.0, 4, 7]]),
        "W1": Matrix(scalar: 0.5), "b1": Matrix(scalar: 0),
      ])
    for interval in [1, 4, 1000] {
      let training = try entry.training(
        TrainingSettings(rate: 1e6, interval: interval))
      let stop = try training.run(.iterations(500))
      let overflow = try #require(stop.overflow)
      #expect(overflow.quantity == "c" && !overflow.isUpdate)
      // The weights are those of that iteration, and still finite.
      #expect(training.iteration == overflow.iteration)
      let valuation = try training.nextIteration()
      #expect(valuation.firstNotFinite == "c")
      #expect(
        training.values.values.allSatisfy {
          $0.storage.allSatisfy(\.isFinite)
        })
      // Before that iteration everything was finite.
      let before = try training.state(at: overflow.iteration - 1)
      let plain = try Valuation(
        training.worksheet,
        givens: entry.values.merging(before.values) { $1 })
      #expect(plain.firstNotFinite == nil)
    }
  }

  @Test func overflowInAnUpdateIsNamed() throws {
    var entry = try LearningCase.oneWeight(w: 1, x: 1, y: 0)
    entry.worksheet.givens.append(Given("s", .scalar, role: .state))
    entry.worksheet.equations.append(
      Equation(
        "s", try Expression("s + exp(700 + 2*s)", in: entry.worksheet.scope),
        role: .update))
    let training = try entry.training(TrainingSettings())
    let stop = try training.run(.iterations(50))
    let overflow = try #require(stop.overflow)
    #expect(overflow.quantity == "s" && overflow.isUpdate)
    #expect(overflow.iteration == 1)
    #expect(try number("s", in: training).isFinite)
  }

  @Test func overflowInABatchIsFound() throws {
    let training = try LearningCase.classes().training(
      TrainingSettings(rate: 1e300, batch: .size(5)))
    let overflow = try #require(try training.run(.epochs(20)).overflow)
    #expect(training.iteration == overflow.iteration)
    #expect(
      try training.nextIteration().firstNotFinite == overflow.quantity
        || overflow.isUpdate)
  }

  @Test func givenNumbersThatAreNotFiniteStopAtOnce() throws {
    var entry = try LearningCase.xor()
    entry.values["x"] = try Matrix([[.nan, 0, 1, 1], [0, 1, 0, 1]])
    let training = try entry.training(TrainingSettings())
    let overflow = try #require(try training.run().overflow)
    #expect(overflow.quantity == "x" && overflow.iteration == 0)
  }

  @Test func costAndAccuracyStop() throws {
    let entry = try LearningCase.classes()
    let training = try entry.training(
      TrainingSettings(
        rate: 0.5, length: .iterations(5000),
        stops: TrainingSettings.Stops(accuracyAtLeast: 0.75), interval: 10))
    let stop = try training.run()
    let accuracy = try #require(try training.prediction()?.accuracy)
    #expect(stop == .accuracy(accuracy) && accuracy >= 0.75)
    #expect(training.iteration % 10 == 0 && training.iteration > 0)
    let before = try training.state(at: training.iteration - 10)
    let earlier = try Prediction(
      training.worksheet,
      values: entry.values.merging(before.values) { $1 })
    #expect(try #require(earlier).accuracy < 0.75)
  }

  @Test func risingCostStopsWhereverARunIsCut() throws {
    let settings = TrainingSettings(
      rate: 0.6,
      stops: TrainingSettings.Stops(whenCostRises: true), interval: 1)
    // C = (2w - 1)² and its slope 4 (2w - 1): each step overshoots.
    let entry = try LearningCase.oneWeight(w: 3, x: 2, y: 1)
    let training = try entry.training(settings)
    guard case .costRose(let from, let to) = try training.run() else {
      Issue.record("it did not rise")
      return
    }
    #expect(from == 25 && to > from && training.iteration == 1)
    let parts = try entry.training(settings)
    try parts.run(.iterations(0))
    let resumed = try entry.training(settings, from: parts.state)
    #expect(try resumed.run() == .costRose(from: from, to: to))
  }

  @Test func lookStopsBetweenIterations() throws {
    let training = try LearningCase.classes().training(
      TrainingSettings(batch: .one, interval: 5))
    var looks: [Training.Look] = []
    var time = 0.0
    let stop = try training.run(
      .iterations(100),
      clock: {
        defer { time += 1 }
        return time
      },
      look: {
        looks.append($0)
        return looks.count < 4
      })
    #expect(stop == .interrupted && training.iteration == 15)
    #expect(looks.map(\.iteration) == [0, 5, 10, 15])
    #expect(looks.map(\.seconds) == [1, 2, 3, 4])
    #expect(looks.allSatisfy { $0.end == 100 && $0.rate == 0.1 })
    #expect(try #require(looks.last).cost < looks[0].cost)
    let other = try LearningCase.classes().training(
      TrainingSettings(batch: .one, interval: 5))
    try other.run(.iterations(15))
    #expect(other.state == training.state)
  }

  @Test func interruptionStopsBetweenIterations() throws {
    for batch in [TrainingSettings.Batch.all, .one] {
      let training = try LearningCase.classes().training(
        TrainingSettings(batch: batch))
      let stop = try Interruption.watched(by: { true }) {
        try training.run(.iterations(100))
      }
      #expect(stop == .interrupted && training.iteration == 0)
      #expect(try training.run(.iterations(3)) == .length)
    }
  }

  /// Also where nobody would have looked for long.
  @Test func lastLookIsWhereAnInterruptionCame() throws {
    let training = try LearningCase.classes().training(
      TrainingSettings(batch: .one, interval: 1000))
    let asked = Mutex(0)
    var looks: [Training.Look] = []
    let stop = try Interruption.watched(
      by: {
        asked.withLock {
          $0 += 1
          return $0 > 7
        }
      }) {
        try training.run(
          .iterations(100),
          look: {
            looks.append($0)
            return true
          })
      }
    #expect(stop == .interrupted && training.iteration == 7)
    #expect(looks.map(\.iteration) == [0, 7])
    #expect(looks.last?.cost != looks.first?.cost)
  }
}

extension Training.Stop {
  var overflow: Training.Overflow? {
    if case .notFinite(let overflow) = self { overflow } else { nil }
  }
}
