import Algebra
import Matrices
import Networks

/// A lesson that was read and understood: every expression parsed, every
/// screen with its worksheet.
public struct Lesson: Sendable {
  public let id: String
  public let title: String
  /// The lessons that come before this one.
  public let needs: [String]
  public let gives: [Inline]
  public let minutes: Int?
  /// Whether the lesson is about a notation, and is shown in no other.
  public var keepsNotation = false
  public let screens: [Screen]
  /// What the file holds, in short; another text gives another fingerprint.
  public let fingerprint: String
  /// How many screens of the file were left unread behind these, where one
  /// screen alone was asked for.
  public var unreadScreens = 0

  /// How many screens the file holds.
  public var screenCount: Int { screens.count + unreadScreens }
}

/// One idea: what is shown under one heading, piece by piece.
public struct Screen: Sendable {
  public let id: String
  public let title: String
  /// The worksheet in force on this screen, with the lesson's own numbers.
  public let bench: Bench?
  public let pieces: [Piece]
}

/// A worksheet and the numbers it starts with.
public struct Bench: Sendable {
  public let worksheet: Worksheet
  public let givens: [Name: Matrix<Double>]
  /// The place where it was written down, as `last-layer#bend`.
  ///
  /// Screens with the same origin share their numbers and the learner's
  /// alterations.
  public let origin: String
  /// The names of the worksheet, with the sizes that its numbers have.
  public let scope: Scope
  /// The layered network that it is, if it was written down as one.
  public let network: NetworkDescription?
  /// Its examples with their classes and those kept to test, where they are
  /// of a set that the program makes.
  public let data: LearnedData?

  public init(
    worksheet: Worksheet, givens: [Name: Matrix<Double>], origin: String,
    network: NetworkDescription? = nil, data: LearnedData? = nil
  ) {
    self.network = network
    self.data = data
    self.worksheet = worksheet
    self.givens = givens
    self.origin = origin
    scope = worksheet.scope.bound(to: givens.mapValues(\.shape))
  }
}

/// What one Enter shows.
public struct Piece: Sendable {
  public let content: Content
  /// The line of the file at which it begins.
  public let line: Int

  public indirect enum Content: Sendable {
    case paragraph([Inline])
    /// The worksheet of the screen: its equations and its given numbers.
    case bench
    /// The first line of a derivation has its subject; each line is a piece.
    case derivation(DerivationLine)
    case show([ShowLine])
    case plot(PlotDescription)
    /// An alteration that the lesson makes; the learner's own wins over it.
    case set([Assignment])
    /// Commands, shown as typed and run.
    case run([String])
    case question(Question)
    /// A line that does not hold; each part of it is a piece.
    case refuted(RefutedLine, RefutedLine.Part)
    case published(Published)
    /// Lines of a source beside the worksheet's; each part of it is a piece.
    case compared(SourceVersion, SourceVersion.Part)
  }
}

/// A line of a derivation, with what it needs to be checked on its own.
public struct DerivationLine: Sendable {
  /// What the whole derivation is about, shown with the first line.
  public let subject: Expression
  public let expression: Expression
  public let reason: Reason?
  public let notes: [[Inline]]
  /// Its place in its derivation, the first being 0.
  public let place: Int
  /// The lines before it.
  public let before: [Expression]
  /// Free letters of the derivation beside the worksheet's quantities.
  public let letters: [Letter]
  /// The smaller steps that lead from the line before to this one.
  public var inner: [Derivation.Line] = []
  /// The quantity that moves a little, where the lines hold differentials.
  public var moving: Name? = nil
}

/// A letter that stands for any number or matrix in a derivation.
public struct Letter: Hashable, Sendable {
  public let name: Name
  public let shape: SymbolicShape
  public let domain: Elementwise.Domain
  /// What its author asks of it, as `z > 0`.
  public var condition: Expression? = nil
}

/// A line of a `show` fence: an expression, or an equality to be checked.
public struct ShowLine: Sendable {
  public let left: Expression?
  public let expression: Expression
}

/// `W1[1,2] = 0.3`: a given quantity or a part of one, and its new value.
public struct Assignment: Hashable, Sendable {
  public let target: Expression
  public let value: Expression
}

public struct PlotDescription: Sendable {
  public let curves: [Curve]
  /// Where the current point stands on the curves.
  public let points: [Expression]
  public let showsSlope: Bool

  public struct Curve: Sendable {
    public let expression: Expression
    public let variable: Name
    public let low: Double
    public let high: Double
    /// The entry of the quantity that is moved, where it has several.
    public var entry: Expression? = nil
  }
}

public struct Question: Sendable {
  public let prompt: [Inline]
  public internal(set) var kind: Kind
  public let wrongs: [Wrong]
  public let hints: [[Inline]]
  /// One sentence on why, shown after a right answer.
  public let right: [Inline]?
  /// Where this does not hold, the lesson's own numbers are asked about.
  public let when: Expression?
  public let within: Expression?
  /// What a whole line was asked for, with `line:`; the answer is then the
  /// right side of its equation, and a number is no line.
  public var line: Expression? = nil
  /// Whether several choices may hold, and all of them are asked for.
  public var takesAll = false

  public enum Kind: Sendable {
    /// Any of these is right.
    case answer([Expression])
    case choice([Choice])
    /// Holds as soon as the learner has made it so; the commands reach it.
    case until(Expression, samples: [String])
  }

  /// The right one is the one whose condition holds.
  ///
  /// Where all are asked for, the reply is said to who leaves a right one out
  /// as well.
  public struct Choice: Sendable {
    public let condition: Expression
    public let text: [Inline]
    public let reply: [Inline]?
  }

  /// A slip that the author expects, and what to say to it.
  ///
  /// An expression without a valid shape is a slip like any other.
  public struct Wrong: Sendable {
    public let answer: Expression
    public let reply: [Inline]
  }
}
