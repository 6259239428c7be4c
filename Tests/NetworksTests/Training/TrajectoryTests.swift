import Algebra
import Matrices
import Networks
import Testing

@Suite struct TrajectoryTests {
  @Test(arguments: manners)
  func everyIterationCanBeHadBack(_ manner: TrainingSettings) throws {
    var settings = manner
    settings.interval = 2
    let entry = try LearningCase.classes()
    let training = try entry.training(settings)
    try training.run(.iterations(300))
    let end = training.state
    let plain = try entry.training(settings)
    for iteration in 0...300 {
      if iteration % 37 == 0 || iteration > 296 || iteration < 3 {
        #expect(
          try training.state(at: iteration).values == plain.state.values)
      }
      try plain.run(.iterations(1))
    }
    #expect(training.state == end)
    try training.move(to: 100)
    #expect(training.iteration == 100)
    try training.run(.iterations(200))
    #expect(training.state == end)
    #expect(
      throws: TrainingFault.notReached(
        iteration: 301, from: 0, through: 300)
    ) { try training.move(to: 301) }
    #expect(training.state == end)
  }

  /// Who stops the way to an iteration finds all as it was.
  @Test(arguments: [false, true], [1, 2, 4])
  func wayToAnIterationCanBeStopped(whileFalling: Bool, asks: Int) throws {
    let training = try LearningCase.xor().training(
      TrainingSettings(
        rate: 0.01, schedule: .inverseTime,
        stops: TrainingSettings.Stops(whenCostRises: whileFalling),
        interval: 5000))
    try training.run(.iterations(9999))
    let (before, kept) = (training.state, training.kept)
    for isMove in [false, true] {
      let asked = Countdown(asks)
      let stopped = TrainingFault.stopped(iteration: 4999)
      #expect(throws: stopped) {
        try Interruption.watched(by: { asked.isOver }) {
          if isMove {
            try training.move(to: 4999)
          } else {
            _ = try training.state(at: 4999)
          }
        }
      }
      #expect(training.state == before && training.kept == kept)
    }
    try training.move(to: 4999)
    #expect(training.iteration == 4999)
    try training.run(.iterations(5000))
    #expect(training.state == before)
  }

  @Test func iterationsBeforeAResumptionAreNotKept() throws {
    let entry = try LearningCase.classes()
    let first = try entry.training(TrainingSettings())
    try first.run(.iterations(25))
    let second = try entry.training(TrainingSettings(), from: first.state)
    try second.run(.iterations(25))
    #expect(second.kept == 25...50)
    #expect(throws: TrainingFault.self) { try second.state(at: 24) }
    try first.run(.iterations(25))
    #expect(try second.state(at: 33) == first.state(at: 33))
  }

  @Test func numbersAreRecordedAndThinned() throws {
    var entry = try LearningCase.classes()
    entry.worksheet = try Optimizer.momentum.applied(to: entry.worksheet)
      .worksheet
    var scope = entry.worksheet.scope
    scope.shapes["η"] = .scalar
    let tracks = try ["W1[1,2]", "norm(W1)", "norm(vW2)", "C", "sum(dW2.^2)"]
      .map { Track(try Expression($0, in: scope), label: $0) }
    let training = try Training(
      entry.worksheet, values: entry.values,
      settings: TrainingSettings(optimizer: .momentum, interval: 3),
      tracking: tracks, points: 20)
    try training.run(.iterations(200))
    let trajectory = training.trajectory
    #expect(trajectory.points.count <= 20 && trajectory.points.count > 8)
    #expect(trajectory.interval == 12)
    for point in trajectory.points {
      #expect(point.iteration % 12 == 0)
      let values = try training.state(at: point.iteration).values
      let valuation = try Valuation(
        training.worksheet,
        givens: entry.values.merging(values) { $1 }
          .merging(["μ": Matrix(scalar: 0.9)]) { $1 })
      for (track, number) in zip(tracks, point.tracked) {
        let plain = try valuation.value(of: track.expression).storage[0]
        #expect(abs(plain - number) <= 1e-11 * max(1, abs(plain)))
      }
      #expect(point.tracked[3] == point.cost)
    }
    #expect(trajectory.values(of: "C") == trajectory.values(of: "cost"))
    #expect(trajectory.values(of: "D") == nil)
  }

  @Test func trajectoryIsWrittenAsATable() throws {
    let entry = try LearningCase.xor()
    let training = try entry.training(
      TrainingSettings(rate: 0.5, interval: 10),
      tracking: [
        Track(try Expression("W1[1,2]", in: entry.worksheet.scope))
      ])
    try training.run(.iterations(20))
    let lines = training.trajectory.csv.split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines[0] == "iteration,epoch,cost,accuracy,\"W1[1,2]\"")
    let point = training.trajectory.points[2]
    #expect(
      lines[3]
        == "20,20,\(point.cost),\(point.accuracy ?? -1),\(point.tracked[0])")
  }

  @Test func onlyNumbersAreRecorded() throws {
    let entry = try LearningCase.xor()
    for text in ["W1", "a1"] {
      #expect(throws: TrainingFault.noNumber(text)) {
        try entry.training(
          TrainingSettings(),
          tracking: [Track(try Expression(text, in: entry.worksheet.scope))])
      }
    }
  }
}

/// Over when it was asked a few times.
private final class Countdown: @unchecked Sendable {
  private var left: Int

  init(_ left: Int) { self.left = left }

  var isOver: Bool {
    left -= 1
    return left <= 0
  }
}
