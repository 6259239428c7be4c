import Algebra
import Matrices

/// How the weights of a layer are drawn before anything is learned.
public struct InitialWeights: Sendable {
  public let name: String
  /// What else it is called.
  var otherNames: [String] = []
  /// What it does, in one sentence.
  public let summary: String
  /// Where it is found, as a citation.
  public let source: String?
  /// Draws an entry of a layer's matrix: a row for each unit, a column for
  /// each unit of the layer before, and a number where one stands behind the
  /// name.
  let entry:
    @Sendable (
      _ shape: Shape, _ width: Double, inout any DrawnNumbers
    ) -> Double
  /// The number where none stands behind the name; nothing where none may.
  public let width: Double?

  /// Draws a matrix.
  ///
  /// The same name and seed give the same numbers on every machine.
  ///
  /// Shapes: as `shape` says.
  ///
  /// - Parameters:
  ///   - quantity: What it is for, on which the numbers depend.
  ///   - shape: Its shape.
  ///   - width: The number behind the name, where one may stand.
  ///   - seed: What the numbers follow from.
  /// - Returns: The matrix.
  /// - Throws: ``ShapeError`` where it cannot be held.
  public func matrix(
    for quantity: Name, _ shape: Shape, width: Double? = nil, seed: UInt64
  ) throws(ShapeError) -> Matrix<Double> {
    var numbers: any DrawnNumbers = SeededNumbers(quantity.ascii, seed)
    return try matrix(shape, width, byRows: false, from: &numbers)
  }

  /// Draws a matrix row by row, or column by column.
  func matrix(
    _ shape: Shape, _ width: Double?, byRows: Bool,
    from numbers: inout any DrawnNumbers
  ) throws(ShapeError) -> Matrix<Double> {
    let width = width ?? self.width ?? 1
    // What is drawn column by column is the transpose of rows.
    let lines = byRows ? shape : shape.transposed
    var drawn = try Matrix(
      repeating: 0.0, rows: lines.rows, columns: lines.columns)
    for row in 0..<lines.rows {
      for column in 0..<lines.columns {
        drawn[row, column] = entry(shape, width, &numbers)
      }
    }
    return byRows ? drawn : drawn.transposed
  }

  public static let all: [InitialWeights] = [
    zeros, glorot, he, uniform, normal,
  ]

  /// The kind that some words name: `glorot`, `glorot uniform`,
  /// `random normal`.
  public static func named(_ words: String) -> InitialWeights? {
    all.first { $0.spellings.contains(words) }
  }

  /// The ways in which it may be written.
  public var spellings: [String] { [name] + otherNames }

  static let zeros = InitialWeights(
    name: "zeros", summary: "All weights are 0.", source: nil,
    entry: { _, _, _ in 0 }, width: nil)

  /// The bound keeps signals as wide as they are, forwards and backwards.
  public static let glorot = InitialWeights(
    name: "glorot", otherNames: ["glorot uniform"],
    summary: "Evenly between two bounds that keep signals as wide as they are.",
    source: "Glorot, Bengio, Understanding the Difficulty of Training Deep "
      + "Feedforward Neural Networks (2010), equation 16",
    entry: { shape, _, numbers in
      let bound = (6 / Double(shape.rows + shape.columns)).squareRoot()
      return numbers.between(-bound, bound)
    }, width: nil)

  /// The same where half of the units are silent.
  public static let he = InitialWeights(
    name: "he", otherNames: ["he normal"],
    summary: "Around 0, wide enough for units of which half are silent.",
    source: "He, Zhang, Ren, Sun, Delving Deep into Rectifiers (2015), "
      + "equation 10",
    entry: { shape, _, numbers in
      numbers.bell() * (2 / Double(shape.columns)).squareRoot()
    }, width: nil)

  static let uniform = InitialWeights(
    name: "uniform", otherNames: ["random uniform"],
    summary: "Evenly from minus a number to that number.",
    source: nil,
    entry: { _, width, numbers in numbers.between(-width, width) }, width: 1)

  static let normal = InitialWeights(
    name: "normal", otherNames: ["random normal"],
    summary: "Around 0, with a number as their deviation.",
    source: nil, entry: { _, width, numbers in width * numbers.bell() },
    width: 1)
}

extension NetworkDescription {
  /// Draws the weights of every layer; biases are 0.
  ///
  /// - Parameters:
  ///   - kind: How they are drawn; as fits each layer's activation if absent.
  ///   - width: The number behind the name of the kind, where one may stand.
  ///   - source: Where they come from.
  /// - Returns: `W1`, `b1` and the others.
  /// - Throws: ``ShapeError`` where they cannot be held.
  public func initialWeights(
    _ kind: InitialWeights? = nil, width: Double? = nil,
    from source: WeightSource
  ) throws(ShapeError) -> [Name: Matrix<Double>] {
    var values: [Name: Matrix<Double>] = [:]
    var draws = WeightDraws(from: source)
    for layer in 1...depth {
      let (weights, bias) = (Name("W\(layer)"), Name("b\(layer)"))
      values[weights] = try draws.matrix(
        kind ?? .fitting(activations[layer - 1]), for: weights,
        Shape(rows: layers[layer], columns: layers[layer - 1]), width: width)
      if hasBias[layer - 1] {
        values[bias] = try Matrix(
          repeating: 0.0, rows: layers[layer], columns: 1)
      }
    }
    return values
  }
}

extension InitialWeights {
  fileprivate static func fitting(_ activation: Activation) -> InitialWeights {
    ["relu", "leaky-relu", "gelu"].contains(activation.name) ? .he : .glorot
  }
}
