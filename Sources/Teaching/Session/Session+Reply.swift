import Algebra
import Matrices
import Presentation

extension Session {
  /// The longest line that is read.
  public static let lineLimit = 4096

  /// Answers a line.
  ///
  /// - Parameter line: What was typed; an empty line is Enter.
  /// - Returns: What to show, and what only the world can do.
  public mutating func reply(to line: String) -> Reply {
    readOn()
    takeTime()
    let (before, place) = (live, self.place)
    var reply = answered(line)
    lookBack(to: before, at: place)
    reply.text = finished(reply.text)
    return reply
  }

  /// A text as the page wants it: all signs in it in ASCII, where that is
  /// asked for.
  func finished(_ text: StyledText) -> StyledText {
    page.charset == .ascii ? text.inASCII : text
  }

  private mutating func answered(_ line: String) -> Reply {
    if let fault = Self.unreadable(line) { return failure(fault) }
    let text = line.trimmed
    guard !text.isEmpty else { return advance() }
    entered.append(text)
    return run(text)
  }

  /// Whether a line goes on on the next one: a bracket is open.
  public static func isUnfinished(_ line: String) -> Bool {
    guard line.count <= lineLimit else { return false }
    var depth = 0
    for character in line {
      if character == "[" || character == "(" { depth += 1 }
      if character == "]" || character == ")" { depth -= 1 }
      if depth < 0 { return false }
    }
    return depth > 0
  }

  private static func unreadable(_ line: String) -> Diagnostic? {
    if line.utf8.count > lineLimit * 4 || line.count > lineLimit {
      return Diagnostic(
        "a line of \(line.count) characters is more than \(lineLimit)",
        notes: ["give parts of it names of their own"],
        remedy: "help let")
    }
    let strange = line.unicodeScalars.first {
      $0.properties.generalCategory == .control && $0 != "\n" && $0 != "\t"
        && $0 != "\r"
    }
    return strange.map { scalar in
      let code = String(scalar.value, radix: 16, uppercase: true)
      return Diagnostic(
        "the line holds a character that cannot be seen, U+"
          + String(repeating: "0", count: max(4 - code.count, 0)) + code,
        notes: ["it may have come with what was pasted"], remedy: "help keys")
    }
  }

  /// Runs a line that is not empty.
  mutating func run(_ text: String) -> Reply {
    let (word, rest) = Self.parts(of: text)
    let command = Command.named(word)
    let scope = self.scope
    if let command, !isQuantity(text, in: scope),
      command.claims(rest, in: scope)
    {
      return run(command, rest)
    }
    if let open = openQuestion, let reply = answer(text, to: open) {
      return reply
    }
    if text.hasPrefix("="), !text.hasPrefix("==") { return goOn(text) }
    let reading = try? Expression.reading(text, in: scope)
    if let reading, reading.expression.names.allSatisfy(scope.isKnown) {
      return printed(reading, source: text)
    }
    if bench != nil, let sign = Assignment.equalsSign(in: text) {
      return isClaim(text, sign) ? claim(text) : write(text, sign)
    }
    if let reply = printed(several: text) { return reply }
    if let command { return runAnyhow(command, rest) }
    let matches = Command.beginning(with: word)
    if word.count > 1, matches.count == 1, let match = matches.first {
      return match.claims(rest, in: scope)
        ? run(match, rest) : runAnyhow(match, rest)
    }
    return failure(notUnderstood(text, word, rest, matches))
  }

  private mutating func run(_ command: Command, _ rest: String) -> Reply {
    guard !rest.isEmpty || !command.needsArgument else { return wants(command) }
    return command.run(&self, rest)
  }

  /// Runs a command whose arguments are not what they should be, so that it
  /// says what is wrong with them.
  private mutating func runAnyhow(_ command: Command, _ rest: String) -> Reply {
    switch command.form {
    case .nothing where !rest.isEmpty, .count where !rest.isCount,
      .screen where rest.contains(" "), .lesson where rest.contains(" "),
      .word where rest.contains(" "),
      .file where !rest.isFile(behindOption: true),
      .lens where rest.contains(" "),
      .quantity where !rest.isOneName:
      failure(
        Diagnostic(
          "\(command.name) cannot take \(rest.shortened): \(command.usage)",
          notes: [command.summary], remedy: "help \(command.name)"))
    default: run(command, rest)
    }
  }

  /// The first word of a line and what stands behind it.
  static func parts(of text: String) -> (word: String, rest: String) {
    let end =
      text.firstIndex {
        !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "?")
      } ?? text.endIndex
    let word = String(text[..<end])
    return (word, String(text[end...]).trimmed)
  }

  /// Whether the whole line is the name of a quantity, which a command's
  /// letter must not hide: names are compared as they are typed.
  private func isQuantity(_ text: String, in scope: Scope) -> Bool {
    text.isOneName && scope.isKnown(Name(text))
      && (Name(text).text == text || Name(text).ascii == text)
  }

  /// What names mean here.
  var scope: Scope { live?.scope ?? Scope() }

  /// A reply that says what is wrong.
  func failure(_ diagnostic: Diagnostic) -> Reply {
    var reply = Reply(diagnostic.text(for: page), failed: true)
    reply.isRefusal = true
    return reply
  }

  /// Says how a command is typed.
  func wants(_ command: Command) -> Reply {
    failure(
      Diagnostic(
        "\(command.name) needs more: \(command.usage)",
        notes: [command.summary], remedy: "help \(command.name)"))
  }
}

extension String {
  /// The text, or its beginning where it is long.
  var shortened: String { count > 40 ? prefix(40) + "..." : self }
}
