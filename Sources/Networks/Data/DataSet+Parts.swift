import Algebra
import Matrices

extension DataSet {
  /// Examples to learn from and others to be tested on.
  public struct Parts: Hashable, Sendable {
    public let training: DataSet
    public let test: DataSet
  }

  /// Returns the examples in two parts, drawn by lot.
  ///
  /// - Parameters:
  ///   - share: The part of the examples to test on, as 0.33.
  ///   - seed: What the lot follows from; the same on every machine.
  /// - Returns: Both parts, whose examples stand in the order of the lot.
  /// - Throws: ``DataFault`` where a part would have no examples.
  public func split(
    test share: Double, seed: UInt64
  ) throws(DataFault) -> Parts {
    guard share > 0, share < 1 else { throw .shareOutOfRange(share) }
    let tested = Int((share * Double(count)).rounded())
    guard tested > 0, tested < count else {
      throw .partWithoutExamples(share: share, count: count)
    }
    var numbers = SeededNumbers("split", seed)
    let order = numbers.order(of: count)
    return Parts(
      training: try subset(
        order.dropFirst(tested), "\(source), part to learn from"),
      test: try subset(order.prefix(tested), "\(source), part to test on"))
  }

  /// Returns some of the examples.
  ///
  /// - Parameter examples: Their places, counted from 0.
  /// - Returns: The examples in that order.
  /// - Throws: ``DataFault`` where there is no such example, or none at all.
  public func subset(
    _ examples: some Collection<Int>
  ) throws(DataFault) -> DataSet {
    try subset(examples, source)
  }

  /// Returns so many examples from the first on, or all if there are fewer.
  public func first(_ count: Int) throws(DataFault) -> DataSet {
    guard count > 0 else { throw .countOutOfRange(count) }
    return try subset(0..<min(count, self.count), source)
  }

  /// Returns the same examples with every input multiplied, as by 1/255.
  public func scaled(by factor: Double) throws(DataFault) -> DataSet {
    guard factor.isFinite, factor != 0 else { throw .factorOutOfRange(factor) }
    return try DataSet(
      x: x.map { factor * $0 }, y: y, classes: classes, source: source)
  }

  private func subset(
    _ examples: some Collection<Int>, _ source: String
  ) throws(DataFault) -> DataSet {
    let places = Array(examples)
    if let stray = places.first(where: { !(0..<count).contains($0) }) {
      throw .noExample(stray + 1, count: count)
    }
    return try DataSet(
      x: x.columns(places), y: y.columns(places), classes: classes,
      source: source)
  }
}

extension Matrix where Element == Double {
  /// Returns some columns, of which every place is known to be there.
  func columns(_ places: [Int]) throws(DataFault) -> Matrix {
    var entries: [Double] = []
    entries.reserveCapacity(places.count * rows)
    for place in places {
      entries += storage[(place * rows)..<((place + 1) * rows)]
    }
    do throws(ShapeError) {
      return try Matrix(rows: rows, columns: places.count, storage: entries)
    } catch { throw DataFault(error) }
  }
}
