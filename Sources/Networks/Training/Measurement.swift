import Algebra
import Matrices

/// What is looked at while a network learns: the cost and the accuracy over
/// all examples, and what is to be recorded.
final class Measurement {
  /// The numbers at one iteration.
  struct Numbers {
    var cost: Double
    var accuracy: Double?
    var tracked: [Double]
  }

  private let plan: Plan
  private let cost: Name?
  private let tracks: [Name]
  private let classification: Classification?
  private let target: Matrix<Double>?

  init(
    _ worksheet: Worksheet, _ values: [Name: Matrix<Double>],
    tracking tracks: [Track]
  ) throws(TrainingFault) {
    var sheet = worksheet
    sheet.equations.removeAll { $0.role == .update }
    let scope = sheet.scope
    self.tracks = tracks.indices.map {
      Name(stem: "track", index: "\($0)?")
    }
    for (name, track) in zip(self.tracks, tracks) {
      try track.check(in: scope)
      sheet.equations.append(Equation(name, track.expression))
    }
    classification = Classification(worksheet, values: values)
    target = classification.flatMap { values[$0.target] }
    cost = worksheet.cost?.name
    do throws(PlanFault) {
      plan = try Plan(
        sheet, shapes: values.mapValues(\.shape),
        wanting: self.tracks
          + [cost, classification?.output].compactMap { $0 },
        updates: false)
      try plan.load(values)
    } catch { throw .plan(error) }
  }

  func numbers(with weights: Weights) throws(TrainingFault) -> Numbers {
    do throws(PlanFault) {
      try plan.load(weights)
      try plan.run()
    } catch { throw .plan(error) }
    return Numbers(
      cost: cost.flatMap { plan.number($0) } ?? .nan,
      accuracy: prediction?.accuracy,
      tracked: tracks.map { plan.number($0) ?? .nan })
  }

  /// What the network predicted in the last look.
  var prediction: Prediction? {
    guard let classification, let target,
      let output = plan.value(classification.output)
    else { return nil }
    return Prediction(classification, output: output, target: target)
  }
}
