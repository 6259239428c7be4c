import Matrices

// What every reader of a formula asks of the names in it, and of the places
// that its subscripts mean.
extension Scope {
  /// The function of a name.
  ///
  /// - Throws: ``ExpressionFault`` where there is none, or it takes another
  ///   number of arguments.
  func function(
    _ name: Name, taking count: Int
  ) throws(ExpressionFault) -> Function {
    guard let function = functions[name] else {
      throw ExpressionFault(.unknownFunction(name))
    }
    let arity = function.body.arity
    guard arity.contains(count) else {
      throw ExpressionFault(.argumentCount(name, arity, found: count))
    }
    return function
  }

  /// The values that the index of a sum has.
  ///
  /// - Parameters:
  ///   - index: The index.
  ///   - body: What is added up.
  ///   - shapes: The shapes of all that has a value.
  ///   - outer: The indices of sums around this one.
  /// - Returns: The values, the first as its axis is counted.
  /// - Throws: ``ExpressionFault`` where no axis in the body tells.
  func values(
    of index: Name, in body: Expression, knowing shapes: [Name: Shape],
    within outer: some Sequence<Name>
  ) throws(ExpressionFault) -> Range<Int> {
    let scope = bound(to: shapes)
    var inference = ShapeInference(scope, bound: Array(outer))
    let range = try inference.range(of: index, in: body)
    guard let length = range.axis.count(sizes: scope.sizes) else {
      throw ExpressionFault(.indexWithoutAxis(index))
    }
    return range.first..<(range.first + max(length, 1))
  }
}

extension Notation {
  /// The place, counted from 0, that a subscript means.
  ///
  /// - Parameters:
  ///   - number: The subscript.
  ///   - length: How many places there are.
  ///   - first: The number of the first of them.
  ///   - step: Where the subscript stands in its expression.
  /// - Returns: The place.
  /// - Throws: ``ExpressionFault`` where there is no such place.
  static func offset(
    of number: Double, among length: Int, from first: Int, at step: Int
  ) throws(ExpressionFault) -> Int {
    guard let index = Int(exactly: number) else {
      throw ExpressionFault(.subscriptNotWhole(number), at: [step])
    }
    let last = first + length - 1
    guard index >= first, index <= last else {
      throw ExpressionFault(
        .subscriptOutOfRange(index, first: first, last: last), at: [step])
    }
    return index - first
  }

  /// The places from one to another, both counted from 0.
  ///
  /// - Throws: ``ExpressionFault`` where the last comes before the first.
  static func range(
    from low: Int, to high: Int, counting first: Int, at step: Int
  ) throws(ExpressionFault) -> Range<Int> {
    guard low <= high else {
      throw ExpressionFault(
        .rangeIsEmpty(first: low + first, last: high + first),
        at: [step])
    }
    return low..<(high + 1)
  }
}

extension Shape {
  /// How many places there are for each of some subscripts; a vector has one.
  ///
  /// - Throws: ``ExpressionFault`` where there are too many or too few.
  func lengths(forSubscripts count: Int) throws(ExpressionFault) -> [Int] {
    switch count {
    case 2: return [rows, columns]
    case 1 where columns == 1: return [rows]
    case 1 where rows == 1: return [columns]
    case 1: throw ExpressionFault(.exampleWanted(SymbolicShape(self)))
    default:
      throw ExpressionFault(
        .subscriptCount(SymbolicShape(self), found: count))
    }
  }
}
