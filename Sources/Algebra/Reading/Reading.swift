/// A line that was read: the expression, and where each part of it stands.
public struct Reading: Hashable, Sendable {
  public let expression: Expression
  private let spans: Spans

  init(_ parsed: Parsed) {
    expression = parsed.expression
    spans = parsed.spans
  }

  /// The columns of the part at `path`, the first column being 0.
  public func columns(of path: Path) -> Range<Int> {
    var spans = self.spans
    for step in path {
      guard spans.children.indices.contains(step) else { break }
      spans = spans.children[step]
    }
    return spans.columns
  }
}

extension Expression {
  /// Reads an expression.
  ///
  /// - Parameters:
  ///   - text: One expression; an open bracket may go on on the next line.
  ///   - scope: What the names mean.
  /// - Returns: The expression and the columns of its parts.
  /// - Throws: A ``ReadingFault`` that names the columns to blame.
  public static func reading(
    _ text: String, in scope: Scope
  ) throws(ReadingFault) -> Reading {
    var parser = Parser(tokens: try Lexer.tokens(of: text), scope: scope)
    return Reading(try parser.wholeLine())
  }

  /// The expression that `text` spells.
  public init(_ text: String, in scope: Scope) throws(ReadingFault) {
    self = try Expression.reading(text, in: scope).expression
  }
}

/// Columns of an expression and of its children, in the order of `children`.
struct Spans: Hashable, Sendable {
  var columns: Range<Int>
  var children: [Spans] = []
}

/// A part that was read: what it is, where it stands, how deep it nests.
struct Parsed {
  var expression: Expression
  var spans: Spans
  var kind: Kind
  var depth: Int

  /// What can be known of a value before shapes are.
  enum Kind {
    case scalar
    case matrix
    case unknown

    static func joined(_ left: Kind, _ right: Kind) -> Kind {
      if left == .matrix || right == .matrix { return .matrix }
      return left == .scalar && right == .scalar ? .scalar : .unknown
    }
  }

  init(
    _ expression: Expression, columns: Range<Int>, children: [Parsed] = [],
    kind: Kind
  ) {
    self.expression = expression
    self.spans = Spans(columns: columns, children: children.map(\.spans))
    self.kind = kind
    self.depth = 1 + (children.map(\.depth).max() ?? 0)
  }

  /// The part without parentheses that its place implies.
  func placed(in slot: Slot) -> Parsed {
    guard case .group(let inner) = expression,
      inner.needsParentheses(in: slot)
    else { return self }
    var bare = self
    bare.expression = inner
    bare.spans = Spans(
      columns: spans.columns, children: spans.children.first?.children ?? [])
    return bare
  }
}
