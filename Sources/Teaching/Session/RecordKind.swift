/// What can be kept of a session in a file while it goes on.
public enum RecordKind: Hashable, Sendable, CaseIterable {
  /// What was typed and shown, as Markdown to be read again.
  case transcript
  /// What was typed, to be typed again.
  case script
  /// What was shown and when, to be watched in a browser.
  case cast
}

/// The screen of a lesson, as it is called wherever it is named.
public struct ScreenName: Hashable, Sendable {
  public let lesson: String
  public let screen: String
  public let lessonTitle: String
  public let title: String

  /// How it is named on a command line and in a file: `one-weight#slope`.
  public var id: String { "\(lesson)#\(screen)" }
}
