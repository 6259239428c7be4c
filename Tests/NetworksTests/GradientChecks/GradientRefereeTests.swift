import Algebra
import Matrices
import Networks
import TestSupport
import Testing

@Suite struct GradientRefereeTests {
  /// Every activation, cost and penalty, and both meanings of δ.
  @Test(arguments: UInt64(1)...80)
  func everySlopeAgreesWithDifferencesAndDualNumbers(_ seed: UInt64) throws {
    var network = try RandomNetwork(seed: seed)
    if seed.isMultiple(of: 2), network.description.examples == .many {
      network.description.delta = .perExample
    }
    let valuation = try Valuation(
      network.description.worksheet(), givens: network.givens)
    let referee = GradientReferee(valuation)
    #expect(referee.subjects.count > referee.parameters.count)
    for subject in referee.subjects {
      let check = try #require(try referee.check(subject))
      let good: [GradientCheck.Finding] = [
        .agrees, .zeroHere, .zeroEverywhere, .onKinks, .tooSmall,
      ]
      #expect(good.contains(check.finding), "\(subject): \(check.finding)")
      #expect(check.dualError <= GradientReferee.dualTolerance)
    }
  }

  /// Sums that cancel leave a little more, here and there.
  @Test func dualNumbersAgreeToTheLastDigits() throws {
    var errors: [Double] = []
    for seed in UInt64(200)..<240 {
      let network = try RandomNetwork(seed: seed)
      let valuation = try Valuation(
        network.description.worksheet(), givens: network.givens)
      errors += try GradientReferee(valuation).checks().map(\.dualError)
    }
    let close = errors.filter { $0 <= 1e-14 }.count
    #expect(Double(close) >= 0.98 * Double(errors.count))
  }

  /// Of a large quantity a seeded sample is moved, and a few directions.
  @Test func largeQuantityIsSampledTheSameWayEachTime() throws {
    let valuation = try Valuation(
      network(.mean).worksheet(), givens: Self.givens())
    let effort = GradientReferee.Effort(entries: 8, sample: 4, directions: 3)
    let referee = GradientReferee(valuation, effort: effort)
    let check = try #require(try referee.check("W1"))
    #expect(check.samples.count == 4 && check.directions.count == 3)
    #expect(check.finding == .agrees)
    #expect(try referee.check("W1")?.samples == check.samples)
    // One wrong entry that is in no sample is seen in the directions.
    let missed = try #require(
      (0..<9).first { offset in
        !check.samples.contains { $0.offset == offset }
      })
    var storage = try #require(valuation.values["dW1"]).storage
    storage[missed] += 0.1
    let spoiled = try Matrix(rows: 3, columns: 3, storage: storage)
    #expect(try referee.check("W1", against: spoiled)?.finding == .differs)
  }

  @Test func deltaOfEachExampleIsComparedWithTheCostsOfTheExamples() throws {
    let valuation = try Valuation(
      network(.perExample).worksheet(), givens: Self.givens())
    let referee = GradientReferee(valuation)
    let delta = try #require(try referee.check("z2"))
    #expect(delta.watched == "c" && delta.finding == .agrees)
    let weights = try #require(try referee.check("W2"))
    #expect(weights.watched == "C" && weights.finding == .agrees)
  }

  /// A lowered cost is computed from z2, past a2.
  @Test func slopeThatALoweredCostPassesByIsCheckedToo() throws {
    let valuation = try Valuation(
      network(.mean).worksheet(), givens: Self.givens())
    let check = try #require(try GradientReferee(valuation).check("a2"))
    #expect(check.finding == .agrees)
    #expect(check.samples.contains { $0.slope != 0 })
  }

  // MARK: - Every entry

  /// Costs that take only what follows from an entry say what whole ones do.
  @Test(arguments: UInt64(1)...40)
  func everyEntryIsFoundAsTheLongWayFindsIt(_ seed: UInt64) throws {
    let network = try RandomNetwork(seed: seed)
    let valuation = try Valuation(
      network.description.worksheet(), givens: network.givens)
    let referee = GradientReferee(valuation)
    let short = try referee.everyCheck(of: referee.parameters)
    let long = try referee.parameters.compactMap { try referee.check($0) }
    #expect(short.map(\.subject) == long.map(\.subject))
    for (short, long) in zip(short, long) {
      #expect(short.finding == long.finding, "\(short.subject)")
      #expect(short.disparity.normRatio < 1e-6, "\(short.subject)")
      #expect(
        short.samples.count + short.crossings.count == short.entryCount)
      #expect(short.isShortcutRight && short.recomputed?.count ?? 0 > 0)
      #expect(short.dualError <= GradientReferee.dualTolerance)
    }
  }

  @Test(arguments: slips.indices)
  func spoiledSlopeDiffersInTheShortWayToo(_ slip: Int) throws {
    let valuation = try Valuation(
      network(.mean).worksheet(), givens: Self.givens())
    let referee = GradientReferee(valuation)
    let right = try #require(valuation.values["dW1"])
    let checks = try referee.everyCheck(
      of: ["W1", "b1"], against: ["W1": try Self.slips[slip](right)])
    #expect(checks.map(\.finding) == [.differs, .agrees])
    #expect(checks[0].samples.count == 9 && checks[0].isShortcutRight)
    if slip == 5 { #expect(checks[0].placeOfLargestGap == 3) }
  }

  // MARK: - Spoiled slopes

  static let slips: [@Sendable (Matrix<Double>) throws -> Matrix<Double>] = [
    { $0.map { -$0 } }, { $0.map { 2 * $0 } }, { $0.map { 1.001 * $0 } },
    { $0.transposed }, { $0.map { $0 + 0.1 } },
    { matrix in
      var storage = matrix.storage
      storage[3] *= 1.01
      return try Matrix(rows: 3, columns: 3, storage: storage)
    },
  ]

  @Test(arguments: slips.indices)
  func spoiledSlopeDiffers(_ slip: Int) throws {
    let valuation = try Valuation(
      network(.mean).worksheet(), givens: Self.givens())
    let referee = GradientReferee(valuation)
    let right = try #require(valuation.values["dW1"])
    let spoiled = try Self.slips[slip](right)
    let check = try #require(try referee.check("W1", against: spoiled))
    #expect(check.finding == .differs)
    #expect(check.disparity.worstRatio > 1e-4)
    if slip == 5 { #expect(check.placeOfLargestGap == 3) }
  }

  @Test func slightlySpoiledSlopeIsToBeLookedAtAgain() throws {
    let valuation = try Valuation(
      network(.mean).worksheet(), givens: Self.givens())
    let referee = GradientReferee(valuation)
    let slope = try #require(valuation.values["dW1"])
    let check = try #require(
      try referee.check("W1", against: slope.map { $0 * (1 + 1e-6) }))
    // The differences alone would let it pass to be looked at; dual numbers
    // are exact.
    #expect(ErrorBand(check.disparity.worstRatio) == .lookAgain)
    #expect(check.dualError > 1e-7)
    #expect(check.finding == .differs)
  }

  private func network(
    _ delta: Worksheet.DeltaConvention
  ) throws -> NetworkDescription {
    let sigmoid = try #require(Activation.named("sigmoid"))
    let tanh = try #require(Activation.named("tanh"))
    return NetworkDescription(
      layers: [3, 3, 2], activations: [tanh, sigmoid],
      hasBias: [true, true],
      cost: try #require(Cost.named("binary-cross-entropy")),
      reduction: .mean, penalty: Penalty(strength: 0.3, over: .twiceExamples),
      delta: delta)
  }

  private static func givens() throws -> [Name: Matrix<Double>] {
    var random = SeededGenerator(7)
    func numbers(_ rows: Int, _ columns: Int) throws -> Matrix<Double> {
      try Matrix(
        rows: rows, columns: columns,
        storage: (0..<rows * columns).map { _ in
          Double.random(in: -1...1, using: &random)
        })
    }
    return [
      "x": try numbers(3, 4), "W1": try numbers(3, 3),
      "b1": try numbers(3, 1), "W2": try numbers(2, 3),
      "b2": try numbers(2, 1), "λ": Matrix(scalar: 0.3),
      "y": try numbers(2, 4).map { $0 > 0 ? 1 : 0 },
    ]
  }
}
