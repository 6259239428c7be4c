/// By what a book's cost and slopes are larger than those of a worksheet.
struct LensScales {
  /// For each quantity that differs, the book's over the worksheet's: a
  /// constant in sizes and numbers.
  private(set) var scales: [Name: Expression] = [:]

  init(_ lens: Lens, of worksheet: Worksheet) {
    guard let cost = worksheet.cost else { return }
    let row = worksheet.equations.first { $0.role == .exampleCost }
    let weight = row.flatMap { worksheet.weight(of: $0.name) }
    let isHalved = (row ?? cost).expression.isHalf
    let half: Expression? = lens.cost == .withoutHalf && isHalved ? 2 : nil
    let sum: Expression? = lens.cost == .summed ? weight?.inverse : nil
    note(half, row?.name)
    note(Self.product(half, sum), cost.name)
    let wanted = lens.delta ?? worksheet.delta
    let spread: Expression? =
      switch (worksheet.delta, wanted) {
      case (.mean, .perExample): weight?.inverse
      case (.perExample, .mean): weight
      default: nil
      }
    // A slope of the sum of the costs leaves 1/m out already.
    let isPerExample = wanted == .perExample
    let fromExamples = Self.product(
      half, isPerExample ? spread : Self.product(sum, spread))
    let before = worksheet.leadingToExamples(row?.name)
    for equation in worksheet.equations where equation.role == .backward {
      let quantity = worksheet.quantity(withAdjoint: equation.name)
      let isParameter = quantity.map { worksheet.given($0) != nil } ?? true
      let scale =
        !isParameter && quantity.map(before.contains) == true
        ? fromExamples : Self.product(half, sum)
      note(scale, equation.name)
    }
  }

  private mutating func note(_ scale: Expression?, _ name: Name?) {
    guard let scale, scale != 1, let name else { return }
    scales[name] = scale
  }

  private static func product(
    _ first: Expression?, _ second: Expression?
  ) -> Expression? {
    guard let first, let second else { return first ?? second }
    if first == second.inverse { return nil }
    return first.times(second)
  }
}

extension Worksheet {
  /// The slope of the cost in the cost of one example, where it is a constant
  /// other than 1.
  fileprivate func weight(of row: Name) -> Expression? {
    guard let pass = try? BackwardPass(self),
      let weight = try? pass.weight(of: row), weight != 1
    else { return nil }
    return weight
  }

  /// The quantities that lead to the cost by way of the examples' costs, or
  /// all where there is no such row.
  fileprivate func leadingToExamples(_ row: Name?) -> Set<Name> {
    guard let row else { return Set(names) }
    var sources: Set<Name> = [row]
    for equation in equations.reversed()
    where equation.role != .update && sources.contains(equation.name) {
      // What is computed may pass by a quantity that is shown.
      sources.formUnion(equation.computed.names)
      sources.formUnion(equation.expression.names)
    }
    return sources
  }
}

extension Expression {
  /// 1 over a constant: `m` for `1/m`.
  var inverse: Expression {
    if case .binary(.divide, 1, let below) = self { return below }
    if let number = constant, number == 0.5 { return 2 }
    return Expression(1).over(self)
  }

  /// The expression times a constant, which goes into every term of a sum; a
  /// mean over so many is their sum.
  func multiplied(by constant: Expression) -> Expression {
    switch self {
    case .group(let inner): return inner.multiplied(by: constant)
    case .negation(let inner):
      return .negation(inner.multiplied(by: constant))
    case .binary(let sign, let left, let right)
    where sign == .add || sign == .subtract:
      return .binary(
        sign, left.multiplied(by: constant), right.multiplied(by: constant))
    case .call("mean", 0, let arguments) where constant == "m":
      return .call("sum", primes: 0, arguments)
    default: return constant.times(self)
    }
  }

  /// Whether it is a half of squares.
  fileprivate var isHalf: Bool {
    switch self {
    case .group(let inner): return inner.isHalf
    case .binary(.times, let first, _):
      return first.constant == 0.5 || first == Expression(1).over(2)
        || first.isHalf
    case .binary(.divide, _, 2): return true
    default: return false
    }
  }
}
