/// What the verifier says of an equality.
public enum Verdict: Hashable, Sendable {
  /// Both sides are the same formula.
  case same
  /// Both sides are the same formula but for the order of terms and factors.
  case sameUpToOrder
  /// Both sides have the same value in an arithmetic that does not round, at
  /// this many random points.
  case exact(trials: Int)
  /// Both sides have the same value at this many random points, as far as
  /// rounding lets it be seen.
  case numeric(points: Int)
  case refuted(Counterexample)
  case shapesDiffer(left: SymbolicShape, right: SymbolicShape)
  /// A side that has no value at all, and why.
  case meaningless(Side, ExpressionFault)
  /// One side has no value where the other one has: at these numbers the
  /// side named is no finite number.
  case domainsDiffer(undefined: Side, at: Counterexample)
  /// The sides differ where a function has a kink and nowhere else; there the
  /// value is a convention.
  case conventionOnly(Counterexample)
  case inconclusive(Doubt)

  public enum Side: String, Hashable, Sendable {
    case left
    case right
  }

  /// Why nothing can be said.
  public enum Doubt: Hashable, Sendable {
    /// At almost every point a side is no finite number.
    case notFinite
    /// At almost every point what differs may be rounding.
    case noResolvingPower
    /// No values could be drawn for what is given.
    case noValues
    /// A slope by the rules is not what differences show.
    case refereeDisagrees
  }

  /// Whether the equality was found to hold.
  public var holds: Bool {
    switch self {
    case .same, .sameUpToOrder, .exact, .numeric, .conventionOnly: true
    default: false
    }
  }

  /// Whether the equality was found not to hold.
  public var isRefuted: Bool {
    switch self {
    case .refuted, .shapesDiffer, .meaningless, .domainsDiffer: true
    default: false
    }
  }
}
