import Algebra
import Presentation

extension Session {
  /// The words at first sight, a group of words, one command, or a topic.
  func help(_ topic: String) -> Reply {
    let word = topic.trimmed.lowercased()
    if word.isEmpty { return Reply(firstHelp) }
    if word == "all" { return Reply(allHelp) }
    if let group = Command.Group(rawValue: word) {
      return Reply(
        StyledText.stacked(
          [
            table(of: Command.all.filter { $0.group == group }),
            board.prose("help and a word gives an example."),
          ], gap: 1))
    }
    if let text = HelpTopic.all.first(where: { $0.name == word }) {
      return Reply(StyledText.stacked(text.lines.map { board.prose($0) }))
    }
    if let command = Command.named(topic.trimmed) ?? beginning(with: word) {
      return Reply(about(command))
    }
    let words =
      Command.vocabulary + HelpTopic.all.map(\.name)
      + Command.Group.allCases.map(\.rawValue)
    return failure(
      Diagnostic(
        "there is no help on \(word)",
        remedy: NearestName.nearest(to: word, among: words).map { "help \($0)" }
          ?? "help all"))
  }

  private func beginning(with word: String) -> Command? {
    let found = Command.beginning(with: word)
    return found.count == 1 ? found.first : nil
  }

  /// What a beginner needs, and where the rest is.
  private var firstHelp: StyledText {
    StyledText.stacked(
      [
        table(HelpTopic.firstWords.map { ($0.word, $0.meaning) }),
        board.prose(
          "An expression shows its value: w1, 3*x. More words: help moving, "
            + "help seeing, help altering, help checking, help all; "
            + "help and a word explains it."),
      ], gap: 1)
  }

  private var allHelp: StyledText {
    let groups = Command.Group.allCases.flatMap { group -> [StyledText] in
      [
        StyledText(" \(group.rawValue)", .heading),
        table(of: Command.all.filter { $0.group == group }),
      ]
    }
    return StyledText.stacked(groups)
  }

  private func table(of commands: [Command]) -> StyledText {
    table(
      commands.map { command in
        let letters = command.aliases.filter { $0.count <= 1 }
        return (
          ([command.name] + letters).joined(separator: ", "), command.summary
        )
      })
  }

  /// Words and what they do, the meanings broken where the page is narrow.
  func table(_ rows: [(word: String, meaning: String)]) -> StyledText {
    let width = rows.map(\.word.cells).max() ?? 0
    let lines = rows.map { row in
      if page.isPlain {
        return StyledText(row.word, .typed) + StyledText(": \(row.meaning)")
      }
      let lead =
        StyledText(row.word, .typed).padded(to: width) + StyledText("  ")
      let meaning = StyledText(row.meaning)
        .wrapped(to: max(board.measure - lead.width - 2, 12))
      return board.hanging(lead, meaning).indented(by: Blackboard.indent)
    }
    return StyledText.stacked(lines)
  }

  /// One command with its worked example.
  private func about(_ command: Command) -> StyledText {
    let others = command.aliases.joined(separator: ", ")
    let lead =
      StyledText(command.usage, .typed)
      + StyledText(others.isEmpty ? "" : "   (also \(others))", .dim)
    return StyledText.stacked([
      lead.indented(by: 1), board.prose(StyledText(command.summary)),
      shown(command.example, behind: "for example "),
      command.further.map { shown($0, behind: "or ") } ?? StyledText(),
      table(command.choices()),
    ])
  }

  private func shown(
    _ example: Command.Example, behind lead: String
  ) -> StyledText {
    (StyledText(lead, .dim) + StyledText(example.line, .typed).unbroken
      + StyledText(": \(example.meaning)"))
      .wrapped(to: board.measure, hanging: 4).indented(by: 1)
  }
}

/// A subject of `help` that is no command.
struct HelpTopic {
  let name: String
  let lines: [StyledText]

  /// A subject whose lines mark what is to be typed, as in `` `undo` ``.
  init(name: String, lines: [String]) {
    self.name = name
    self.lines = lines.map { line in
      line.split(separator: "`", omittingEmptySubsequences: false)
        .enumerated()
        .map { StyledText(String($1), $0 % 2 == 0 ? .plain : .typed) }
        .joined()
    }
  }

  /// What `help` lists at first sight.
  static let firstWords: [(word: String, meaning: String)] = [
    ("Enter", "the next line"), ("back", "the line before"),
    ("set", "alter a number: set w1 = 1"), ("undo", "take a change back"),
    ("why", "where a number comes from: why C"),
    ("hint", "when you are stuck"), ("lessons", "all lessons"),
    ("help", "these words; help all for more"),
  ]

  static let all: [HelpTopic] = [
    HelpTopic(
      name: "class",
      lines: [
        "backstep class LESSON, or LESSON#SCREEN, shows a lesson to a class: "
          + "large letters, a window of 60 columns and 18 rows or more. It "
          + "begins at the lesson's own numbers and keeps nothing; reset all "
          + "begins again for the next group.",
        "Enter, PageDown and Right on an empty line go on, PageUp and Left go "
          + "back: the keys of a clicker. They never pass a question; reveal "
          + "shows the answer. A full stop on an empty line blanks the window, "
          + "and the next line brings it back.",
        "set alters a number before all eyes: what changes is marked with a "
          + "star and bold where it stands. The name above a screen, as "
          + "hidden-layer#roads, opens it elsewhere.",
        "--script FILE has prepared lines: Enter puts the next one at the "
          + "prompt, a second Enter runs it, back takes it back. record FILE "
          + "writes a script from a session. --pace 5 goes on every 5 seconds, "
          + "--big puts more room between formulas.",
        "transcript FILE.md keeps what was shown and typed; "
          + "record --cast FILE can be replayed in a browser.",
      ]),
    HelpTopic(
      name: "keys",
      lines: [
        "Enter  the next piece. Up and Down  earlier lines that begin like "
          + "what is typed. Ctrl-R  search them. Tab  complete a word.",
        "Ctrl-A and Ctrl-E  to the beginning and the end. Ctrl-W  delete a "
          + "word. Ctrl-U  delete the line. Ctrl-C  give the line up. "
          + "Ctrl-D  leave.",
        "Greek letters: type `delta1` or `\\delta1`, and Tab turns `\\delta` "
          + "into the letter. A line with an open bracket goes on on the next one.",
      ]),
    HelpTopic(
      name: "bench",
      lines: [
        "`new` opens a bench of your own. "
          + "`given W: k×n, x: n×m, y: k×m with colsum(y) = 1` declares; "
          + "`z = W @ x` adds an equation; a number called `C` is the cost, "
          + "and its slopes are derived.",
        "A line about what is there already opens a derivation: "
          + "`dC/dz = (a - y) .* a`. A line that begins with `=` goes on from "
          + "it, and each is judged against the one before. `by` and a rule, "
          + "on the line or after it, names the step.",
        "A wrong line stands, marked; `undo` takes it back. "
          + "`verify` judges any equality, `try` a line for a quantity.",
        "Gradients that another program has computed are judged from the "
          + "command line: `backstep gradcheck NETWORK.json --claim FILE`.",
      ]),
    HelpTopic(
      name: "slips",
      lines: [
        "A slip is a wrong answer that is recognised: by the lesson, or by "
          + "its value. progress lists those that you made, with nothing else "
          + "about you.",
        "A slip comes back in the next visit: review asks a question of its "
          + "kind with other numbers. Once you have it right it comes back "
          + "after two visits more, then after four, then no more.",
      ]),
    HelpTopic(
      name: "homework",
      lines: [
        "A teacher chooses lessons in a file, class.json:",
        """
        { "format": 1, "lessons": ["one-weight", "sigmoid"], "skip": false, \
        "attemptsBeforeReveal": 2, "hints": 1 }
        """,
        "backstep --class class.json opens the tutor with these lessons alone, "
          + "and keeps to what is allowed at their questions. What was answered "
          + "stays answered, also after restart.",
        "progress --export mine.json writes what you answered and how long "
          + "it took, and neither who you are nor when it was. "
          + "backstep progress FILE... puts such files into one table.",
      ]),
    HelpTopic(
      name: "rules",
      lines: [
        "Rules that can be named behind `by`: "
          + Rule.all.map { $0.takesName ? "\($0.name) NAME" : $0.name }
          .joined(separator: ", ") + "."
      ]),
    HelpTopic(
      name: "expressions",
      lines: [
        "`W1 @ x` is a matrix product, `.*` multiplies entry by entry, `W1'` "
          + "is the transpose, `W1[1,2]` an entry, `W1[1,:]` a row.",
        "`sigmoid(z)` or `σ(z)`, `σ'(z)` its slope, `dC/dW1` a slope of the "
          + "cost.",
      ]),
    HelpTopic(
      name: "aloud",
      lines: [
        "`backstep --plain` is for a screen reader: every formula in words, "
          + "one fact a line, nothing drawn, and no line written twice.",
        "A product is said as times, the product of two matrices entry by "
          + "entry as entry by entry times, the slope of a function, as in "
          + "`σ'(z)`, as prime. Brackets are said wherever they are needed.",
        "sigma of z 1 is what sigma makes of that one name; a longer "
          + "argument stands between open bracket and close bracket. The "
          + "same holds for transpose and squared, which follow what they "
          + "belong to.",
        "What you type is said as it is typed: `set W1[1,2] = 0.3` sets row 1, "
          + "column 2 of W 1. `graph`, `paths` and `why` answer in sentences.",
      ]),
  ]
}
