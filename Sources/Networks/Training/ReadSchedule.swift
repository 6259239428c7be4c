import Algebra
import Matrices

/// A schedule that was read, with its numbers: compiled once, and run for
/// each iteration.
struct ReadSchedule {
  private let schedule: Schedule
  private let plan: Plan
  /// What the rate depends on.
  let followsEpoch: Bool
  let followsIteration: Bool

  private static let initial: Name = "η0"
  private static let epoch: Name = "e"
  private static let iteration: Name = "i"
  private static let rate = Name(stem: "rate", index: "?")
  private static let perEpoch = Name(stem: "perEpoch", index: "?")

  init(
    _ schedule: Schedule, rate: Double, chosen: [Name: Double],
    iterationsPerEpoch: Int
  ) throws(TrainingFault) {
    self.schedule = schedule
    var values: [Name: Double] = [Self.initial: rate, "π": .pi]
    for constant in schedule.constants {
      values[constant.name] = try constant.value(chosen: chosen)
    }
    let formula = try Self.read(schedule, known: Set(values.keys))
    followsEpoch = formula.names.contains(Self.epoch)
    followsIteration = formula.names.contains(Self.iteration)
    values[Self.iteration] = 0
    values[Self.perEpoch] = Double(iterationsPerEpoch)
    let given = values.mapValues { Matrix(scalar: $0) }
    do throws(PlanFault) {
      plan = try Plan(
        Self.worksheet(of: formula, given: given.keys.sorted()),
        shapes: given.mapValues(\.shape), wanting: [Self.rate])
      try plan.load(given)
    } catch { throw .formula(schedule.formula) }
  }

  private static func read(
    _ schedule: Schedule, known names: Set<Name>
  ) throws(TrainingFault) -> Expression {
    var functions = Function.table
    functions[Function.floor.name] = .floor
    let scope = Scope(
      shapes: Dictionary(
        uniqueKeysWithValues: names.union([epoch, iteration]).map {
          ($0, .scalar)
        }), functions: functions)
    do {
      let formula = try Expression(schedule.formula, in: scope)
      if try formula.shape(in: scope) == .scalar { return formula }
    } catch {}
    throw .formula(schedule.formula)
  }

  /// The epoch follows from the iteration, and the rate from both.
  private static func worksheet(
    of formula: Expression, given names: [Name]
  ) -> Worksheet {
    let share = Expression.binary(
      .divide, .name(iteration), .name(perEpoch))
    return Worksheet(
      givens: names.map { Given($0, .scalar, role: .constant) },
      equations: [
        Equation(epoch, .call(Function.floor.name, primes: 0, [share])),
        Equation(rate, formula),
      ], functions: [Function.floor.name: .floor])
  }

  /// The rate for an iteration.
  ///
  /// - Throws: ``TrainingFault/scheduledRate(_:iteration:)`` where it is
  ///   below 0 or not finite.
  func rate(iteration: Int) throws(TrainingFault) -> Double {
    try rates(from: iteration, count: 1)[0]
  }

  /// The rates for an iteration and those behind it, up to the first that
  /// is none.
  ///
  /// - Parameters:
  ///   - iteration: The first.
  ///   - count: For how many they are wanted, one or more.
  /// - Returns: One rate at least.
  /// - Throws: As ``rate(iteration:)``, of the first of them.
  func rates(
    from iteration: Int, count: Int
  ) throws(TrainingFault) -> ArraySlice<Double> {
    let rates: [Double]
    do throws(PlanFault) {
      rates = try plan.run(
        giving: Self.iteration,
        each: (iteration..<iteration + max(count, 1)).map(Double.init),
        reading: Self.rate)
    } catch { throw .formula(schedule.formula) }
    let good = rates.prefix { $0.isFinite && $0 >= 0 }
    guard !good.isEmpty else {
      throw .scheduledRate(rates[0], iteration: iteration)
    }
    return good
  }
}
