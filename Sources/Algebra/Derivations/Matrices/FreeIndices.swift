/// The letters in an equality that stand for a row or a column, as i and j
/// in `(A·B)[i,j] = sum(k, A[i,k]*B[k,j])`.
///
/// Such an equality says that both sides agree at every place. Which rows
/// and columns are meant makes no difference to a formula without numbered
/// places, except whether two letters of one axis are the same; so it is
/// enough to look at one place of each kind.
struct FreeIndices {
  /// The letters, and the axis that each runs along.
  let axes: [(name: Name, axis: Dimension)]
  /// The places that are named by number anywhere.
  private let numbers: Set<Int>
  private let scope: Scope

  /// Finds the letters of two sides; nothing where there is none.
  init?(
    _ sides: [Expression], in worksheet: Worksheet, letters: [FreeLetter] = []
  ) {
    var scope = worksheet.scope
    for letter in letters { scope.shapes[letter.name] = letter.shape }
    let known = Set(worksheet.names).union(worksheet.sizes.keys)
    var names: [Name] = []
    for name in sides.flatMap(\.freeIndices)
    where !known.contains(name) && !names.contains(name)
      && (scope.shapes[name] ?? .scalar) == .scalar
    {
      names.append(name)
    }
    guard !names.isEmpty else { return nil }
    self.scope = scope
    axes = names.compactMap { name in
      FreeIndices.axis(of: name, in: sides, names, scope).map { (name, $0) }
    }
    let formulas = sides + worksheet.equations.map(\.computed)
    numbers = formulas.reduce(into: []) { $0.formUnion($1.numberedPlaces) }
    guard axes.count == names.count else { return nil }
  }

  private static func axis(
    of name: Name, in sides: [Expression], _ names: [Name], _ scope: Scope
  ) -> Dimension? {
    var found: Dimension?
    for side in sides where side.freeIndices.contains(name) {
      var inference = ShapeInference(
        scope, bound: names.filter { $0 != name })
      guard let axis = try? inference.range(of: name, in: side).axis else {
        continue
      }
      found =
        found.flatMap { $0.unified(with: axis, sizes: scope.sizes) }
        ?? axis
    }
    return found
  }

  /// A number for each letter, in as many ways as there are kinds of places.
  var places: [[Name: Expression]] {
    let first = scope.notation.firstIndex
    var places: [[Name: Expression]] = [[:]]
    for (offset, (name, axis)) in axes.enumerated() {
      let earlier = axes[..<offset].filter { $0.axis == axis }
      var candidates =
        earlier.isEmpty && numbers.isEmpty
        ? [first + offset % 2]
        : [first, first + 1] + numbers.filter { $0 > first + 1 }.sorted()
      if axis.count(sizes: scope.sizes) == 1 { candidates = [first] }
      places = places.flatMap { place in
        candidates.map { number in
          place.merging([name: .number(Numeral(number))]) { $1 }
        }
      }
    }
    return places
  }
}

extension Expression {
  /// The letters that stand alone between square brackets and are no index of
  /// a sum around them.
  var freeIndices: [Name] { freeIndices(bound: []) }

  private func freeIndices(bound: Set<Name>) -> [Name] {
    switch self {
    case .sum(let index, let body):
      return body.freeIndices(bound: bound.union([index]))
    case .entry(let base, let places):
      let own = places.compactMap { place -> Name? in
        guard case .at(.name(let name)) = place, !bound.contains(name) else {
          return nil
        }
        return name
      }
      return base.freeIndices(bound: bound) + own
    default: return children.flatMap { $0.freeIndices(bound: bound) }
    }
  }

  /// The whole numbers between square brackets.
  fileprivate var numberedPlaces: [Int] {
    parts.flatMap { _, part -> [Int] in
      guard case .entry(_, let places) = part else { return [] }
      return places.flatMap(\.children).compactMap {
        $0.constant.flatMap { Int(exactly: $0) }
      }
    }
  }
}

extension Worksheet {
  /// What the verifier says of `left = right` where letters stand for rows
  /// and columns: that both sides agree at every place.
  ///
  /// - Returns: Nothing where no letter stands for a row or a column.
  func verifyAtEveryPlace(
    _ left: Expression, equals right: Expression, letters: [FreeLetter],
    moving: Name? = nil
  ) -> Verdict? {
    guard let indices = FreeIndices([left, right], in: self, letters: letters)
    else { return nil }
    if left.withoutGroups == right.withoutGroups { return .same }
    let rest = letters.filter { letter in
      !indices.axes.contains { $0.name == letter.name }
    }
    var weakest: Verdict?
    for place in indices.places {
      let verdict = verify(
        left.substituting(place), equals: right.substituting(place),
        letters: rest, moving: moving)
      guard verdict.holds else { return verdict }
      if case .numeric = weakest { continue }
      weakest = verdict
    }
    return weakest
  }
}
