/// A conversation with a program as it stands in a document: a line of a
/// shell, what the program showed, and what was typed behind its prompts.
public struct ConsoleText: Sendable {
  /// A line that was typed, and what came of it.
  public struct Exchange: Hashable, Sendable {
    public var prompt: String
    public var line: String
    /// The lines below, each with its line feed.
    public var reply: String

    public init(prompt: String, line: String, reply: String) {
      self.prompt = prompt
      self.line = line
      self.reply = reply
    }
  }

  /// The words behind `$ `; none where the text begins with a prompt.
  public var command: [String]
  /// What was shown before the first prompt.
  public var opening = ""
  public var exchanges: [Exchange] = []

  public init(command: [String], opening: String = "") {
    self.command = command
    self.opening = opening
  }

  /// Reads the conversations of a text, one for each line with `$ `.
  public static func all(in text: String) -> [ConsoleText] {
    var found: [ConsoleText] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("$ ") {
        found.append(ConsoleText(command: words(of: line.dropFirst(2))))
        continue
      }
      if found.isEmpty { found.append(ConsoleText(command: [])) }
      found[found.count - 1].take(String(line))
    }
    for index in found.indices { found[index].dropLastFeed() }
    return found
  }

  /// The text again, but for the line with `$ `.
  public var shown: String {
    opening + exchanges.map { $0.prompt + $0.line + "\n" + $0.reply }.joined()
  }

  public var text: String {
    (command.isEmpty ? "" : "$ \(command.joined(separator: " "))\n") + shown
  }
}

extension ConsoleText {
  private mutating func take(_ line: String) {
    if let prompt = Self.prompt(of: line) {
      exchanges.append(
        Exchange(
          prompt: prompt, line: String(line.dropFirst(prompt.count)),
          reply: ""))
    } else if exchanges.isEmpty {
      opening += line + "\n"
    } else {
      exchanges[exchanges.count - 1].reply += line + "\n"
    }
  }

  /// The text's own last line feed makes no line.
  private mutating func dropLastFeed() {
    if exchanges.isEmpty {
      if opening.hasSuffix("\n") { opening.removeLast() }
    } else if exchanges[exchanges.count - 1].reply.hasSuffix("\n") {
      exchanges[exchanges.count - 1].reply.removeLast()
    }
  }

  /// `one-weight 1/9 > `, `backstep > ` or `answer> `, also without the last
  /// space where nothing follows.
  private static func prompt(of line: String) -> String? {
    let pattern = /^(?:[a-z0-9-]+ (?:[0-9]+\/[0-9]+ )?>|answer>) ?/
    return line.firstMatch(of: pattern).map { String($0.output) }
  }

  /// The words of a shell's line; quotation marks keep words together.
  private static func words(of line: Substring) -> [String] {
    var words: [String] = []
    var quote: Character?
    var isInWord = false
    for character in line {
      if character == quote {
        quote = nil
      } else if quote == nil, "'\"".contains(character) {
        quote = character
        if !isInWord { words.append("") }
        isInWord = true
      } else if quote == nil, character == " " {
        isInWord = false
      } else {
        if !isInWord { words.append("") }
        isInWord = true
        words[words.count - 1].append(character)
      }
    }
    return words
  }
}
