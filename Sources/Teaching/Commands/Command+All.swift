extension Command {
  /// Every command, in the order in which help lists them.
  public static let all: [Command] =
    moving + seeing + altering + checking + course + world
}
