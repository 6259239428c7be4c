extension Dimension {
  /// Sizes below this can be added up without overflow.
  static let limit = 1e15

  /// The dimension of this many rows or columns written out, of which a
  /// single one is one by its nature.
  static func written(_ count: Int) -> Dimension {
    count == 1 ? .one : .fixed(count)
  }

  /// Returns what two dimensions are that have to agree.
  ///
  /// The more general one is the result: a size before a number before one by
  /// nature. So what is one only because a batch holds one example never
  /// becomes a scalar.
  ///
  /// - Parameters:
  ///   - other: The other dimension.
  ///   - sizes: What the sizes are known to be.
  /// - Returns: One of the two, or nothing where they differ.
  public func unified(
    with other: Dimension, sizes: [Name: Dimension]
  ) -> Dimension? {
    switch (self, other) {
    case (.one, .one): return .one
    case (.one, .fixed(1)), (.fixed(1), .one): return .fixed(1)
    case (.fixed(let left), .fixed(let right)):
      return left == right ? self : nil
    case (.size(let left), .size(let right)):
      return left == right ? self : nil
    case (.size(let name), .fixed(let count)):
      return Dimension.count(name, sizes) == count ? self : nil
    case (.fixed(let count), .size(let name)):
      return Dimension.count(name, sizes) == count ? other : nil
    default: return nil
    }
  }

  /// The dimension that a name stands for in a scope.
  ///
  /// A size that is known keeps its name; one that is another's name, or one
  /// by its nature, is that.
  static func named(_ name: Name, sizes: [Name: Dimension]) -> Dimension? {
    switch sizes[name] {
    case nil: nil
    case .fixed: .size(name)
    case .some(let dimension): dimension
    }
  }

  /// How many rows or columns it is, where that is known.
  public func count(sizes: [Name: Dimension]) -> Int? {
    switch self {
    case .one: 1
    case .fixed(let count): count
    case .size(let name): Dimension.count(name, sizes)
    }
  }

  private static func count(_ name: Name, _ sizes: [Name: Dimension]) -> Int? {
    switch sizes[name] {
    case .one: return 1
    case .fixed(let count): return count
    default: break
    }
    let terms = terms(of: name)
    guard terms.count > 1 else { return nil }
    var sum = 0
    for term in terms {
      guard let count = Int(term) ?? Dimension.count(Name(term), sizes) else {
        return nil
      }
      sum = sum.addingReportingOverflow(count).partialValue
    }
    return sum
  }
}

/// The height of a stack of blocks, such as n0 + 1, is a size whose name is
/// the sum as it is written.
extension Dimension {
  /// Returns the dimension of axes put one after the other.
  ///
  /// - Parameter dimensions: The axes, at least one.
  /// - Returns: Their sum, with the sizes in order and the numbers last, so
  ///   that equal sums are the same dimension.
  static func sum(_ dimensions: [Dimension]) -> Dimension {
    guard dimensions.count != 1 else { return dimensions[0] }
    let terms = dimensions.flatMap(\.terms)
    let numbers = terms.compactMap { Int($0) }.reduce(0, &+)
    let names = terms.filter { Int($0) == nil }.sorted()
    guard !names.isEmpty else { return .fixed(numbers) }
    let parts = numbers == 0 ? names : names + [String(numbers)]
    return .size(Name(stem: parts.joined(separator: "+")))
  }

  private var terms: [String] {
    switch self {
    case .one: ["1"]
    case .fixed(let count): [String(count)]
    case .size(let name): Dimension.terms(of: name)
    }
  }

  private static func terms(of name: Name) -> [String] {
    name.text.split(separator: "+").map(String.init)
  }

  /// The dimension as a number in a formula, such as `m` in `1/m`.
  var expression: Expression {
    let numbers = terms.map { term in
      Int(term).map { Expression.number(Numeral($0)) } ?? .name(Name(term))
    }
    return numbers.dropFirst().reduce(numbers.first ?? 1) { $0.plus($1) }
  }
}

extension SymbolicShape {
  var rows: Dimension {
    if case .matrix(let rows, _) = self { rows } else { .one }
  }

  var columns: Dimension {
    if case .matrix(_, let columns) = self { columns } else { .one }
  }

  /// Returns what two shapes are that have to agree, or nothing.
  func unified(
    with other: SymbolicShape, sizes: [Name: Dimension]
  ) -> SymbolicShape? {
    switch (self, other) {
    case (.scalar, .scalar): return .scalar
    case (.matrix, .matrix):
      guard let rows = rows.unified(with: other.rows, sizes: sizes),
        let columns = columns.unified(with: other.columns, sizes: sizes)
      else { return nil }
      return .matrix(rows: rows, columns: columns)
    default: return nil
    }
  }

  /// Returns the shape of two values joined entry by entry: a scalar joins
  /// every entry, and two matrices need the same shape.
  func joined(
    with other: SymbolicShape, sizes: [Name: Dimension]
  ) -> SymbolicShape? {
    if isScalar, other.isScalar {
      return self == .scalar ? other : self
    }
    if isScalar { return other }
    if other.isScalar { return self }
    return unified(with: other, sizes: sizes)
  }
}
