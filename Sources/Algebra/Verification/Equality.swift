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
    Equality(
      left, right, in: self, letters: letters, givens: givens, moving: moving
    ).verdict
  }

  /// The equations that lead to any of the names, with the letters as givens.
  public func needed(
    for names: Set<Name>, with letters: [FreeLetter] = []
  ) -> Worksheet {
    let sources = sources(of: names)
    var worksheet = self
    worksheet.equations = equations.filter {
      $0.role != .update && sources.contains($0.name)
    }
    worksheet.givens = givens.filter { sources.contains($0.name) }
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
    let scope = worksheet.scope
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
    [left, right].contains {
      $0.parts.contains { part in
        if case .derivative = part.part { true } else { false }
      }
    }
  }
}

extension Expression {
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
