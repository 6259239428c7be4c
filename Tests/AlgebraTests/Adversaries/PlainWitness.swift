import Matrices
import TestSupport

@testable import Algebra

/// Holds a claim against plain doubles, with slopes and differentials by
/// differences: it shares no tier, no bound and no residue with the verifier.
struct PlainWitness {
  enum Testimony {
    /// The sides differ visibly at some numbers.
    case differs
    /// One side has no finite value, again and again, where the other has.
    case undefined
    /// No difference was seen.
    case agrees
    /// There is no value at all, as where shapes do not fit.
    case faulty
  }

  private let claim: Claim
  private var worksheet: Worksheet
  private var generator: SeededGenerator

  init(_ claim: Claim, seed: UInt64) {
    self.claim = claim
    worksheet = claim.bench.worksheet
    worksheet.givens += claim.bench.letters.map {
      Given($0.name, $0.shape, role: .constant)
    }
    worksheet.equations.removeAll { $0.role == .update }
    generator = SeededGenerator(seed)
  }

  var testimony: Testimony {
    mutating get {
      var gaps = 0
      var faults = 0
      for scale in [1.0, 0.4, 2.5, 1, 0.4, 2.5] {
        switch observation(scale) {
        case nil: faults += 1
        case .differs?: return .differs
        case .undefined?: gaps += 1
        default: break
        }
      }
      return faults == 6 ? .faulty : gaps > 2 ? .undefined : .agrees
    }
  }

  private mutating func observation(_ scale: Double) -> Testimony? {
    guard let givens = try? drawn(scale) else { return nil }
    return observation(at: givens, floor: 1e-2)
  }

  /// Whether the numbers of a verdict show what it says.
  func confirms(_ verdict: Verdict) -> Bool {
    switch verdict {
    case .refuted(let example):
      observation(at: example.givens, floor: 0) == .differs
    case .domainsDiffer(_, let example):
      observation(at: example.givens, floor: 0) == .undefined
    default: false
    }
  }

  private func observation(
    at givens: [Name: Matrix<Double>], floor: Double
  ) -> Testimony? {
    guard let valuation = try? Valuation(worksheet, givens: givens),
      let sides = try? sides(in: valuation),
      sides.0.shape == sides.1.shape
    else { return nil }
    var isHalf = false
    for (left, right) in zip(sides.0.storage, sides.1.storage) {
      guard left.isFinite, right.isFinite else {
        isHalf = isHalf || left.isFinite != right.isFinite
        continue
      }
      let size = Swift.max(left.magnitude, right.magnitude)
      let gap = (left - right).magnitude
      if gap > tolerance * size, gap > tolerance * floor { return .differs }
    }
    return isHalf ? .undefined : .agrees
  }

  /// Differences have fewer digits than values.
  private var tolerance: Double {
    let isMeasured = [claim.left, claim.right].contains { side in
      side.parts.contains {
        switch $0.part {
        case .derivative, .differential: true
        default: false
        }
      }
    }
    return isMeasured ? 2e-4 : 1e-8
  }

  private func sides(
    in valuation: Valuation
  ) throws -> (Matrix<Double>, Matrix<Double>) {
    guard let moving = claim.moving else {
      return (
        try valuation.value(of: claim.left, slopesBy: .differences),
        try valuation.value(of: claim.right, slopesBy: .differences)
      )
    }
    var locals: [Name: Matrix<Double>] = [:]
    let sides = try [claim.left, claim.right].map { side in
      let plain = try plain(side, moving, valuation, &locals)
      return try valuation.value(of: plain, locals: locals)
    }
    return (sides[0], sides[1])
  }

  /// The side with every differential measured.
  private func plain(
    _ side: Expression, _ moving: Name, _ valuation: Valuation,
    _ locals: inout [Name: Matrix<Double>]
  ) throws -> Expression {
    if case .differential(let inner) = side {
      let name = Name("moved_\(locals.count)")
      let ahead = try moved(inner, moving, valuation, by: 1e-5)
      let behind = try moved(inner, moving, valuation, by: -1e-5)
      locals[name] = try ahead.zipped(with: behind, operation: "-") {
        ($0 - $1) / 2e-5
      }
      return .name(name)
    }
    return side.withChildren(
      try side.children.map { try plain($0, moving, valuation, &locals) })
  }

  private func moved(
    _ inner: Expression, _ moving: Name, _ valuation: Valuation,
    by step: Double
  ) throws -> Matrix<Double> {
    var valuation = valuation
    guard let value = valuation.values[moving] else {
      throw Claim.Malformed(line: moving.text)
    }
    var storage = value.storage
    for place in storage.indices {
      storage[place] += step * (Double((place * 5 + 2) % 7) / 3 - 0.7)
    }
    try valuation.replace(
      moving,
      with: Matrix(rows: value.rows, columns: value.columns, storage: storage))
    return try valuation.value(of: inner)
  }

  // MARK: - Numbers

  private mutating func drawn(
    _ scale: Double
  ) throws -> [Name: Matrix<Double>] {
    var counts = [2, 3, 4, 5, 6].shuffled(using: &generator)
    var sizes: [Name: Int] = [:]
    for size in worksheet.sizes.keys.sorted() {
      sizes[size] = counts.isEmpty ? 7 : counts.removeLast()
    }
    func count(_ dimension: Dimension) -> Int {
      switch dimension {
      case .one: 1
      case .fixed(let count): count
      case .size(let name): sizes[name] ?? 1
      }
    }
    var values: [Name: Matrix<Double>] = [:]
    for given in worksheet.givens {
      let isScalar = given.shape == .scalar
      values[given.name] = try Matrix(
        rows: isScalar ? 1 : count(given.shape.rows),
        columns: isScalar ? 1 : count(given.shape.columns)
      ) { _, _ in number(of: given.name, scale) }
      constrain(&values[given.name], given.name)
    }
    return values
  }

  private mutating func number(of name: Name, _ scale: Double) -> Double {
    let letter = claim.bench.letters.first { $0.name == name }
    let isPositive = worksheet.assumptions.contains(.positive(name))
    switch isPositive ? .positive : letter?.domain ?? .all {
    case .positive: return .random(in: 0.05...scale, using: &generator)
    case .closed(let low, let high):
      return .random(in: low...high, using: &generator)
    default: return .random(in: -scale...scale, using: &generator)
    }
  }

  private mutating func constrain(_ value: inout Matrix<Double>?, _ name: Name)
  {
    guard var matrix = value else { return }
    let isHot = worksheet.assumptions.contains(.oneHotColumns(name))
    guard isHot || worksheet.assumptions.contains(.columnsSumToOne(name)) else {
      return
    }
    for column in 0..<matrix.columns {
      let hot = Int.random(in: 0..<matrix.rows, using: &generator)
      var rest = 1.0
      for row in 0..<matrix.rows where row < matrix.rows - 1 {
        rest -= matrix[row, column]
      }
      for row in 0..<matrix.rows where isHot {
        matrix[row, column] = row == hot ? 1 : 0
      }
      if !isHot { matrix[matrix.rows - 1, column] = rest }
    }
    value = matrix
  }
}
