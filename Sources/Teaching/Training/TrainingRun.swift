import Algebra
import Matrices
import Networks
import Presentation

/// A training as it was asked for, with what is shown of it.
public struct TrainingRun {
  public let training: Training
  private let terms: TrainingTerms

  /// Reads `1000 rate 0.5 by adam` for a worksheet with its numbers.
  ///
  /// - Parameters:
  ///   - text: What was typed.
  ///   - worksheet: The equations.
  ///   - values: What is given.
  ///   - left: The settings and the state of a training that goes on.
  /// - Throws: ``TrainingWishFault``, ``TrainingFault``, and what the parser
  ///   throws of a quantity to be recorded.
  public init(
    _ text: String, _ worksheet: Worksheet, _ values: [Name: Matrix<Double>],
    goingOn left: (settings: TrainingSettings, state: TrainingState)? = nil
  ) throws {
    var wish = try TrainingWish(
      text, from: left?.settings ?? TrainingSettings(),
      cost: worksheet.cost?.name ?? "C")
    guard !wish.walks else { throw TrainingWishFault.stepInSession }
    wish.chooseInterval(examples: worksheet.exampleCount(in: values))
    training = try Training(
      worksheet, values: values, settings: wish.settings,
      resuming: left?.state, tracking: wish.tracks(in: worksheet.scope))
    terms = TrainingTerms(training)
  }

  init(_ training: Training, _ terms: TrainingTerms) {
    self.training = training
    self.terms = terms
  }

  /// Trains, and reports what came of it.
  ///
  /// - Parameters:
  ///   - page: What the row on the way is laid out for.
  ///   - witness: A clock, and where that row is shown.
  /// - Returns: How it went, and why it ended.
  /// - Throws: ``TrainingFault``.
  public func go(
    page: Page, witness: Witness?
  ) throws(TrainingFault) -> TrainingReport {
    var progress = TrainingProgress(terms)
    var looks: (first: Training.Look, last: Training.Look)?
    var shownAt = 0.2
    let stop = try training.run(clock: witness?.clock ?? { 0 }) { look in
      looks = (looks?.first ?? look, look)
      progress.take(look)
      if look.seconds > shownAt {
        shownAt = look.seconds + 0.1
        witness?.show(progress.text(look, for: page))
      }
      return true
    }
    return TrainingReport(training, terms, looks, stop: stop)
  }
}

extension Worksheet {
  /// How many columns the input has.
  func exampleCount(in values: [Name: Matrix<Double>]) -> Int {
    givens.first { $0.role == .input }.flatMap { values[$0.name]?.columns } ?? 1
  }
}

extension TrainingWish {
  /// What is to be recorded, read.
  func tracks(in scope: Scope) throws -> [Track] {
    try tracked.map { text in
      Track(
        try Expression.reading(text, of: text, in: scope), label: text)
    }
  }

  /// What may stand behind `train`, a line for each word.
  public static var help: String {
    let width = TrainingOption.rows.map(\.word.count).max() ?? 0
    return TrainingOption.rows.map { usage, summary in
      usage + String(repeating: " ", count: width + 2 - usage.count) + summary
    }.joined(separator: "\n")
  }
}
