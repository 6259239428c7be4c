import Algebra

extension Command {
  static let course: [Command] = [
    lessons, open, restart, progress, review,
  ]

  static let world: [Command] = [
    help, lens, compare, save, load, export, transcript, record, history,
    quit,
  ]

  static let lessons = Command(
    "lessons", .course, usage: "lessons",
    "Shows the course: its parts, what is done, and what comes next.",
    example: Example("lessons", "their names, to be used with open"),
    form: .nothing
  ) { session, _ in session.lessons() }

  static let open = Command(
    "open", .course, usage: "open LESSON[#SCREEN]",
    "Opens a lesson where you left it, or at a screen of it.",
    example: Example("open 1", "the first lesson"),
    further: Example("open hidden-layer#error", "its screen of this name"),
    form: .lesson
  ) { session, rest in
    rest.isEmpty ? session.lessons() : session.open(rest)
  }

  static let restart = Command(
    "restart", .course, usage: "restart",
    "Begins this lesson afresh; undo brings back what you altered.",
    example: Example("restart", "its first piece, its own numbers"),
    form: .nothing
  ) { session, _ in session.restart() }

  static let progress = Command(
    "progress", .course, usage: "progress [--export FILE]",
    "Says how far you have come in each lesson, and which slips you made.",
    example: Example("progress", "screens, answers, and what comes back"),
    further: Example(
      "progress --export mine.json", "the same for a teacher, without a name"),
    form: .file(words: ["--export"])
  ) { session, rest in
    rest.isEmpty ? session.progressTable() : session.export(progress: rest)
  }

  static let review = Command(
    "review", .course, usage: "review",
    "Asks about slips of earlier visits anew; then you are back here.",
    example: Example("review", "a question for each slip that is due"),
    form: .nothing
  ) { session, _ in session.startReview() }

  static let help = Command(
    "help", aliases: ["h", "?"], .world, usage: "help [TOPIC or COMMAND]",
    "Lists the words, or explains one.",
    example: Example("help set", "set explained, with an example"),
    form: .topic
  ) { session, rest in session.help(rest) }

  static let lens = Command(
    "lens", .world, usage: "lens [NAME]",
    "Shows everything in a book's notation; alone it lists the notations.",
    example: Example("lens ng", "Z^[1] and dZ^[1], shown and typed"),
    further: Example("lens backstep", "the program's own again"),
    form: .lens,
    choices: { Lens.all.map { ("lens \($0.name)", $0.title) } }
  ) { session, rest in session.lens(rest) }

  static let compare = Command(
    "compare", .world, usage: "compare LENS LENS [NAME]",
    "Puts the lines of this worksheet in two notations beside each other.",
    example: Example("compare ng numpy", "what differs is marked and named"),
    further: Example("compare ng theta dW1", "one line alone"),
    form: .lenses
  ) { session, rest in session.compare(rest) }

  static let save = Command(
    "save", .world, usage: "save FILE.json",
    "Writes the network of this bench, with your numbers, into a file.",
    example: Example("save mine.json", "load mine.json opens it"),
    further: Example("save mine.npz", "its weights alone, as NumPy reads them"),
    form: .word, choices: { SavedKind.rows }
  ) { session, rest in session.save(rest) }

  static let load = Command(
    "load", .world, usage: "load FILE.json",
    "Opens a network file, or a training, as a bench of its own.",
    example: Example("load mine.json", "its numbers, its slopes, why of each"),
    further: Example("load mine.npz", "weights for the network of this bench"),
    form: .word
  ) { session, rest in session.load(rest) }

  static let export = Command(
    "export", .world, usage: "export FILE",
    "Writes this lesson for paper, or its worksheet as a script to check it.",
    example: Example("export lesson.html", "with numbers, matrices and plots"),
    further: Example("export check.py", "python3 check.py needs NumPy"),
    form: .word, choices: { ExportKind.rows }
  ) { session, rest in session.export(rest) }

  static let transcript = Command(
    "transcript", .world, usage: "transcript FILE.md, transcript off",
    "Writes what is typed and shown into a file as well, as Markdown.",
    example: Example(
      "transcript notes.md", "by screens, with the name of each"),
    further: Example("transcript off", "ends it; so does quit"),
    form: .file(words: ["off"])
  ) { session, rest in session.transcript(rest) }

  static let record = Command(
    "record", .world, usage: "record [--cast] FILE, record off",
    "Writes the lines that you type into a script that can be run again.",
    example: Example(
      "record demo.txt", "a line a command, Enter as next, # before comments"),
    further: Example(
      "record --cast demo.cast", "what is shown, for asciinema's player"),
    form: .file(words: ["off", "--cast"])
  ) { session, rest in session.record(rest) }

  static let history = Command(
    "history", .world, usage: "history [COUNT]",
    "Lists the last lines that you typed.",
    example: Example("history 5", "the last five lines"), form: .count
  ) { session, rest in session.history(Int(rest) ?? 20) }

  static let quit = Command(
    "quit", aliases: ["q", "exit", "bye"], .world, usage: "quit",
    "Leaves; you come back to where you are now.",
    example: Example("quit", "everything is kept"), form: .nothing
  ) { _, _ in Reply(effects: [.quit]) }
}
