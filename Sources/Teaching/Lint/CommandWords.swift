/// The words that a line of the learner's may begin with to be a command.
enum CommandWords {
  static let all: Set<String> = [
    "next", "step", "back", "goto", "until", "continue", "where", "list",
    "again", "print", "display", "shape", "info", "why", "paths", "diff",
    "plot", "graph", "digits", "set", "nudge", "undo", "redo", "reset",
    "train", "let", "given", "new", "check", "verify", "try", "derive", "by",
    "hint", "reveal", "skip", "lessons", "open", "restart", "progress",
    "lens", "save", "load", "transcript", "history", "quit", "help",
  ]

  /// The letters that stand for the commands used most.
  static let letters: Set<String> = [
    "n", "s", "b", "g", "u", "c", "w", "l", "p", "q",
  ]
}
