import Testing

@testable import Algebra

@Suite struct SpellingTests {
  private let scope = Scope(
    shapes: [
      "W1": .matrix(rows: .size("n1"), columns: .size("n0")),
      "x": .matrix(rows: .size("n0"), columns: .size("m")),
      "z1": .matrix(rows: .size("n1"), columns: .size("m")),
      "a1": .matrix(rows: .size("n1"), columns: .size("m")),
      "δ1": .matrix(rows: .size("n1"), columns: .size("m")),
      "C": .scalar, "w1": .scalar, "η": .scalar, "ŷ": .scalar,
    ], sizes: ["m": .size("m")])

  private func read(_ text: String) throws -> Expression {
    try Expression(text, in: scope)
  }

  @Test(arguments: [
    ["W1", "W_1", "W₁", "W^(1)", "W⁽¹⁾", "W_{1}"],
    ["delta1", "d1", "δ1", "δ_1", "δ₁", "\\delta1", "\\delta_1"],
    ["yhat", "ŷ", "y\u{302}"],
    ["W1 @ x", "W1·x", "W1⋅x", "W1 @x"],
    ["a1 .* z1", "a1 ⊙ z1", "a1 ∘ z1"],
    ["w1*η", "w1·η", "w1 × η"],
    ["W1'", "W1ᵀ", "W1.T", "W1^T", "W1′"],
    ["sigmoid(z1)", "σ(z1)", "logistic(z1)"],
    ["σ'(z1)", "sigmoid′(z1)"],
    ["w1^2", "w1²", "w1**2"],
    ["a1.^2", "a1.²"],
    ["a1 − z1", "a1 - z1"],
    ["½w1", "0.5w1", "5e-1w1", ".5 w1"],
    ["e^-w1", "exp(-w1)", "e^(-w1)"],
    ["‖W1‖", "norm(W1)"],
    ["1 <= w1", "1 ≤ w1"],
    [
      "[1 2; 3 4]", "[[1, 2], [3, 4]]", "[1, 2; 3, 4]", "[1 2\n3 4]",
      "array([[1., 2.],\n       [3., 4.]])",
      "tensor([[1., 2.], [3., 4.]], dtype=torch.float64)", "[[1 2]\n [3 4]]",
    ],
    ["[1 -2]", "[1, -2]"],
  ])
  func allSpellingsAreOneExpression(spellings: [String]) throws {
    let first = try read(spellings[0])
    for spelling in spellings.dropFirst() {
      let other = try read(spelling)
      #expect(other == first, "\(spelling)")
    }
  }

  @Test func primeIsADerivativeBehindAFunctionOnly() throws {
    #expect(try read("σ'(z1)") == .call("sigmoid", primes: 1, ["z1"]))
    #expect(
      try read("σ'(z1)'")
        == .transpose(.call("sigmoid", primes: 1, ["z1"])))
    #expect(
      try read("W1[1,:]'") == .transpose(.entry("W1", [.at(1), .all])))
  }

  @Test func minusBindsLooserThanAPower() throws {
    #expect(
      try read("-w1^2") == .negation(.binary(.power, "w1", 2)))
    #expect(
      try read("-w1*η") == .negation(.binary(.times, "w1", "η")))
  }

  @Test func spacesSeparateEntriesOfAMatrix() throws {
    #expect(try read("[1 - 2]") == .matrix([[.binary(.subtract, 1, 2)]]))
    #expect(try read("[1 -2]") == .matrix([[1, -2]]))
    #expect(try read("[w1 (η)]") == .matrix([["w1", .group("η")]]))
  }

  @Test func quotientOfDifferentialsIsADerivative() throws {
    #expect(
      try read("dC/dW1[1,2]")
        == .derivative("C", by: .entry("W1", [.at(1), .at(2)]), .straight))
    #expect(try read("∂C/∂w1") == .derivative("C", by: "w1", .partial))
    #expect(try read("dC / w1") == .binary(.divide, "dC", "w1"))
  }

  @Test func dotJoinsNumbersOrMatricesByWhatTheyAre() throws {
    #expect(try read("η·W1") == .binary(.times, "η", "W1"))
    #expect(try read("W1·x") == .binary(.matmul, "W1", "x"))
  }

  @Test func deepNestingIsRefusedAndNotFollowed() {
    let deep = String(repeating: "(", count: 100_000)
    #expect(throws: ReadingFault.self) { try read(deep) }
    let signs = String(repeating: "-", count: 100_000) + "w1"
    #expect(throws: ReadingFault.self) { try read(signs) }
    let brackets = String(repeating: "[", count: 100_000)
    #expect(throws: ReadingFault.self) { try read(brackets) }
    let sum = Array(repeating: "w1", count: 100_000).joined(separator: "+")
    #expect(throws: ReadingFault.self) { try read(sum) }
    let powers = Array(repeating: "w1", count: 100_000).joined(separator: "^")
    #expect(throws: ReadingFault.self) { try read(powers) }
    let primes = "W1" + String(repeating: "'", count: 100_000)
    #expect(throws: ReadingFault.self) { try read(primes) }
    let entries = "W1" + String(repeating: "[1,1]", count: 100_000)
    #expect(throws: ReadingFault.self) { try read(entries) }
  }
}
