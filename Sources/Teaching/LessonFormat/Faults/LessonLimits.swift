/// How large a lesson may be, so that a hostile file ends in a message and
/// not in a long wait.
public enum LessonLimits {
  /// The bytes of one file.
  public static let bytes = 1_048_576

  /// Brackets inside one another.
  public static let nesting = 256

  /// The faults that are listed of one file.
  public static let faults = 100

  /// The characters of the file that a message repeats.
  static let quotation = 40
}
