import Matrices

extension Equality {
  /// A size for every name of one that is free, no two the same.
  ///
  /// None is 1, so that no axis looks like one by accident.
  func sizes(
    _ numbers: inout SeededNumbers, unlike other: [Name: Int] = [:]
  ) -> [Name: Int] {
    let free = freeSizes
    for _ in 0..<16 {
      let counts = ([2, 3, 4, 5, 7] + Array(8...(8 + free.count)))
        .prefix(max(5, free.count)).shuffled(using: &numbers)
      let sizes = Dictionary(uniqueKeysWithValues: zip(free, counts))
      if sizes.allSatisfy({ other[$0.key] != $0.value }) { return sizes }
    }
    return Dictionary(
      uniqueKeysWithValues: zip(free, free.indices.map { $0 + 2 }))
  }

  private var freeSizes: [Name] {
    let declared = worksheet.sizes
    var names: Set<Name> = []
    for given in worksheet.givens {
      guard case .matrix(let rows, let columns) = given.shape else { continue }
      for case .size(let name) in [rows, columns] where !isSum(name) {
        guard Dimension.size(name).count(sizes: declared) == nil else {
          continue
        }
        names.insert(name)
      }
    }
    return names.sorted()
  }

  private func isSum(_ name: Name) -> Bool { name.text.contains("+") }

  /// How the numbers of an instance are drawn.
  struct Range {
    /// The largest of them, in size.
    var scale: Double
    /// Whether all are above 0, for formulas with logarithms and roots.
    var isPositive: Bool
  }

  /// A value for everything that is given, or nothing where a size is
  /// unknown.
  func givens(
    _ sizes: [Name: Int], _ range: Range, _ numbers: inout SeededNumbers
  ) -> [Name: Matrix<Double>]? {
    var dimensions = worksheet.sizes
    for (name, count) in sizes { dimensions[name] = .fixed(count) }
    var values: [Name: Matrix<Double>] = [:]
    for given in worksheet.givens {
      guard
        let shape = shape(of: given, dimensions), let count = shape.count,
        count <= Equality.mostEntries,
        let value = try? Matrix(
          rows: shape.rows, columns: shape.columns,
          storage: (0..<count).map { _ in
            number(for: given.name, range, &numbers)
          })
      else { return nil }
      values[given.name] = constrained(value, given.name)
    }
    return values
  }

  /// A letter may be declared of any size; more than this is not drawn.
  private static let mostEntries = 10_000

  private func shape(
    of given: Given, _ sizes: [Name: Dimension]
  ) -> Shape? {
    if namesEntries, let value = own[given.name] { return value.shape }
    guard let rows = given.shape.rows.count(sizes: sizes),
      let columns = given.shape.columns.count(sizes: sizes)
    else { return nil }
    return Shape(rows: rows, columns: columns)
  }

  private func number(
    for name: Name, _ range: Range, _ numbers: inout SeededNumbers
  ) -> Double {
    let scale = range.scale
    let number = Double.random(
      in: range.isPositive ? 0.05 * scale...scale : -scale...scale,
      using: &numbers)
    let domain = letters.first { $0.name == name }?.domain ?? .all
    return domain.number(near: number, scale: scale)
  }

  /// The value made to keep what the worksheet assumes of it.
  private func constrained(
    _ value: Matrix<Double>, _ name: Name
  ) -> Matrix<Double> {
    guard worksheet.assumptions.contains(.columnsSumToOne(name)) else {
      return value
    }
    var value = value
    for column in 0..<value.columns {
      let total = (0..<value.rows).reduce(0) {
        $0 + value[$1, column].magnitude
      }
      for row in 0..<value.rows {
        value[row, column] = value[row, column].magnitude / total
      }
    }
    return value
  }
}
