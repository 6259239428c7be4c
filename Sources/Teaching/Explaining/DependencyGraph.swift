import Algebra

/// Which quantity is computed from which: the main road from the first given
/// quantity to the cost, what joins it, and the way back.
public struct DependencyGraph: Sendable {
  /// One quantity on the main road.
  public struct Stop: Hashable, Sendable {
    public let name: Name
    /// What goes into it beside the stop before it.
    public let inputs: [Name]
    /// What stands here on the way back.
    public let back: Back
    /// The slopes in the parameters among its inputs.
    public let parameterSlopes: [Name]
  }

  /// What the way back holds at a stop.
  public enum Back: Hashable, Sendable {
    /// The slope of the cost in the quantity.
    case slope(Name)
    /// A constant that has no equation of its own.
    case constant
    /// The slope of the cost in itself, 1.
    case start
    case nothing
  }

  /// A quantity beside the main road, and what it is computed from.
  public struct Aside: Hashable, Sendable {
    public let name: Name
    public let inputs: [Name]
  }

  public let stops: [Stop]
  public let asides: [Aside]
  /// The backward equations in the order in which they are computed.
  public let back: [Aside]

  /// Finds the longest road to the cost.
  public init(_ worksheet: Worksheet) {
    let forward = worksheet.equations.filter {
      $0.role != .backward && $0.role != .update
    }
    let spine = Self.spine(forward, worksheet)
    let slopes = Set(
      worksheet.equations.filter { $0.role == .backward }.map(\.name))
    func slope(_ name: Name) -> Name? {
      let adjoint = worksheet.adjoint(of: name)
      return slopes.contains(adjoint) ? adjoint : nil
    }
    let lastSlope = spine.lastIndex { slope($0) != nil }
    let end = worksheet.cost?.name
    func backward(at place: Int) -> Back {
      if let slope = slope(spine[place]) { return .slope(slope) }
      guard let lastSlope, place > lastSlope else { return .nothing }
      return spine[place] == end ? .start : .constant
    }
    stops = spine.enumerated().map { place, name in
      let previous = place > 0 ? spine[place - 1] : nil
      let names = worksheet.equation(name)?.expression.names ?? []
      let inputs = names.filter {
        $0 != previous && worksheet.names.contains($0)
      }
      return Stop(
        name: name, inputs: inputs, back: backward(at: place),
        parameterSlopes: inputs.filter { worksheet.given($0) != nil }
          .compactMap(slope))
    }
    asides = forward.filter { !spine.contains($0.name) }.map {
      Self.aside($0, worksheet)
    }
    back = worksheet.equations.filter { $0.role == .backward }.map {
      Self.aside($0, worksheet)
    }
  }

  private static func aside(
    _ equation: Equation, _ worksheet: Worksheet
  ) -> Aside {
    Aside(
      name: equation.name,
      inputs: equation.expression.names.filter(worksheet.names.contains))
  }

  /// The longest road from a given quantity to the cost, or to the last
  /// equation where there is no cost.
  private static func spine(
    _ forward: [Equation], _ worksheet: Worksheet
  ) -> [Name] {
    guard let end = worksheet.cost?.name ?? forward.last?.name else {
      return []
    }
    var roads: [Name: [Name]] = [:]
    // An input starts the road rather than a parameter beside it.
    let givens =
      worksheet.givens.filter { $0.role == .input }
      + worksheet.givens.filter { $0.role != .input }
    for given in givens { roads[given.name] = [given.name] }
    let rank = Dictionary(
      uniqueKeysWithValues: givens.enumerated().map { ($1.name, $0) })
    for equation in forward {
      let candidates = equation.expression.names.compactMap { roads[$0] }
      let best = candidates.max { left, right in
        let ranks = [left, right].map { rank[$0.first ?? ""] ?? .max }
        return left.count == right.count
          ? ranks[0] > ranks[1] : left.count < right.count
      }
      roads[equation.name] = (best ?? []) + [equation.name]
    }
    return roads[end] ?? [end]
  }
}
