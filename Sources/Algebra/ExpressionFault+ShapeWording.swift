extension FaultyLine {
  private var left: Path { path + [0] }
  private var right: Path { path + [1] }

  /// `W1 is 3×2 and x is 3×1`, and what follows from it.
  private func both(
    _ first: SymbolicShape, _ second: SymbolicShape, _ rest: String
  ) -> String {
    let one = text(left, else: "the left side")
    let other = text(right, else: "the right side")
    if one == other { return "\(one) is \(say(first))\(rest)" }
    return "\(one) is \(say(first)) and \(other) is \(say(second))\(rest)"
  }

  private var whole: String { text(path, else: "this") }

  func wordingOfShapes(_ problem: ExpressionFault.Problem) -> FaultWording {
    switch problem {
    case .innerDimensions(let first, let second):
      var wording = FaultWording(
        both(first, second, ", so \(whole) has no meaning"),
        "a product (m×n)·(n×p) needs the two n to agree")
      wording.labels = [
        label(left, say(first.columns, "column")),
        label(right, say(second.rows, "row")),
      ]
      return wording
    case .entrywise(let sign, let first, let second):
      let isSum = sign == .add || sign == .subtract
      return labelled(
        first, second, both(first, second, ", so \(whole) has no meaning"),
        isSum
          ? "a sum needs the same shape, a number, or a column for all columns"
          : "entry by entry both sides need the same shape, or one a number")
    case .ambiguousProduct(let first, let second):
      return labelled(
        first, second, both(first, second, ", and * is for numbers"),
        "@ is the matrix product, .* is entry by entry")
    case .shapesDiffer(let first, let second):
      return shapesDiffer(first, second)
    case .blocksDiffer(let axis, let first, let other):
      let noun = axis == .rows ? "row" : "column"
      return FaultWording(
        "\(text(path, else: "this block")) has \(say(other, noun)), and "
          + "\(say(first)) are wanted here",
        axis == .rows
          ? "blocks beside each other have the same number of rows"
          : "blocks above each other have the same number of columns")
    default: return wordingOfScalars(problem)
    }
  }

  private func labelled(
    _ first: SymbolicShape, _ second: SymbolicShape, _ headline: String,
    _ note: String
  ) -> FaultWording {
    var wording = FaultWording(headline, note)
    wording.labels = [label(left, say(first)), label(right, say(second))]
    return wording
  }

  private func shapesDiffer(
    _ first: SymbolicShape, _ second: SymbolicShape
  ) -> FaultWording {
    if expression.part(at: right) != nil {
      return labelled(
        first, second, both(first, second, ", and one shape is needed"),
        "entry by entry both sides need the same shape, or one a number")
    }
    return FaultWording(
      "\(whole) is \(say(first)), and its value is \(say(second))",
      "a value has the shape that was declared")
  }

  /// An operator that needs a number on one side, or on none.
  private func wordingOfScalars(
    _ problem: ExpressionFault.Problem
  ) -> FaultWording {
    switch problem {
    case .divisionByMatrix(let shape):
      var wording = FaultWording(
        "\(text(right, else: "what is below")) is \(say(shape)), and / divides "
          + "by a number",
        "./ divides entry by entry")
      wording.labels = [label(right, say(shape))]
      return wording
    case .powerOfMatrix(let shape):
      var wording = FaultWording(
        "\(text(left, else: "the base")) is \(say(shape)), and ^ is for numbers",
        ".^ is entry by entry, @ is the matrix product")
      wording.labels = [label(left, say(shape))]
      return wording
    case .exponentIsMatrix(let shape):
      var wording = FaultWording(
        "the exponent \(text(right, else: "here")) is \(say(shape)), and ^ is "
          + "for numbers",
        ".^ is entry by entry")
      wording.labels = [label(right, say(shape))]
      return wording
    default:
      let side = numberSide
      var wording = FaultWording(
        "\(text(side, else: "one side")) is a number, and @ is between matrices",
        "a number times a matrix is written with *")
      wording.labels = [label(side, "a number")]
      return wording
    }
  }

  /// The side of a product that is a number.
  private var numberSide: Path {
    guard case .binary(_, let first, _) = expression.part(at: path),
      let shape = try? first.shape(in: scope)
    else { return right }
    return shape == .scalar ? left : right
  }

  func wordingOfPlaces(_ problem: ExpressionFault.Problem) -> FaultWording {
    let base = text(left, else: "this")
    switch problem {
    case .subscriptCount(let shape, let found):
      var wording = FaultWording(
        "\(base) is \(say(shape)), and \(found) places name no part of it",
        "a matrix takes two places, its row and its column")
      wording.labels = [label(left, say(shape))]
      return wording
    case .subscriptOfNumber:
      return FaultWording("\(base) is a number and has no entries")
    case .subscriptIsMatrix(let shape):
      return FaultWording(
        "a place is a number, and \(text(path)) is \(say(shape))")
    case .subscriptOutOfRange(let place, let first, let last):
      return FaultWording(
        "there is no place \(place) here",
        first == last
          ? "the only place is \(first)" : "places go from \(first) to \(last)")
    case .subscriptNotWhole(let number):
      return FaultWording(
        "there is no place \(number)", "places are whole numbers")
    case .rangeIsEmpty(let first, let last):
      return FaultWording("the range \(first):\(last) ends before it begins")
    case .exampleWanted(let shape):
      var wording = FaultWording(
        "\(base) is \(say(shape)), so one place names no entry",
        "the first place is the row, the second the column")
      wording.labels = [label(left, say(shape))]
      return wording
    default: return wordingOfIndices(problem)
    }
  }

  private func wordingOfIndices(
    _ problem: ExpressionFault.Problem
  ) -> FaultWording {
    switch problem {
    case .indexWithoutAxis(let index):
      FaultWording(
        "nothing says how far \(index.text) runs",
        "an index runs along the axis at which it stands alone, as in "
          + "a[\(index.text)]")
    case .indexOfDifferentAxes(let index, let first, let second):
      FaultWording(
        "\(index.text) runs to \(say(first)) in one place and to "
          + "\(say(second)) in another",
        "an index runs along axes of one length")
    default:
      FaultWording(
        "how long the range is cannot be told",
        "a range goes between numbers, or from 1 to a size")
    }
  }
}
