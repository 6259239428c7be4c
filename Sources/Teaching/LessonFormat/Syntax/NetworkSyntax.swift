/// A network, as it is written: borrowed from another lesson or described.
public enum NetworkSyntax: Hashable, Sendable {
  /// The network of the lesson with this id.
  case borrowed(SourceText)
  case described(NetworkDescriptionSyntax)
}

/// The lines of a `network` fence by what they say.
public struct NetworkDescriptionSyntax: Hashable, Sendable {
  public var layers: LayersSyntax
  public var cost: SourceText?

  /// `one` or `m`.
  public var examples: SourceText?

  /// `mean` or `per-example`.
  public var delta: SourceText?
  public var penalty: Penalty?

  /// The slope of relu at its kink.
  public var reluSlopeAtZero: SourceText?

  /// What every initial value is drawn from that names no seed of its own.
  public var weightSource: WeightSource?
  public var values: [Value]
  public var sets: [SetSyntax]

  /// `seed 3`, or `numpy seed 0 transposed`.
  public struct WeightSource: Hashable, Sendable {
    /// The word that the line begins with.
    public var key: String

    /// What stands behind it.
    public var source: SourceText
  }

  /// `l2 STRENGTH over DIVISOR`.
  public struct Penalty: Hashable, Sendable {
    public var strength: SourceText
    public var divisor: SourceText
  }

  /// A named quantity and what it holds at first.
  public struct Value: Hashable, Sendable {
    public var name: SourceText
    public var content: Content
  }

  public enum Content: Hashable, Sendable {
    /// `NAME = literal`, which may go over several lines.
    case literal(SourceText)

    /// `NAME ~ distribution`, with `seed N` after it or not.
    case initial(SourceText, seed: SourceText?)
  }
}

/// `layers 2 → 3 sigmoid → 2 identity, no bias`.
public struct LayersSyntax: Hashable, Sendable {
  /// How many entries an input has.
  public var input: SourceText
  public var layers: [Layer]
  public var hasBias: Bool

  public struct Layer: Hashable, Sendable {
    public var size: SourceText
    public var activation: SourceText
  }
}

/// `x, y from circles 40 seed 3`: a set of examples that the program makes.
public struct SetSyntax: Hashable, Sendable {
  /// What its inputs and its targets are called.
  public var names: [SourceText]
  /// The set, as it stands behind `examples`.
  public var set: SourceText
}
