import CKernels
import Foundation
import TestSupport
import Testing

/// A step that works on numbers entry by entry.
private func values(
  _ operation: KernelOperation, of numbers: [Double]
) -> [Double] {
  let padding = [Double](repeating: 0, count: Int(KernelPadding))
  let a = numbers + padding
  var out = a
  a.withUnsafeBufferPointer { a in
    out.withUnsafeMutableBufferPointer { out in
      var step = KernelStep()
      step.operation = operation
      step.count = Int64(numbers.count)
      step.a = a.baseAddress
      step.out = out.baseAddress
      kernels_run(&step, 0, 1)
    }
  }
  return Array(out.prefix(numbers.count))
}

private struct Curve: CustomStringConvertible {
  let description: String
  let operation: KernelOperation
  let truth: @Sendable (Double) -> Double
  let ranges: [ClosedRange<Double>]
  let units: Double

  static let all: [Curve] = [
    Curve(
      description: "exp", operation: KernelExp, truth: { exp($0) },
      ranges: [-1e-6...1e-6, -1...1, -30...30, -744...709.7], units: 1.5),
    Curve(
      description: "ln", operation: KernelLn, truth: { log($0) },
      ranges: [0...0x1p-1030, 0.9...1.1, 0...4, 1...1e300], units: 1.5),
    Curve(
      description: "log1p", operation: KernelLog1p, truth: { log1p($0) },
      ranges: [-1e-9...1e-9, -0.999...3, 0...1e20], units: 3),
    Curve(
      description: "tanh", operation: KernelTanh, truth: { tanh($0) },
      ranges: [-1e-9...1e-9, -1...1, -30...30], units: 5),
    Curve(
      description: "sigmoid", operation: KernelSigmoid,
      truth: { $0 < 0 ? exp($0) / (1 + exp($0)) : 1 / (1 + exp(-$0)) },
      ranges: [-1...1, -40...40, -700...700], units: 3),
    Curve(
      description: "slope of the sigmoid", operation: KernelSigmoidSlope,
      truth: {
        let power = exp(-abs($0))
        return power / ((1 + power) * (1 + power))
      }, ranges: [-1...1, -40...40, -700...700], units: 5),
    Curve(
      description: "softplus", operation: KernelSoftplus,
      truth: { max($0, 0) + log1p(exp(-abs($0))) },
      ranges: [-1...1, -40...40, -700...700], units: 5),
    Curve(
      description: "sech", operation: KernelSech,
      truth: { 2 * exp(-abs($0)) / (1 + exp(-2 * abs($0))) },
      ranges: [-1...1, -40...40], units: 4),
  ]
}

@Suite struct ElementaryTests {
  @Test(arguments: Curve.all)
  fileprivate func valuesAreRightToAFewUnitsInTheLastPlace(
    _ curve: Curve
  ) {
    for range in curve.ranges {
      let width = range.upperBound - range.lowerBound
      let numbers = (0...9973).map {
        range.lowerBound + width * Double($0) / 9973
      }
      let truths = numbers.map(curve.truth)
      for level in VectorLevel.all {
        let ours = level.use { values(curve.operation, of: numbers) }
        let wrong = zip(ours, truths).filter { ours, truth in
          abs(ours - truth) > curve.units * truth.ulp && truth != ours
        }
        #expect(wrong.isEmpty, "\(level), \(range): \(wrong.prefix(2))")
      }
    }
  }

  @Test(arguments: Curve.all)
  fileprivate func valuesHaveTheSameBitsAtEveryLevel(_ curve: Curve) {
    let numbers =
      (-4000...4000).map { Double($0) * 0.1753 } + [
        .infinity, -.infinity, 0, -0.0, 0x1p-1060, .greatestFiniteMagnitude,
      ]
    let bits = VectorLevel.all.map { level in
      let found = level.use { values(curve.operation, of: numbers) }
      return found.map { $0.isNaN ? Double.nan.bitPattern : $0.bitPattern }
    }
    #expect(Set(bits).count == 1)
  }

  @Test(arguments: VectorLevel.all)
  func floorIsTheWholeNumberBelow(_ level: VectorLevel) {
    let numbers = [2.5, -2.5, 3, -0.0, 0.9, 0x1p60, -0x1p-1074, .infinity]
    let floors = level.use { values(KernelFloor, of: numbers) }
    #expect(floors == numbers.map { $0.rounded(.down) })
  }

  @Test(arguments: VectorLevel.all)
  func limitsAreThoseOfTheFunctions(_ level: VectorLevel) {
    level.use { expectLimits() }
  }

  private func expectLimits() {
    let infinity = Double.infinity
    let ends = [infinity, -infinity, 0, 1e308, -1e308]
    #expect(values(KernelExp, of: ends) == [infinity, 0, 1, infinity, 0])
    #expect(values(KernelTanh, of: ends) == [1, -1, 0, 1, -1])
    #expect(values(KernelSigmoid, of: ends) == [1, 0, 0.5, 1, 0])
    #expect(values(KernelSoftplus, of: ends)[0] == infinity)
    #expect(values(KernelSoftplus, of: ends)[3] == 1e308)
    #expect(values(KernelLn, of: [0, infinity]) == [-infinity, infinity])
    #expect(
      values(KernelLog1p, of: [-1, 0, infinity]) == [-infinity, 0, infinity])
    let negative = values(KernelLn, of: [-1, -infinity])
    #expect(negative[0].isNaN && negative[1].isNaN)
  }

  @Test(arguments: [
    KernelExp, KernelLn, KernelLog1p, KernelTanh, KernelSigmoid,
    KernelSoftplus, KernelSqrt, KernelFloor, KernelAbs, KernelSign,
    KernelStep01,
    KernelRelu, KernelLeakyRelu, KernelGelu,
  ])
  func whatIsNoNumberStaysNone(_ operation: KernelOperation) {
    for level in VectorLevel.all {
      let found = level.use { values(operation, of: [.nan, 1]) }
      #expect(found[0].isNaN, "\(level)")
    }
  }
}
