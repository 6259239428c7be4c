/// A stretch of one line of input, in columns of characters from 0.
public struct SourceSpan: Hashable, Sendable {
  public var start: Int
  public var end: Int

  public init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }

  public init(_ range: Range<Int>) {
    self.init(start: range.lowerBound, end: range.upperBound)
  }

  /// Whether the span lies between two characters.
  public var isEmpty: Bool { end <= start }

  /// Returns the shortest span that holds this one and another.
  public func joined(with other: SourceSpan) -> SourceSpan {
    SourceSpan(start: min(start, other.start), end: max(end, other.end))
  }

  /// Returns the text of the span in a line.
  public func text(in line: String) -> Substring {
    line.dropFirst(max(start, 0)).prefix(max(end - max(start, 0), 0))
  }
}
