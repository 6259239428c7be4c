/// A book's notation: how it names, numbers and lays out what a worksheet
/// holds.
///
/// A lens is data. What it makes of a worksheet is a ``Sight``: another
/// worksheet, of which every formula, shape and number follows from the
/// first.
public struct Lens: Sendable {
  /// The word by which it is asked for.
  public let name: String
  /// What it is, in a few words.
  public let title: String
  /// Where it is found.
  public let source: String
  /// Where the number of a layer stands.
  public let script: Name.Script
  public let letters: Letters
  /// The number of the first row or column.
  public let firstIndex: Int
  /// Whether an example is a column or a row.
  public let examples: Notation.Examples
  /// Whether a layer's biases are the first column of its weights, and the
  /// first entry of what comes in is 1.
  public let hasBiasColumn: Bool
  /// Which cost δ is the slope of; that of the worksheet where absent.
  public let delta: Worksheet.DeltaConvention?
  public let cost: CostScale

  public init(
    _ name: String, title: String, source: String, script: Name.Script,
    letters: Letters, firstIndex: Int = 1,
    examples: Notation.Examples = .columns, hasBiasColumn: Bool = false,
    delta: Worksheet.DeltaConvention? = nil, cost: CostScale = .asWritten
  ) {
    self.name = name
    self.title = title
    self.source = source
    self.script = script
    self.letters = letters
    self.firstIndex = firstIndex
    self.examples = examples
    self.hasBiasColumn = hasBiasColumn
    self.delta = delta
    self.cost = cost
  }

  /// How large a book's cost is beside the worksheet's.
  public enum CostScale: Hashable, Sendable {
    case asWritten
    /// The squared error without its ½.
    case withoutHalf
    /// The sum over the examples, not their mean.
    case summed
  }

  /// How far the number of a layer's units lies from that of its weights on
  /// disk.
  public var layerShift: Int { letters.layers["z"]?.shift ?? 0 }

  /// Whether nothing is shown otherwise than it is written on disk.
  public var isOwn: Bool { name == Lens.backstep.name }
}

extension Lens: CustomStringConvertible {
  public var description: String { name }
}

extension Lens {
  /// What a book calls things.
  public struct Letters: Sendable {
    /// What stands for z, a, W and b, by those letters.
    let layers: [String: Letter]
    /// What goes in; the activation of the layer before the first where
    /// absent.
    let input: Letter?
    /// The last activation, where it has a name of its own.
    let output: Letter?
    let target: Letter
    /// The cost, and the cost of one example.
    let cost: Letter
    let exampleCost: Letter
    /// The learning rate.
    let rate: String
    let slopes: Slopes

    init(
      z: Letter, a: Letter, W: Letter, b: Letter, input: Letter? = nil,
      output: Letter? = nil, target: Letter, cost: Letter,
      exampleCost: Letter = "c", rate: String = "η", slopes: Slopes
    ) {
      layers = ["z": z, "a": a, "W": W, "b": b]
      self.input = input
      self.output = output
      self.target = target
      self.cost = cost
      self.exampleCost = exampleCost
      self.rate = rate
      self.slopes = slopes
    }
  }

  /// A letter for one example and for several, and how far its number lies
  /// from the number of the layer's weights.
  public struct Letter: Sendable, ExpressibleByStringLiteral {
    let one: String
    let many: String
    let shift: Int

    init(_ one: String, many: String? = nil, shift: Int = 0) {
      self.one = one
      self.many = many ?? one
      self.shift = shift
    }

    public init(stringLiteral value: String) { self.init(value) }
  }

  /// How the slope in a quantity is named.
  public enum Slopes: Sendable {
    /// A letter for the slope in z, else d and the name.
    case delta(Letter)
    /// d and the name.
    case differential
    /// `grad_` and the name.
    case gradient
  }
}
