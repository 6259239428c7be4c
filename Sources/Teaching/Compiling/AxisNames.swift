import Algebra
import Matrices

/// A name for each axis of matrices whose numbers are known, the same name
/// where two axes must agree.
///
/// At first no two agree. Where an equation then has no shape, the axes that
/// it joins become one, if they are equally long.
struct AxisNames {
  private var shapes: [Name: SymbolicShape] = [:]
  private var lengths: [Name: Int] = [:]

  init(
    _ values: [Name: Matrix<Double>],
    _ declared: [Name: (rows: String, columns: String)], taken: Set<Name>
  ) {
    let written = declared.values.flatMap { [Name($0.rows), Name($0.columns)] }
    let known = taken.union(written)
    var unused = AxisNames.names.filter { !known.contains($0) }[...]
    for (name, value) in values.sorted(by: { $0.key < $1.key }) {
      guard !value.shape.isScalar || declared[name] != nil else {
        shapes[name] = .scalar
        continue
      }
      let rows = axis(value.rows, declared[name]?.rows, &unused)
      let columns = axis(value.columns, declared[name]?.columns, &unused)
      shapes[name] = .matrix(rows: rows, columns: columns)
    }
  }

  /// No letter alone, since many are commands.
  private static let names = (1...64).map { Name(stem: "n", index: "\($0)") }

  private mutating func axis(
    _ length: Int, _ written: String?, _ unused: inout ArraySlice<Name>
  ) -> Dimension {
    if let written {
      guard Int(written) == nil else {
        return length == 1 ? .one : .fixed(length)
      }
      lengths[Name(written)] = length
      return .size(Name(written))
    }
    guard length > 1 else { return .one }
    guard let name = unused.popFirst() else { return .fixed(length) }
    lengths[name] = length
    return .size(name)
  }

  func shape(of name: Name) -> SymbolicShape { shapes[name] ?? .scalar }

  /// The sizes that the shapes of a worksheet name.
  func sizes(for worksheet: Worksheet) -> [Name: Dimension] {
    var sizes: [Name: Dimension] = [:]
    for given in worksheet.givens {
      guard case .matrix(let rows, let columns) = given.shape else { continue }
      for case .size(let name) in [rows, columns] { sizes[name] = .size(name) }
    }
    return sizes
  }

  /// Makes one of two axes that an equation joins.
  ///
  /// - Returns: Whether there were two that could be.
  mutating func join(after fault: ExpressionFault) -> Bool {
    let pairs: [(Dimension, Dimension)]
    switch fault.problem {
    case .innerDimensions(
      .matrix(_, let inner), .matrix(let other, _)):
      pairs = [(inner, other)]
    case .entrywise(
      _, .matrix(let rows, let columns), .matrix(let others, let last)),
      .shapesDiffer(
        .matrix(let rows, let columns), .matrix(let others, let last)):
      pairs = [(rows, others), (columns, last)]
    case .blocksDiffer(_, let first, let other): pairs = [(first, other)]
    default: return false
    }
    return pairs.contains { join($0, $1) }
  }

  private mutating func join(_ one: Dimension, _ other: Dimension) -> Bool {
    guard case .size(let kept) = one, case .size(let replaced) = other,
      kept != replaced, let length = lengths[kept], lengths[replaced] == length
    else { return false }
    shapes = shapes.mapValues { shape in
      guard case .matrix(let rows, let columns) = shape else { return shape }
      let rename = { (axis: Dimension) in axis == other ? one : axis }
      return .matrix(rows: rename(rows), columns: rename(columns))
    }
    return true
  }
}
