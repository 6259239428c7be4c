import Matrices

extension Function {
  /// The larger of two, entry by entry.
  public static let max = Function(
    "max", spellings: ["maximum"],
    summary: "The larger of two, entry by entry; of one matrix the largest "
      + "entry.",
    example: "max(0, -3)", body: Extremum(isMaximum: true))

  /// The smaller of two, entry by entry.
  public static let min = Function(
    "min", spellings: ["minimum"],
    summary: "The smaller of two, entry by entry; of one matrix the smallest "
      + "entry.",
    example: "min(0, -3)", body: Extremum(isMaximum: false))
}

/// The larger or the smaller of two values, or of all entries of one.
///
/// Where the two are equal the slope of a kink is the larger one's share in
/// the first of them.
struct Extremum: FunctionBody {
  let isMaximum: Bool
  let arity = 1...2

  private var name: Name { isMaximum ? "max" : "min" }

  func shape(
    _ arguments: [SymbolicShape], sizes: [Dimension?]
  ) throws(ExpressionFault) -> SymbolicShape {
    guard arguments.count == 2 else { return .scalar }
    guard let shape = arguments[0].joined(with: arguments[1], sizes: [:])
    else {
      throw ExpressionFault(
        .shapesDiffer(left: arguments[0], right: arguments[1]))
    }
    return shape
  }

  func value<A: ElementaryArithmetic>(
    _ arguments: [Matrix<A.Number>], of function: Function,
    in arithmetic: inout A
  ) throws -> Matrix<A.Number> {
    let first = try arguments.only()
    guard arguments.count == 2 else {
      return Matrix(scalar: best(of: first.storage, in: &arithmetic))
    }
    let second = arguments[1]
    if first.shape == second.shape {
      return try first.zipped(with: second, operation: name.text) {
        chosen($0, $1, in: &arithmetic)
      }
    }
    if second.shape.isScalar {
      return first.map { chosen($0, second.storage[0], in: &arithmetic) }
    }
    guard first.shape.isScalar else {
      throw ExpressionFault(
        .shapesDiffer(
          left: SymbolicShape(first.shape),
          right: SymbolicShape(second.shape)))
    }
    return second.map { chosen(first.storage[0], $0, in: &arithmetic) }
  }

  private func best<A: ElementaryArithmetic>(
    of entries: [A.Number], in arithmetic: inout A
  ) -> A.Number {
    entries.dropFirst().reduce(entries[0]) {
      chosen($0, $1, in: &arithmetic)
    }
  }

  /// What is no number wins, so that it is not lost.
  private func chosen<A: ElementaryArithmetic>(
    _ left: A.Number, _ right: A.Number, in arithmetic: inout A
  ) -> A.Number {
    if arithmetic.double(left).isNaN { return left }
    if arithmetic.double(right).isNaN { return right }
    return isMaximum
      ? arithmetic.isLess(right, left) ? left : right
      : arithmetic.isLess(right, left) ? right : left
  }

  func pullback(_ passage: Passage) -> [Contribution?] {
    guard passage.arguments.count == 2 else { return [ofAll(passage)] }
    let left = passage.arguments[0]
    let right = passage.arguments[1]
    let first = Expression.call("step", left.minus(right))
    let second = Expression(1).minus(first)
    return [
      share(isMaximum ? first : second, 0, passage),
      share(isMaximum ? second : first, 1, passage),
    ]
  }

  private func share(
    _ share: Expression, _ index: Int, _ passage: Passage
  ) -> Contribution {
    let slope = passage.adjoint(times: share)
    let shape = passage.argumentShapes[index]
    let isShared = shape.isScalar && !passage.shape.isScalar
    return Contribution(
      isShared ? .call("sum", slope) : slope, shape: shape,
      rule: .branch)
  }

  /// The slope goes to the best entry, in equal shares where several are.
  private func ofAll(_ passage: Passage) -> Contribution {
    let isBest = passage.argument.equals(passage.output)
    if passage.argumentShape.isScalar {
      return passage.contribution(passage.adjoint, rule: .branch)
    }
    return passage.contribution(
      passage.adjoint.over(.call("sum", isBest)).times(isBest),
      rule: .branch)
  }
}
