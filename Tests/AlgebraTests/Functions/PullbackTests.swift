import Matrices
import TestSupport
import Testing

@testable import Algebra

@Suite struct PullbackTests {
  static let n = Dimension.size("n")
  static let m = Dimension.size("m")
  static let shapes: [SymbolicShape] = [
    .matrix(rows: n, columns: m), .column(n), .matrix(rows: .one, columns: m),
    .matrix(rows: .one, columns: .one),
  ]

  /// The shapes of arguments that a function is tried on.
  static func cases(_ function: Function) -> [[SymbolicShape]] {
    let square = SymbolicShape.matrix(rows: n, columns: n)
    switch function.name {
    case "trace": return [[square]]
    case "diag": return [[square]] + shapes.dropFirst().map { [$0] }
    // One entry has no others, and the logarithm of nothing no slope.
    case "lseothers": return [[shapes[0]], [shapes[1]]]
    case "max", "min":
      return shapes.flatMap {
        [[$0], [$0, $0], [.scalar, $0], [$0, .scalar]]
      }
    case "inner": return ([.scalar] + shapes).map { [$0, $0] }
    default:
      let takesNumbers =
        function.elementwise != nil
        || ["sum", "mean", "norm"].contains(function.name)
      return (takesNumbers ? [.scalar] + shapes : shapes).map { [$0] }
    }
  }

  static let differentiable = Function.all.filter { function in
    function.body.passesSlopes
      && ![
        "ones", "zeros", "eye", "shape", "all", "any", "not", "step", "sign",
      ]
      .contains(function.name)
  }

  @Test(arguments: differentiable.map(\.name), [false, true])
  func pullbackMatchesCentralDifference(name: Name, isSpread: Bool) throws {
    let function = try #require(Function.table[name])
    for (index, shapes) in Self.cases(function).enumerated() {
      var trial = Trial(function, shapes, isSpread, seed: UInt64(index))
      try trial.check()
    }
  }

  @Test func constantsPassNoSlope() throws {
    for name in ["step", "sign", "not", "shape", "all", "any"] {
      let function = try #require(Function.table[Name(name)])
      let passage = Passage(
        function: function.name, arguments: ["A"],
        argumentShapes: [.column(Self.n)], shape: .column(Self.n),
        output: "a", adjoint: "G", adjointShape: .column(Self.n))
      #expect(function.body.pullback(passage).allSatisfy { $0 == nil })
    }
  }
}

/// One function on one choice of shapes, with the slope in its value given
/// as a matrix or as one number for all entries.
private struct Trial {
  let function: Function
  let scope: Scope
  var values: [Name: Matrix<Double>] = [:]
  let shapes: [SymbolicShape]
  let call: Expression
  let passage: Passage
  let names: [Name]

  init(
    _ function: Function, _ shapes: [SymbolicShape], _ isSpread: Bool,
    seed: UInt64
  ) {
    self.function = function
    self.shapes = shapes
    names = Array(["A", "B"].prefix(shapes.count))
    var scope = Scope(sizes: ["n": .fixed(3), "m": .fixed(4)])
    for (name, shape) in zip(names, shapes) { scope.shapes[name] = shape }
    call = .call(function.name, primes: 0, names.map(Expression.name))
    let shape = (try? call.shape(in: scope)) ?? .scalar
    let slopeShape: SymbolicShape = isSpread ? .scalar : shape
    scope.shapes["G"] = slopeShape
    scope.shapes["a"] = shape
    self.scope = scope
    passage = Passage(
      function: function.name, arguments: names.map(Expression.name),
      argumentShapes: shapes, shape: shape, output: "a", adjoint: "G",
      adjointShape: slopeShape)
    var generator = SeededGenerator(seed)
    for name in names + ["G"] {
      values[name] = random(scope.shapes[name] ?? .scalar, &generator)
    }
  }

  private func random(
    _ shape: SymbolicShape, _ generator: inout SeededGenerator
  ) -> Matrix<Double>? {
    try? Matrix(
      rows: shape.rows.count(sizes: scope.sizes) ?? 1,
      columns: shape.columns.count(sizes: scope.sizes) ?? 1
    ) { _, _ in Double.random(in: 0.3...1.7, using: &generator) }
  }

  mutating func check() throws {
    values["a"] = try call.value(in: scope, values: values)
    let contributions = function.body.pullback(passage)
    #expect(contributions.count == names.count)
    for (index, contribution) in contributions.enumerated() {
      let contribution = try #require(contribution)
      let found = try contribution.adjoint.shape(in: scope)
      #expect(
        found == contribution.shape
          || found.isScalar && contribution.shape.isScalar,
        "\(function.name)\(shapes): \(found), \(contribution.shape)")
      #expect(
        contribution.shape.isScalar || contribution.shape == shapes[index])
      let slopes = [contribution.adjoint, contribution.stable].compactMap { $0 }
      for slope in slopes { try compare(slope, names[index]) }
    }
  }

  private func compare(_ slope: Expression, _ name: Name) throws {
    let value = try slope.value(in: scope, values: values)
    let base = try #require(values[name])
    for row in 0..<base.rows {
      for column in 0..<base.columns {
        let exact =
          value.shape.isScalar ? value.storage[0] : value[row, column]
        let difference = try self.difference(name, row, column)
        #expect(
          isClose(exact, difference, relative: 1e-7, absolute: 1e-9),
          "\(function.name)\(shapes) [\(row),\(column)]: \(exact) \(difference)"
        )
      }
    }
  }

  /// The central difference of the sum of the value's entries, each with its
  /// slope as a weight.
  private func difference(
    _ name: Name, _ row: Int, _ column: Int
  ) throws -> Double {
    func moved(_ step: Double) throws -> Double {
      var values = values
      values[name]?[row, column] += step
      let value = try call.value(in: scope, values: values)
      let weights = try #require(values["G"])
      return value.storage.indices.reduce(0) { sum, index in
        sum + value.storage[index]
          * weights.storage[weights.shape.isScalar ? 0 : index]
      }
    }
    let step = 1e-3
    let near = try moved(step) - moved(-step)
    let far = try moved(2 * step) - moved(-2 * step)
    return (8 * near - far) / (12 * step)
  }
}
