/// A key of an `ask` fence: `answer:`, `hint:` and so on.
///
/// Another key is one more entry in ``all``, and what is made of it in
/// `AskFence`.
public struct QuestionKey: Hashable, Sendable {
  public var name: String
  public var content: Content

  /// Whether a question may have several.
  public var repeats: Bool

  /// Whether the key says what kind of question it is.
  public var asks: Bool

  /// What stands behind the colon and on the indented lines below.
  public enum Content: Hashable, Sendable {
    /// An expression or a command, on lines below only in open brackets.
    case expression

    /// Prose, on the line and below.
    case prose

    /// An expression or a line on the line, prose below.
    case expressionAndProse
  }
}

extension QuestionKey {
  public static let all: [QuestionKey] = [
    QuestionKey("answer", .expression, repeats: true, asks: true),
    QuestionKey("line", .expression, asks: true),
    QuestionKey("choice", .expressionAndProse, repeats: true, asks: true),
    QuestionKey("choose", .expression),
    QuestionKey("until", .expression, asks: true),
    QuestionKey("wrong", .expressionAndProse, repeats: true),
    QuestionKey("hint", .prose, repeats: true),
    QuestionKey("right", .prose),
    QuestionKey("when", .expression),
    QuestionKey("within", .expression),
  ]

  private init(
    _ name: String, _ content: Content, repeats: Bool = false,
    asks: Bool = false
  ) {
    self.init(name: name, content: content, repeats: repeats, asks: asks)
  }
}
