import Presentation
import TestSupport
import Testing

@testable import Algebra

/// Formulas as they are heard.
@Suite struct SpokenTests {
  static let pairs: [(String, String)] = [
    ("z1", "z 1"), ("δ2", "delta 2"), ("Θ1", "capital Theta 1"),
    ("dW1", "d W 1"), ("ŷ", "y hat"), ("w_b", "w sub b"), ("½", "one half"),
    (
      "W2' @ δ2 .* g1'(z1)",
      "W 2 transpose times delta 2 entry by entry times g 1 prime of z 1"
    ),
    (
      "½*(s - C)^2",
      "one half times open bracket s minus C close bracket squared"
    ),
    (
      "sigmoid(W1 @ x + b1)",
      "sigma of open bracket W 1 times x plus b 1 close bracket"
    ),
    ("sigmoid(z1)'", "open bracket sigma of z 1 close bracket transpose"),
    ("sigmoid(z1')", "sigma of open bracket z 1 transpose close bracket"),
    ("ln(sigmoid(z1[2]))", "natural log of sigma of entry 2 of z 1"),
    ("W1[1,2]", "row 1, column 2 of W 1"), ("W1[1,:]", "row 1 of W 1"),
    ("W1[:,2]", "column 2 of W 1"), ("W1[:,1:2]", "columns 1 to 2 of W 1"),
    ("dC/dW1", "the slope of C in W 1"),
    ("∂C/∂W1", "the partial slope of C in W 1"),
    ("d(W1)", "the differential of W 1"), ("1/m", "1 over m"),
    ("2e-9", "2 times ten to the minus 9"),
    ("s^(-1)", "s to the power minus 1"),
    (
      "[1 2; 3 4]",
      "the matrix 1 comma 2 next row 3 comma 4 end of matrix"
    ),
    ("norm(W1)^2", "open bracket norm of W 1 close bracket squared"),
    (
      "sum(k, W1[1,k]*x[k])",
      "sum over k of open bracket row 1, column k of W 1 times entry k of x "
        + "close bracket"
    ),
    ("max(0, z1)", "max of open bracket 0 comma z 1 close bracket"),
  ]

  static let scope: Scope = {
    var scope = RandomExpression.scope
    let column = SymbolicShape.matrix(rows: .size("n"), columns: .one)
    for name in ["z1", "y", "x", "b1"] as [Name] { scope.shapes[name] = column }
    scope.shapes["W2"] = scope.shapes["W1"]
    scope.functions["g1"] = Function.sigmoid.renamed("g1")
    return scope
  }()

  @Test(arguments: pairs)
  func formulasAreSaidInOrder(_ source: String, _ words: String) throws {
    let expression = try Expression(source, in: Self.scope)
    #expect(expression.spoken == words)
  }

  /// The words tell every tree from every other, up to brackets.
  @Test func twoFormulasNeverHaveTheSameWords() {
    var random = RandomExpression(generator: SeededGenerator(7))
    var seen: [String: Expression] = [:]
    for round in 0..<6000 {
      let drawn = random.expression(depth: 1 + round % 4).withoutGroups
      let words = drawn.spoken
      if let other = seen.updateValue(drawn, forKey: words) {
        #expect(other == drawn, "\(words)")
      }
    }
    #expect(seen.count > 3000)
  }

  /// Only letters, digits, points and commas are heard, and each bracket that
  /// is opened is closed.
  @Test func wordsHoldNoSigns() {
    var random = RandomExpression(generator: SeededGenerator(8))
    for round in 0..<500 {
      let words = random.expression(depth: 1 + round % 4).spoken
      #expect(words.allSatisfy { $0.isHeard }, "\(words)")
      #expect(
        words.components(of: "open bracket")
          == words.components(of: "close bracket"))
    }
  }

  @Test func everyFunctionHasWordsOfItsOwn() {
    let words = Function.all.map(\.words)
    #expect(Set(words).count == words.count)
    for word in words { #expect(word.allSatisfy { $0.isHeard }, "\(word)") }
  }

  @Test func everyOperatorHasWords() {
    for sign in BinaryOperator.allCases {
      let isHeard = sign.row.spoken.allSatisfy { $0.isLetter || $0 == " " }
      #expect(isHeard && !sign.row.spoken.isEmpty)
    }
  }

  @Test func everyLetterHasAWord() {
    for (_, letter) in Alphabet.letters {
      let isHeard = Name(stem: letter).spoken.allSatisfy { $0.isHeard }
      #expect(isHeard, "\(letter)")
    }
  }
}

extension Character {
  fileprivate var isHeard: Bool {
    isASCII && (isLetter || isNumber || " .,".contains(self))
  }
}

extension String {
  /// How often words stand in it.
  fileprivate func components(of words: String) -> Int {
    var count = 0
    var rest = self[...]
    while let range = rest.firstRange(of: words) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}
