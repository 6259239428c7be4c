import Algebra
import Matrices

/// The iterations themselves: a worksheet's plans, its examples and where
/// its weights stand.
///
/// From the same weights at the same iteration it comes to the same bits,
/// however the way is cut up.
final class Descent {
  private let worksheet: Worksheet
  private let givens: [Name: Matrix<Double>]
  let examples: Examples
  private let schedule: ReadSchedule
  /// What an update replaces, in the order of the worksheet.
  let altered: [Name]
  /// Whether the learning rate is in the updates.
  let takesRate: Bool
  /// A number that is 0 until the cost was not finite, and NaN from then on.
  private static let witness = Name(stem: "finite", index: "?")

  /// One plan for each size of a batch, by that size.
  private var plans: [Int: Plan] = [:]
  private var plan: Plan
  private var batch: Int
  private var order: (epoch: Int, examples: [Int])?
  private var rate: (epoch: Int, value: Double)?
  private(set) var iteration = 0

  /// How many iterations a full batch does without asking whether to go on.
  private let stretch: Int

  init(
    _ worksheet: Worksheet, _ givens: [Name: Matrix<Double>],
    _ examples: Examples, _ schedule: ReadSchedule, stretch: Int
  ) throws(TrainingFault) {
    self.worksheet = worksheet.watchingCost(by: Self.witness)
    self.givens = givens
    self.examples = examples
    self.schedule = schedule
    self.stretch = stretch
    let updates = worksheet.equations.filter { $0.role == .update }
    var seen = Set<Name>()
    altered = updates.map(\.name).filter { seen.insert($0).inserted }
    takesRate = updates.contains {
      $0.expression.names.contains(Worksheet.rate)
    }
    batch = examples.range(of: 0).count
    plan = try Self.plan(self.worksheet, givens, examples, batch)
    plans[batch] = plan
  }

  private static func plan(
    _ worksheet: Worksheet, _ givens: [Name: Matrix<Double>],
    _ examples: Examples, _ batch: Int
  ) throws(TrainingFault) -> Plan {
    var shapes = givens.mapValues(\.shape)
    shapes[witness] = Shape(rows: 1, columns: 1)
    for name in examples.names {
      guard let rows = shapes[name]?.rows else { continue }
      shapes[name] = Shape(rows: rows, columns: batch)
    }
    do throws(PlanFault) {
      let plan = try Plan(worksheet, shapes: shapes, wanting: [])
      try plan.load(givens.filter { $0.value.shape == shapes[$0.key] })
      return plan
    } catch { throw .plan(error) }
  }

  // MARK: - Where the weights stand

  var epoch: Int { iteration / examples.iterationsPerEpoch }

  var weights: Weights {
    var weights: Weights = [:]
    for name in altered { weights[name] = plan.value(name) }
    return weights
  }

  /// Whether the weights are finite, and the costs on the way were.
  var isFinite: Bool {
    (plan.number(Self.witness) ?? 0).isFinite && weights.isFinite
  }

  func load(_ weights: Weights, at iteration: Int) throws(TrainingFault) {
    self.iteration = iteration
    try load(weights, witness: 0)
  }

  private func load(
    _ weights: Weights, witness: Double
  ) throws(TrainingFault) {
    do throws(PlanFault) {
      for (name, value) in weights { try plan.load(name, value) }
      if plan.number(Self.witness) != nil {
        try plan.load(Self.witness, Matrix(scalar: witness))
      }
    } catch { throw .plan(error) }
  }

  /// The rate of the iteration that comes next.
  func nextRate() throws(TrainingFault) -> Double {
    let epoch = self.epoch
    if let rate, !schedule.followsIteration,
      rate.epoch == epoch || !schedule.followsEpoch
    {
      return rate.value
    }
    let value = try schedule.rate(iteration: iteration)
    rate = (epoch, value)
    return value
  }

  // MARK: - Going on

  /// Goes on to an iteration.
  ///
  /// - Parameters:
  ///   - end: The iteration before which it stops.
  ///   - isRaised: Whether it is to stop before, asked between iterations.
  /// - Returns: Whether it got there.
  /// - Throws: ``TrainingFault``.
  func advance(
    to end: Int, unless isRaised: () -> Bool = { false }
  ) throws(TrainingFault) -> Bool {
    while iteration < end {
      if isRaised() { return false }
      if examples.isWhole {
        try takeWhole(until: end)
      } else {
        try takeBatch()
      }
    }
    return true
  }

  private func takeWhole(until end: Int) throws(TrainingFault) {
    let count = min(end - iteration, stretch)
    if takesRate, schedule.followsEpoch || schedule.followsIteration {
      let rates = try schedule.rates(from: iteration, count: count)
      do {
        try plan.run(giving: Worksheet.rate, each: Array(rates))
      } catch { throw .plan(error) }
      iteration += rates.count
      return
    }
    try loadRate()
    do { try plan.run(times: count) } catch { throw .plan(error) }
    iteration += count
  }

  private func takeBatch() throws(TrainingFault) {
    let range = examples.range(of: iteration)
    try choose(range.count)
    try loadRate()
    let order = self.order(of: epoch)
    do throws(PlanFault) {
      for name in examples.names {
        guard let whole = givens[name] else { continue }
        try plan.load(name, columns: order[range], of: whole)
      }
      try plan.run()
    } catch { throw .plan(error) }
    iteration += 1
  }

  private func loadRate() throws(TrainingFault) {
    guard takesRate else { return }
    let value = try nextRate()
    guard plan.number(Worksheet.rate) != value else { return }
    do {
      try plan.load(Worksheet.rate, Matrix(scalar: value))
    } catch { throw .plan(error) }
  }

  private func order(of epoch: Int) -> [Int] {
    if let order, order.epoch == epoch { return order.examples }
    let examples = self.examples.order(epoch: epoch)
    order = (epoch, examples)
    return examples
  }

  /// Goes over to the plan for batches of another size.
  private func choose(_ count: Int) throws(TrainingFault) {
    guard count != batch else { return }
    let (weights, witness) = (weights, plan.number(Self.witness) ?? 0)
    batch = count
    if let known = plans[count] {
      plan = known
    } else {
      plan = try Self.plan(worksheet, givens, examples, count)
      plans[count] = plan
    }
    try load(weights, witness: witness)
  }
}

extension Worksheet {
  /// The worksheet with a number that turns to NaN when the cost does, or
  /// becomes infinite.
  fileprivate func watchingCost(by witness: Name) -> Worksheet {
    guard let cost else { return self }
    var worksheet = self
    worksheet.givens.append(Given(witness, .scalar, role: .state))
    worksheet.equations.append(
      Equation(
        witness,
        .name(witness).plus(Expression(0).times(.name(cost.name))),
        role: .update))
    return worksheet
  }
}
