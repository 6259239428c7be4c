import Algebra

/// What a report on a training calls things.
struct TrainingTerms {
  var cost: Name
  var rate: Name

  init(_ worksheet: Worksheet) {
    cost = worksheet.cost?.name ?? "C"
    rate = worksheet.rate
  }
}
