import Algebra
import CKernels
import Matrices
import TestSupport
import Testing

@testable import Networks

/// The loop asks for no memory.
@Suite(.enabled(if: isMemoryCounted, "memory is counted with glibc only"))
struct MemoryTests {
  /// What the others rely on.
  @Test func memoryThatIsAskedForIsCounted() {
    var kept: [[Int]] = []
    let times = timesMemoryIsAsked {
      for number in 0..<100 { kept.append([number]) }
    }
    #expect(times >= 100)
    #expect(kept.count == 100)
  }

  private func plan(
    _ worksheet: Worksheet, _ givens: [Name: Matrix<Double>]
  ) throws -> Plan {
    let plan = try Plan(
      worksheet, shapes: givens.mapValues(\.shape), wanting: ["C"])
    try plan.load(givens)
    try plan.load(Worksheet.rate, Matrix(scalar: 0.1))
    try plan.run()
    return plan
  }

  private func run(_ plan: Plan, times: Int) throws {
    var left = times
    while left > 0 {
      try plan.run()
      left -= 1
    }
  }

  @Test func runsOfASmallPlanAskForNoMemory() throws {
    let entry = try LearningCase.xor()
    let plan = try plan(
      entry.worksheet.withUpdates(), entry.values)
    let times = try timesMemoryIsAsked {
      try plan.run(times: 1000)
      try run(plan, times: 1000)
    }
    #expect(times == 0)
    let rates = (0..<1000).map { 1 / Double($0 + 1) }
    let few = Array(rates.prefix(10))
    let (short, long) = (
      try timesMemoryIsAsked {
        try plan.run(giving: Worksheet.rate, each: few)
      },
      try timesMemoryIsAsked {
        try plan.run(giving: Worksheet.rate, each: rates)
      }
    )
    #expect(short == long)
  }

  /// All of it on this thread, which counts for itself.
  @Test func runsOfALargePlanAskForNoMemory() throws {
    kernels_use_threads(0)
    defer { kernels_use_threads(1) }
    let (worksheet, givens) = try PlanLevelTests.digits(
      layers: [400, 25, 10], examples: 500)
    let plan = try plan(worksheet.withUpdates(), givens)
    let times = try timesMemoryIsAsked { try run(plan, times: 10) }
    #expect(times == 0)
  }

  /// Between two looks memory is asked for once in a long while.
  @Test func trainingAsksForMemoryOnlyWhenItLooks() throws {
    let training = try LearningCase.xor().training(
      TrainingSettings(interval: 100_000))
    try training.run(.iterations(10))
    let (short, long) = (
      try timesMemoryIsAsked { try training.run(.iterations(10)) },
      try timesMemoryIsAsked { try training.run(.iterations(10_010)) }
    )
    #expect(long - short < 500)
  }
}
