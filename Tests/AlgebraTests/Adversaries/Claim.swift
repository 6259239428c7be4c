import Algebra
import Matrices

/// Something that is said to be equal, on one of a few worksheets.
struct Claim: Sendable {
  let bench: AdversaryBench
  var left: Expression
  var right: Expression
  /// The quantity that changes where a side holds a differential.
  var moving: Name?

  /// - Parameters:
  ///   - bench: What the names stand for.
  ///   - line: `left ≡ right`, or `left ≡ right | name` where the quantity of
  ///     that name changes.
  /// - Throws: A fault where a side cannot be read.
  init(_ bench: AdversaryBench, _ line: String) throws {
    self.bench = bench
    let halves = line.split(separator: "|")
    let sides = halves[0].split(separator: "≡").map(String.init)
    guard sides.count == 2 else { throw Malformed(line: line) }
    var scope = bench.worksheet.scope
    for letter in bench.letters { scope.shapes[letter.name] = letter.shape }
    left = try Expression(sides[0], in: scope)
    right = try Expression(sides[1], in: scope)
    if halves.count == 2 { moving = Name(halves[1].filter { $0 != " " }) }
  }

  init(
    _ bench: AdversaryBench, _ left: Expression, _ right: Expression,
    moving: Name? = nil
  ) {
    (self.bench, self.left, self.right) = (bench, left, right)
    self.moving = moving
  }

  struct Malformed: Error { let line: String }

  var verdict: Verdict {
    bench.worksheet.verify(
      left, equals: right, letters: bench.letters,
      givens: bench.givens, moving: moving)
  }

  var text: String {
    "\(bench.name): \(left.text(.ascii)) ≡ \(right.text(.ascii))"
      + (moving.map { " | \($0.ascii)" } ?? "")
  }

  /// The claim for another argument, if it has one to put in.
  func substituting(_ values: [Name: Expression]) -> Claim {
    var claim = self
    claim.left = left.substituting(values)
    claim.right = right.substituting(values)
    return claim
  }
}

extension Verdict {
  /// The verdict's kind alone.
  var kind: String {
    switch self {
    case .same: "same"
    case .sameUpToOrder: "same up to order"
    case .exact: "exact"
    case .numeric: "numeric"
    case .refuted: "refuted"
    case .shapesDiffer: "shapes differ"
    case .meaningless: "meaningless"
    case .domainsDiffer: "domains differ"
    case .conventionOnly: "convention only"
    case .inconclusive(let doubt): "inconclusive (\(doubt))"
    }
  }

  /// The numbers that it rests on, where there are such.
  private var numbers: Counterexample? {
    switch self {
    case .refuted(let example), .conventionOnly(let example),
      .domainsDiffer(_, let example):
      example
    default: nil
    }
  }

  /// All that a verdict says, written out: a side of a counterexample may be
  /// no number, and what is no number is not even equal to itself.
  var testimony: [String] {
    [kind, sentence] + (numbers?.testimony ?? [])
  }
}

extension Counterexample {
  fileprivate var testimony: [String] {
    let numbers = givens.sorted { $0.key < $1.key }
      .map { "\($0.key.text) = \($0.value.storage)" }
    return ["\(origin)", "\(left.storage)", "\(right.storage)"] + numbers
  }
}
