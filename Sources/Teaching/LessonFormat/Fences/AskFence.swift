/// Reads an `ask` fence.
///
///     fence     = prompt, entry, { entry }
///     prompt    = prose
///     entry     = key ":" text { indented line }
///
/// The keys are the entries of ``QuestionKey/all``.
struct AskFence {
  private var prompt: [Stretch] = []
  private var entries: [QuestionEntry] = []

  /// The keys that there are lines for.
  private var taken: Set<String> = []
  private var faults: LessonFaults

  static func piece(
    _ fence: Fence, _ faults: inout LessonFaults
  ) -> PieceSyntax? {
    var reader = AskFence(faults: faults)
    reader.read(fence)
    let question = reader.question(of: fence)
    faults = reader.faults
    return question.map(PieceSyntax.ask)
  }

  private init(faults: LessonFaults) {
    self.faults = faults
  }

  private func all(_ name: String) -> [QuestionEntry] {
    entries.filter { $0.key.name == name }
  }
}

// MARK: - Lines

extension AskFence {
  private mutating func read(_ fence: Fence) {
    var isKnown = true
    var brackets = Brackets()
    for line in fence.lines where !line.isBlank {
      if let (name, text) = Self.key(of: line) {
        isKnown = readKey(name, text, in: line)
        brackets = Brackets()
        brackets.read(text)
      } else if entries.isEmpty, isKnown {
        prompt.append(line)
      } else if !line.isIndented {
        faults.add(.lineNotIndented, at: line)
      } else if isKnown {
        readBelow(line, isOpen: brackets.depth > 0)
        brackets.read(line)
      }
    }
    if prompt.isEmpty { faults.add(.promptMissing, at: fence.opening) }
  }

  /// The lower-case word with a colon that a line begins with.
  private static func key(
    of line: Stretch
  ) -> (name: Stretch, text: Stretch)? {
    let name = line.prefix { ("a"..."z").contains($0) }
    guard !name.isEmpty, line[name.end] == ":" else { return nil }
    return (name, line.from(name.end + 1).trimmed)
  }

  /// Begins an entry, and says whether its key is known.
  private mutating func readKey(
    _ name: Stretch, _ text: Stretch, in line: Stretch
  ) -> Bool {
    let word = name.text
    guard let key = QuestionKey.all.first(where: { $0.name == word }) else {
      faults.add(.keyUnknown(word), at: name)
      return false
    }
    if !taken.insert(key.name).inserted, !key.repeats {
      faults.add(.keyTwice(key.name + ":"), at: line)
    }
    entries.append(QuestionEntry(key: key, line: line, text: text))
    return true
  }

  private mutating func readBelow(_ line: Stretch, isOpen: Bool) {
    let place = entries.count - 1
    let key = entries[place].key
    if key.content == .expression, !isOpen {
      faults.add(.lineBelowExpression(key.name), at: line.leadingTrimmed)
    } else {
      entries[place].below.append(line)
    }
  }
}

// MARK: - The question

extension AskFence {
  private mutating func question(of fence: Fence) -> QuestionSyntax? {
    let prompt = ProseReader.prose(of: prompt, in: .fence, &faults)
    let kind = kind(of: fence)
    let wrongs = all("wrong").map { entry in
      QuestionSyntax.Wrong(
        answer: entry.expression(&faults), reply: reply(of: entry))
    }
    let hints = all("hint").map { $0.prose(&faults) }
    let right = all("right").first.map { $0.prose(&faults) }
    let when = all("when").first.map { $0.expression(&faults) }
    let within = all("within").first.map { $0.expression(&faults) }
    let takesAll = readChoose()
    return kind.map {
      QuestionSyntax(
        prompt: prompt, kind: $0, wrongs: wrongs, hints: hints, right: right,
        when: when, within: within, takesAll: takesAll)
    }
  }

  /// Whether all choices that hold are asked for: `choose: all`.
  private mutating func readChoose() -> Bool {
    guard let entry = all("choose").first else { return false }
    let word = entry.expression(&faults)
    if !word.text.isEmpty, word.text != "all" {
      faults.add(.chooseWord(word.text), at: word)
    }
    if all("choice").isEmpty { faults.add(.chooseAlone, at: entry.line) }
    return true
  }

  private mutating func reply(of entry: QuestionEntry) -> Prose {
    if entry.below.isEmpty {
      faults.add(.textMissing(entry.key.name), at: entry.line)
    }
    return ProseReader.prose(
      of: entry.below.map(\.leadingTrimmed), in: .fence, &faults)
  }

  private mutating func kind(of fence: Fence) -> QuestionSyntax.Kind? {
    let answers = all("answer").map { $0.expression(&faults) }
    let lines = all("line").map { $0.expression(&faults) }
    let choices = all("choice").map { choice($0) }
    let conditions = all("until").map { $0.expression(&faults) }
    noteMixture(fence)
    if let condition = conditions.first {
      return .until(condition, samples: answers)
    }
    if let target = lines.first { return .line(target, forms: answers) }
    if let entry = all("choice").first {
      if choices.count < 2 { faults.add(.oneChoice, at: entry.line) }
      return .choice(choices)
    }
    return answers.isEmpty ? nil : .answer(answers)
  }

  private mutating func choice(_ entry: QuestionEntry) -> QuestionSyntax.Choice
  {
    let condition = entry.expression(&faults)
    let (text, reply) = entry.proseBelow(&faults)
    return .init(condition: condition, text: text, reply: reply)
  }

  /// Reports a question of no kind, and one of two.
  private mutating func noteMixture(_ fence: Fence) {
    let asking = entries.filter(\.key.asks)
    guard !asking.isEmpty else {
      faults.add(.kindMissing, at: fence.opening)
      return
    }
    let isShown = asking.contains { ["until", "line"].contains($0.key.name) }
    let deciding = asking.filter { !isShown || $0.key.name != "answer" }
    if let other = deciding.first(where: { $0.key != deciding[0].key }) {
      faults.add(
        .mixedKinds(deciding[0].key.name, other.key.name), at: other.line)
    }
  }
}
