import Algebra
import Matrices

/// A part of a formula: what it does where it stands.
public struct PartReason: Sendable {
  public let asked: Expression
  /// The equation in which it stands.
  public let equation: Equation
  /// The form directly around it, and which child of that it is.
  public let parent: Expression?
  public let step: Int
  public let value: Matrix<Double>
  /// The sums behind the first entry of what the part stands in.
  public let reading: EntryReading?
  /// Where the transposed quantity stands untransposed on the way forward,
  /// and the product there; for a transpose.
  public let forward: ForwardProduct?
  /// Where a constant of the way back comes from: the cost that divides by
  /// the number of examples, or holds the constant itself.
  public let origin: Equation?
  /// Further equations in which the part stands.
  public let others: [Name]

  /// A product of the forward pass, `z2 = W2·a1`.
  public struct ForwardProduct: Hashable, Sendable {
    public let equation: Name
    public let left: Expression
    public let right: Expression
    /// Whether the transposed quantity is the left factor.
    public let isLeft: Bool
  }

  /// Looks for the equation in which a part stands.
  ///
  /// - Returns: Nothing where it stands in none.
  init?(
    _ asked: Expression, in valuation: Valuation, near nearby: Name?,
    hiding hidden: Concealment = .nothing
  ) throws(ExplanationFault) {
    let wanted = asked.withoutGroups
    let worksheet = valuation.worksheet
    let first = nearby.flatMap { worksheet.equation($0) }
    let all = ((first.map { [$0] } ?? []) + worksheet.equations)
      .filter { !hidden.hides($0.name) }
    let holding = all.filter { equation in
      equation.expression.withoutGroups.parts.contains { $0.part == wanted }
    }
    guard let equation = holding.first,
      let path = equation.expression.withoutGroups.parts
        .first(where: { $0.part == wanted })?.path
    else { return nil }
    let whole = equation.expression.withoutGroups
    self.asked = wanted
    self.equation = equation
    parent =
      path.isEmpty ? nil : whole.part(at: Array(path.dropLast()))
    step = path.last ?? 0
    value = try valuation.number(wanted)
    reading = Self.reading(of: equation, valuation)
    forward = Self.forward(of: wanted, worksheet)
    origin = Self.origin(of: wanted, in: equation, valuation)
    var names: [Name] = []
    for other in holding where other.name != equation.name {
      if !names.contains(other.name) { names.append(other.name) }
    }
    others = names
  }

  private static func reading(
    of equation: Equation, _ valuation: Valuation
  ) -> EntryReading? {
    guard equation.role != .update else { return nil }
    return try? EntryReading(
      EntryKey(equation.name, 0), of: equation, in: valuation)
  }

  private static func origin(
    of part: Expression, in equation: Equation, _ valuation: Valuation
  ) -> Equation? {
    let names = part.names
    guard equation.role == .backward, !names.isEmpty,
      names.allSatisfy({ valuation.scope.sizes[$0] != nil }),
      let cost = valuation.worksheet.cost
    else { return nil }
    let holds = cost.expression.parts.contains { _, other in
      if case .call("mean", _, _) = other { return true }
      return other == part
    }
    return holds ? cost : nil
  }

  /// The forward product in which the quantity under a transpose stands.
  private static func forward(
    of part: Expression, _ worksheet: Worksheet
  ) -> ForwardProduct? {
    guard case .transpose(let inner) = part else { return nil }
    for equation in worksheet.equations
    where equation.role != .backward && equation.role != .update {
      for (_, part) in equation.expression.withoutGroups.parts {
        guard case .binary(.matmul, let left, let right) = part else {
          continue
        }
        if left == inner || right == inner {
          return ForwardProduct(
            equation: equation.name, left: left, right: right,
            isLeft: left == inner)
        }
      }
    }
    return nil
  }
}
