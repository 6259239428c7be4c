/// What a teacher who set the work allows at its questions.
public struct ClassRules: Hashable, Sendable {
  /// The class file, as it was named.
  public let file: String
  /// What opens the tutor with it from a shell.
  public var opener: String { "backstep --class \(file)" }
  public let maySkip: Bool
  /// How many answers are judged before one is shown.
  public let attemptsBeforeReveal: Int
  /// How many hints a question gives; nothing where it gives all it has.
  public let mostHints: Int?

  public init(
    file: String, maySkip: Bool, attemptsBeforeReveal: Int, mostHints: Int?
  ) {
    self.file = file
    self.maySkip = maySkip
    self.attemptsBeforeReveal = attemptsBeforeReveal
    self.mostHints = mostHints
  }
}
