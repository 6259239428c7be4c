/// A matrix written as what stands in one row and column of it.
public struct InSums: Hashable, Sendable {
  /// The letter of the row; nothing where there is one row.
  public let row: Name?
  /// The letter of the column; nothing where there is one column.
  public let column: Name?
  /// What stands there.
  public let entry: Expression

  /// The same place of another matrix of this shape, as `dW1[i,j]`.
  public func place(of base: Expression) -> Expression {
    let places = [row, column].compactMap { $0 }
    return places.isEmpty ? base : .entry(base, places.map { .at(.name($0)) })
  }
}

extension Expression {
  /// The letters that rows and columns go by, the usual ones first.
  static func indexLetters(in scope: Scope) -> [Name] {
    let letters: [Name] = ["i", "j", "p", "q", "r", "s", "t", "u", "v"]
    return letters.filter { !scope.isKnown($0) }
      + (1...9).map { Name(stem: "i", index: String($0)) }
  }

  /// Writes a matrix as the sum that stands in each of its places.
  ///
  /// - Parameter scope: What the names are; its sizes may be free.
  /// - Returns: The entry in the row and the column that two letters name.
  /// - Throws: ``ExpressionFault`` where the expression has no shape.
  public func inSums(_ scope: Scope) throws(ExpressionFault) -> InSums {
    let shape = try shape(in: scope)
    let isKnown = Set(names).union(sumIndices)
    let letters = Expression.indexLetters(in: scope).filter {
      !isKnown.contains($0)
    }
    let hasRows = shape.rows != .one
    let hasColumns = shape.columns != .one
    let row = hasRows ? letters.first : nil
    let column = hasColumns ? letters.dropFirst().first : nil
    let first = Expression.number(Numeral(scope.notation.firstIndex))
    let form = EntryForm(
      scope: scope, termLimit: 1, taken: Set([row, column].compactMap { $0 }))
    let entry = try form.entry(
      EntryForm.Place(
        row: row.map(Expression.name) ?? first,
        column: column.map(Expression.name) ?? first), of: self)
    return InSums(row: row, column: column, entry: entry.withoutUnits)
  }

  /// The indices of the sums in it.
  var sumIndices: [Name] {
    parts.compactMap { _, part in
      if case .sum(let index, _) = part { index } else { nil }
    }
  }

  /// The expression without factors 1 and terms 0.
  var withoutUnits: Expression {
    mapped { part in
      guard case .binary(let sign, let left, let right) = part else {
        return part
      }
      switch sign {
      case .times where left == 1: return right
      case .times where right == 1: return left
      case .times where left == 0 || right == 0: return 0
      case .add where left == 0: return right
      case .add, .subtract:
        return right == 0 ? left : part
      default: return part
      }
    }
  }
}
