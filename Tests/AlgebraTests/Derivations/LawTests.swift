import Testing

@testable import Algebra

@Suite struct LawTests {
  static let laws = Rule.all.flatMap(\.laws)

  @Test(arguments: laws)
  func everyLawOfEveryRuleHolds(_ law: Law) throws {
    let verdict = try law.read().verdict
    #expect(verdict.holds, "\(law.text): \(verdict.sentence)")
  }

  @Test(arguments: laws)
  func aSpoiledLawIsRefuted(_ law: Law) throws {
    let reading = try law.read()
    for right in reading.right.spoiled {
      var spoiled = reading
      spoiled.right = right
      let verdict = spoiled.verdict
      #expect(
        verdict.isRefuted,
        "\(law.text), spoiled to \(right.text()): \(verdict.sentence)")
    }
  }

  @Test func aLawIsReadWithItsLetters() throws {
    let law = Law(
      "A @ x + c*f(x) = A @ x + f(x)*c", "A: p×n, x: n×1, c, f(x)",
      where: "c > 0", "colsum(x) = 1")
    let reading = try law.read()
    #expect(reading.letters.map(\.name) == ["A", "x", "c"])
    #expect(reading.letters[1].shape == .column(.size("n")))
    #expect(reading.letters[2].domain == .positive)
    #expect(reading.worksheet.assumptions == [.columnsSumToOne("x")])
    #expect(reading.conditions.count == 2)
    #expect(reading.scope.functions["f"] != nil)
  }

  @Test func whatMovesIsFoundInTheLaw() throws {
    let law = Law(
      "d(A @ B) = d(A) @ B + A @ d(B)", "A: p×n, B: n×m")
    #expect(try law.read().moving == ["A", "B"])
  }

  @Test(arguments: [
    ("a + b", "a, b"), ("a = b", "a, 3"), ("a = a +", "a"), ("A = A", "A: p"),
    ("a = g(b)", "a, b"),
  ])
  func whatIsNoLawIsSaid(_ text: String, _ letters: String) {
    #expect(throws: Law.Fault.self) { try Law(text, letters).read() }
  }

  @Test func aLetterThatIsNotDeclaredHasNoMeaning() throws {
    #expect(try Law("a = b", "a").read().verdict.isRefuted)
  }
}

extension Expression {
  /// The formula with one thing wrong in it: its sign, a factor, or the sign
  /// of one of its sums.
  fileprivate var spoiled: [Expression] {
    let whole: [Expression] =
      constant == 0 ? [1] : [negated, Expression(2).times(.group(self))]
    let flipped: [Expression] = parts.compactMap { path, part in
      switch part {
      case .binary(.add, let left, let right):
        replacing(path, with: left.minus(right))
      case .binary(.subtract, let left, let right):
        replacing(path, with: left.plus(right))
      default: nil
      }
    }
    return whole + flipped
  }
}
