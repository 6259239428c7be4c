/// Finds the shape of an expression, part by part.
struct ShapeInference {
  let scope: Scope
  /// The axes at which the bound indices stood alone, innermost sum last.
  private var indices: [(name: Name, axes: [Axis])] = []
  private var depth = 0

  /// Begins with the indices of the sums around an expression.
  init(_ scope: Scope, bound: [Name] = []) {
    self.scope = scope
    indices = bound.map { ($0, []) }
  }

  /// What a subscript walks along, and the number of its first place.
  struct Axis {
    let length: Dimension
    let first: Int

    init(_ length: Dimension, _ first: Int) {
      self.length = length
      self.first = first
    }
  }

  /// As deep as the reader nests, and a little more for what is derived.
  static let depthLimit = 512

  mutating func shape(
    _ expression: Expression
  ) throws(ExpressionFault) -> SymbolicShape {
    guard depth < Self.depthLimit else {
      throw ExpressionFault(.tooDeep(limit: Self.depthLimit))
    }
    depth += 1
    defer { depth -= 1 }
    switch expression {
    case .number: return .scalar
    case .name(let name): return try shape(ofName: name)
    case .negation(let inner), .group(let inner), .differential(let inner):
      return try child(0, inner)
    case .transpose(let inner): return try child(0, inner).transposed
    case .binary(let sign, let left, let right):
      let left = try child(0, left)
      let right = try child(1, right)
      return try shape(sign, left, right)
    case .call(let name, let primes, let arguments):
      return try call(name, primes, arguments)
    case .entry(let base, let places): return try entry(base, places)
    case .matrix(let rows): return try matrix(rows)
    case .derivative(let top, let bottom, _):
      return try derivative(top, bottom)
    case .sum(let index, let body): return try sum(index, body)
    }
  }

  mutating func child(
    _ step: Int, _ expression: Expression
  ) throws(ExpressionFault) -> SymbolicShape {
    do { return try shape(expression) } catch { throw error.within(step) }
  }

  private func shape(ofName name: Name) throws(ExpressionFault) -> SymbolicShape
  {
    if indices.contains(where: { $0.name == name }) { return .scalar }
    guard let shape = scope.shape(of: name) else {
      throw ExpressionFault(.unknownName(name))
    }
    return shape
  }
}

extension ShapeInference {
  private mutating func call(
    _ name: Name, _ primes: Int, _ arguments: [Expression]
  ) throws(ExpressionFault) -> SymbolicShape {
    let function = try scope.function(name, taking: arguments.count)
    guard primes == 0 || function.elementwise != nil else {
      throw ExpressionFault(.primesOnMany(name))
    }
    // One more is left for the slope that a dual number takes.
    guard primes < Elementwise.orderLimit else {
      throw ExpressionFault(
        .tooManyPrimes(name, limit: Elementwise.orderLimit - 1))
    }
    var shapes: [SymbolicShape] = []
    for (step, argument) in arguments.enumerated() {
      shapes.append(try child(step, argument))
    }
    // A function does not know the scope: what agrees there has one shape.
    if shapes.count == 2,
      let both = shapes[0].unified(with: shapes[1], sizes: scope.sizes)
    {
      shapes = [both, both]
    }
    return try function.body.shape(
      shapes, sizes: arguments.map { scope.dimension(named: $0) })
  }

  private mutating func derivative(
    _ top: Expression, _ bottom: Expression
  ) throws(ExpressionFault) -> SymbolicShape {
    let above = try child(0, top)
    let below = try child(1, bottom)
    switch bottom.ungrouped {
    case .name: break
    case .entry(let base, _):
      guard case .name = base.ungrouped else {
        throw ExpressionFault(.derivativeByFormula, at: [1])
      }
    case .number:
      throw ExpressionFault(.derivativeOfNothingNamed, at: [1])
    default: throw ExpressionFault(.derivativeByFormula, at: [1])
    }
    guard above.isScalar else {
      throw ExpressionFault(.derivativeOfMatrix(above, by: below))
    }
    return below
  }

  private mutating func sum(
    _ index: Name, _ body: Expression
  ) throws(ExpressionFault) -> SymbolicShape {
    try range(of: index, in: body).shape
  }

  /// The shape of a sum's terms, the axis along which its index runs, and the
  /// number of the first place there.
  mutating func range(
    of index: Name, in body: Expression
  ) throws(ExpressionFault) -> (
    shape: SymbolicShape, axis: Dimension, first: Int
  ) {
    indices.append((index, []))
    let outcome: Result<SymbolicShape, ExpressionFault>
    do { outcome = .success(try child(0, body)) } catch {
      outcome = .failure(error)
    }
    let axes = indices.removeLast().axes
    let shape = try outcome.get()
    guard let start = axes.first else {
      throw ExpressionFault(.indexWithoutAxis(index))
    }
    var axis = start.length
    for other in axes.dropFirst() {
      guard other.first == start.first,
        let both = axis.unified(with: other.length, sizes: scope.sizes)
      else {
        throw ExpressionFault(
          .indexOfDifferentAxes(index, axis, other.length))
      }
      axis = both
    }
    return (shape, axis, start.first)
  }

  /// Notes that an index stands alone at an axis, and so runs along it.
  mutating func note(_ place: Expression, at axis: Axis) {
    guard case .name(let name) = place.ungrouped,
      let bound = indices.lastIndex(where: { $0.name == name })
    else { return }
    indices[bound].axes.append(axis)
  }
}

extension Scope {
  /// The dimension that an expression names: a size, a whole number, or a sum
  /// of such.
  func dimension(named expression: Expression) -> Dimension? {
    switch expression {
    case .name(let name): return Dimension.named(name, sizes: sizes)
    case .number(let numeral):
      guard numeral.value < Dimension.limit else { return nil }
      return Int(exactly: numeral.value).map(Dimension.written)
    case .group(let inner): return dimension(named: inner)
    case .binary(.add, let left, let right):
      guard let left = dimension(named: left),
        let right = dimension(named: right)
      else { return nil }
      return .sum([left, right])
    default: return nil
    }
  }
}

extension Expression {
  /// Returns what the value is, before any number is known.
  ///
  /// - Parameter scope: What the names in the expression are.
  /// - Returns: The shape of the value.
  /// - Throws: The first fault from left to right, innermost first.
  public func shape(
    in scope: Scope
  ) throws(ExpressionFault) -> SymbolicShape {
    var inference = ShapeInference(scope)
    return try inference.shape(self)
  }
}
