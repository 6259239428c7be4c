import Matrices
import TestSupport
import Testing

@testable import Algebra

/// Every function that works entry by entry.
let elementwiseFunctions = Function.all.filter { $0.elementwise != nil }

extension Function {
  /// The value of the function, or of a derivative of it, at a number.
  func number(_ x: Double, primes: Int = 0) throws -> Double {
    try RealArithmetic().apply(self, primes: primes, to: x)
  }
}

/// Numbers at which a function has a value and a slope, away from its kinks.
func samples(of elementwise: Elementwise) -> [Double] {
  var generator = SeededGenerator(7)
  return (0..<60).map { _ in Double.random(in: -4...4, using: &generator) }
    .filter { x in
      [x - 0.1, x + 0.1].allSatisfy(elementwise.domain.contains)
        && elementwise.kinks.allSatisfy { Swift.abs(x - $0) > 0.1 }
    }
}

func isClose(
  _ left: Double, _ right: Double, relative: Double, absolute: Double = 0
) -> Bool {
  left == right
    || Swift.abs(left - right)
      <= Swift.max(
        absolute, relative * Swift.max(left.magnitude, right.magnitude))
}

@Suite struct ElementwiseTests {
  @Test(arguments: elementwiseFunctions.map(\.name))
  func slopeMatchesCentralDifference(name: Name) throws {
    let function = try #require(Function.table[name])
    let elementwise = try #require(function.elementwise)
    let points = samples(of: elementwise)
    #expect(points.count >= 10)
    for primes in 0...2 {
      for x in points {
        let step = 1e-3
        func value(_ x: Double) throws -> Double {
          try function.number(x, primes: primes)
        }
        let near = try value(x + step) - value(x - step)
        let far = try value(x + 2 * step) - value(x - 2 * step)
        let difference = (8 * near - far) / (12 * step)
        let slope = try function.number(x, primes: primes + 1)
        #expect(
          isClose(slope, difference, relative: 1e-6, absolute: 1e-8),
          "\(name) order \(primes + 1) at \(x): \(slope), \(difference)")
      }
    }
  }

  @Test(arguments: elementwiseFunctions.map(\.name))
  func stableSlopeEqualsShownSlope(name: Name) throws {
    let function = try #require(Function.table[name])
    let elementwise = try #require(function.elementwise)
    let shown = try ScalarFormula(
      elementwise.slope, functions: Function.table, choosing: 0)
    for x in samples(of: elementwise) where x.magnitude < 2 {
      let value = try function.number(x)
      let slope = try function.number(x, primes: 1)
      #expect(isClose(shown.value(x, value), slope, relative: 1e-13))
    }
  }

  @Test func valuesMatchSixtyDigits() throws {
    for row in ActivationTable.rows {
      let found = try [
        Function.sigmoid.number(row.z), Function.tanh.number(row.z),
        Function.relu.number(row.z), Function.softplus.number(row.z),
        Function.sigmoid.number(row.z, primes: 1),
        Function.tanh.number(row.z, primes: 1),
      ]
      let expected = [
        row.sigmoid, row.tanh, row.relu, row.softplus, row.sigmoidSlope,
        row.tanhSlope,
      ]
      for (value, truth) in zip(found, expected) {
        // One unit in the last place of a number below the normal ones.
        #expect(
          isClose(
            value, truth, relative: 1e-15, absolute: .leastNonzeroMagnitude),
          "at \(row.z): \(value), \(truth)")
      }
    }
  }

  @Test func gaussianTailsKeepTheirDigits() throws {
    // x, gelu, Phi, phi, computed with 50 digits.
    let rows = GaussianTable.rows
    for (x, gelu, share, density) in rows {
      let found = try [
        Function.gelu.number(x), Function.normalShare.number(x),
        Function.normalDensity.number(x),
      ]
      for (value, truth) in zip(found, [gelu, share, density]) {
        #expect(
          isClose(value, truth, relative: 2e-15), "at \(x): \(value), \(truth)")
      }
    }
  }

  @Test(arguments: ["sigmoid", "tanh", "relu", "leakyrelu", "softplus", "gelu"])
  func activationsAreFiniteFarOut(name: String) throws {
    let function = try #require(Function.table[Name(name)])
    for x in [-1000.0, -745, -40, 40, 745, 1000] {
      for primes in 0...2 {
        let value = try function.number(x, primes: primes)
        #expect(value.isFinite, "\(name) order \(primes) at \(x): \(value)")
      }
    }
  }

  @Test func slopeAtKinkIsTheArithmeticsChoice() throws {
    for choice in [0, 0.5, 1] {
      let arithmetic = RealArithmetic(slopeAtKink: choice)
      #expect(try arithmetic.apply(.relu, primes: 1, to: 0) == choice)
      #expect(try arithmetic.apply(.step, primes: 0, to: 0) == choice)
      #expect(try arithmetic.apply(.relu, primes: 1, to: 2) == 1)
      let leaky = try arithmetic.apply(.leakyRelu, primes: 1, to: 0)
      #expect(isClose(leaky, 0.01 + 0.99 * choice, relative: 1e-15))
    }
  }

  @Test func everySpellingFindsItsFunction() {
    for function in Function.all {
      for spelling in [function.name.ascii, function.name.text]
        + function.spellings
      {
        #expect(Function.table[Name(spelling)]?.name == function.name)
      }
    }
    #expect(Function.table["σ"]?.name == "sigmoid")
    #expect(Function.table["Φ"]?.name == Name("Phi"))
    #expect(Function.table["φ"]?.name == Name("phi"))
    let spellings = Function.all.flatMap {
      [$0.name] + $0.spellings.map { Name($0) }
    }
    #expect(Set(spellings).count == spellings.count)
  }

  @Test func whatIsNoNumberStaysSo() throws {
    for function in elementwiseFunctions where function.name != "not" {
      #expect(try function.number(.nan).isNaN, "\(function.name)")
    }
    #expect(try Function.ln.number(-1).isNaN)
  }
}
