/// A lesson file as it is written: its screens and their pieces, each with
/// its place in the file, and not one expression understood yet.
public struct LessonDocument: Hashable, Sendable {
  /// The name of the file without its ending.
  public var id: String

  public var title: SourceText

  /// The ids of the lessons that this one builds on.
  public var needs: [SourceText]

  /// What the lesson gives, without the word *Gives* and the full stop.
  public var gives: Prose

  /// Whether the lesson is about a notation, and is shown in no other.
  public var keepsNotation: Bool

  /// How long the lesson takes.
  ///
  /// Units: minutes.
  public var minutes: Int?

  /// The screens in their order; the first is what stands before any `##`.
  public var screens: [ScreenSyntax]
}

/// What stands under one heading.
public struct ScreenSyntax: Hashable, Sendable {
  /// The id of the screen; the opening screen has that of the lesson.
  public var id: String

  /// The id where it is written, which it is not for the opening screen.
  public var label: SourceText?

  public var title: SourceText
  public var pieces: [PieceSyntax]
}
