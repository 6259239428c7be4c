import Algebra
import Matrices
import Networks

/// A network that is made of a line, `2 → 8 tanh → 1 sigmoid on circles`, and
/// has learned nothing yet.
public struct NewNetwork {
  public let description: NetworkDescription
  /// The first weights, and the examples to learn.
  public let givens: [Name: Matrix<Double>]
  public let data: LearnedData

  /// Whether a text speaks of layers, and is not the name of a file.
  public static func isMeant(by text: String) -> Bool {
    text.contains("->") || text.contains("→")
  }

  /// Makes the network of a line, as it stands behind `network` in a session.
  ///
  /// - Parameters:
  ///   - text: The line.
  ///   - reading: Gives the examples of a file, for a network that gives so
  ///     many numbers.
  /// - Throws: ``DeclarationFault`` with the part that is wrong, and whatever
  ///   `reading` throws.
  public init(
    _ text: String,
    reading: (_ wish: DataWish, _ outputs: Int) throws -> LearnedData
  ) throws {
    let wish = try NetworkWish(text)
    switch wish.examples {
    case .made(let examples):
      try self.init(
        wish, on: try examples.learned(),
        from: examples.generator.name, seed: examples.seed
      ) { "network \($0) on \(examples.generator.name)" }
    case .read(let data):
      try self.init(
        wish, on: try reading(data, wish.layers.last ?? 1), from: data.file,
        seed: data.seed
      ) { "network \($0) on \(data.words)" }
    }
  }

  /// - Parameters:
  ///   - wish: The layers.
  ///   - data: The examples.
  ///   - source: What these are called.
  ///   - seed: What the weights follow from.
  ///   - line: The line that makes a network of other layers for them.
  /// - Throws: ``DeclarationFault`` where they do not fit.
  init(
    _ wish: NetworkWish, on data: LearnedData, from source: String,
    seed: UInt64, line: (String) -> String
  ) throws(DeclarationFault) {
    let learned = data.learned
    if let misfit = learned.misfit(
      of: source, inputs: wish.layers[0], outputs: wish.layers.last ?? 0)
    {
      throw DeclarationFault(
        misfit, notes: [], remedy: line(learned.fittingLayers))
    }
    var description = wish.description
    description.targetColumnsSumToOne =
      description.targetColumnsSumToOne && learned.y.columnsSumToOne
    do throws(ShapeError) {
      var values = try description.initialWeights(
        wish.weights?.kind, width: wish.weights?.width,
        from: wish.source ?? .own(seed: seed))
      (values["x"], values["y"]) = (learned.x, learned.y)
      givens = values
    } catch {
      throw DeclarationFault(
        error.headline, notes: [],
        remedy: "network 2 -> 3 tanh -> 1 sigmoid on xor")
    }
    self.description = description
    self.data = data
  }
}
