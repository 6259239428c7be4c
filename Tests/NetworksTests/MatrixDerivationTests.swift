import Algebra
import Matrices
import Networks
import Testing

/// Networks of every activation and every cost, with all that a description
/// can say.
private let networks: [NetworkDescription] = {
  func network(
    _ activations: [String], _ cost: Int,
    _ change:
      (inout NetworkDescription) -> Void = { _ in }
  ) -> NetworkDescription {
    var network = NetworkDescription(
      layers: Array([3, 2, 4, 5, 3].prefix(activations.count + 1)),
      activations: activations.compactMap(Activation.named),
      hasBias: activations.map { _ in true }, cost: Cost.all[cost],
      reduction: .mean)
    change(&network)
    return network
  }
  return [
    network(["sigmoid", "identity"], 0),
    network(["softplus", "sigmoid"], 2) { $0.delta = .perExample },
    network(["leaky-relu", "softmax"], 3) {
      $0.targetColumnsSumToOne = true
      $0.hasBias = [false, true]
    },
    network(["gelu"], 4) { $0.reduction = .meanOfAll },
    network(["relu", "tanh"], 1) {
      $0.penalty = Penalty(strength: 0.3, over: .twiceExamples)
      $0.delta = .perExample
    },
    network(["softmax"], 0) {
      $0.penalty = Penalty(strength: 0.3, over: .two)
      $0.examples = .one
    },
    network(["tanh", "softmax"], 0) { $0.reduction = .sum },
  ]
}()

@Suite struct MatrixDerivationTests {
  private static let rules = Set(Rule.all)

  /// Every line of both derivations: of all slopes of the first network, and
  /// of those at the ends of the others.
  @Test(arguments: networks.indices, [DerivationMethod.sums, .moves])
  func everyLineHolds(of place: Int, by method: DerivationMethod) throws {
    let worksheet = try networks[place].worksheet()
    let last = Name(stem: "δ", index: String(networks[place].depth))
    let ends: Set<Name> = ["δ1", "dW1", "db1", last]
    for equation in worksheet.equations
    where equation.role == .backward
      && (place == 0 || ends.contains(equation.name))
    {
      let derivation = try #require(
        worksheet.derivation(of: equation.name, by: method))
      let verdicts = worksheet.verdicts(of: derivation)
      for (line, verdict) in zip(derivation.lines, verdicts) {
        #expect(
          verdict.holds,
          """
          \(equation.name): \(derivation.subject.text(.ascii)) = \
          \(line.expression.text(.ascii)) by \(line.reason?.text ?? ""): \
          \(verdict.sentence)
          """)
        #expect(line.reason.map { Self.rules.contains($0.rule) } ?? false)
      }
      #expect(verdicts.allSatisfy { $0.holds })
      let conclusion = try #require(
        derivation.conclusion, "\(place) \(equation.name) has no steps")
      #expect(conclusion.name == equation.name)
      #expect(derivation.lines.count > 1)
    }
  }

  @Test(arguments: [DerivationMethod.sums, .moves])
  func smallerStepsHold(by method: DerivationMethod) throws {
    let worksheet = try networks[0].worksheet()
    for name in ["δ1", "db2"] as [Name] {
      let derivation = try #require(worksheet.derivation(of: name, by: method))
      for step in derivation.lines.flatMap(\.inner) {
        #expect(worksheet.verdict(of: step, in: derivation).holds)
      }
      #expect(derivation.lines.contains { !$0.inner.isEmpty })
    }
  }

  @Test func aWeightsSlopeIsReadFromItsEntry() throws {
    let worksheet = try networks[0].worksheet()
    let derivation = try #require(worksheet.derivation(of: "dW1", by: .sums))
    #expect(derivation.subject.text(.ascii) == "dW1[i,j]")
    #expect(
      derivation.lines.map { $0.expression.text(.ascii) } == [
        "dC/dW1[i,j]",
        "sum(k, sum(p, dC/dz1[k,p]*(dz1[k,p]/dW1[i,j])))",
        "sum(k, sum(p, sum(q, delta1[k,p]*x[q,p]*(k == i)*(q == j))))",
        "sum(k, delta1[i,k]*x[j,k])", "sum(k, delta1[i,k]*x'[k,j])",
        "(delta1 @ x')[i,j]",
      ])
    #expect(
      derivation.lines.compactMap { $0.reason?.rule }.suffix(3) == [
        .kronecker, .columnOfTranspose, .readAsProduct,
      ])
    #expect(derivation.conclusion?.expression.text(.ascii) == "delta1 @ x'")
  }

  @Test func aHiddenSlopeIsMovedToItsPlace() throws {
    let worksheet = try networks[0].worksheet()
    let derivation = try #require(worksheet.derivation(of: "δ1", by: .moves))
    #expect(
      derivation.lines.map { $0.expression.text() } == [
        "⟨δ₂, d(z₂)⟩", "⟨δ₂, W₂·d(a₁)⟩", "⟨W₂ᵀ·δ₂, d(a₁)⟩",
        "⟨W₂ᵀ·δ₂, σ′(z₁) ⊙ d(z₁)⟩", "⟨W₂ᵀ·δ₂ ⊙ σ′(z₁), d(z₁)⟩",
      ])
    #expect(
      derivation.lines.compactMap { $0.reason?.rule } == [
        .chain, .dProduct, .moveLeft, .dElementwise, .slide,
      ])
    #expect(derivation.conclusion?.reason.rule == .readOff)
  }

  /// softmax and cross-entropy give a − y where the columns of y sum to 1,
  /// and the general form where they need not.
  @Test(arguments: [DerivationMethod.sums, .moves])
  func theShortFormNamesItsAssumption(by method: DerivationMethod) throws {
    var network = networks[2]
    let short = try #require(
      network.worksheet().derivation(of: "δ2", by: method))
    #expect(
      short.lines.contains { $0.reason?.rule == .oneInEachColumn })
    #expect(
      short.conclusion?.expression.text(.ascii) == "(1/m) (a2 - y)")
    network.targetColumnsSumToOne = false
    let general = try #require(
      network.worksheet().derivation(of: "δ2", by: method))
    #expect(
      !general.lines.contains { $0.reason?.rule == .oneInEachColumn })
    #expect(
      general.conclusion?.expression.text(.ascii)
        == "(1/m) (a2 .* (ones(n2, 1) @ colsum(y)) - y)")
  }
}
