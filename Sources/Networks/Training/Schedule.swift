import Algebra
import Matrices

/// How the learning rate changes while a network learns, as a formula of the
/// language.
///
/// Its letters are `η0`, the rate to begin with, `e`, the epoch, and `i`, the
/// iteration, both counted from 0; `π`; and its constants. `floor(u)` is the
/// largest whole number that is not above u.
public struct Schedule: Hashable, Sendable {
  public let name: String
  /// What it does, in one sentence.
  public let summary: String
  /// Where it is found, as a citation.
  public let source: String?
  public let formula: String
  public let constants: [TrainingConstant]

  public init(
    _ name: String, summary: String, source: String? = nil,
    formula: String, constants: [TrainingConstant] = []
  ) {
    self.name = name
    self.summary = summary
    self.source = source
    self.formula = formula
    self.constants = constants
  }

  /// A formula that somebody wrote for a single training.
  public init(formula: String) {
    self.init(
      Self.ownName, summary: "A formula of your own.", formula: formula)
  }

  /// The name of a schedule that is in no table.
  public static let ownName = "formula"

  public static let all: [Schedule] = [
    constant, stepDecay, inverseTime, cosine,
  ]

  public static func named(_ name: String) -> Schedule? {
    all.first { $0.name == name }
  }
}

/// A schedule that was read, with its numbers.
struct ReadSchedule {
  private let schedule: Schedule
  private let formula: Expression
  private let scope: Scope
  private var values: [Name: Matrix<Double>]
  /// What the rate depends on.
  let followsEpoch: Bool
  let followsIteration: Bool

  private static let initial: Name = "η0"
  private static let epoch: Name = "e"
  private static let iteration: Name = "i"

  init(
    _ schedule: Schedule, rate: Double, chosen: [Name: Double]
  ) throws(TrainingFault) {
    self.schedule = schedule
    values = [
      Self.initial: Matrix(scalar: rate), Self.epoch: Matrix(scalar: 0),
      Self.iteration: Matrix(scalar: 0), "π": Matrix(scalar: Double.pi),
    ]
    for constant in schedule.constants {
      values[constant.name] = Matrix(
        scalar: try constant.value(chosen: chosen))
    }
    var functions = Function.table
    functions[Schedule.floor.name] = Schedule.floor
    let scope = Scope(
      shapes: values.mapValues { _ in .scalar }, functions: functions)
    self.scope = scope
    do {
      formula = try Expression(schedule.formula, in: scope)
      guard try formula.shape(in: scope) == .scalar else {
        throw TrainingFault.formula(schedule.formula)
      }
    } catch { throw .formula(schedule.formula) }
    followsEpoch = formula.names.contains(Self.epoch)
    followsIteration = formula.names.contains(Self.iteration)
  }

  /// The rate for an iteration.
  ///
  /// - Throws: ``TrainingFault/scheduledRate(_:iteration:)`` where it is
  ///   below 0 or not finite.
  mutating func rate(
    epoch: Int, iteration: Int
  ) throws(TrainingFault) -> Double {
    values[Self.epoch] = Matrix(scalar: Double(epoch))
    values[Self.iteration] = Matrix(scalar: Double(iteration))
    let rate: Double
    do {
      rate = try formula.value(in: scope, values: values).storage[0]
    } catch { throw .formula(schedule.formula) }
    guard rate.isFinite, rate >= 0 else {
      throw .scheduledRate(rate, iteration: iteration)
    }
    return rate
  }
}

extension Schedule {
  /// The largest whole number that is not above a number.
  static let floor = Function(
    "floor",
    summary: "The largest whole number that is not above a number.",
    example: "floor(2.5)",
    body: Elementwise(slope: 0) { $0.rounded(.down) })
}
