import Algebra
import Presentation

extension ProgressRecord {
  /// The record as a text file: a word and its values on each line.
  ///
  /// Every line stands for itself, so that a file that was cut off loses its
  /// last line and nothing else.
  public var text: String {
    var lines = ["backstep progress \(Self.format)"]
    if let lesson { lines.append("lesson \(lesson)") }
    if let digits { lines.append("digits \(digits)") }
    if let lens { lines.append("lens \(lens)") }
    lines += finished.map { "finished \($0)" }
    for (lesson, mark) in bookmarks.sorted(by: { $0.key < $1.key }) {
      lines.append(
        "at \(lesson) \(mark.screen) \(mark.shown) \(mark.fingerprint)")
      lines += mark.opened.map {
        "opened \(lesson) \($0.screen) \($0.piece) \($0.lines)"
      }
    }
    for (lesson, names) in revealed.sorted(by: { $0.key < $1.key }) {
      lines += names.sorted().map { "revealed \(lesson) \($0.ascii)" }
    }
    lines += attemptLines
    lines += timeLines
    lines += slipLines
    lines += alterations.done.map { Self.line("did", $0) }
    lines += alterations.undone.map { Self.line("undid", $0) }
    return lines.joined(separator: "\n") + "\nend\n"
  }

  private var attemptLines: [String] {
    attempts.map { id, attempt in
      "answer \(id.lesson) \(id.screen) \(id.place) \(attempt.outcome.rawValue)"
        + " \(attempt.answers) \(attempt.hints)"
    }
    .sorted()
  }

  private static func line(
    _ word: String, _ change: Alterations.Change
  ) -> String {
    switch change {
    case .reset(let origin): return "\(word) reset \(origin)"
    case .set(let origin, _, _, _):
      return "\(word) set \(origin) " + parts(of: change)
    case .together(let origin, _):
      return "\(word) together \(origin) " + parts(of: change)
    }
  }

  /// Parts with `,` between them, each a name, a label and its numbers.
  private static func parts(of change: Alterations.Change) -> String {
    change.parts.map { part in
      let numbers = part.entries.map {
        "\($0.offset):\(NumberFormat.full($0.value, charset: .ascii))"
      }
      let packed = part.label.filter { $0 != " " }
      return ([part.name.ascii, packed] + numbers).joined(separator: " ")
    }
    .joined(separator: " , ")
  }
}

extension ProgressRecord {
  /// Reads the text of a record.
  ///
  /// Lines that say nothing to this version are left out, and so is a last
  /// line that was cut off.
  ///
  /// - Throws: ``ProgressFault`` for another kind of file and for a format
  ///   that is newer than ``format``.
  public init(reading text: String) throws(ProgressFault) {
    var lines = text.split(
      separator: "\n", omittingEmptySubsequences: false
    ).map { $0.split(separator: " ").map(String.init) }
    // What stands behind the last line feed was not written to its end.
    lines.removeLast()
    guard let first = lines.first, first.count == 3,
      first[0] == "backstep", first[1] == "progress",
      let format = Int(first[2])
    else { throw .notARecord }
    guard format <= Self.format else { throw .newerFormat(format) }
    self.init()
    for words in lines.dropFirst() { take(words) }
  }

  private mutating func take(_ words: [String]) {
    guard let word = words.first, words.count > 1 else { return }
    let rest = Array(words.dropFirst())
    switch word {
    case "lesson": lesson = rest[0]
    case "digits": digits = Int(rest[0])
    case "lens": lens = String(rest[0])
    case "finished": finished.append(rest[0])
    case "at": takeBookmark(rest)
    case "opened": takeOpening(rest)
    case "revealed" where rest.count == 2:
      revealed[rest[0], default: []].insert(Name(rest[1]))
    case "answer": takeAttempt(rest)
    case "time": takeTime(rest)
    case "visit": takeVisit(rest[0])
    case "slip": takeSlip(rest)
    case "slipped": takeSlipped(rest)
    case "did", "undid": takeChange(rest, isDone: word == "did")
    default: break
    }
  }

  private mutating func takeBookmark(_ words: [String]) {
    guard words.count == 4, let shown = Int(words[2]), shown >= 0 else {
      return
    }
    bookmarks[words[0]] = Bookmark(
      screen: words[1], shown: shown, opened: [], fingerprint: words[3])
  }

  private mutating func takeOpening(_ words: [String]) {
    guard words.count == 4, let piece = Int(words[2]),
      let lines = Int(words[3]), piece >= 0, lines > 0
    else { return }
    bookmarks[words[0]]?.opened.append(
      Bookmark.Opening(screen: words[1], piece: piece, lines: lines))
  }

  private mutating func takeAttempt(_ words: [String]) {
    guard words.count == 6, let place = Int(words[2]),
      let outcome = Attempt.Outcome(rawValue: words[3]),
      let answers = Int(words[4]), let hints = Int(words[5])
    else { return }
    var attempt = Attempt()
    attempt.outcome = outcome
    attempt.answers = max(answers, 0)
    attempt.hints = max(hints, 0)
    attempts[QuestionID(lesson: words[0], screen: words[1], place: place)] =
      attempt
  }

  private mutating func takeChange(_ words: [String], isDone: Bool) {
    guard words.count > 1, let change = Self.change(words) else { return }
    alterations = Alterations(
      done: alterations.done + (isDone ? [change] : []),
      undone: alterations.undone + (isDone ? [] : [change]))
  }

  private static func change(_ words: [String]) -> Alterations.Change? {
    if words[0] == "reset" { return .reset(origin: words[1]) }
    let written = words.dropFirst(2).split(separator: ",")
    let parts = written.compactMap { part(Array($0)) }
    guard let first = parts.first, parts.count == written.count else {
      return nil
    }
    switch words[0] {
    case "set" where parts.count == 1:
      return .set(
        origin: words[1], first.name, label: first.label, first.entries)
    case "together": return .together(origin: words[1], parts)
    default: return nil
    }
  }

  private static func part(_ words: [String]) -> Alterations.Part? {
    let entries = words.dropFirst(2).compactMap(entry)
    guard words.count > 2, entries.count == words.count - 2 else { return nil }
    return Alterations.Part(
      name: Name(words[0]), label: words[1], entries: entries)
  }

  private static func entry(_ text: String) -> Alterations.Entry? {
    let parts = text.split(separator: ":")
    guard parts.count == 2, let offset = Int(parts[0]), offset >= 0,
      let value = Double(parts[1]), value.isFinite
    else { return nil }
    return Alterations.Entry(offset: offset, value: value)
  }
}
