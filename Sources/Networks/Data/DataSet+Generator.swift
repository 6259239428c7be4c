import Algebra
import Matrices

extension DataSet {
  /// A set of examples that the program makes itself, from a seed.
  ///
  /// Coordinates are rounded to four places, so that they print short and
  /// the last bit of a machine's sine does not matter.
  public struct Generator: Sendable {
    public let name: String
    /// What it is and what it is good for.
    public let sentence: String
    /// Where it is known from.
    public let source: String
    /// How many examples are made when nobody says.
    public let count: Int
    /// How far examples are scattered when nobody says.
    public let noise: Double
    public let classes: [String]
    /// Inputs and targets of the example with a number, which is counted
    /// from 0.
    let example:
      @Sendable (
        _ number: Int, _ count: Int, _ noise: Double,
        _ numbers: inout SeededNumbers
      ) -> (x: [Double], y: [Double])

    /// Makes the examples.
    ///
    /// - Parameters:
    ///   - count: How many, or as many as is usual.
    ///   - noise: How far they are scattered, or as far as is usual.
    ///   - seed: What they follow from; the same seed gives the same examples.
    /// - Returns: The examples, in an order drawn by lot where they have
    ///   classes.
    /// - Throws: ``DataFault`` where a number makes no sense or the examples
    ///   would take too much memory.
    public func dataSet(
      count: Int? = nil, noise: Double? = nil, seed: UInt64 = 1
    ) throws(DataFault) -> DataSet {
      let (count, noise) = (count ?? self.count, noise ?? self.noise)
      guard count > 0 else { throw .countOutOfRange(count) }
      guard count <= Matrix<Double>.limit else {
        throw .shape(.tooLarge(Shape(rows: 1, columns: count), bytes: nil))
      }
      guard noise >= 0, noise.isFinite else { throw .noiseOutOfRange(noise) }
      var numbers = SeededNumbers(name, seed)
      let first = example(0, count, noise, &numbers)
      do throws(ShapeError) {
        for part in [first.x, first.y] {
          _ = try Matrix<Double>.checkedCount(
            of: Shape(rows: part.count, columns: count))
        }
      } catch { throw DataFault(error) }
      return try DataSet(
        examples: (1..<max(count, 1)).reduce(into: [first]) { list, number in
          list.append(example(number, count, noise, &numbers))
        }, classes: classes, source: "\(name), seed \(seed)")
    }
  }

  /// Every set that the program makes itself.
  public static let all: [Generator] = [
    .xor, .circles, .moons, .spirals, .digits, .waves,
  ]

  public static func named(_ name: String) -> Generator? {
    all.first { $0.name == name }
  }

  private init(
    examples: [(x: [Double], y: [Double])], classes: [String], source: String
  ) throws(DataFault) {
    do throws(ShapeError) {
      let x = try Matrix(
        rows: examples[0].x.count, columns: examples.count,
        storage: examples.flatMap(\.x))
      let y = try Matrix(
        rows: examples[0].y.count, columns: examples.count,
        storage: examples.flatMap(\.y))
      self = .init(known: x, y, classes, source)
    } catch { throw DataFault(error) }
  }

  private init(
    known x: Matrix<Double>, _ y: Matrix<Double>, _ classes: [String],
    _ source: String
  ) {
    (self.x, self.y) = (x, y)
    (self.classes, self.source) = (classes, source)
  }
}

extension Double {
  /// The number rounded to four places behind the point.
  var toFourPlaces: Double { (self * 1e4).rounded() / 1e4 }
}
