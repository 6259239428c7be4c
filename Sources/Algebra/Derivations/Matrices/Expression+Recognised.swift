// Functions of whole matrices, known by what they are made of.

extension Expression {
  /// The function that the outermost form is written out, else the form.
  ///
  /// `ln(colsum(exp(Z)))` is lse(Z), a power over the sum of its column is a
  /// softmax, the sum of a diagonal is a trace.
  var recognised: Expression {
    switch self {
    case .call("sum", 0, let arguments):
      guard case .call(let name, 0, let inner)? = arguments.first else {
        return self
      }
      if name == "diag" { return .call("trace", primes: 0, inner) }
      return name == "rowsum" || name == "colsum"
        ? .call("sum", primes: 0, inner) : self
    case .call("ln", 0, let arguments):
      return arguments.first?.summedPowers.map { .call("lse", $0) } ?? self
    case .call("sqrt", 0, let arguments):
      guard case .call("sum", 0, let inner)? = arguments.first,
        case .binary(.hadamardPower, let base, 2)? = inner.first
      else { return self }
      return .call("norm", base)
    case .binary(.hadamardDivide, .call("exp", 0, let top), let bottom):
      guard let inner = top.first, bottom.repeated.summedPowers == inner else {
        return self
      }
      return .call("softmax", inner)
    case .binary(.subtract, let left, let right):
      return difference(left, right)
    default: return self
    }
  }

  private func difference(
    _ left: Expression, _ right: Expression
  ) -> Expression {
    switch (left, right.repeated) {
    case (_, .call("lse", 0, let arguments)) where arguments == [left]:
      .call("logsoftmax", left)
    default:
      if case .call("colsum", 0, let arguments) = left.repeated,
        arguments == [right], left.repeated != left
      {
        .call("sumothers", right)
      } else {
        self
      }
    }
  }

  /// The row that stands in every row, where that is so.
  private var repeated: Expression {
    guard case .binary(.matmul, .call("ones", 0, _), let row) = self else {
      return self
    }
    return row
  }

  /// What the sums of the columns are sums of powers of e of.
  private var summedPowers: Expression? {
    guard case .call("colsum", 0, let arguments) = self,
      case .call("exp", 0, let inner)? = arguments.first
    else { return nil }
    return inner.first
  }
}

extension InSums {
  /// The matrix whose entry this is.
  ///
  /// - Parameters:
  ///   - shape: The shape of the matrix.
  ///   - scope: What the names are.
  /// - Returns: Nothing where it cannot be written as one.
  public func asMatrices(
    _ shape: SymbolicShape, in scope: Scope
  ) -> Expression? {
    var reader = IndexReader(scope, row: row, column: column)
    return reader.matrix(of: entry, shape: shape)
  }
}

extension Expression {
  /// Reads a formula of entries as one of matrices.
  ///
  /// The letters that stand between square brackets and belong to no sum are
  /// the row and the column, in the order in which `left` names them.
  ///
  /// - Parameters:
  ///   - left: What the formula is equal to, as `dW1[i,j]`.
  ///   - scope: What the names are.
  /// - Returns: The matrix, or nothing where there is no such form.
  public func asMatrices(
    equalTo left: Expression, in scope: Scope
  ) -> Expression? {
    guard case .entry(let base, let places) = left.ungrouped else {
      let sums = InSums(row: nil, column: nil, entry: self)
      return (try? left.shape(in: scope)).flatMap {
        sums.asMatrices($0, in: scope)
      }
    }
    guard let shape = try? base.shape(in: scope) else { return nil }
    let letters = places.map { place -> Name? in
      if case .at(.name(let name)) = place { name } else { nil }
    }
    let isRow = letters.count == 1 && shape.rows == .one
    let sums = InSums(
      row: isRow ? nil : letters.first ?? nil,
      column: isRow
        ? letters.first ?? nil
        : letters.count == 2
          ? letters[1] : nil, entry: self)
    return sums.asMatrices(shape, in: scope)
  }
}
