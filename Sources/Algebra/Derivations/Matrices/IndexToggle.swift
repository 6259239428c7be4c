/// A line in its other form: matrices as sums over indices, or the sums as
/// matrices again.
public struct IndexToggle: Sendable {
  public let outcome: Outcome

  /// What comes of a line.
  public enum Outcome: Hashable, Sendable {
    case changed(left: Expression, right: Expression)
    /// The line is made of numbers and has no other form.
    case same
    /// The sums are no product, sum or function of matrices.
    case unreadable
  }

  /// - Parameters:
  ///   - left: What the line is equal to, as `dW1` or `dW1[i,j]`.
  ///   - right: The line.
  ///   - worksheet: What the names are.
  /// - Throws: ``ExpressionFault`` where the line has no shape.
  public init(
    _ left: Expression, _ right: Expression, in worksheet: Worksheet
  ) throws(ExpressionFault) {
    let scope = worksheet.scope
    let letters = (left.freeIndices + right.freeIndices).filter {
      !scope.isKnown($0)
    }
    let isInSums = !letters.isEmpty || !right.sumIndices.isEmpty
    guard isInSums else {
      let sums = try right.inSums(scope)
      let other = left == right ? left : sums.place(of: left)
      let isSame = sums.entry == right.withoutGroups || sums.entry == right
      outcome =
        isSame
        ? .same
        : .changed(
          left: left == right ? sums.place(of: left) : other,
          right: sums.entry)
      return
    }
    var inner = ShapeInference(scope, bound: letters)
    _ = try inner.shape(right)
    let place = left == right ? IndexToggle.place(letters) : left
    guard let place,
      let matrix = IndexToggle.matrix(right, at: place, letters, scope)
    else {
      outcome = .unreadable
      return
    }
    outcome = .changed(
      left: left == right ? right : left.withoutPlace,
      right: left == right ? place.around(matrix) : matrix)
  }

  /// Where nothing is named the letters are the row and the column.
  private static func place(_ letters: [Name]) -> Expression? {
    var seen: [Name] = []
    for letter in letters where !seen.contains(letter) { seen.append(letter) }
    guard seen.count <= 2 else { return nil }
    return seen.isEmpty
      ? 0 : .entry(0, seen.sorted().map { .at(.name($0)) })
  }

  private static func matrix(
    _ right: Expression, at place: Expression, _ letters: [Name],
    _ scope: Scope
  ) -> Expression? {
    guard case .entry(let base, let places) = place, base == 0 else {
      return right.asMatrices(equalTo: place, in: scope)
    }
    let names = places.compactMap { place -> Name? in
      if case .at(.name(let name)) = place { name } else { nil }
    }
    var reader = IndexReader(
      scope, row: names.first, column: names.dropFirst().first)
    return reader.part(of: right)?.value
  }
}

extension Expression {
  /// The matrix of which a line is an entry, else the line.
  fileprivate var withoutPlace: Expression {
    if case .entry(let base, let places) = ungrouped,
      places.allSatisfy({
        if case .at(.name) = $0 { true } else { false }
      })
    {
      base.ungrouped
    } else {
      self
    }
  }

  /// The place that this names, in another matrix.
  fileprivate func around(_ matrix: Expression) -> Expression {
    guard case .entry(_, let places) = self else { return matrix }
    return .entry(matrix, places)
  }
}
