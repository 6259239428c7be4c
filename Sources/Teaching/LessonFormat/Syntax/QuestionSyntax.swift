/// A question, as it is written in an `ask` fence.
public struct QuestionSyntax: Hashable, Sendable {
  public var prompt: Prose
  public var kind: Kind
  public var wrongs: [Wrong]
  public var hints: [Prose]

  /// One sentence of why the right answer is right.
  public var right: Prose?

  /// The condition without which the lesson's own numbers are used.
  public var when: SourceText?

  /// How far an answer may be from the value.
  public var within: SourceText?

  /// Whether all choices that hold are asked for.
  public var takesAll = false

  /// What the learner is to do.
  public enum Kind: Hashable, Sendable {
    /// To give a value or a formula; several may be right.
    case answer([SourceText])

    /// To write a line identical to the target; forms of it that the prompt
    /// asks for, where the worksheet's own is not meant.
    case line(SourceText, forms: [SourceText])

    /// To choose one of several; which is right is computed.
    case choice([Choice])

    /// To alter things until a condition holds; the samples are commands.
    case until(SourceText, samples: [SourceText])
  }

  public struct Choice: Hashable, Sendable {
    /// What holds if this choice is the right one.
    public var condition: SourceText
    public var text: Prose

    /// What is said when this choice is taken.
    public var reply: Prose?
  }

  /// A slip that the author expects, and what is said to it.
  public struct Wrong: Hashable, Sendable {
    public var answer: SourceText
    public var reply: Prose
  }
}
