import Presentation

/// A formula for paper: what is a number, a name or a sign, and what stands
/// above, below and inside what.
///
/// It is made of a `Layout` and nothing else, and is written as LaTeX or as
/// MathML.
public indirect enum Formula: Hashable, Sendable {
  /// A number as it is shown: `0.9701`, `-3`, `½`, `2.061e-9`.
  case number(String)
  /// The letters of a quantity: `W`, `δ`, `dW`, `inside`.
  case name(String)
  /// An upright word, as the name of a function.
  case word(String)
  case sign(Sign)
  case row([Formula])
  case script(Formula, below: Formula?, above: Formula?)
  case fraction(Formula, Formula)
  case root(Formula)
  case fence(Fence, Formula)
  case grid([[Formula]])
  /// A large sign with limits and what it is applied to.
  case large(String, below: Formula?, above: Formula?, Formula)
  /// A formula with a small one below it, as a matrix with its shape.
  case labelled(Formula, below: Formula)
  /// A small gap between factors.
  case gap
  /// As much room as a text takes, and nothing in it.
  case room(String)
  /// A line to write on, so many ems long.
  case blank(Double)

  /// A sign and how it stands among its neighbours.
  public struct Sign: Hashable, Sendable {
    public let text: String
    public let role: Role

    public enum Role: Hashable, Sendable {
      /// Between two operands, with room around it.
      case operation
      /// Between two sides, with more room.
      case relation
      /// Before what it belongs to, with none.
      case prefix
      case opening
      case closing
      case separator
      /// Like a letter.
      case plain
    }

    public init(_ text: String, _ role: Role) {
      self.text = text
      self.role = role
    }
  }

  public enum Fence: Hashable, Sendable {
    case round
    case square
    case bar
    case doubleBar
    case angle
  }
}

extension Formula {
  static func sign(_ text: String, _ role: Sign.Role) -> Formula {
    .sign(Sign(text, role))
  }

  /// Parts side by side; one alone is itself.
  static func joined(_ parts: [Formula]) -> Formula {
    let flat = parts.flatMap(\.inRow)
    return flat.count == 1 ? flat[0] : .row(flat)
  }

  /// What stands side by side in it.
  var inRow: [Formula] {
    if case .row(let parts) = self { parts.flatMap(\.inRow) } else { [self] }
  }

  /// The same with something more above it, behind what stands there.
  func raised(_ more: Formula) -> Formula {
    guard case .script(let base, let below, let above) = self else {
      return .script(self, below: nil, above: more)
    }
    return .script(
      base, below: below, above: .joined([above, more].compactMap(\.self)))
  }

  /// Whether a part is higher than a line of text.
  var isTall: Bool {
    switch self {
    case .fraction, .grid, .labelled: true
    case .large(_, let below, let above, let body):
      below != nil || above != nil || body.isTall
    case .row(let parts): parts.contains(where: \.isTall)
    case .script(let base, _, _): base.isTall
    case .fence(_, let inner), .root(let inner): inner.isTall
    default: false
    }
  }

  /// Whether a reader is to write something into it.
  var hasBlank: Bool {
    switch self {
    case .blank: true
    case .row(let parts): parts.contains(where: \.hasBlank)
    default: false
    }
  }
}
