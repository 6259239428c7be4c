import Algebra
import Matrices

/// A plan for some work, and the time that it takes.
final class Bench {
  let plan: Plan
  /// How many seconds it took to compile the worksheet.
  let compiling: Double
  private(set) var slopes: [Name: [[Double]]] = [:]
  private let worksheet: Worksheet
  private let givens: [Name: Matrix<Double>]
  private let clock = ContinuousClock()

  init(_ work: Work) throws {
    givens = try work.givens()
    worksheet = try work.description.worksheet()
    let begin = clock.now
    plan = try Plan(
      worksheet, shapes: givens.mapValues(\.shape), wanting: ["C"])
    compiling = begin.duration(to: clock.now) / .seconds(1)
    for (name, value) in givens { try plan.load(name, value) }
    try plan.load("η", Matrix(scalar: 0.5))
  }

  func run(_ count: Int) throws -> Double {
    let begin = clock.now
    try plan.run(times: count)
    return begin.duration(to: clock.now) / .seconds(1)
  }

  /// The slope in every parameter by two costs, each of which takes only what
  /// follows from the parameter.
  func check() throws -> Double {
    let begin = clock.now
    let parameters = worksheet.givens.filter { $0.role == .parameter }
      .map(\.name)
    let alterations = try Alterations(
      worksheet, shapes: givens.mapValues(\.shape), watching: "C",
      of: parameters)
    try alterations.load(givens)
    try alterations.settle()
    let step = 1e-4
    for name in parameters {
      guard let value = givens[name] else { continue }
      slopes[name] = try (0..<value.rows).map { row in
        try (0..<value.columns).map { column in
          let costs = try alterations.values(
            altering: name, row, column, by: (step, -step))
          return costs.map { ($0.0 - $0.1) / (2 * step) } ?? .nan
        }
      }
    }
    return begin.duration(to: clock.now) / .seconds(1)
  }
}
