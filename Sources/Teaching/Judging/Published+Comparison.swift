import Algebra
import Matrices

/// A published number and ours.
struct PublishedComparison {
  let number: PublishedNumber
  /// Nothing where the quantity has no value.
  let value: Matrix<Double>?

  /// Whether ours is the printed one, to its last digit.
  var agrees: Bool { value.map { number.printed.agrees(with: $0) } ?? false }
}

extension PublishedComparison {
  /// The quantity, or the entry of it that stands in a row and a column of
  /// what is printed, counted from 0.
  func entry(
    _ row: Int, _ column: Int, in notation: Notation
  ) -> Expression {
    let whole = number.quantity
    let shape = number.printed.shape
    guard !shape.isScalar else { return whole }
    let first = notation.firstPlace(of: .name(whole.baseName ?? ""))
    let both = [row + first.row, column + first.column]
    let places = shape.columns == 1 ? [both[0]] : both
    guard case .entry(let base, let given) = whole.ungrouped else {
      return .entry(whole, places.map { .at(Expression(numeral: $0)) })
    }
    // A row of a matrix has its own number already.
    var rest = both[...]
    let filled = given.map { place -> Expression.Subscript in
      let number = rest.popFirst() ?? notation.firstIndex
      if case .all = place { return .at(Expression(numeral: number)) }
      return place
    }
    return .entry(base, filled)
  }
}

extension Expression {
  fileprivate init(numeral: Int) { self = .number(Numeral(numeral)) }
}

extension Published {
  /// Every number beside ours, section by section.
  ///
  /// - Parameter start: The numbers at which the source begins.
  /// - Returns: For each section its comparisons; a section behind an update
  ///   that has no value holds none of ours.
  func comparisons(from start: Valuation) -> [[PublishedComparison]] {
    var valuation: Valuation? = start
    return sections.map { section in
      if let update = section.update {
        valuation = valuation.flatMap { try? $0.updated(by: update) }
      }
      return section.numbers.map { number in
        PublishedComparison(
          number: number,
          value: valuation.flatMap { try? $0.value(of: number.quantity) })
      }
    }
  }
}

extension Valuation {
  /// The numbers after so many updates, as training does them.
  func updated(by update: Published.Update) throws -> Valuation {
    var sheet = worksheet
    sheet.equations.removeAll {
      $0.role == .update && !update.names.contains($0.name)
    }
    var given = givens
    if let rate = update.rate, case .name(let name) = rate.target {
      sheet.givens.append(Given(name, .scalar, role: .constant))
      given[name] = try value(of: rate.value)
    }
    let plan = try Plan(sheet, shapes: given.mapValues(\.shape), wanting: [])
    try plan.load(given)
    try plan.run(times: update.count)
    var after = self
    for name in update.names {
      if let value = plan.value(name) { try after.set(name, to: value) }
    }
    return after
  }
}
