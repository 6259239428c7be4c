import Algebra

extension LintRule {
  static let needs = LintRule(
    id: "needs", sentence: "Every lesson that is needed is there."
  ) { subject, notes in
    for source in subject.compiled.document.needs
    where !subject.lessons.contains(source.text) {
      let nearest = nearestName(
        to: source.text, among: subject.lessons.sorted())
      notes.add(
        "there is no lesson '\(source.text)'",
        try: nearest.map { "write *\($0)*" }
          ?? "write the id of a lesson, which is its file's name without .md",
        at: source)
    }
  }

  static let names = LintRule(
    id: "names",
    sentence: "No quantity is called like a command's letter or like a slope."
  ) { subject, notes in
    let declared = subject.compiled.claims.compactMap { claim in
      if case .name(let name, _) = claim { name } else { nil }
    }
    for case .name(let name, let source) in subject.compiled.claims {
      if CommandWords.letters.contains(name.text) {
        notes.add(
          "\(name.text) is the letter of a command",
          try: "call it \(name.text)1", at: source)
      } else if CommandWords.all.contains(name.text) {
        notes.add(
          "\(name.text) is a command", try: "give it another name", at: source)
      } else if let other = declared.first(where: {
        Worksheet.adjoint(of: $0) == name
      }) {
        notes.add(
          "\(name.text) is the slope of the cost in \(other.text)",
          try: "give it another name", at: source)
      }
    }
  }

  static let code = LintRule(
    id: "code", sentence: "A code span that looks like a formula is one."
  ) { subject, notes in
    for case .code(let source) in subject.compiled.claims
    where source.looksLikeFormula {
      notes.add(
        "`\(source.text)` looks like a formula and is none here",
        try: "write it with names that the screen knows, or as plain text",
        at: source)
    }
  }

  static let commands = LintRule(
    id: "commands",
    sentence: "Every run fence holds commands that look or alter."
  ) { subject, notes in
    for case .run(let source) in subject.compiled.claims {
      let word = source.text.split(separator: " ").first.map(String.init) ?? ""
      if let command = Command.named(word) {
        guard !command.mayStandInLesson else { continue }
        notes.add(
          "a lesson looks and alters, and cannot run '\(word)'",
          try: "write a command such as why C or set w1 = 1, or put it into "
            + "prose for the learner to type",
          at: source)
        continue
      }
      let nearest = nearestName(to: word, among: CommandWords.all.sorted())
      notes.add(
        "there is no command '\(word)'",
        try: nearest.map { "write \($0)" } ?? "write a command, as in why C",
        at: source)
    }
  }

  static let alterations = LintRule(
    id: "alterations", sentence: "Every set fence can be carried out."
  ) { subject, notes in
    for case .set(let assignment, let bench, let source)
      in subject.compiled.claims
    {
      let altered = bench?.valuation.flatMap {
        Alteration(assignment).applied(to: $0)
      }
      if altered == nil {
        notes.add(
          "\(assignment.target.text()) cannot be set to "
            + assignment.value.text(),
          try:
            "set a given quantity, or a part of one, to a value of its shape",
          at: source)
      }
    }
  }

  static let height = LintRule(
    id: "height", sentence: "A screen fits on a terminal and in a classroom."
  ) { subject, notes in
    guard let lines = subject.options.lines else { return }
    let screens = subject.compiled.lesson.screens
    for (screen, syntax) in zip(screens, subject.compiled.document.screens) {
      for size in subject.options.sizes {
        let count = lines(screen, size)
        guard count > size.lines else { continue }
        notes.add(
          "the screen takes \(count) lines of \(size.columns) columns, and "
            + "\(size.lines) fit",
          try: "make two screens of it", at: syntax.title)
      }
    }
  }
}

extension SourceText {
  /// Whether the text has the signs of a formula and begins with no command.
  fileprivate var looksLikeFormula: Bool {
    let words = text.split(separator: " ")
    if let first = words.first, words.count > 1,
      CommandWords.all.contains(String(first))
    {
      return false
    }
    return text.contains { $0.isLetter || $0.isNumber }
      && text.contains { "+*/@=^[](){}⊙·'".contains($0) }
  }
}
