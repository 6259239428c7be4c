import Algebra

/// Lines that a source has in the place of the worksheet's own, to be run
/// beside them on the same numbers.
public struct SourceVersion: Sendable {
  /// What has the lines, in the author's words.
  public let source: String
  /// The lines, each of a quantity that the worksheet computes or updates.
  public let lines: [Equation]
  public let sections: [Section]

  /// What is to be seen of both, of one state of the parameters.
  public struct Section: Sendable {
    /// The update that leads from the section before to this one, which each
    /// side makes by its own lines.
    public let update: Published.Update?
    public let shown: [Expression]
  }

  /// What one Enter shows of it.
  public enum Part: Hashable, Sendable {
    /// The lines of the source beside those of the worksheet.
    case lines
    /// The values of the section with this number.
    case section(Int)
  }
}
