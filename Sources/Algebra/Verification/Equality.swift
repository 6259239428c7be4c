import Matrices

/// Two expressions that are said to be equal wherever a worksheet holds.
public struct Equality: Sendable {
  public let left: Expression
  public let right: Expression
  /// What the names stand for; of its equations, those that a side needs.
  let worksheet: Worksheet
  let letters: [FreeLetter]
  /// Numbers of one's own, tried first; they also say how large a matrix is
  /// whose entries are named by number.
  let own: [Name: Matrix<Double>]
  /// The quantity whose small change every differential goes back to.
  let moving: Name?
  /// What the names mean, sizes left free.
  let symbols: Scope
  /// Both sides, with slopes inside slopes written out.
  let sides: (left: Expression, right: Expression)

  /// - Parameters:
  ///   - left: One side.
  ///   - right: The other.
  ///   - worksheet: What the names of both stand for.
  ///   - letters: Further names, which stand for anything.
  ///   - givens: The numbers that the worksheet is shown with, if any.
  ///   - moving: The quantity that changes where a side holds a differential:
  ///     `d(e)` is then how e follows, all else held fixed.
  public init(
    _ left: Expression, _ right: Expression, in worksheet: Worksheet,
    letters: [FreeLetter] = [], givens: [Name: Matrix<Double>] = [:],
    moving: Name? = nil
  ) {
    self.left = left
    self.right = right
    self.letters = letters
    own = givens
    self.moving = moving
    self.worksheet = worksheet.needed(
      for: Set(left.names + right.names + [moving].compactMap { $0 }),
      with: letters)
    symbols = self.worksheet.scope
    let numbers = Set(symbols.sizes.keys).union(
      self.worksheet.givens.filter { $0.shape == .scalar }.map(\.name))
    sides = (
      left.withoutInnerSlopes(of: numbers, symbols.functions),
      right.withoutInnerSlopes(of: numbers, symbols.functions)
    )
  }
}

extension Worksheet {
  /// What the verifier says of `left = right`.
  ///
  /// - Parameters:
  ///   - left: One side.
  ///   - right: The other.
  ///   - letters: Further names, which stand for anything.
  ///   - givens: The numbers that the worksheet is shown with, if any.
  ///   - moving: The quantity that changes where a side holds a differential:
  ///     `d(e)` is then how e follows, all else held fixed.
  /// - Returns: The same verdict for the same question.
  public func verify(
    _ left: Expression, equals right: Expression,
    letters: [FreeLetter] = [], givens: [Name: Matrix<Double>] = [:],
    moving: Name? = nil
  ) -> Verdict {
    if let verdict = verifyAtEveryPlace(
      left, equals: right, letters: letters, moving: moving)
    {
      return verdict
    }
    return Equality(
      left, right, in: self, letters: letters, givens: givens, moving: moving
    ).verdict
  }

  /// The equations that lead to any of the names, with the letters as givens.
  public func needed(
    for names: Set<Name>, with letters: [FreeLetter] = []
  ) -> Worksheet {
    // What is shown may name what is not computed from, and has its shape.
    var sources = names
    for equation in equations.reversed()
    where equation.role != .update && sources.contains(equation.name) {
      sources.formUnion(equation.expression.names)
      sources.formUnion(equation.computed.names)
    }
    var worksheet = self
    worksheet.equations = equations.filter {
      $0.role != .update && sources.contains($0.name)
    }
    worksheet.givens = givens.filter { sources.contains($0.name) }
    // What has the length of an axis that is named tells how long it is.
    for size in sources where self.sizes[size] != nil {
      guard !worksheet.givens.contains(where: { $0.hasAxis(size) }),
        let given = givens.first(where: { $0.hasAxis(size) })
      else { continue }
      worksheet.givens.append(given)
    }
    for letter in letters where !self.names.contains(letter.name) {
      worksheet.givens.append(
        Given(letter.name, letter.shape, role: .constant))
    }
    return worksheet
  }
}

extension Equality {
  /// What the shapes alone say, if they refuse.
  var shapeVerdict: Verdict? {
    let scope = scope
    let shapes: (left: SymbolicShape, right: SymbolicShape)
    do { shapes.left = try left.shape(in: scope) } catch {
      return .meaningless(.left, error)
    }
    do { shapes.right = try right.shape(in: scope) } catch {
      return .meaningless(.right, error)
    }
    if shapes.left.isScalar, shapes.right.isScalar { return nil }
    let both = shapes.left.unified(with: shapes.right, sizes: scope.sizes)
    guard both == nil else { return nil }
    return .shapesDiffer(left: shapes.left, right: shapes.right)
  }

  /// The names, with the sizes that are not free.
  private var scope: Scope {
    let scope = symbols
    return namesEntries ? scope.bound(to: own.mapValues(\.shape)) : scope
  }

  /// Whether entries stand at places that are numbers, or matrices are
  /// written out, so that sizes cannot be chosen at will.
  var namesEntries: Bool {
    ([left, right] + worksheet.equations.map(\.computed)).contains {
      $0.parts.contains { $0.part.namesEntry }
    }
  }

  /// What all that is drawn follows from, so that the same question gets the
  /// same answer.
  var text: String {
    left.text(.ascii) + " = " + right.text(.ascii)
  }

  /// Whether a side holds a slope, which the referee then measures.
  var holdsSlope: Bool {
    left.holdsSlope || right.holdsSlope
  }
}

extension Given {
  fileprivate func hasAxis(_ size: Name) -> Bool {
    guard case .matrix(let rows, let columns) = shape else { return false }
    return rows == .size(size) || columns == .size(size)
  }
}

extension Expression {
  /// The expression with every slope that stands inside another one replaced
  /// by the formula that it is, where the rules for numbers give one.
  fileprivate func withoutInnerSlopes(
    of numbers: Set<Name>, _ functions: [Name: Function],
    isInside: Bool = false
  ) -> Expression {
    let isSlope = if case .derivative = self { true } else { false }
    guard isSlope || !children.isEmpty else { return self }
    let parts = withChildren(
      children.map {
        $0.withoutInnerSlopes(
          of: numbers, functions, isInside: isInside || isSlope)
      })
    guard isInside, case .derivative(let top, let bottom, _) = parts,
      case .name(let name) = bottom.ungrouped,
      numbers.isSuperset(of: top.names),
      let slope = try? top.differentiated(by: name, functions: functions)
    else { return parts }
    return .group(slope)
  }

  fileprivate var namesEntry: Bool {
    switch self {
    case .matrix(let rows):
      rows.contains { $0.contains { $0.constant != nil } }
    case .entry(_, let places):
      places.contains { $0.children.contains { $0.constant != nil } }
    default: false
    }
  }
}
