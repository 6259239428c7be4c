import Algebra

/// What keeps a network from learning.
public enum TrainingFault: Error, Hashable, Sendable {
  case plan(PlanFault)
  case worksheet(WorksheetFault)
  /// No parameter has a slope, and nothing is updated.
  case noSlopes
  case rate(Double)
  case scheduledRate(Double, iteration: Int)
  case constant(Name, Double, Range<Double>)
  case unknownConstant(Name, known: [Name])
  case batchSize(Int)
  case interval(Int)
  /// No columns stand for any number of examples.
  case noExamples
  /// A quantity has the examples elsewhere than in its columns.
  case examplesElsewhere(Name, size: Name)
  /// A rule or a schedule that cannot be read.
  case formula(String)
  /// What is to be recorded is no number.
  case noNumber(String)
  /// Training has not come as far.
  case notReached(iteration: Int, from: Int, through: Int)
  /// Values that do not belong to this training.
  case strangeState(Name)
  /// The way to an iteration was given up.
  case stopped(iteration: Int)
}

extension TrainingFault {
  public var headline: String {
    switch self {
    case .plan(let fault): fault.headline
    case .worksheet(let fault): fault.headline
    case .noSlopes: "no parameter of this worksheet has a slope"
    case .rate(let rate): "the learning rate is \(rate)"
    case .scheduledRate(let rate, let iteration):
      "the schedule gives the rate \(rate) at iteration \(iteration)"
    case .constant(let name, let value, let range):
      "\(name.text) is \(value), and should be \(range.words)"
    case .unknownConstant(let name, _):
      "neither the optimiser nor the schedule has a \(name.text)"
    case .batchSize(let size): "a batch of \(size) examples holds none"
    case .interval(let count): "there is no look every \(count) iterations"
    case .noExamples: "the inputs have no columns that a batch could be of"
    case .examplesElsewhere(let name, let size):
      "\(name.text) has \(size.text) elsewhere than in columns of examples"
    case .formula(let text): "\(text) cannot be read as a rule"
    case .noNumber(let text): "\(text) is no number that could be recorded"
    case .notReached(let iteration, _, let last):
      "iteration \(iteration) is not among those kept, which end at \(last)"
    case .strangeState(let name):
      "\(name.text) does not belong to this training"
    case .stopped(let iteration):
      "the way to iteration \(iteration) was stopped"
    }
  }

  /// The rule that was not kept, in one line.
  public var note: String? {
    switch self {
    case .plan(let fault): fault.note
    case .worksheet(let fault): fault.note
    case .noSlopes: "training goes against the slopes of a cost"
    case .rate: "a rate is above 0 and finite"
    case .scheduledRate: "a rate is 0 or more, and finite"
    case .unknownConstant(_, let known) where known.isEmpty:
      "they have no constants"
    case .unknownConstant(_, let known):
      "known are \(known.map(\.text).joined(separator: ", "))"
    case .noExamples: "a batch is some of the columns, where they are m"
    case .examplesElsewhere:
      "a batch takes columns out of what is given by examples"
    case .formula: "a schedule is written in η0, e and i"
    case .noNumber: "a quantity, an entry, or ‖W1‖"
    case .notReached(_, let first, let last):
      "kept are the iterations from \(first) to \(last)"
    case .stopped: "the weights are as they were before"
    default: nil
    }
  }

  /// What can be typed instead.
  public var remedy: String? {
    switch self {
    case .plan(let fault): fault.remedy
    case .worksheet(let fault): fault.remedy
    case .rate: "train rate 0.1"
    case .batchSize, .noExamples, .examplesElsewhere: "train batch all"
    case .interval: "train every 1"
    case .notReached(let iteration, let first, let last):
      "goto iteration \(iteration < first ? first : last)"
    case .stopped(let iteration): "goto iteration \(iteration)"
    default: nil
    }
  }
}

extension Range<Double> {
  fileprivate var words: String {
    let start =
      lowerBound == .leastNonzeroMagnitude
      ? "above 0" : "\(Int(lowerBound)) or more"
    return upperBound.isInfinite
      ? start : "\(start) and below \(Int(upperBound))"
  }
}
