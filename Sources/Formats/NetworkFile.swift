import Algebra
import Matrices
import Networks

/// A network with its numbers, as a file holds it.
///
/// Shapes: `Wl` n_l × n_(l-1), `bl` n_l × 1, `x` and `y` one column for each
/// example.
public struct NetworkFile: Sendable {
  /// The newest format that is understood.
  public static let newestFormat = 1

  public var format: Int
  public var description: NetworkDescription
  /// A value for every given quantity of the description's worksheet.
  public var givens: [Name: Matrix<Double>]
  /// The data files that `x` and `y` were read from, and are written as.
  public var dataFiles: [Name: String]
  /// What the classes are called that come out; empty where nobody says.
  public var classes: [String]

  public init(
    description: NetworkDescription, givens: [Name: Matrix<Double>],
    classes: [String] = [], dataFiles: [Name: String] = [:]
  ) {
    format = NetworkFile.newestFormat
    self.description = description
    self.givens = givens
    self.classes = classes
    self.dataFiles = dataFiles
  }

  /// Which cost δ is the slope of.
  public var delta: Worksheet.DeltaConvention { description.delta }

  static func weights(_ layer: Int) -> Name { Name("W\(layer)") }
  static func bias(_ layer: Int) -> Name { Name("b\(layer)") }
}
