import Presentation

/// What a line is answered with.
public struct Reply: Sendable {
  public var text: StyledText
  /// Whether a command, an answer or a check failed, for exit codes.
  public var failed: Bool
  /// Whether the line could not be carried out at all; a wrong answer could.
  public internal(set) var isRefusal = false
  /// What the world is asked to do, in order.
  public var effects: [Effect]

  public init(
    _ text: StyledText = StyledText(), failed: Bool = false,
    effects: [Effect] = []
  ) {
    self.text = text
    self.failed = failed
    self.effects = effects
  }

  /// What only the world can do.
  public enum Effect: Hashable, Sendable {
    case quit
    /// Keep what follows in a file as well.
    case beginRecord(RecordKind, file: String)
    /// End what is kept, as far as anything is.
    case endRecords([RecordKind])
    /// Write what the learner did in the lessons for a teacher.
    case report(file: String)
    /// Write the network of the bench into a file.
    case save(file: String)
    /// Write text into a file.
    case write(file: String, text: String)
    /// Read a file of a network, a training or weights, and take it up.
    case load(file: String)
    /// Write the weights of this place into a file.
    case saveWeights(file: String)
    /// Write the training that was done last into a file.
    case saveTraining(file: String)
    /// Write the worksheet of this place into a script for another tool.
    case export(file: String, library: String)
    /// Write the open lesson for paper, in the notation of the session.
    case publish(file: String, format: String)
    /// Read examples, and take them up.
    case read(ExamplesRequest)
  }

  /// Puts another reply below this one.
  mutating func append(_ other: Reply) {
    text = StyledText.stacked([text, other.text])
    failed = failed || other.failed
    effects += other.effects
  }
}

extension StyledText {
  /// Texts below each other, those that are empty left out.
  static func stacked(_ texts: [StyledText], gap: Int = 0) -> StyledText {
    let feed = StyledText(String(repeating: "\n", count: gap + 1))
    return texts.filter { !$0.isEmpty }.joined(separator: feed)
  }
}
