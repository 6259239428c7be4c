/// A kind of fence: its name, and how its lines are read.
///
/// Another kind is one more entry in ``all``.
public struct FenceKind: Sendable {
  public var name: String

  /// What the fence holds, in a few words.
  public var summary: String

  /// What is made of a fence.
  let read: @Sendable (Fence, inout LessonFaults) -> PieceSyntax?
}

extension FenceKind {
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
    FenceKind(
      "refuted", "a line that does not hold, and its slip", RefutedFence.piece),
    FenceKind("published", "numbers printed in a source", PublishedFence.piece),
    FenceKind(
      "compare", "lines of a source beside the right ones", CompareFence.piece),
  ]

  private init(
    _ name: String, _ summary: String,
    _ read: @escaping @Sendable (Fence, inout LessonFaults) -> PieceSyntax?
  ) {
    self.init(name: name, summary: summary, read: read)
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
    guard fence.lines.contains(where: { !$0.isBlank }) else {
      faults.add(.fenceEmpty(kind), at: fence.opening)
      return nil
    }
    return kind.read(fence, &faults)
  }
}
