import Matrices

/// An ordered list of equations, each computed from what stands before it.
///
/// The forward equations are written down; the backward ones are derived
/// from them by named rules.
public struct Worksheet: Sendable {
  public var givens: [Given]
  public var equations: [Equation]
  /// The names of sizes, and whether each is a free size.
  public var sizes: [Name: Dimension]
  /// Functions that the worksheet defines beside those that all know.
  public var functions: [Name: Function]
  /// What δ means.
  public var delta: DeltaConvention
  /// The slope that a kink is given, as relu' at 0.
  public var slopeAtKink: Double
  /// What the derivations may assume of given quantities.
  public var assumptions: Set<Assumption>
  /// How places are counted, and along which axis examples lie.
  public var notation: Notation
  /// The learning rate, which is known where a step is taken.
  public var rate = Worksheet.rate
  /// The names of slopes that are not δ and the index, or d and the name, by
  /// the quantity in which each is the slope.
  public var slopeNames: [Name: Name]

  public init(
    givens: [Given] = [], equations: [Equation] = [],
    sizes: [Name: Dimension] = [:], functions: [Name: Function] = [:],
    delta: DeltaConvention = .mean, slopeAtKink: Double = 0,
    assumptions: Set<Assumption> = [], notation: Notation = .backstep,
    slopeNames: [Name: Name] = [:]
  ) {
    self.givens = givens
    self.equations = equations
    self.sizes = sizes
    self.functions = functions
    self.delta = delta
    self.slopeAtKink = slopeAtKink
    self.assumptions = assumptions
    self.notation = notation
    self.slopeNames = slopeNames
  }

  /// Which cost δ is the slope of.
  public enum DeltaConvention: String, Hashable, Sendable, CaseIterable {
    /// The cost of the whole batch: δ holds the factor 1/m.
    case mean
    /// The cost of each example: the factor 1/m enters dW and db.
    case perExample = "per-example"
  }

  public func given(_ name: Name) -> Given? { givens.first { $0.name == name } }

  /// The given quantities that learning alters.
  public var parameters: [Name] {
    givens.filter { $0.role == .parameter }.map(\.name)
  }

  public func equation(_ name: Name) -> Equation? {
    equations.first { $0.name == name && $0.role != .update }
  }

  /// The equation of the cost, from which slopes are derived.
  public var cost: Equation? { equations.first { $0.role == .cost } }

  /// The names of all quantities in the order in which they are known.
  public var names: [Name] {
    givens.map(\.name)
      + equations.filter { $0.role != .update }.map(\.name)
  }

  /// The name of the slope of the cost in a quantity: δ1 for z1, else d and
  /// the name, where the worksheet has no other name for it.
  public func adjoint(of name: Name) -> Name {
    slopeNames[name] ?? Worksheet.adjoint(of: name)
  }

  /// The learning rate where it has no other name.
  public static let rate: Name = "η"

  /// The name that a slope has where none is given to it.
  public static func adjoint(of name: Name) -> Name {
    name.stem == "z"
      ? Name(stem: "δ", index: name.index)
      : Name(stem: "d" + name.stem, index: name.index)
  }

  /// The quantity in which `adjoint` is the slope, or nothing.
  public func quantity(withAdjoint adjoint: Name) -> Name? {
    names.first { self.adjoint(of: $0) == adjoint }
  }
}
