import TestSupport
import Testing

@testable import Algebra

@Suite struct RuleSearchTests {
  static let laws = Rule.all.flatMap { rule in
    rule.laws.map { NamedLaw(rule: rule, law: $0) }
  }

  @Test(arguments: laws)
  func aLawLeadsFromEachOfItsSidesToTheOther(_ named: NamedLaw) throws {
    let law = try named.law.read()
    guard law.moving.isEmpty else { return }
    let path = try #require(
      law.worksheet.rulePath(
        from: law.left, to: law.right, letters: law.letters))
    #expect(path.steps.count <= 3, "\(path.text)")
    for (from, to) in [(law.left, law.right), (law.right, law.left)] {
      #expect(
        law.worksheet.accepts(
          Reason(named.rule), from: from, to: to, letters: law.letters))
    }
  }

  @Test(arguments: 1...16)
  func severalLawsAtOnceAreFoundAgain(_ number: Int) throws {
    var draw = LawDraw(seed: UInt64(number))
    let step = draw.step(of: number % 3 + 1)
    let (from, to) = try #require(step)
    let path = Worksheet().rulePath(
      from: from, to: to, letters: LawDraw.letters)
    let found = try #require(path, "\(from.text()) = \(to.text())")
    #expect(found.steps.count <= 3)
    #expect(
      found.steps.allSatisfy {
        Worksheet().verify(
          $0.from, equals: $0.to, letters: LawDraw.letters
        ).holds
      })
  }

  @Test func anExhaustedSearchFindsNothing() throws {
    let z = [FreeLetter("z")]
    let scope = Scope(shapes: ["z": .scalar])
    let from = try Expression("D(exp(z)*z, z)", in: scope)
    let to = try Expression("exp(z)*(1 + z)", in: scope)
    #expect(
      Worksheet().rulePath(from: from, to: to, letters: z, budget: 1) == nil)
    #expect(Worksheet().rulePath(from: from, to: to, letters: z) != nil)
  }
}

struct NamedLaw: CustomTestStringConvertible, Sendable {
  let rule: Rule
  let law: Law
  var testDescription: String { "\(rule.name): \(law.text)" }
}

/// Draws steps that several laws make at once, their letters put in.
struct LawDraw {
  static let letters = ["p", "q", "r", "z"].map {
    FreeLetter(Name($0), domain: .positive)
  }

  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed) }

  /// A step by so many laws side by side, or nothing where none was drawn
  /// that holds.
  mutating func step(of count: Int) -> (Expression, Expression)? {
    for _ in 0..<50 {
      var sides: (Expression, Expression)?
      for _ in 0..<count {
        guard let next = instance() else { continue }
        sides = sides.map { joined($0, next) } ?? next
      }
      guard let (from, to) = sides,
        Worksheet().verify(from, equals: to, letters: Self.letters).holds
      else { continue }
      return (from, to)
    }
    return nil
  }

  private mutating func joined(
    _ first: (Expression, Expression), _ second: (Expression, Expression)
  ) -> (Expression, Expression) {
    Bool.random(using: &generator)
      ? (first.0.plus(second.0), first.1.plus(second.1))
      : (
        Expression.call("tanh", first.0).plus(second.0),
        Expression.call("tanh", first.1).plus(second.1)
      )
  }

  /// A law of numbers with small formulas in the place of its letters.
  private mutating func instance() -> (Expression, Expression)? {
    guard
      let law = RuleSearchTests.laws.randomElement(using: &generator)?.law,
      let reading = try? law.read(),
      reading.letters.allSatisfy({ $0.shape == .scalar }),
      reading.worksheet.sizes.isEmpty
    else { return nil }
    var names: [Name: Expression] = [:]
    for letter in reading.letters {
      names[letter.name] = letter.name == "x" ? "z" : formula("r")
    }
    if names["n"] != nil { names["n"] = 3 }
    if names["m"] != nil { names["m"] = 2 }
    var functions: [Name: Expression] = [:]
    for name in reading.worksheet.functions.keys.sorted()
    where Function.table[name] == nil {
      functions[name] = formula("z")
    }
    return (
      reading.left.putting(names, functions),
      reading.right.putting(names, functions)
    )
  }

  private mutating func formula(_ last: Expression) -> Expression {
    let first: Expression = Bool.random(using: &generator) ? "p" : "q"
    return switch Int.random(in: 0..<4, using: &generator) {
    case 0: first.plus(last)
    case 1: first.times(last)
    case 2: .call("exp", last)
    default: last
    }
  }
}

extension Expression {
  /// The formula with others in the place of a law's letters and functions;
  /// a function `f` is the hyperbolic tangent.
  fileprivate func putting(
    _ names: [Name: Expression], _ functions: [Name: Expression]
  ) -> Expression {
    switch self {
    case .name(let name): return names[name] ?? self
    case .call("f", let primes, let arguments):
      return .call(
        "tanh", primes: primes,
        arguments.map { $0.putting(names, functions) })
    case .call(let name, _, _) where functions[name] != nil:
      return functions[name] ?? self
    default:
      return withChildren(children.map { $0.putting(names, functions) })
    }
  }
}
