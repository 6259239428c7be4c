import Matrices
import Networks
import Presentation
import TestSupport
import Testing

@testable import Algebra

/// What holds of every worksheet under every lens.
@Suite struct LensTests {
  struct Case: CustomTestStringConvertible {
    let lens: Lens
    let seed: UInt64

    var testDescription: String { "\(lens.name), network \(seed)" }

    func network() throws -> (sight: Sight, own: Valuation, seen: Valuation) {
      var random = try RandomNetwork(seed: seed)
      if seed.isMultiple(of: 3), random.description.examples == .many,
        random.description.reduction != .meanOfAll
      {
        random.description.delta = .perExample
      }
      let own = try Valuation(
        random.description.worksheet(), givens: random.givens)
      let sight = Sight(lens, of: own.worksheet)
      return (sight, own, try sight.seen(own))
    }
  }

  static let cases = Lens.all.flatMap { lens in
    (1...24).map { Case(lens: lens, seed: $0) }
  }

  @Test(arguments: cases)
  func everyFormulaHasItsShape(_ item: Case) throws {
    let (sight, own, seen) = try item.network()
    try sight.seen.checkShapes()
    for name in sight.own.names where own.worksheet.given(name) != nil {
      let there = sight.shown(.name(name))
      #expect(seen.scope.isKnown(sight.shown(name)), "\(there)")
    }
  }

  /// Every number of the book's worksheet is that of the worksheet itself,
  /// laid out as the book lays it out.
  @Test(arguments: cases)
  func numbersAreTheSame(_ item: Case) throws {
    let (sight, own, seen) = try item.network()
    for name in sight.seen.names {
      let meant = try own.value(of: sight.meant(.name(name)))
      let expected = item.lens.examples == .rows ? meant.transposed : meant
      let found = try #require(seen.values[name])
      #expect(found.shape == expected.shape, "\(name)")
      #expect(found.isClose(to: expected), "\(name): \(found), \(expected)")
    }
    for name in sight.own.names {
      let shown = try seen.value(of: sight.shown(.name(name)))
      let expected = try #require(own.values[name])
      let found = item.lens.examples == .rows ? shown.transposed : shown
      #expect(found.isClose(to: expected), "\(name): \(found), \(expected)")
    }
  }

  /// What is shown can be typed.
  @Test(arguments: cases)
  func whatIsShownIsReadBack(_ item: Case) throws {
    let (sight, _, _) = try item.network()
    let scope = sight.seen.scope
    for equation in sight.seen.equations where equation.role != .update {
      for charset in [Charset.unicode, .ascii] {
        let text = equation.expression.text(charset)
        let read = try Expression(text, in: scope)
        #expect(read == equation.expression, "\(text)")
        #expect(read.text(charset) == text)
      }
    }
  }

  /// The lines of the worksheet, read back from what a book shows of them, are
  /// the lines of the worksheet.
  @Test(arguments: cases)
  func worksheetComesBack(_ item: Case) throws {
    let (sight, own, seen) = try item.network()
    #expect(sight.givensMeant(seen.givens, in: seen.scope) == own.givens)
    for equation in sight.own.equations {
      let back = sight.meant(sight.shown(equation.expression))
      if sight.scales.isEmpty {
        #expect(back == equation.expression, "\(equation.name)")
      } else if equation.role != .update {
        let value = try own.value(of: back)
        let expected = try own.value(of: equation.expression)
        #expect(value.isClose(to: expected), "\(equation.name)")
      }
    }
  }
}

extension Matrix<Double> {
  /// Whether all entries agree but for rounding; what is no finite number
  /// agrees with the same.
  func isClose(to other: Matrix) -> Bool {
    shape == other.shape
      && zip(storage, other.storage).allSatisfy { left, right in
        left == right || (left.isNaN && right.isNaN)
          || (left - right).magnitude
            <= 1e-12 * max(1, left.magnitude, right.magnitude)
      }
  }
}
