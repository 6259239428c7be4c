import Algebra
import Matrices

extension Diagnosis {
  /// Says what is wrong with plain numbers.
  ///
  /// - Parameters:
  ///   - numbers: What the learner typed or pasted, or what a file holds.
  ///   - target: What they should be.
  ///   - valuation: The numbers of the session.
  ///   - locals: Further names and what they stand for, as η.
  public init(
    of numbers: PlainNumbers, as target: Expression, at valuation: Valuation,
    locals: [Name: Matrix<Double>] = [:]
  ) {
    let surroundings = Surroundings(valuation.worksheet, asked: target)
    var locals = locals
    if locals[valuation.worksheet.rate] == nil {
      locals[valuation.worksheet.rate] = Matrix(scalar: 0.5)
    }
    let sample = Sample(valuation, locals: locals)
    guard let truth = sample.value(of: target) else {
      self.init(.undecided, in: surroundings)
      return
    }
    let evidence = Evidence(numbers, at: sample, truth)
    self.init(of: numbers, evidence, target, surroundings)
  }

  private init(
    of numbers: PlainNumbers, _ evidence: Evidence, _ target: Expression,
    _ surroundings: Surroundings
  ) {
    if let arrangement = evidence.arrangementOfTruth {
      self.init(.right, in: surroundings, arrangement: arrangement)
      return
    }
    let search = SlipSearch(
      surroundings: surroundings,
      forms: surroundings.forms(of: target).filter(evidence.isTrue),
      evidence: evidence, line: nil, bits: numbers.bits,
      mostTries: evidence.affordableTries)
    let finds = search.finds()
    if let outcome = Diagnosis.outcome(of: finds) {
      self.init(
        outcome, in: surroundings, arrangement: finds[0].arrangement)
      return
    }
    let (found, truth) = (numbers.value.shape, evidence.points[0].truth)
    guard found == truth.shape else {
      self.init(
        .shape(found: "\(found)", wanted: "\(truth.shape)"), in: surroundings)
      return
    }
    let gap = evidence.discrepancy(in: surroundings)
    self.init(gap.map { .gap($0) } ?? .unexplained, in: surroundings)
  }
}

extension Evidence {
  /// How many lines can be computed in a second or so: few where the numbers
  /// are those of a large network.
  fileprivate var affordableTries: Int {
    let entries = points.flatMap(\.sample.valuation.values.values)
      .reduce(1) { $0 + $1.storage.count }
    return max(40, 40_000_000 / entries)
  }

  /// Numbers at the session's own, as they lie and as they may have been
  /// meant to lie.
  fileprivate init(
    _ numbers: PlainNumbers, at sample: Sample, _ truth: Matrix<Double>
  ) {
    let all: [Diagnosis.Arrangement] = [
      .asAsked, .transposed, .flattenedByRows, .flattenedByColumns,
    ]
    let possible = all.compactMap { arrangement in
      numbers.arranged(arrangement, as: truth.shape).map {
        (arrangement, $0)
      }
    }
    self.init(
      points: [
        Point(sample: sample, truth: truth, claims: possible.map(\.1))
      ],
      arrangements: possible.map(\.0))
  }
}
