import Algebra
import Matrices

extension Diagnosis {
  /// Says what is wrong with a line of letters.
  ///
  /// - Parameters:
  ///   - line: What the learner wrote, as it was read.
  ///   - target: What it should equal: a quantity, a slope of the cost, an
  ///     entry of one, or the line before.
  ///   - worksheet: What the names mean.
  ///   - givens: The numbers that the worksheet is shown with; they say how
  ///     large a matrix is whose entries are named by number.
  ///   - earlier: Further lines that equal the target.
  public init(
    of line: Expression, as target: Expression, in worksheet: Worksheet,
    givens: [Name: Matrix<Double>] = [:], after earlier: [Expression] = []
  ) {
    let surroundings = Surroundings(worksheet, asked: target)
    var course = LineDiagnosis(
      line: surroundings.withPlainFunctions(line), target: target,
      surroundings: surroundings, givens: givens, earlier: earlier)
    self = course.diagnosis()
  }

  /// Says what is wrong with what a learner wrote, letters or plain numbers.
  ///
  /// - Parameters:
  ///   - line: What was written, as it was read.
  ///   - target: What it should equal.
  ///   - valuation: The worksheet at the numbers of the session.
  ///   - earlier: Further lines that equal the target.
  ///   - locals: Further names and what they stand for, as η.
  public init(
    of line: Expression, as target: Expression, at valuation: Valuation,
    after earlier: [Expression] = [], locals: [Name: Matrix<Double>] = [:]
  ) {
    if let numbers = PlainNumbers(line) {
      self.init(of: numbers, as: target, at: valuation, locals: locals)
      return
    }
    let givens = valuation.worksheet.givens.map(\.name)
    self.init(
      of: line, as: target, in: valuation.worksheet,
      givens: valuation.values.filter { givens.contains($0.key) },
      after: earlier)
  }

  /// A diagnosis that stands as it is.
  init(
    _ outcome: Outcome, in surroundings: Surroundings,
    fault: ExpressionFault? = nil, arrangement: Arrangement = .asAsked,
    blame: [Path] = []
  ) {
    self.outcome = outcome
    self.surroundings = surroundings
    self.fault = fault
    self.arrangement = arrangement
    self.blame = blame
  }

  /// What was found in the search, as an outcome.
  static func outcome(of finds: [SlipSearch.Find]) -> Outcome? {
    guard let first = finds.first else { return nil }
    return finds.count == 1
      ? .slips(first.mutant.deeds)
      : .ambiguous(finds.prefix(4).map(\.mutant.deeds))
  }
}

/// The course of a diagnosis of one line.
private struct LineDiagnosis {
  let line: Expression
  let target: Expression
  let surroundings: Surroundings
  let givens: [Name: Matrix<Double>]
  let earlier: [Expression]

  private var worksheet: Worksheet { surroundings.worksheet }

  mutating func diagnosis() -> Diagnosis {
    guard line.parts.count <= LineDiagnosis.mostParts else {
      return Diagnosis(.undecided, in: surroundings)
    }
    let fault = shapeFault
    if let fault, !fault.isOfShapes {
      return Diagnosis(.undecided, in: surroundings, fault: fault)
    }
    let points = fault == nil ? pointsApart : pointsAlike
    guard !points.isEmpty else {
      return Diagnosis(.undecided, in: surroundings, fault: fault)
    }
    let evidence = Evidence(points: points, arrangements: [.asAsked])
    return diagnosis(by: evidence, fault)
  }

  /// A line of more parts is no line that a learner writes.
  private static let mostParts = 400

  private func diagnosis(
    by evidence: Evidence, _ fault: ExpressionFault?
  ) -> Diagnosis {
    if evidence.arrangementOfTruth != nil {
      return Diagnosis(
        fault == nil ? .right : .shapesOnly, in: surroundings, fault: fault)
    }
    let forms = (earlier + surroundings.forms(of: target))
      .map(\.withoutGroups).filter(evidence.isTrue)
    let search = SlipSearch(
      surroundings: surroundings, forms: forms, evidence: evidence,
      line: line.withoutGroups, bits: .infinity)
    let finds = search.finds()
    let blame = Blame(line: line, evidence: evidence, forms: forms)
    if finds.count == 1 {
      let found = blame.found(finds[0].mutant.deeds)
      return Diagnosis(
        .slips(found.deeds), in: surroundings, fault: fault,
        blame: found.paths)
    }
    if let outcome = Diagnosis.outcome(of: finds) {
      return Diagnosis(outcome, in: surroundings, fault: fault)
    }
    let paths = blame.smallestReplaceable.map { [$0] } ?? []
    return Diagnosis(
      gap(evidence, fault), in: surroundings, fault: fault, blame: paths)
  }

  /// What is said where no slip fits.
  private func gap(
    _ evidence: Evidence, _ fault: ExpressionFault?
  ) -> Diagnosis.Outcome {
    if fault == nil, let (found, wanted) = differingShapes {
      return .shape(found: "\(found)", wanted: "\(wanted)")
    }
    return evidence.discrepancy(in: surroundings).map { .gap($0) }
      ?? .unexplained
  }
}

// MARK: - Shapes

extension LineDiagnosis {
  /// The names, with the rate of a step, which a line may hold.
  private var scope: Scope {
    var scope = surroundings.scope
    if !scope.isKnown(worksheet.rate) {
      scope.shapes[worksheet.rate] = .scalar
    }
    return namesEntries ? scope.bound(to: givens.mapValues(\.shape)) : scope
  }

  /// Whether entries are named by number, so that sizes cannot be chosen.
  private var namesEntries: Bool {
    (line.parts + target.parts).contains { _, part in
      guard case .entry(_, let places) = part else { return false }
      return places.contains { place in
        switch place {
        case .all: false
        case .at(let place): place.constant != nil
        case .range(let first, _): first.constant != nil
        }
      }
    }
  }

  private var shapeFault: ExpressionFault? {
    do throws(ExpressionFault) {
      _ = try line.shape(in: scope)
      return nil
    } catch { return error }
  }

  private var differingShapes: (SymbolicShape, SymbolicShape)? {
    guard let found = try? line.shape(in: scope),
      let wanted = try? target.shape(in: scope)
    else { return nil }
    if found.isScalar && wanted.isScalar { return nil }
    return "\(found)" == "\(wanted)" ? nil : (found, wanted)
  }
}

// MARK: - Numbers to look at both sides with

extension LineDiagnosis {
  /// Sizes no two of which are the same, each another one in the second draw.
  private var pointsApart: [Evidence.Point] {
    let names = worksheet.freeSizes
    let own = namesEntries ? givens : [:]
    return (0..<4).compactMap { draw -> Evidence.Point? in
      let sizes = Dictionary(
        uniqueKeysWithValues: names.enumerated().map { place, name in
          (name, place + 2 + draw % 2)
        })
      return point(
        of: worksheet.sample(
          sizes: sizes, seed: UInt64(draw + 1), shapedAs: own,
          with: [worksheet.rate]))
    }
  }

  /// All sizes the same, so that every product of matrices has a value.
  private var pointsAlike: [Evidence.Point] {
    let square = worksheet.squared(3)
    return (0..<3).compactMap { draw in
      point(
        of: square.sample(
          sizes: [:], seed: UInt64(draw + 11), with: [worksheet.rate]))
    }
  }

  private func point(of sample: Sample?) -> Evidence.Point? {
    guard let sample, let truth = sample.value(of: target),
      let claimed = sample.value(of: line)
    else { return nil }
    return Evidence.Point(
      sample: sample, truth: truth, claims: [PlainNumbers(claimed)])
  }
}

extension Worksheet {
  /// The worksheet with all its axes equally long, examples among them; what
  /// joins every column stays one column.
  func squared(_ length: Int) -> Worksheet {
    var sheet = self
    sheet.sizes = sizes.mapValues { _ in .fixed(length) }
    sheet.givens = givens.map { given in
      guard case .matrix(let rows, let columns) = given.shape else {
        return given
      }
      let isExample = given.role == .input || given.role == .target
      // An axis that is longer by one than another stays so.
      func axis(_ axis: Dimension) -> Dimension {
        let isSum = "\(axis)".contains("+")
        return .fixed((isSum ? axis.count(sizes: sheet.sizes) : nil) ?? length)
      }
      let shape = SymbolicShape.matrix(
        rows: rows == .one && !(isExample && notation.examples == .rows)
          ? .one : axis(rows),
        columns: columns == .one
          && !(isExample && notation.examples == .columns)
          ? .one : axis(columns))
      return Given(given.name, shape, role: given.role)
    }
    return sheet
  }
}

extension ExpressionFault {
  /// Whether matrices do not fit together, so that the line has a value where
  /// all sizes are the same.
  var isOfShapes: Bool {
    switch problem {
    case .innerDimensions, .entrywise, .ambiguousProduct, .blocksDiffer,
      .shapesDiffer, .scalarInMatrixProduct, .indexOfDifferentAxes,
      .squareWanted:
      true
    default: false
    }
  }
}

extension Surroundings {
  /// The line with each layer's g under the name of the function that it is.
  func withPlainFunctions(_ line: Expression) -> Expression {
    guard !worksheet.functions.isEmpty else { return line }
    return line.mapped { part in
      guard case .call(let name, let primes, let arguments) = part,
        worksheet.functions[name] != nil,
        let plain = plainFunction(name)
      else { return part }
      return .call(plain, primes: primes, arguments)
    }
  }
}
