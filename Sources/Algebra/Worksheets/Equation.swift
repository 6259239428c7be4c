/// A named quantity and how it is computed from those before it.
public struct Equation: Hashable, Sendable {
  public let name: Name
  /// What is shown.
  public let expression: Expression
  /// The other side of a verified `=`, which is computed instead where the
  /// form that is shown loses digits.
  public let stable: Expression?
  public let role: Role
  /// The lines that lead to it, where the program derived it.
  public let derivation: Derivation?

  public init(
    _ name: Name, _ expression: Expression, role: Role = .forward,
    stable: Expression? = nil, derivation: Derivation? = nil
  ) {
    self.name = name
    self.expression = expression
    self.role = role
    self.stable = stable
    self.derivation = derivation
  }

  /// Whether both are the line of one quantity, or both its update.
  package func isLine(of other: Equation) -> Bool {
    name == other.name && (role == .update) == (other.role == .update)
  }

  /// What is computed.
  public var computed: Expression { stable ?? expression }

  /// What is computed when some quantities are moved as if they were free.
  ///
  /// A stable form may hold the formula of a quantity in place of its name,
  /// and would not follow when that quantity alone is moved.
  ///
  /// - Parameter moved: The quantities that are moved.
  /// - Returns: The form that depends on all of them on which the equation
  ///   does.
  func computed(moving moved: Set<Name>) -> Expression {
    guard let stable else { return expression }
    let reached = moved.intersection(expression.names)
    return reached.isSubset(of: stable.names) ? stable : expression
  }

  /// What an equation is for.
  public enum Role: String, Hashable, Sendable, CaseIterable {
    case forward
    /// The cost of each example, a row.
    case exampleCost
    case cost
    case backward
    case update
  }
}

/// A quantity that is given, not computed.
public struct Given: Hashable, Sendable {
  public let name: Name
  public let shape: SymbolicShape
  public let role: Role

  public init(_ name: Name, _ shape: SymbolicShape, role: Role) {
    self.name = name
    self.shape = shape
    self.role = role
  }

  /// What a given quantity is for.
  public enum Role: String, Hashable, Sendable, CaseIterable {
    /// What goes into the network: no slope is derived for it.
    case input
    /// What the output should be.
    case target
    /// What training alters: a slope is derived for it.
    case parameter
    /// A number that is neither, such as λ.
    case constant
    /// What an update carries from one iteration to the next: no slope is
    /// derived for it.
    case state
  }
}
