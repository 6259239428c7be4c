import TestSupport
import Testing

@testable import Algebra

/// Draws expressions in which every kind is what its place asks for, so that
/// their printed forms can be read back.
struct RandomExpression {
  var generator: SeededGenerator

  static let scope = Scope(
    shapes: [
      "A": .matrix(rows: .size("n"), columns: .size("n")),
      "W1": .matrix(rows: .size("n"), columns: .size("n")),
      "δ2": .matrix(rows: .size("n"), columns: .size("n")),
      "w_b": .matrix(rows: .size("n"), columns: .size("n")),
      "s": .scalar, "η": .scalar, "C": .scalar, "ŷ": .scalar,
    ], sizes: ["n": .size("n"), "m": .size("m")])

  private static let matrices: [Name] = ["A", "W1", "δ2", "w_b"]
  private static let scalars: [Name] = ["s", "η", "C", "ŷ", "m"]
  private static let numbers = ["2", "0.5", "10", "½", "3e-4", "0.97007005"]
  private static let functions: [Name] = ["sigmoid", "tanh", "exp", "ln"]

  mutating func expression(depth: Int) -> Expression {
    Bool.random(using: &generator) ? matrix(depth) : scalar(depth)
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &generator)]
  }

  private mutating func matrix(_ depth: Int) -> Expression {
    guard depth > 0 else { return .name(pick(Self.matrices)) }
    let inner = depth - 1
    switch Int.random(in: 0..<12, using: &generator) {
    case 0: return .negation(matrix(inner))
    case 1: return .transpose(matrix(inner))
    case 2: return .binary(.matmul, matrix(inner), matrix(inner))
    case 3: return .binary(.times, scalar(inner), matrix(inner))
    case 4:
      return .binary(
        pick([.hadamard, .hadamardDivide, .add, .subtract]), matrix(inner),
        matrix(inner))
    case 5: return .binary(.divide, matrix(inner), scalar(inner))
    case 6: return .binary(.hadamardPower, matrix(inner), scalar(inner))
    case 7:
      return .call(
        pick(Self.functions), primes: pick([0, 1, 2]), [matrix(inner)])
    case 8: return .entry(matrix(inner), [.all, .range(scalar(0), "n")])
    case 9:
      return .matrix([
        [scalar(inner), scalar(inner)], [scalar(inner), scalar(inner)],
      ])
    case 10:
      return .derivative("C", by: .name(pick(Self.matrices)), .straight)
    default: return group(matrix(inner))
    }
  }

  private mutating func scalar(_ depth: Int) -> Expression {
    guard depth > 0 else {
      return Bool.random(using: &generator)
        ? .decimal(pick(Self.numbers)) : .name(pick(Self.scalars))
    }
    let inner = depth - 1
    switch Int.random(in: 0..<12, using: &generator) {
    case 0: return .negation(scalar(inner))
    case 1:
      return .binary(
        pick([.times, .add, .subtract, .divide, .power]), scalar(inner),
        scalar(inner))
    case 2:
      return .binary(
        pick([.less, .greaterOrEqual, .notEqual]), scalar(inner),
        scalar(inner))
    case 3: return .binary(pick([.and, .or]), scalar(inner), scalar(inner))
    case 4: return .call(pick(["sum", "norm", "mean"]), matrix(inner))
    case 5: return .call("max", scalar(inner), scalar(inner))
    case 6: return .entry(matrix(inner), [.at(2), .at(scalar(inner))])
    case 7: return .sum(over: "k", .entry(matrix(0), [.at("k"), .at(1)]))
    case 8:
      return .derivative("C", by: .entry("W1", [.at(1), .at(2)]), .applied)
    case 9: return .binary(.power, scalar(inner), pick([2, 3, -1]))
    case 10: return .call("inner", matrix(inner), matrix(inner))
    default: return group(scalar(inner))
    }
  }

  /// Parentheses, where the structure does not put them by itself.
  private mutating func group(_ inner: Expression) -> Expression {
    .group(inner)
  }
}

extension Expression: CustomTestStringConvertible {
  public var testDescription: String { text() }
}

extension Expression {
  /// The expression less the parentheses that its structure needs anyway, as
  /// the reader gives it.
  func canonical(in slot: Slot = .open) -> Expression {
    if case .group(let inner) = self {
      return inner.needsParentheses(in: slot)
        ? inner.canonical(in: slot) : .group(inner.canonical())
    }
    let slots = childSlots
    return withChildren(
      children.enumerated().map { $1.canonical(in: slots[$0] ?? .open) })
  }

  private var childSlots: [Int: Slot] {
    switch self {
    case .negation: [0: .negated]
    case .transpose, .entry: [0: .postfixed]
    case .binary(let sign, _, _): [0: .left(sign), 1: .right(sign)]
    default: [:]
    }
  }
}
