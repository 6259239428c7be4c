import Matrices

extension Equality {
  /// A size for every name of one that is free, no two the same.
  ///
  /// None is 1, so that no axis looks like one by accident.
  func sizes(
    _ numbers: inout SeededNumbers, unlike other: [Name: Int] = [:]
  ) -> [Name: Int] {
    let free = worksheet.freeSizes
    let least = leastSize
    for _ in 0..<16 {
      let counts = ([2, 3, 4, 5, 7] + Array(8...(8 + free.count + least)))
        .filter { $0 >= least }.prefix(max(5, free.count))
        .shuffled(using: &numbers)
      let sizes = Dictionary(uniqueKeysWithValues: zip(free, counts))
      if sizes.allSatisfy({ other[$0.key] != $0.value }) { return sizes }
    }
    return Dictionary(
      uniqueKeysWithValues: zip(free, free.indices.map { $0 + least }))
  }

  /// No axis is shorter than the last place on one that is named by number.
  private var leastSize: Int {
    let named = [left, right].flatMap(\.parts).flatMap { _, part -> [Int] in
      guard case .entry(_, let places) = part else { return [] }
      return places.flatMap(\.children).compactMap { place in
        place.constant.flatMap { Int(exactly: $0) }
      }
    }
    return max(2, min(named.max() ?? 2, 40))
  }

  /// How the numbers of a point are drawn.
  struct Range {
    /// The largest of them, in size.
    var scale: Double
    /// Whether all are above 0, for formulas with logarithms and roots.
    var isPositive: Bool
  }

  /// A double for every entry of what is given, or nothing where a size is
  /// unknown.
  func givens(
    _ sizes: [Name: Int], _ range: Range, _ numbers: inout SeededNumbers
  ) -> [Name: Matrix<Double>]? {
    let scale = range.scale
    let interval = range.isPositive ? 0.05 * scale...scale : -scale...scale
    return givens(sizes, scale: scale, &numbers) {
      .random(in: interval, using: &$0)
    }
  }

  /// A double for every entry of what is given, made to keep to its domain.
  func givens(
    _ sizes: [Name: Int], scale: Double = 1, _ numbers: inout SeededNumbers,
    number: (inout SeededNumbers) -> Double
  ) -> [Name: Matrix<Double>]? {
    drawn(sizes, from: RealArithmetic(), &numbers) { domain, numbers in
      domain.number(near: number(&numbers), scale: scale)
    }
  }

  /// A residue for every entry of what is given, or nothing where a size is
  /// unknown.
  func residues(
    _ sizes: [Name: Int], _ numbers: inout SeededNumbers
  ) -> [Name: Matrix<Residue>]? {
    let arithmetic = ExactArithmetic(seed: 0, hidesActivations: false)
    return drawn(sizes, from: arithmetic, &numbers) { domain, numbers in
      let number = Residue.random(using: &numbers)
      switch domain {
      case .positive, .notNegative: return number * number
      case .above(let low): return arithmetic.number(low) + number * number
      case .negative: return -(number * number)
      case .all, .notZero, .closed: return number
      }
    }
  }

  private func drawn<A: ElementaryArithmetic>(
    _ sizes: [Name: Int], from arithmetic: A, _ numbers: inout SeededNumbers,
    _ entry: (Elementwise.Domain, inout SeededNumbers) -> A.Number
  ) -> [Name: Matrix<A.Number>]? {
    var dimensions = worksheet.sizes
    for (name, count) in sizes { dimensions[name] = .fixed(count) }
    var values: [Name: Matrix<A.Number>] = [:]
    for given in worksheet.givens {
      let domain = domain(of: given.name)
      guard
        let shape = given.shape(
          sizes: dimensions, own: namesEntries ? own : [:]),
        let count = shape.count, count <= Given.mostEntries,
        let value = try? Matrix(
          rows: shape.rows, columns: shape.columns,
          storage: (0..<count).map { _ in entry(domain, &numbers) })
      else { return nil }
      values[given.name] = constrained(value, given.name, arithmetic, &numbers)
    }
    return values
  }

  private func domain(of name: Name) -> Elementwise.Domain {
    if let letter = letters.first(where: { $0.name == name }) {
      return letter.domain
    }
    return worksheet.assumptions.contains(.positive(name)) ? .positive : .all
  }

  /// Whether not every value of a quantity will do.
  func isConstrained(_ name: Name) -> Bool {
    worksheet.assumptions.contains {
      $0.name == name && $0.impliesColumnsSumToOne
    }
  }

  /// The value made to keep what the worksheet assumes of it.
  private func constrained<A: ElementaryArithmetic>(
    _ value: Matrix<A.Number>, _ name: Name, _ arithmetic: A,
    _ numbers: inout SeededNumbers
  ) -> Matrix<A.Number> {
    let isMirrored = worksheet.notation.examples == .rows
    var value = isMirrored ? value.transposed : value
    var arithmetic = arithmetic
    let lastRow = value.rows - 1
    guard lastRow >= 0 else { return value }
    for column in 0..<value.columns {
      if worksheet.assumptions.contains(.oneHotColumns(name)) {
        let hot = Int.random(in: 0...lastRow, using: &numbers)
        for row in 0...lastRow {
          value[row, column] = row == hot ? arithmetic.one : arithmetic.zero
        }
      } else if worksheet.assumptions.contains(.columnsSumToOne(name)) {
        var sum = arithmetic.zero
        for row in 0..<lastRow {
          if let share = share(of: value[row, column], lastRow, name) {
            value[row, column] = arithmetic.number(share)
          }
          sum = arithmetic.add(sum, value[row, column])
        }
        value[lastRow, column] = arithmetic.subtract(arithmetic.one, sum)
      }
    }
    return isMirrored ? value.transposed : value
  }

  /// A double of few digits, so that the sum of a column is 1 exactly, and
  /// small enough for all of them to be above 0 where they have to be.
  private func share(
    of number: Any, _ others: Int, _ name: Name
  ) -> Double? {
    guard let number = number as? Double else { return nil }
    let isPositive = worksheet.assumptions.contains(.positive(name))
    let share =
      isPositive
      ? (number / (1 + number)) / Double(others + 1) : number
    return (share * 0x1p20).rounded() / 0x1p20
  }
}
