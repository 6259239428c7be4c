import Matrices
import Testing

@testable import Algebra

@Suite struct VerdictTests {
  private static let bench = Worksheet(
    givens: [
      Given("A", .matrix(rows: .size("n"), columns: .size("k")), role: .input),
      Given("B", .matrix(rows: .size("k"), columns: .size("m")), role: .input),
      Given("S", .matrix(rows: .size("n"), columns: .size("n")), role: .input),
      Given("z", .scalar, role: .input), Given("u", .scalar, role: .input),
    ],
    equations: [
      Equation("Z", Expression("A").matmul("B")),
      Equation("p", .call("colsum", "Z")),
    ],
    sizes: ["n": .size("n"), "k": .size("k"), "m": .size("m")])

  private func verdict(
    _ left: String, _ right: String, letters: [FreeLetter] = [],
    givens: [Name: Matrix<Double>] = [:]
  ) throws -> Verdict {
    var scope = Self.bench.scope
    for letter in letters { scope.shapes[letter.name] = letter.shape }
    return Self.bench.verify(
      try Expression(left, in: scope), equals: try Expression(right, in: scope),
      letters: letters, givens: givens)
  }

  @Test(arguments: [
    ("(A @ B)'", "B' @ A'"), ("Z", "A @ B"), ("(z + u)^2", "z^2 + 2*z*u + u^2"),
    ("sum(Z)", "sum(p)"), ("mean(p)", "sum(p)/m"), ("trace(S)", "trace(S')"),
    ("σ(-z)", "1 - σ(z)"), ("tanh(z)", "2*σ(2*z) - 1"), ("z - z", "0"),
    ("relu(z) - relu(-z)", "z"), ("abs(z)", "relu(z) + relu(-z)"),
    ("max(z, u)", "u + relu(z - u)"), ("D(z^3, z)", "3*z^2"),
    ("D(relu(z), z)", "relu'(z)"), ("D(sum(Z.^2), A)", "2*Z @ B'"),
    ("ln(exp(z))", "z"), ("exp(z + u)", "exp(z)*exp(u)"),
    ("ln(z*u)", "ln(u*z)"),
  ])
  func whatIsTrueHolds(_ left: String, _ right: String) throws {
    let verdict = try verdict(left, right)
    #expect(verdict.holds, "\(left) = \(right): \(verdict.sentence)")
  }

  @Test(arguments: [("sqrt(z)^2", "z"), ("2*ln(z)", "ln(z^2)")])
  func aSideWithoutAValueIsNoEqual(_ left: String, _ right: String) throws {
    let verdict = try verdict(left, right)
    guard case .domainsDiffer(undefined: .left, _) = verdict else {
      Issue.record("\(left) = \(right): \(verdict.sentence)")
      return
    }
  }

  @Test(arguments: [
    ("(z + u)^2", "z^2 + u^2"), ("mean(p)", "sum(p)/n"), ("sum(p)", "mean(p)"),
    ("S", "S'"), ("A'", "A"), ("B' @ A'", "(A @ B)"), ("A @ B", "B @ A"),
    ("σ'(z)", "z*(1 - z)"), ("σ(-z)", "-σ(z)"), ("relu(z)", "z"),
    ("abs(z)", "z"), ("relu'(z)", "1"), ("max(z, u)", "z"),
    ("D(z^3, z)", "3*z"), ("D(relu(z), z)", "relu(z)"),
    ("D(sum(Z.^2), A)", "2*Z' @ B"), ("D(sum(Z.^2), A)", "Z @ B'"),
    ("tanh(z)", "2*σ(z) - 1"), ("exp(z + u)", "exp(z) + exp(u)"),
    ("z", "z + 1e-5"), ("0*z", "1e-9"), ("sqrt(z^2)", "z"),
  ])
  func whatIsNotTrueIsRefuted(_ left: String, _ right: String) throws {
    let verdict = try verdict(left, right)
    #expect(verdict.isRefuted, "\(left) = \(right): \(verdict.sentence)")
  }

  @Test func aLetterKeepsToItsDomain() throws {
    let positive = FreeLetter("t", domain: .positive)
    let negative = FreeLetter("t", domain: .negative)
    #expect(try verdict("relu(t)", "t", letters: [positive]).holds)
    #expect(try verdict("relu(t)", "0", letters: [negative]).holds)
    #expect(try verdict("D(relu(t), t)", "1", letters: [positive]).holds)
    #expect(try verdict("D(relu(t), t)", "0", letters: [negative]).holds)
    #expect(try verdict("relu(t)", "t", letters: [negative]).isRefuted)
    #expect(
      try verdict("t", "1", letters: [FreeLetter("t", domain: .closed(1, 1))])
        .holds)
  }

  @Test func whereNothingHasAValueNothingIsSaid() throws {
    #expect(
      try verdict("ln(-1 - z^2)", "ln(-2 - z^2)")
        == .inconclusive(.notFinite))
    #expect(try verdict("1/(z - z)", "2/(z - z)") == .inconclusive(.notFinite))
  }

  @Test func theSameFormulaNeedsNoNumbers() throws {
    #expect(try verdict("ln(-1 - z^2)", "(ln((-1 - z^2)))") == .same)
  }

  @Test func theSameQuestionGetsTheSameVerdict() throws {
    for _ in 0..<3 {
      #expect(
        try verdict("(z + u)^2", "z^2 + u^2")
          == verdict("(z + u)^2", "z^2 + u^2"))
    }
  }

  @Test func shapesAreComparedBeforeNumbers() throws {
    guard case .shapesDiffer = try verdict("A @ B", "(A @ B)'") else {
      Issue.record("n×m passed for m×n")
      return
    }
    guard case .meaningless(.right, _) = try verdict("Z", "B @ A") else {
      Issue.record("a product without a shape was computed")
      return
    }
  }

  @Test func ownNumbersAreTheFirstCounterexample() throws {
    let givens: [Name: Matrix<Double>] = [
      "z": Matrix(scalar: 3), "u": Matrix(scalar: 2),
    ]
    let verdict = try verdict("z*u", "z + u", givens: givens)
    guard case .refuted(let example) = verdict else {
      Issue.record("3·2 = 3 + 2 was not refuted")
      return
    }
    #expect(example.isOwnNumbers)
    #expect(example.left[0, 0] == 6)
    #expect(example.right[0, 0] == 5)
    #expect(
      verdict.sentence
        == "the left side is 6 and the right side is 5, at the numbers given")
  }

  @Test func whatHoldsAtOwnNumbersAloneIsRefutedElsewhere() throws {
    let givens: [Name: Matrix<Double>] = [
      "z": Matrix(scalar: 2), "u": Matrix(scalar: 2),
    ]
    guard
      case .refuted(let example) = try verdict("z*u", "z + u", givens: givens)
    else {
      Issue.record("z·u = z + u was not refuted")
      return
    }
    #expect(!example.isOwnNumbers)
  }

  @Test func entriesByNumberKeepTheSizesThatAreGiven() throws {
    let worksheet = Worksheet(
      givens: [
        Given("w", .matrix(rows: .one, columns: .size("n")), role: .parameter),
        Given("x", .column(.size("n")), role: .input),
      ], sizes: ["n": .size("n")])
    let givens: [Name: Matrix<Double>] = [
      "w": try Matrix(rows: 1, columns: 2, storage: [1, 2]),
      "x": try Matrix(rows: 2, columns: 1, storage: [3, 4]),
    ]
    let left = try Expression("w @ x", in: worksheet.scope)
    let two = try Expression("w[1]*x[1] + w[2]*x[2]", in: worksheet.scope)
    let one = try Expression("w[1]*x[1]", in: worksheet.scope)
    #expect(worksheet.verify(left, equals: two, givens: givens).holds)
    #expect(worksheet.verify(left, equals: one, givens: givens).isRefuted)
  }

  @Test func anAssumptionOfTheWorksheetIsKept() throws {
    var worksheet = Worksheet(
      givens: [
        Given(
          "y", .matrix(rows: .size("n"), columns: .size("m")), role: .target)
      ], sizes: ["n": .size("n"), "m": .size("m")])
    let left = try Expression("colsum(y)", in: worksheet.scope)
    let right = try Expression("ones(1, m)", in: worksheet.scope)
    #expect(worksheet.verify(left, equals: right).isRefuted)
    worksheet.assumptions = [.columnsSumToOne("y")]
    #expect(worksheet.verify(left, equals: right).holds)
  }
}
