import Algebra
import Matrices

/// What a learner's line comes to, and what it should come to, at numbers at
/// which both are looked at.
struct Evidence {
  let points: [Point]
  /// The ways in which numbers may be arranged; a formula has one.
  let arrangements: [Diagnosis.Arrangement]

  /// One set of numbers.
  struct Point {
    let sample: Sample
    let truth: Matrix<Double>
    /// What the learner's line comes to, in each arrangement.
    let claims: [PlainNumbers]
  }

  /// Whether what the learner wrote is what is asked, and in which
  /// arrangement.
  var arrangementOfTruth: Diagnosis.Arrangement? {
    arrangements.indices.first { place in
      points.allSatisfy { $0.claims[place].agree(with: $0.truth) }
    }.map { arrangements[$0] }
  }

  /// In which arrangement a line comes to what the learner wrote.
  func arrangement(of line: Expression) -> Diagnosis.Arrangement? {
    guard let first = points.first, let value = first.sample.value(of: line)
    else { return nil }
    return arrangements.indices.first { place in
      first.claims[place].agree(with: value)
        && points.dropFirst().allSatisfy { point in
          point.sample.value(of: line).map {
            point.claims[place].agree(with: $0)
          } ?? false
        }
    }.map { arrangements[$0] }
  }

  /// Whether a line comes to what is asked.
  func isTrue(_ line: Expression) -> Bool {
    points.allSatisfy { point in
      point.sample.value(of: line).map {
        PlainNumbers($0).agree(with: point.truth)
      } ?? false
    }
  }

  /// Whether the learner's line lies on the way from what is asked to this
  /// line: weights after a step of another length lie on it too.
  func liesTowards(_ line: Expression) -> Bool {
    var ratios: [Double] = []
    for point in points {
      guard let end = point.sample.value(of: line),
        end.shape == point.truth.shape,
        let ratio = point.claims[0].share(from: point.truth, to: end)
      else { return false }
      ratios.append(ratio)
    }
    return ratios.allSatisfy { $0.magnitude > 1e-6 }
  }
}

/// Numbers, and how far each may be from what was meant.
public struct PlainNumbers: Hashable, Sendable {
  public let value: Matrix<Double>
  /// Half a unit of the last digit typed, column after column; nothing where
  /// the numbers are exact.
  public let slack: [Double]?

  /// - Parameters:
  ///   - value: The numbers.
  ///   - slack: How far each may be off, column after column.
  public init(_ value: Matrix<Double>, slack: [Double]? = nil) {
    self.value = value
    self.slack = slack?.count == value.storage.count ? slack : nil
  }

  /// Numbers as they were typed or pasted.
  ///
  /// Nothing comes of an expression that holds anything but numbers, or that
  /// has no value.
  ///
  /// - Parameter typed: A number or a matrix of numbers.
  public init?(_ typed: Expression) {
    guard typed.names.isEmpty,
      let value = try? typed.value(in: Scope(), values: [:]),
      value.storage.allSatisfy(\.isFinite)
    else { return nil }
    self.init(value, slack: TypedAnswer(typed, value: value).slack)
  }

  func agree(with other: Matrix<Double>) -> Bool {
    guard value.shape == other.shape else { return false }
    let largest = other.storage.reduce(0) { max($0, $1.magnitude) }
    for place in value.storage.indices {
      let (one, two) = (value.storage[place], other.storage[place])
      let size = slack == nil ? largest : two.magnitude
      let allowed = (slack?[place] ?? 0) + 1e-9 * size + 1e-13 * largest
      if !((one - two).magnitude <= allowed) { return false }
    }
    return true
  }

  /// How far along the way from one value to another these numbers lie,
  /// where all of them lie equally far.
  ///
  /// - Parameters:
  ///   - start: Where the way begins.
  ///   - end: Where it ends.
  /// - Returns: 0 at the start and 1 at the end; nothing where the numbers do
  ///   not lie on the way, or fewer than two of them tell.
  func share(
    from start: Matrix<Double>, to end: Matrix<Double>
  ) -> Double? {
    guard value.shape == start.shape, start.shape == end.shape else {
      return nil
    }
    let largest = (start.storage + end.storage).reduce(0) {
      max($0, $1.magnitude)
    }
    var (low, high) = (-Double.infinity, Double.infinity)
    var telling = 0
    for place in value.storage.indices {
      let way = end.storage[place] - start.storage[place]
      let gone = value.storage[place] - start.storage[place]
      let size = slack == nil ? largest : start.storage[place].magnitude
      let open = (slack?[place] ?? 0) + 1e-9 * size + 1e-13 * largest
      if way.magnitude <= 1e-12 * largest {
        if gone.magnitude > open { return nil }
        continue
      }
      let (one, other) = ((gone - open) / way, (gone + open) / way)
      low = max(low, min(one, other))
      high = min(high, max(one, other))
      if gone.magnitude > 16 * open { telling += 1 }
    }
    guard low <= high, low.isFinite, telling > 1 else { return nil }
    return (low + high) / 2
  }

  /// The numbers as they would lie in a matrix of another shape.
  func arranged(
    _ arrangement: Diagnosis.Arrangement, as shape: Shape
  ) -> PlainNumbers? {
    switch arrangement {
    case .asAsked: return self
    case .transposed:
      guard value.shape.transposed == shape, !shape.isScalar else { return nil }
      return rearranged(shape) { row, column in column + row * shape.columns }
    case .flattenedByRows:
      guard isFlat(shape) else { return nil }
      return rearranged(shape) { row, column in row * shape.columns + column }
    case .flattenedByColumns:
      guard isFlat(shape) else { return nil }
      return rearranged(shape) { row, column in column * shape.rows + row }
    }
  }

  private func isFlat(_ shape: Shape) -> Bool {
    value.shape != shape && value.shape != shape.transposed
      && (value.rows == 1 || value.columns == 1)
      && value.storage.count == shape.count
  }

  private func rearranged(
    _ shape: Shape, _ place: (Int, Int) -> Int
  ) -> PlainNumbers? {
    var places: [Int] = []
    for column in 0..<shape.columns {
      for row in 0..<shape.rows { places.append(place(row, column)) }
    }
    guard
      let value = try? Matrix(
        rows: shape.rows, columns: shape.columns,
        storage: places.map { self.value.storage[$0] })
    else { return nil }
    return PlainNumbers(
      value, slack: slack.map { slack in places.map { slack[$0] } })
  }

  /// How many yes-or-no questions the numbers answer: a value that agrees by
  /// chance with numbers of b bits does so once in 2^b times.
  var bits: Double {
    guard let slack else { return .infinity }
    var bits = 0.0
    for (number, slack) in zip(value.storage, slack)
    where number != 0 && slack > 0 {
      bits += Double((number.magnitude / slack).exponent)
    }
    return bits
  }
}
