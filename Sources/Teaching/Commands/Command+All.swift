extension Command {
  /// Every command, in the order in which help lists them.
  public static let all: [Command] =
    moving + seeing + altering + checking + course + world

  /// Words of the course that this version does not know yet, with what can
  /// be typed meanwhile.
  static let later: [(word: String, remedy: String)] = [
    ("lens", "help")
  ]
}
