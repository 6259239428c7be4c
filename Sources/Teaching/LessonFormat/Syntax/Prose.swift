/// A paragraph of the strict Markdown subset, in spans.
///
/// A text span may end in a line feed, which stands for the end of a line in
/// the file and reads as a space. No other span goes over a line.
public struct Prose: Hashable, Sendable {
  public var spans: [ProseSpan]

  public init(_ spans: [ProseSpan] = []) {
    self.spans = spans
  }

  public var isEmpty: Bool { spans.isEmpty }
}

/// A stretch of prose of one kind, without its marks.
public enum ProseSpan: Hashable, Sendable {
  case text(SourceText)
  case emphasis(SourceText)

  /// A code span, typeset where it parses.
  case code(SourceText)

  /// The expression of a code span that begins with `=`, shown as its value.
  case value(SourceText)

  public var source: SourceText {
    switch self {
    case .text(let source), .emphasis(let source), .code(let source),
      .value(let source):
      source
    }
  }
}
