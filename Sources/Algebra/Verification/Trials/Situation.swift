import Matrices

/// A worksheet with numbers of some kind, at which both sides of an equality
/// have values.
struct Situation<A: ElementaryArithmetic> {
  typealias Value = Matrix<A.Number>

  private let scope: Scope
  private let equations: [Equation]
  /// Which side of an equation's `=` is worked out when a quantity is moved as
  /// if it were free, or when none is.
  private let form: @Sendable (Equation, Name?) -> Expression
  /// The quantity that changes where there is a differential.
  private let moving: Name?
  private var evaluator: Evaluator<A>

  /// Works out every equation.
  ///
  /// - Parameters:
  ///   - equality: Whose worksheet it is.
  ///   - givens: A value for all that is given.
  ///   - arithmetic: What computes.
  ///   - form: Which side of an equation's `=` is worked out.
  /// - Throws: What the arithmetic throws, or a fault.
  init(
    _ equality: Equality, givens: [Name: Value], in arithmetic: A,
    form: @escaping @Sendable (Equation, Name?) -> Expression
  ) throws {
    scope = equality.symbols.bound(to: givens.mapValues(\.shape))
    equations = equality.worksheet.equations
    self.form = form
    moving = equality.moving
    evaluator = Evaluator(
      scope: scope, values: givens, arithmetic: arithmetic)
    for equation in equations {
      evaluator.values[equation.name] = try value(of: form(equation, nil))
    }
  }

  var arithmetic: A {
    get { evaluator.arithmetic }
    set { evaluator.arithmetic = newValue }
  }

  mutating func value(of expression: Expression) throws -> Value {
    var plain = self
    // Else what finds slopes would hold what found them before.
    plain.evaluator.derivative = nil
    plain.evaluator.differential = nil
    let slopes = SlopeFinder(plain)
    evaluator.derivative = { top, bottom in
      try slopes.slope(of: top, in: bottom)
    }
    evaluator.differential = { inner in try slopes.change(of: inner) }
    return try evaluator.value(of: expression)
  }
}

/// Finds slopes in a situation from a record of what led to what.
///
/// It works on numbers and knows nothing of the rules by which the backward
/// equations of a worksheet are derived.
private struct SlopeFinder<A: ElementaryArithmetic> {
  typealias Value = Matrix<A.Number>

  private let situation: Situation<A>

  init(_ situation: Situation<A>) { self.situation = situation }

  /// Shapes: of a number in a matrix the shape of the matrix, of a matrix in
  /// a number the shape of the first.
  func slope(of top: Expression, in bottom: Expression) throws -> Value {
    guard let base = bottom.baseName else {
      throw ExpressionFault(.derivativeByFormula, at: [1])
    }
    let places = try situation.places(of: bottom, in: base)
    var (evaluator, count) = try situation.recording(base, for: top)
    let value = try evaluator.value(of: top)
    try evaluator.arithmetic.refuseUndefined(value)
    if places.shape.isScalar {
      let place = places.storage[0]
      return try value.map { number throws in
        evaluator.arithmetic.slopes(of: number, inFirst: count)[place]
      }
    }
    guard value.shape.isScalar else {
      throw ExpressionFault(.derivativeInside)
    }
    let slopes = evaluator.arithmetic.slopes(
      of: value.storage[0], inFirst: count)
    return places.map { slopes[$0] }
  }

  /// How an expression follows when the moving quantity changes.
  func change(of expression: Expression) throws -> Value {
    guard let moving = situation.movingQuantity else {
      throw ExpressionFault(.differentialAlone)
    }
    var (evaluator, _) = try situation.recording(moving, for: expression)
    let value = try evaluator.value(of: expression)
    try evaluator.arithmetic.refuseUndefined(value)
    let changes = evaluator.arithmetic.changes(
      ofFirst: try situation.changeOfMoving().storage)
    let zero = evaluator.arithmetic.base.zero
    return value.map { number in number.place.map { changes[$0] } ?? zero }
  }
}

/// Says that something is no number, and so has no slope either.
private struct UndefinedValue: Error {}

extension RecordingArithmetic {
  /// A rule may give a slope where there is no value, as that of ln below 0.
  fileprivate func refuseUndefined(
    _ value: Matrix<Recorded<Base.Number>>
  ) throws(UndefinedValue) {
    let isUndefined = value.storage.contains { base.double($0.value).isNaN }
    if isUndefined { throw UndefinedValue() }
  }
}

extension Situation {
  fileprivate var movingQuantity: Name? { moving }

  /// The name of the letter that holds the change of the moving quantity.
  static func change(of name: Name) -> Name {
    Name(stem: "change of " + name.stem, index: name.index)
  }

  fileprivate func changeOfMoving() throws -> Value {
    guard let moving, let change = evaluator.values[Self.change(of: moving)]
    else { throw ExpressionFault(.differentialAlone) }
    return change
  }

  /// Which entries of a quantity an expression such as `W1[1,:]` names, as
  /// their places in its storage.
  fileprivate func places(
    of bottom: Expression, in base: Name
  ) throws -> Matrix<Int> {
    guard let value = evaluator.values[base] else {
      throw ExpressionFault(.unknownName(base), at: [1])
    }
    return try bottom.places(in: value, called: base, scope: scope)
  }

  /// All quantities, with the influence of one of them recorded as if it were
  /// free; its entries are the first that are followed.
  fileprivate func recording(
    _ base: Name, for top: Expression
  ) throws -> (Evaluator<RecordingArithmetic<A>>, count: Int) {
    guard let value = evaluator.values[base] else {
      throw ExpressionFault(.unknownName(base), at: [1])
    }
    var arithmetic = RecordingArithmetic(evaluator.arithmetic)
    let followed = try Matrix(
      rows: value.rows, columns: value.columns,
      storage: value.storage.map { arithmetic.followed($0) })
    var recording = Evaluator(
      scope: scope,
      values: evaluator.values.mapValues { $0.map { Recorded($0) } },
      arithmetic: arithmetic)
    recording.values[base] = followed
    recording.indices = evaluator.indices
    var changed: Set<Name> = [base]
    let needed = sources(of: Set(top.names), moving: base)
    for equation in equations
    where needed.contains(equation.name) && equation.name != base {
      let expression = form(equation, base)
      guard !changed.isDisjoint(with: expression.names) else { continue }
      changed.insert(equation.name)
      recording.values[equation.name] = try recording.value(of: expression)
    }
    return (recording, value.storage.count)
  }

  private func sources(of names: Set<Name>, moving base: Name) -> Set<Name> {
    var sources = names
    for equation in equations.reversed() where sources.contains(equation.name) {
      sources.formUnion(form(equation, base).names)
    }
    return sources
  }
}
