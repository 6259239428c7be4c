import Matrices

/// A function of the language: how it is spelled, what it does to shapes and
/// values, and how a slope passes back through it.
///
/// A new one is a file in `Functions/` and a line in `Function.all`.
public struct Function: Sendable {
  /// The one name it has in a tree.
  public let name: Name
  /// The name under which it is known everywhere, where `name` is another
  /// one, as that of a layer's activation.
  public let original: Name
  /// Other spellings that are read as the same name.
  public let spellings: [String]
  /// The sign that is drawn for it, such as `σ`; its name where absent.
  public let symbol: String?
  /// What it is called when a formula is read aloud, where neither its sign
  /// nor its name is a word.
  public let spoken: String?
  /// One sentence on what it computes.
  public let summary: String
  /// A worked example that can be typed.
  public let example: String
  /// Where the definition is found, as a citation.
  public let source: String?
  /// Whether its slope keeps a sign of its own in formulas, as `σ'(z)` does.
  public let isActivation: Bool
  public let body: any FunctionBody

  public init(
    _ name: Name, spellings: [String] = [], symbol: String? = nil,
    spoken: String? = nil, summary: String, example: String,
    source: String? = nil,
    isActivation: Bool = false, original: Name? = nil,
    body: any FunctionBody
  ) {
    self.name = name
    self.original = original ?? name
    self.spellings = spellings
    self.symbol = symbol
    self.spoken = spoken
    self.summary = summary
    self.example = example
    self.source = source
    self.isActivation = isActivation
    self.body = body
  }

  /// The same function under another name, as `g1` for a layer's sigmoid.
  public func renamed(_ name: Name) -> Function {
    Function(
      name, summary: summary, example: example, source: source,
      isActivation: isActivation, original: original, body: body)
  }

  /// The slope and the kinks of a function that works entry by entry.
  public var elementwise: Elementwise? { body as? Elementwise }
}

/// What a function does.
public protocol FunctionBody: Sendable {
  /// How many arguments it takes.
  var arity: ClosedRange<Int> { get }

  /// The shape of its value.
  ///
  /// - Parameters:
  ///   - arguments: The shapes of the arguments.
  ///   - sizes: For each argument the dimension that it names, where it
  ///     names one; `ones(n1, m)` has the shape n1×m.
  /// - Returns: The shape of the value.
  /// - Throws: A fault whose path begins with the argument to blame.
  func shape(
    _ arguments: [SymbolicShape], sizes: [Dimension?]
  ) throws(ExpressionFault) -> SymbolicShape

  /// The value, for numbers of any kind.
  ///
  /// - Parameters:
  ///   - arguments: As many as `arity` allows.
  ///   - function: The function whose body this is, by which an arithmetic
  ///     knows it.
  ///   - arithmetic: What computes.
  /// - Returns: The value.
  /// - Throws: What the arithmetic throws, and a fault whose path begins with
  ///   the argument to blame.
  func value<A: ElementaryArithmetic>(
    _ arguments: [Matrix<A.Number>], of function: Function,
    in arithmetic: inout A
  ) throws -> Matrix<A.Number>

  /// Whether a slope can pass back through it; of most functions it can.
  var passesSlopes: Bool { get }

  /// How the slope in the value passes back to each argument.
  ///
  /// - Parameter passage: The call, its shapes, and the slope in its value.
  /// - Returns: For each argument the slope in it, with the rule that gives
  ///   it; nothing for an argument through which no slope passes.
  func pullback(_ passage: Passage) -> [Contribution?]
}

extension FunctionBody {
  public var passesSlopes: Bool { true }
}

/// A function call met on the way back, and the slope in its value.
public struct Passage: Sendable {
  public let function: Name
  public let primes: Int
  public let arguments: [Expression]
  public let argumentShapes: [SymbolicShape]
  public let shape: SymbolicShape
  /// What stands for the call's value: its name where an equation gives it
  /// one, else the call itself.
  public let output: Expression
  /// The slope of the cost in the value; a scalar stands for a matrix all of
  /// whose entries are that scalar.
  public let adjoint: Expression
  public let adjointShape: SymbolicShape

  public init(
    function: Name, primes: Int = 0, arguments: [Expression],
    argumentShapes: [SymbolicShape], shape: SymbolicShape,
    output: Expression, adjoint: Expression, adjointShape: SymbolicShape
  ) {
    self.function = function
    self.primes = primes
    self.arguments = arguments
    self.argumentShapes = argumentShapes
    self.shape = shape
    self.output = output
    self.adjoint = adjoint
    self.adjointShape = adjointShape
  }
}

/// A slope that reaches an argument, and why it is so.
public struct Contribution: Sendable {
  public let adjoint: Expression
  public let shape: SymbolicShape
  /// What makes it so.
  public let rule: Rule
  /// A form with the same value that loses no digits, where `adjoint` may.
  public let stable: Expression?

  public init(
    _ adjoint: Expression, shape: SymbolicShape, rule: Rule,
    stable: Expression? = nil
  ) {
    self.adjoint = adjoint
    self.shape = shape
    self.rule = rule
    self.stable = stable
  }
}
