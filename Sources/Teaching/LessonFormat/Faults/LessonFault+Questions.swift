/// What is said of questions.
extension LessonFault.Words {
  private static let kinds = QuestionKey.all.filter(\.asks).map {
    $0.name + ":"
  }

  static var promptMissing: Self {
    Self(
      "the question asks nothing",
      try: "begin the fence with the question, in prose")
  }

  static var kindMissing: Self {
    Self(
      "the question does not say what answers it",
      try: "add a line that begins with one of "
        + kinds.joined(separator: ", "))
  }

  static func mixedKinds(_ one: String, _ other: String) -> Self {
    Self(
      "one question with both \(one): and \(other):",
      try: "keep one of them, or ask two questions")
  }

  static var oneChoice: Self {
    Self(
      "a choice of one", try: "write two choices or more, or use answer:")
  }

  static func chooseWord(_ word: String) -> Self {
    Self(
      "choose: takes the word all, and not '\(quoted(word))'",
      try: "write choose: all, or leave it out where one choice is right")
  }

  static var chooseAlone: Self {
    Self(
      "choose: in a question without choices",
      try: "write choice: and a condition, or delete the line")
  }

  static func keyUnknown(_ name: String) -> Self {
    let names = QuestionKey.all.map(\.name)
    return Self(
      "no line of a question begins with '\(quoted(name)):'",
      try: nearestName(to: name, among: names).map { "write \($0):" }
        ?? "write one of "
        + names.map { $0 + ":" }.joined(separator: ", "))
  }

  static func keyEmpty(_ name: String) -> Self {
    Self(
      "nothing stands behind \(name):",
      try: "write it there, or delete the line")
  }

  static func textMissing(_ name: String) -> Self {
    Self(
      "\(name): has no text below it",
      try: name == "choice"
        ? "write what the learner reads on the next line, indented"
        : "write what the learner is told on the next line, indented")
  }

  static var replyEmpty: Self {
    Self("a reply without text", try: "write the text behind reply:")
  }

  static func lineBelowExpression(_ name: String) -> Self {
    Self(
      "a line below \(name):, which takes one line",
      try: "put it behind \(name):, or under wrong: or hint: if it is prose")
  }

  static var lineNotIndented: Self {
    Self(
      "a line that begins with no key and is not indented",
      try: "indent it by two spaces if it belongs to the line above")
  }
}
