import Presentation

/// Files that are written while the session goes on: the world keeps them.
extension Session {
  /// `transcript FILE`, `transcript off`, or alone for the same.
  func transcript(_ file: String) -> Reply {
    if file.isEmpty || file == Self.off {
      return Reply(effects: [.endRecords([.transcript])])
    }
    guard !file.hasPrefix("-") else { return wants(Command.transcript) }
    return Reply(effects: [.beginRecord(.transcript, file: file)])
  }

  /// `record FILE`, `record --cast FILE`, `record off`.
  func record(_ rest: String) -> Reply {
    let words = rest.split(separator: " ").map(String.init)
    switch words.count {
    case 1 where words[0] == Self.off:
      return Reply(effects: [.endRecords([.script, .cast])])
    case 1 where !words[0].hasPrefix("-"):
      return Reply(effects: [.beginRecord(.script, file: words[0])])
    case 2 where words[0] == "--cast" && !words[1].hasPrefix("-"):
      return Reply(effects: [.beginRecord(.cast, file: words[1])])
    default: return wants(Command.record)
    }
  }

  private static let off = "off"

  // MARK: What came of it

  /// What is said when a record has begun.
  ///
  /// - Parameters:
  ///   - kind: What is kept.
  ///   - file: How the learner named it.
  /// - Returns: A sentence, and how the record ends.
  public func begun(_ kind: RecordKind, in file: String) -> Reply {
    let (what, end) =
      switch kind {
      case .transcript: ("What follows is kept in", "transcript off")
      case .script: ("What you type is kept in", "record off")
      case .cast: ("What is shown is kept in", "record off")
      }
    return Reply(
      board.prose(
        StyledText("\(what) \(file). ") + StyledText(end, .typed).unbroken
          + " ends that."))
  }

  /// What is said when records were to end.
  ///
  /// - Parameters:
  ///   - kinds: What was to end.
  ///   - files: The files of those that were being kept, as the learner named
  ///     them.
  /// - Returns: What each can be used for.
  public func ended(
    _ kinds: [RecordKind], in files: [RecordKind: String]
  ) -> Reply {
    let lines = kinds.compactMap { kind in
      files[kind].map { use(of: kind, in: $0) }
    }
    guard lines.isEmpty else {
      return Reply(StyledText.stacked(lines.map { board.prose($0) }))
    }
    let begin =
      kinds.contains(.transcript)
      ? "transcript notes.md" : Command.record.example.line
    return Reply(
      board.prose(
        StyledText("Nothing is being kept. ")
          + StyledText(begin, .typed).unbroken + " keeps what follows."))
  }

  /// What can be done with a record that is whole.
  private func use(of kind: RecordKind, in file: String) -> StyledText {
    switch kind {
    case .transcript: return StyledText("The transcript \(file) ends here.")
    case .script:
      let lesson = screenName?.lesson ?? "LESSON"
      return StyledText("The script \(file) ends here; ")
        + StyledText("backstep run \(lesson) -f \(file)", .typed)
        + " types it again."
    case .cast:
      return StyledText("The recording \(file) ends here; ")
        + StyledText("asciinema play \(file)", .typed)
        + " shows it, and so does a browser with its player."
    }
  }

  // MARK: What the world writes down

  /// The screen at which the learner stands; nothing at a bench and in a
  /// review.
  public var screenName: ScreenName? {
    guard review == nil, bench == nil, let lesson, let screen else {
      return nil
    }
    return ScreenName(
      lesson: lesson.id, screen: screen.id, lessonTitle: lesson.title,
      title: screen.title)
  }

  /// The word that does here what Enter does; a script has no empty lines.
  public var wordForEnter: String {
    if owesRecap { return Command.again.name }
    return review == nil ? Command.next.name : Command.proceed.name
  }
}
