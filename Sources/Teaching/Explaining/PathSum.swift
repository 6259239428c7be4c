import Algebra
import Matrices

/// The slope of the cost in one entry as the sum over all roads from there.
public struct PathSum: Sendable {
  /// One road and what it contributes.
  public struct Path: Hashable, Sendable {
    /// The entries on the way, the asked one first and the cost last.
    public let stops: [Expression]
    /// The slope of each stop in the one before it.
    public let slopes: [Double]
    /// The product of the slopes.
    public let product: Double
  }

  /// What was asked, as `dW1[1,2]`.
  public let asked: Expression
  /// The entry in which it is the slope, as `W1[1,2]`.
  public let start: Expression
  /// Where every road ends: the cost, or the costs of the examples.
  public let goal: Name
  /// The first roads, at most 64.
  public let paths: [Path]
  /// How many roads there are, exact below 2⁵³.
  public let count: Double
  /// The sum over all roads.
  public let total: Double
  /// What the worksheet computed for the slope.
  public let value: Double
  /// The multiplications when every road is gone on its own.
  public let multiplicationsAlone: Double
  /// The multiplications when each slope on the way is computed once, as the
  /// backward equations do.
  public let multiplicationsShared: Double

  /// How many roads are walked at most.
  public static let limit = 64
}

extension PathSum {
  /// Finds the roads behind a slope.
  ///
  /// - Parameters:
  ///   - asked: A slope such as `dW1[1,2]`, `δ1[1]`, or the quantity in
  ///     which it is one.
  ///   - valuation: The numbers.
  /// - Throws: ``ExplanationFault``.
  public init(
    _ asked: Expression, in valuation: Valuation
  ) throws(ExplanationFault) {
    let worksheet = valuation.worksheet
    guard let cost = worksheet.cost else { throw .noCost }
    guard let name = asked.baseName else { throw .quantityWanted(asked) }
    let quantity = worksheet.quantity(withAdjoint: name) ?? name
    let target = asked.renamingBase(to: quantity)
    let start = try valuation.entry(of: target)
    let goal = Self.goal(of: quantity, cost.name, worksheet)
    let map: RoadMap
    do { map = try RoadMap(from: start, to: goal, in: valuation) } catch {
      throw ExplanationFault(error)
    }
    let count = map.count
    guard count.roads > 0 else { throw .noRoad(quantity, cost: cost.name) }
    let slope = valuation.worksheet.adjoint(of: quantity)
    self.asked = asked.renamingBase(to: slope)
    self.start = valuation.expression(start)
    self.goal = goal
    self.count = count.roads
    total = count.total
    value =
      valuation.values[slope].map { $0.storage[start.offset] }
      ?? Self.slope(of: goal, in: self.start, valuation)
    multiplicationsAlone = count.alone
    multiplicationsShared = count.shared
    paths = map.roads(limit: Self.limit).map { road in
      Path(
        stops: [valuation.expression(start)]
          + road.map { valuation.expression($0.to) },
        slopes: road.map(\.slope),
        product: road.map(\.slope).reduce(1, *))
    }
  }

  /// Where δ is of each example its roads end at the examples' costs: the
  /// rest of the way is the factor that it leaves out.
  private static func goal(
    of quantity: Name, _ cost: Name, _ worksheet: Worksheet
  ) -> Name {
    guard worksheet.delta == .perExample,
      worksheet.given(quantity) == nil,
      let row = worksheet.equations.first(where: { $0.role == .exampleCost }),
      row.name != quantity,
      worksheet.sources(of: [row.name]).contains(quantity)
    else { return cost }
    return row.name
  }

  /// The slope by dual numbers, for a quantity without a backward equation.
  private static func slope(
    of goal: Name, in start: Expression, _ valuation: Valuation
  ) -> Double {
    let top: Expression =
      valuation.scope.shape(of: goal)?.isScalar == true
      ? .name(goal) : .call("sum", .name(goal))
    let slope = try? valuation.value(
      of: .derivative(top, by: start, .partial))
    return slope?.storage.first ?? .nan
  }
}

extension Expression {
  /// The same entry of another quantity.
  func renamingBase(to name: Name) -> Expression {
    switch self {
    case .name: .name(name)
    case .group(let inner): inner.renamingBase(to: name)
    case .entry(let base, let places):
      .entry(base.renamingBase(to: name), places)
    default: self
    }
  }
}
