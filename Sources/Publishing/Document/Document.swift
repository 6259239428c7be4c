/// A text for paper, before anybody has said in which language.
public struct Document: Hashable, Sendable {
  public var title: String
  /// What makes its parts known to others: the name of the lesson.
  public var id: String
  public var edition: Edition
  /// What stands below the title.
  public var lead: [Block] = []
  public var sections: [Section] = []

  /// What stands below one heading.
  public struct Section: Hashable, Sendable {
    public var id: String
    /// Nothing for what stands before the first heading.
    public var title: String?
    public var blocks: [Block]
    /// Whether it begins a page of its own on paper.
    public var beginsPage = false
  }

  /// For whom the text is.
  public enum Edition: Hashable, Sendable, CaseIterable {
    /// All of the lesson, its questions, and their answers at the end.
    case full
    /// With room to answer, and nothing that gives an answer away.
    case handout
    /// The questions with their answers and with what may be said to slips.
    case key
  }
}

/// A stretch of prose.
public enum Span: Hashable, Sendable {
  case text(String)
  case emphasis(String)
  case strong(String)
  /// What is typed, as it stands.
  case code(String)
  case formula(Formula)
}

/// What stands below the thing before it.
public indirect enum Block: Hashable, Sendable {
  case paragraph([Span])
  /// A remark in small type.
  case remark([Span])
  case lines([Line])
  /// Formulas beside each other as far as there is room.
  case flow([Formula])
  case table(TextTable)
  case figure(Figure)
  /// Commands as they are typed.
  case typed([String])
  /// What a command answers, its lines as they are.
  case printed(unicode: String, ascii: String)
  case question(AskedQuestion)
  case entry(AnswerEntry)
  /// So many empty lines to write on.
  case room(Int)
}

/// One row of formulas joined by signs, aligned with others at the first.
public struct Line: Hashable, Sendable {
  public var left: Formula?
  public var steps: [Step]
  public var reason: [Span] = []
  public var label: String?

  /// A sign and what stands behind it.
  public struct Step: Hashable, Sendable {
    public var sign: String
    public var right: Formula

    init(_ sign: String, _ right: Formula) {
      self.sign = sign
      self.right = right
    }
  }

  init(
    _ left: Formula?, _ steps: [Step], reason: [Span] = [],
    label: String? = nil
  ) {
    self.left = left
    self.steps = steps
    self.reason = reason
    self.label = label
  }

  /// The formulas behind the left side, in one.
  var right: Formula {
    .joined(
      steps.flatMap { [.sign($0.sign, .relation), $0.right] })
  }
}

/// Rows of texts below a heading.
public struct TextTable: Hashable, Sendable {
  public var heading: [String]
  /// Whether a column holds numbers.
  public var isNumber: [Bool]
  public var rows: [[[Span]]]
}

/// A question as it is asked.
public struct AskedQuestion: Hashable, Sendable {
  public var number: Int
  public var prompt: [Span]
  public var choices: [[Span]] = []
  /// How many lines there are to write on, and what begins the first.
  public var room: Room?
  /// Whether it is answered elsewhere in the text.
  public var isAnswered = false

  public struct Room: Hashable, Sendable {
    public var lead: [Span]
    public var lines: Int
  }
}

/// What is to be known about one question, but for what it asks.
public struct AnswerEntry: Hashable, Sendable {
  public var number: Int
  public var hints: [[Span]] = []
  /// The answers: formulas with what they come to.
  public var lines: [Line] = []
  /// The choices that are right, one as a rule: each number and text.
  public var choices: [Choice] = []
  /// Commands that do what was asked.
  public var typed: [String] = []
  public var why: [Span] = []
  /// What a learner may have written, and what is said to it.
  public var slips: [Slip] = []

  public struct Choice: Hashable, Sendable {
    public var number: Int
    public var text: [Span]
  }

  public struct Slip: Hashable, Sendable {
    public var taken: [Span]
    public var reply: [Span]
  }
}
