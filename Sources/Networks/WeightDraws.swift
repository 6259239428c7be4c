import Algebra
import Matrices

/// Where initial weights come from.
public enum WeightSource: Hashable, Sendable {
  /// Numbers of our own, another series for each quantity.
  case own(seed: UInt64)
  /// The numbers of NumPy after `np.random.seed(n)`, one series for all
  /// quantities in their order, each row by row as NumPy fills a matrix.
  ///
  /// A notebook that keeps examples in rows has a row of weights for each
  /// input and not for each unit: its matrices are drawn transposed.
  case numPy(seed: UInt32, transposed: Bool)

  /// Reads `numpy seed 0`, `numpy seed 0 transposed` and `seed 3`.
  public init?(_ text: String) {
    var words = text.split(separator: " ").map(String.init)[...]
    let isNumPy = words.first == "numpy"
    if isNumPy { words.removeFirst() }
    guard words.count > 1, words.removeFirst() == "seed",
      let seed = words.popFirst()
    else { return nil }
    if isNumPy, let seed = UInt32(seed),
      words.isEmpty || words == ["transposed"]
    {
      self = .numPy(seed: seed, transposed: !words.isEmpty)
    } else if !isNumPy, let seed = UInt64(seed), words.isEmpty {
      self = .own(seed: seed)
    } else {
      return nil
    }
  }
}

/// Draws the weights of a network, one quantity after the other.
public struct WeightDraws: Sendable {
  private let source: WeightSource
  /// The series that goes on from quantity to quantity, where there is one.
  private var series: NumPyNumbers?

  public init(from source: WeightSource) {
    self.source = source
    if case .numPy(let seed, _) = source { series = NumPyNumbers(seed: seed) }
  }

  /// Draws the next quantity.
  ///
  /// Shapes: as `shape` says.
  ///
  /// - Parameters:
  ///   - kind: How its entries are drawn.
  ///   - quantity: What it is for.
  ///   - shape: A row for each unit, a column for each input.
  ///   - width: The number behind the name of the kind, where one may stand.
  /// - Returns: The matrix.
  /// - Throws: ``ShapeError`` where it cannot be held.
  public mutating func matrix(
    _ kind: InitialWeights, for quantity: Name, _ shape: Shape,
    width: Double? = nil
  ) throws(ShapeError) -> Matrix<Double> {
    switch source {
    case .own(let seed):
      return try kind.matrix(for: quantity, shape, width: width, seed: seed)
    case .numPy(let seed, let isTransposed):
      var numbers: any DrawnNumbers = series ?? NumPyNumbers(seed: seed)
      let matrix = try kind.matrix(
        shape, width, byRows: !isTransposed, from: &numbers)
      series = numbers as? NumPyNumbers
      return matrix
    }
  }
}
