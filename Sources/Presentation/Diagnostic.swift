/// What is wrong with a line of input, and what could be typed instead.
public struct Diagnostic: Hashable, Sendable {
  /// A part of the line, and what is to be said of it.
  public struct Label: Hashable, Sendable {
    public var span: SourceSpan
    public var text: String

    public init(_ span: SourceSpan, _ text: String = "") {
      self.span = span
      self.text = text
    }
  }

  /// Where the line stands in a file, counted from 1.
  public struct Location: Hashable, Sendable {
    public var file: String
    public var line: Int
    public var column: Int

    public init(file: String, line: Int, column: Int) {
      self.file = file
      self.line = line
      self.column = column
    }
  }

  /// What the first line begins with.
  public enum Severity: String, Hashable, Sendable {
    case error
    case warning
    case note
  }

  public var severity: Severity

  /// What is wrong, in lower case without a full stop.
  public var headline: String

  /// The line that is wrong, if there is one.
  public var source: String?

  public var labels: [Label]

  /// The rules that were not kept.
  public var notes: [String]

  /// What can be typed instead.
  public var remedy: String?

  public var location: Location?

  public init(
    _ headline: String, severity: Severity = .error, source: String? = nil,
    labels: [Label] = [], notes: [String] = [], remedy: String? = nil,
    location: Location? = nil
  ) {
    self.headline = headline
    self.severity = severity
    self.source = source
    self.labels = labels
    self.notes = notes
    self.remedy = remedy
    self.location = location
  }
}
