/// The words that a line of the learner's may begin with to be a command.
enum CommandWords {
  static let all = Set(Command.all.flatMap { [$0.name] + $0.aliases })

  /// The letters that stand for the commands used most.
  static let letters = all.filter { $0.count == 1 }
}
