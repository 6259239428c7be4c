import Algebra
import Networks

/// What a report on a training calls things.
struct TrainingTerms {
  var cost: Name
  /// Nothing where no update has the rate in it.
  var rate: Name?

  init(_ training: Training) {
    cost = training.worksheet.cost?.name ?? "C"
    rate = training.takesRate ? training.worksheet.rate : nil
  }
}
