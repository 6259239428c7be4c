import Algebra
import Matrices

/// The entries between one entry of a quantity and the cost, and the slope
/// along every step from one to the next.
///
/// The steps are those of the equations as they are shown. Where a shown
/// form has a slope that is no number (a logarithm of a rounded 0), the form
/// that is computed is followed instead.
struct RoadMap {
  /// From one entry to an entry of the next quantity.
  struct Step: Hashable {
    let to: EntryKey
    let slope: Double
  }

  let start: EntryKey
  /// The quantity at whose entries every road ends.
  let goal: Name
  /// The steps that lead to the goal, in the order of the worksheet.
  private(set) var steps: [EntryKey: [Step]] = [:]
  /// The entries in an order in which every step leads onwards.
  private(set) var order: [EntryKey] = []

  init(from start: EntryKey, to goal: Name, in valuation: Valuation) throws {
    self.start = start
    self.goal = goal
    var reached = [start]
    var all: [EntryKey: [Step]] = [:]
    for equation in valuation.worksheet.equations
    where equation.role != .backward && equation.role != .update
      && equation.name != start.name
    {
      let names = Set(equation.expression.names)
      let inputs = reached.filter { names.contains($0.name) }
      let slopes = try Self.slopes(of: equation, in: inputs, valuation)
      for slope in slopes {
        let key = EntryKey(equation.name, slope.output)
        all[slope.input, default: []].append(Step(to: key, slope: slope.slope))
        if reached.last != key { reached.append(key) }
      }
    }
    keepStepsToTheGoal(all, reached)
  }

  private static func slopes(
    of equation: Equation, in inputs: [EntryKey], _ valuation: Valuation
  ) throws -> [LocalSlope] {
    guard !inputs.isEmpty else { return [] }
    let shown = try valuation.localSlopes(of: equation.expression, in: inputs)
    guard shown.contains(where: { !$0.slope.isFinite }) else { return shown }
    return try valuation.localSlopes(of: equation.computed, in: inputs)
  }

  /// Drops the entries from which no step leads to the goal.
  private mutating func keepStepsToTheGoal(
    _ all: [EntryKey: [Step]], _ reached: [EntryKey]
  ) {
    var leading: Set<EntryKey> = []
    for key in reached.reversed() {
      let kept = (all[key] ?? []).filter { leading.contains($0.to) }
      guard key.name == goal || !kept.isEmpty else { continue }
      leading.insert(key)
      if key.name != goal { steps[key] = kept }
    }
    order = reached.filter(leading.contains)
  }
}

extension RoadMap {
  /// How many roads there are and what they cost, without walking them.
  struct Count: Hashable {
    var roads = 0.0
    /// The multiplications along every road on its own.
    var alone = 0.0
    /// The multiplications when each entry's slope is computed once.
    var shared = 0.0
    /// The sum over all roads of the product of the slopes along each.
    var total = 0.0
  }

  /// Goes through the entries once, from the goal back to the start.
  var count: Count {
    var roads: [EntryKey: (count: Double, steps: Double, total: Double)] = [:]
    var count = Count()
    for key in order.reversed() {
      if key.name == goal {
        roads[key] = (1, 0, 1)
        continue
      }
      var here = (count: 0.0, steps: 0.0, total: 0.0)
      for step in steps[key] ?? [] {
        guard let rest = roads[step.to] else { continue }
        here.count += rest.count
        here.steps += rest.steps + rest.count
        here.total += step.slope == 0 ? 0 : step.slope * rest.total
        if step.to.name != goal { count.shared += 1 }
      }
      roads[key] = here
    }
    guard let all = roads[start] else { return count }
    count.roads = all.count
    count.alone = max(all.steps - all.count, 0)
    count.total = all.total
    return count
  }

  /// The first roads in the order of the worksheet.
  ///
  /// - Parameter limit: How many are walked at most.
  /// - Returns: For each road the steps along it.
  func roads(limit: Int) -> [[Step]] {
    var found: [[Step]] = []
    var road: [Step] = []
    walk(from: start, &road, &found, limit)
    return found
  }

  private func walk(
    from key: EntryKey, _ road: inout [Step], _ found: inout [[Step]],
    _ limit: Int
  ) {
    guard found.count < limit else { return }
    if key.name == goal { return found.append(road) }
    for step in steps[key] ?? [] {
      road.append(step)
      walk(from: step.to, &road, &found, limit)
      road.removeLast()
    }
  }
}
