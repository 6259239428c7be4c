import Matrices

extension Scope {
  /// Returns the scope in which the sizes are what the values show.
  ///
  /// A quantity that was not declared is what its value is; one row or column
  /// is then one by its nature.
  ///
  /// - Parameter found: The shapes of the values.
  /// - Returns: A scope with the same quantities and known sizes.
  public func bound(to found: [Name: Shape]) -> Scope {
    var scope = self
    for (name, shape) in found {
      guard let declared = shapes[name] else {
        if sizes[name] == nil { scope.shapes[name] = SymbolicShape(shape) }
        continue
      }
      scope.bind(declared.rows, shape.rows)
      scope.bind(declared.columns, shape.columns)
    }
    return scope
  }

  private mutating func bind(_ dimension: Dimension, _ count: Int) {
    guard case .size(let name) = dimension,
      dimension.count(sizes: sizes) == nil, !name.text.contains("+")
    else { return }
    sizes[name] = .fixed(count)
  }

  /// Refuses a value of another shape than was declared.
  func check(
    _ name: Name, _ found: Shape
  ) throws(ExpressionFault) {
    guard let declared = shapes[name] else { return }
    let rows = declared.rows.count(sizes: sizes) ?? found.rows
    let columns = declared.columns.count(sizes: sizes) ?? found.columns
    guard rows == found.rows, columns == found.columns else {
      throw ExpressionFault(
        .shapesDiffer(left: declared, right: SymbolicShape(found)))
    }
  }
}

extension Expression {
  /// Returns the value in doubles.
  ///
  /// - Parameters:
  ///   - scope: What the names are.
  ///   - values: What they stand for; a scalar has one row and one column.
  ///   - slopeAtKink: The slope taken where a function has a kink.
  /// - Returns: The value.
  /// - Throws: An ``ExpressionFault``.
  public func value(
    in scope: Scope, values: [Name: Matrix<Double>], slopeAtKink: Double = 0
  ) throws -> Matrix<Double> {
    let scope = scope.bound(to: values.mapValues(\.shape))
    for (path, part) in parts {
      guard case .name(let name) = part, let value = values[name] else {
        continue
      }
      do { try scope.check(name, value.shape) } catch {
        throw ExpressionFault(error.problem, at: path)
      }
    }
    _ = try shape(in: scope)
    var evaluator = Evaluator(
      scope: scope, values: values,
      arithmetic: RealArithmetic(slopeAtKink: slopeAtKink))
    return try evaluator.value(of: self)
  }
}
