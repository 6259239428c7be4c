extension ShapeInference {
  /// The shape of a matrix of numbers and blocks.
  ///
  /// Blocks beside each other have the same height, and rows of blocks the
  /// same width. A scalar fills the height of its row, and one that is a row
  /// by itself its width: `[1; a]` puts a row of ones on top of `a`.
  mutating func matrix(
    _ rows: [[Expression]]
  ) throws(ExpressionFault) -> SymbolicShape {
    var heights: [Dimension] = []
    var width: Dimension?
    var step = 0
    for row in rows {
      let start = step
      var shapes: [SymbolicShape] = []
      for part in row {
        shapes.append(try child(step, part))
        step += 1
      }
      heights.append(try height(of: shapes, start))
      // A scalar alone is as wide as the others.
      if shapes.count == 1, shapes[0].isScalar { continue }
      let own = Dimension.sum(shapes.map(\.columns))
      width = try unify(width ?? own, own, .columns, start)
    }
    guard !heights.isEmpty else {
      throw ExpressionFault(
        .blocksDiffer(axis: .rows, first: .one, other: .one))
    }
    return .matrix(rows: .sum(heights), columns: width ?? .one)
  }

  private func height(
    of shapes: [SymbolicShape], _ start: Int
  ) throws(ExpressionFault) -> Dimension {
    var height: Dimension?
    for (offset, shape) in shapes.enumerated() where !shape.isScalar {
      height = try unify(
        height ?? shape.rows, shape.rows, .rows, start + offset)
    }
    return height ?? .one
  }

  private func unify(
    _ first: Dimension, _ other: Dimension, _ axis: ExpressionFault.Axis,
    _ step: Int
  ) throws(ExpressionFault) -> Dimension {
    guard let both = first.unified(with: other, sizes: scope.sizes) else {
      throw ExpressionFault(
        .blocksDiffer(axis: axis, first: first, other: other), at: [step])
    }
    return both
  }
}
