import Algebra
import Presentation

/// A word that does something: one row of what `help` lists.
public struct Command: Sendable {
  public let name: String
  /// The letters and other words for it.
  public let aliases: [String]
  public let group: Group
  /// How it is typed, such as `set PART = VALUE`.
  public let usage: String
  /// What it does, in one sentence.
  public let summary: String
  /// A line that works as it stands.
  public let example: Example
  /// A second one, which needs a bench that has what it names.
  public let further: Example?
  /// What may stand behind the word.
  public let form: Form
  /// What may stand behind the word, each with its meaning, where that is
  /// more than a sentence holds.
  let choices: @Sendable () -> [(word: String, meaning: String)]
  let run: @Sendable (inout Session, String) -> Reply

  public init(
    _ name: String, aliases: [String] = [], _ group: Group, usage: String,
    _ summary: String, example: Example, further: Example? = nil, form: Form,
    choices: @escaping @Sendable () -> [(word: String, meaning: String)] = {
      []
    },
    run: @escaping @Sendable (inout Session, String) -> Reply
  ) {
    self.name = name
    self.aliases = aliases
    self.group = group
    self.usage = usage
    self.summary = summary
    self.example = example
    self.further = further
    self.form = form
    self.choices = choices
    self.run = run
  }

  /// A worked example: what is typed, and what comes of it.
  public struct Example: Sendable {
    public let line: String
    public let meaning: String

    public init(_ line: String, _ meaning: String) {
      self.line = line
      self.meaning = meaning
    }
  }

  /// Under which heading `help` lists a command.
  public enum Group: String, Hashable, Sendable, CaseIterable {
    case moving
    case seeing
    case altering
    case checking
    case course
    case world
  }

  /// What may stand behind a command's word, and how it is completed.
  public enum Form: Hashable, Sendable {
    case nothing
    /// A whole number, or nothing.
    case count
    case screen
    case lesson
    case quantity
    /// A quantity in which there is a slope, or the slope, and options.
    case slope
    case expression
    case optionalExpression
    case assignment
    /// An expression and a number.
    case targetAndStep
    /// An expression with `wrt` and a name, or a slope.
    case derivation
    /// A count and words with values, or nothing.
    case options
    case topic
    /// The name of a notation, or nothing.
    case lens
    /// The names of two notations, and perhaps of a quantity.
    case lenses
    /// A word that only the world understands, such as a file.
    case word
    /// A file, perhaps behind an option, or one of these words.
    case file(words: [String])
  }
}

extension Command {
  /// All spellings of the command.
  public var words: [String] { [name] + aliases }

  /// Whether what stands behind the word can be its arguments.
  ///
  /// `b - 1` is an expression, since `- 1` is no count.
  func claims(_ rest: String, in scope: Scope) -> Bool {
    switch form {
    case .nothing: rest.isEmpty
    case .count: rest.isEmpty || rest.isCount
    case .screen where rest.hasPrefix("iteration "): true
    case .screen, .lesson, .word, .lens:
      !rest.contains(" ") && !rest.startsLikeSign
    case .file: rest.isFile(behindOption: true) && !rest.startsLikeSign
    case .quantity: rest.isOneName || isName(rest, in: scope)
    case .topic, .lenses: !rest.startsLikeSign
    case .assignment: Assignment.texts(in: rest) != nil
    case .optionalExpression, .slope:
      rest.isEmpty || !rest.startsLikeSign || parses(rest, in: scope)
    case .expression, .targetAndStep: !rest.isEmpty && !rest.startsLikeSign
    case .derivation: !rest.isEmpty && !rest.startsLikeEquation
    case .options: !rest.startsLikeSign
    }
  }

  /// Whether a lesson may run it: it looks or alters, and never moves the
  /// learner or asks anything of the world.
  var mayStandInLesson: Bool {
    [.seeing, .altering].contains(group) || name == Command.check.name
  }

  /// Whether what it alters stays altered; a nudge is not kept.
  var isKept: Bool { group == .altering && form != .targetAndStep }

  /// Whether the word alone says too little.
  var needsArgument: Bool {
    switch form {
    case .expression, .targetAndStep, .assignment, .quantity, .derivation,
      .lenses:
      true
    default: false
    }
  }

  /// Whether the text is the name of a quantity, its index above the line.
  private func isName(_ rest: String, in scope: Scope) -> Bool {
    if case .name? = try? Expression(rest, in: scope) { true } else { false }
  }

  private func parses(_ rest: String, in scope: Scope) -> Bool {
    (try? Expression(rest, in: scope)) != nil
  }

  /// The command that a word spells.
  public static func named(_ word: String) -> Command? {
    all.first { $0.words.contains(word) }
  }

  /// The commands that a word may be the beginning of.
  public static func beginning(with word: String) -> [Command] {
    guard !word.isEmpty else { return [] }
    return all.filter {
      $0.words.contains { $0.count > 1 && $0.hasPrefix(word) }
    }
  }

  /// All words that name a command, for the nearest one.
  public static var vocabulary: [String] { all.flatMap(\.words) }
}

extension String {
  /// Whether the text is a whole number that may count pieces.
  var isCount: Bool {
    !isEmpty && count < 7 && allSatisfy { $0.isASCII && $0.isNumber }
  }

  /// Whether the text begins like the rest of a formula rather than like an
  /// argument.
  var startsLikeSign: Bool {
    guard let first else { return false }
    return "=+*/^@·.<>!')],;⊙∘ᵀ".contains(first)
      || (first == "-" && dropFirst().first == " ")
  }

  /// Whether the text can be the name of a file, or an option and such a name.
  func isFile(behindOption: Bool) -> Bool {
    let words = split(separator: " ")
    if behindOption, words.count == 2, hasPrefix("--") {
      return String(words[1]).isFile(behindOption: false)
    }
    return words.count < 2 && !hasPrefix("=")
  }

  /// Whether the text cannot be what `derive` takes, but goes on a formula.
  var startsLikeEquation: Bool {
    startsLikeSign && !hasPrefix("--")
  }

  var isOneName: Bool {
    guard let first, first.isLetter || first == "\\" else { return false }
    return dropFirst().allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
  }

  /// Where the name at the beginning ends: before the brackets behind it,
  /// but after those in which its index stands, as in `W^[1][1,2]`.
  var endOfName: Index {
    indices.first { place in
      guard "[(".contains(self[place]) else { return false }
      return place == startIndex || self[index(before: place)] != "^"
    } ?? endIndex
  }

  /// The text without spaces at its ends.
  var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace ?? false { text.removeFirst() }
    while text.last?.isWhitespace ?? false { text.removeLast() }
    return String(text)
  }
}
