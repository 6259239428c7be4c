/// A kind of fence: its name, and how its lines are read.
///
/// Another kind is one more entry in ``all``.
public struct FenceKind: Sendable {
  public var name: String

  /// What the fence holds, in a few words.
  public var summary: String

  let reading: Reading

  /// What is made of a fence.
  enum Reading: Sendable {
    case lines(@Sendable (Fence, inout LessonFaults) -> PieceSyntax?)

    /// The name is kept for something that a later version can do.
    case notYet
  }
}

extension FenceKind {
  /// Whether this version reads such a fence.
  public var isUnderstood: Bool {
    if case .lines = reading { true } else { false }
  }

  public static let all: [FenceKind] = [
    FenceKind("network", "a network and its values", NetworkFence.piece),
    FenceKind("worksheet", "equations written out", WorksheetFence.piece),
    FenceKind("derivation", "a chain of equalities", DerivationFence.piece),
    FenceKind(
      "derive", "what the program derives itself", DeriveFence.piece),
    FenceKind("show", "values", StatementFence.show),
    FenceKind("plot", "a picture", PlotFence.piece),
    FenceKind("set", "an alteration", StatementFence.set),
    FenceKind("run", "commands", StatementFence.run),
    FenceKind("ask", "a question", AskFence.piece),
    FenceKind(later: "refuted", "a line that does not hold, and its slip"),
    FenceKind(later: "published", "numbers printed in a source"),
  ]

  private init(
    _ name: String, _ summary: String,
    _ read: @escaping @Sendable (Fence, inout LessonFaults) -> PieceSyntax?
  ) {
    self.init(name: name, summary: summary, reading: .lines(read))
  }

  private init(later name: String, _ summary: String) {
    self.init(name: name, summary: summary, reading: .notYet)
  }

  /// Reads a fence by the entry of its name.
  static func piece(
    of fence: Fence, _ faults: inout LessonFaults
  ) -> PieceSyntax? {
    let name = fence.name.text
    guard let kind = all.first(where: { $0.name == name }) else {
      faults.add(.fenceUnknown(name), at: fence.name)
      return nil
    }
    guard case .lines(let read) = kind.reading else {
      faults.add(.fenceNotYet(kind), at: fence.name)
      return nil
    }
    guard fence.lines.contains(where: { !$0.isBlank }) else {
      faults.add(.fenceEmpty(kind), at: fence.opening)
      return nil
    }
    return read(fence, &faults)
  }
}
