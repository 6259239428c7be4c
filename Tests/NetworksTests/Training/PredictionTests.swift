import Algebra
import Matrices
import Networks
import Testing

@Suite struct PredictionTests {
  private func entry(
    _ activation: String, _ cost: String, weights: [[Double]],
    x: [[Double]], y: [[Double]]
  ) throws -> LearningCase {
    let weights = try Matrix(weights)
    let description = NetworkDescription(
      layers: [weights.columns, weights.rows],
      activations: [activation].compactMap(Activation.named),
      hasBias: [false], cost: try #require(Cost.named(cost)))
    return LearningCase(
      worksheet: try description.worksheet(),
      values: ["x": try Matrix(x), "y": try Matrix(y), "W1": weights])
  }

  private func prediction(_ entry: LearningCase) throws -> Prediction? {
    try Prediction(entry.worksheet, values: entry.values)
  }

  @Test func oneSigmoidHasTwoClasses() throws {
    let found = try #require(
      try prediction(
        entry(
          "sigmoid", "binary-cross-entropy", weights: [[1]],
          x: [[-2, 3, 0, 4]], y: [[0, 1, 1, 0]])))
    #expect(found.classes == [0, 1, nil, 1])
    #expect(found.truths == [0, 1, 1, 0])
    // A half is neither class, and counts as wrong.
    #expect(found.tieCount == 1 && found.rightCount == 2)
    #expect(found.accuracy == 0.5)
    #expect(found.confusion == [[1, 1], [0, 1]])
  }

  @Test func largestOfSeveralIsTheClass() throws {
    for (activation, cost) in [
      ("softmax", "cross-entropy"), ("sigmoid", "binary-cross-entropy"),
      ("identity", "squared-error"),
    ] {
      let found = try #require(
        try prediction(
          entry(
            activation, cost, weights: [[1, 0], [0, 1], [0, 0]],
            x: [[2, 1, 3, -1], [1, 1, 4, -1]],
            y: [[1, 0, 1, 0], [0, 1, 0, 0], [0, 0, 0, 1]])))
      #expect(found.classes == [0, nil, 1, 2])
      #expect(found.accuracy == 0.5 && found.tieCount == 1)
      #expect(found.confusion == [[1, 1, 0], [0, 0, 0], [0, 0, 1]])
    }
  }

  @Test func whatDoesNotClassifyHasNoAccuracy() throws {
    #expect(
      try prediction(
        entry(
          "identity", "squared-error", weights: [[1]], x: [[1, 2]],
          y: [[0, 1]])) == nil)
    #expect(
      try prediction(
        entry(
          "sigmoid", "squared-error", weights: [[1]], x: [[1, 2]],
          y: [[0.3, 1]])) == nil)
    let training = try LearningCase.oneWeight(w: 1, x: 1, y: 1).training(
      TrainingSettings())
    #expect(try training.prediction() == nil)
    try training.run(
      .iterations(1),
      look: {
        #expect($0.accuracy == nil)
        return true
      })
    #expect(training.trajectory.csv.hasPrefix("iteration,epoch,cost\n"))
  }
}
