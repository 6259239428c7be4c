import Algebra
import Matrices
import Networks

/// What stands on a bench of the learner's own: declarations, equations, and
/// the numbers that were set.
struct BenchSheet: Sendable {
  private(set) var givens: [Given] = []
  private(set) var equations: [Equation] = []
  private(set) var assumptions: Set<Worksheet.Assumption> = []
  /// The values that were set; the others are drawn.
  private(set) var values: [Name: Matrix<Double>] = [:]
  /// The layered network that this is, until something is added to it.
  private(set) var network: NetworkDescription?
  /// What the classes of its examples are called, where that is known.
  private(set) var classes: [String] = []
  /// The examples that are kept to test, where there are any.
  private(set) var test: DataSet?
  /// The derivation that is being written on it.
  var chain: Chain?
  private var functions: [Name: Function] = [:]
  private var delta = Worksheet.DeltaConvention.mean
  private var slopeAtKink = 0.0

  init() {}

  /// The sheet of a network with its numbers.
  init(
    _ description: NetworkDescription, _ values: [Name: Matrix<Double>]
  ) throws(WorksheetFault) {
    let worksheet = try description.worksheet()
    givens = worksheet.givens
    equations = worksheet.shownEquations.map {
      Equation($0.name, $0.expression, role: $0.role)
    }
    assumptions = worksheet.assumptions
    functions = worksheet.functions
    delta = worksheet.delta
    slopeAtKink = worksheet.slopeAtKink
    self.values = values
    network = description
  }

  var isEmpty: Bool { givens.isEmpty && equations.isEmpty }

  var sizeNames: Set<Name> { Set(givens.flatMap(\.shape.sizeNames)) }

  // MARK: What can be written down

  mutating func add(_ given: Given, value: Matrix<Double>? = nil) {
    givens.append(given)
    values[given.name] = value
    network = nil
  }

  mutating func assume(_ assumption: Worksheet.Assumption) {
    assumptions.insert(assumption)
    network = nil
  }

  /// Adds an equation; the first number called C is the cost.
  mutating func add(_ name: Name, _ expression: Expression, isCost: Bool) {
    equations.append(Equation(name, expression))
    network = nil
    if isCost { makeCost(name) }
  }

  /// Makes a quantity the one cost.
  mutating func makeCost(_ name: Name) {
    equations = equations.map { equation in
      let isCost = equation.name == name
      guard isCost || equation.role == .cost else { return equation }
      return Equation(
        equation.name, equation.expression, role: isCost ? .cost : .forward)
    }
  }

  /// Sets a given quantity, which fixes the sizes of its axes.
  mutating func set(_ name: Name, to value: Matrix<Double>) {
    values[name] = value
    assumptions = assumptions.filter { $0.name != name || $0.holds(for: value) }
  }

  /// Takes other examples.
  ///
  /// - Parameters:
  ///   - data: The examples.
  ///   - input: What the inputs are called.
  ///   - target: What the targets are called.
  mutating func take(_ data: LearnedData, as input: Name, _ target: Name) {
    set(input, to: data.learned.x)
    set(target, to: data.learned.y)
    note(data.learned.classes, data.test)
  }

  /// Keeps what is known of the examples besides their numbers.
  mutating func note(_ classes: [String], _ test: DataSet?) {
    self.classes = classes
    self.test = test
  }

  // MARK: What comes of it

  /// The equations with the slopes of the cost, if there is one.
  ///
  /// - Throws: ``WorksheetFault``.
  func worksheet(
    with defined: [Name: Function]
  ) throws(WorksheetFault) -> Worksheet {
    let worksheet = Worksheet(
      givens: givens, equations: equations,
      sizes: Dictionary(
        uniqueKeysWithValues: sizeNames.map { ($0, .size($0)) }),
      functions: functions.merging(defined) { own, _ in own }, delta: delta,
      slopeAtKink: slopeAtKink, assumptions: assumptions)
    try worksheet.checkShapes()
    return worksheet.cost == nil
      ? worksheet : try worksheet.withBackwardPass()
  }

  /// A number for every given quantity.
  var numbers: [Name: Matrix<Double>] {
    let lengths = self.lengths
    var numbers = values
    for given in givens where numbers[given.name] == nil {
      let isClass =
        assumptions.contains(.columnsSumToOne(given.name))
        || assumptions.contains(.oneHotColumns(given.name))
      let isPositive = assumptions.contains(.positive(given.name))
      let drawn = Matrix.drawn(
        given.name.text, given.shape.shape(lengths), areClasses: isClass)
      numbers[given.name] =
        isPositive && !isClass ? drawn?.map(\.magnitude) : drawn
    }
    return numbers
  }

  /// How long each size is: as what was set says, else the next whole number
  /// that no other size has.
  private var lengths: [Name: Int] {
    var lengths: [Name: Int] = [:]
    for given in givens {
      guard let value = values[given.name] else { continue }
      for (name, length) in given.shape.lengths(of: value.shape) {
        lengths[name] = length
      }
    }
    var next = 2
    for name in givens.flatMap(\.shape.sizeNames) where lengths[name] == nil {
      while lengths.values.contains(next) { next += 1 }
      lengths[name] = next
    }
    return lengths
  }
}

extension SymbolicShape {
  /// The sizes in it, rows first.
  fileprivate var sizeNames: [Name] {
    guard case .matrix(let rows, let columns) = self else { return [] }
    return [rows, columns].compactMap { axis in
      if case .size(let name) = axis { name } else { nil }
    }
  }

  fileprivate func lengths(of shape: Shape) -> [(Name, Int)] {
    guard case .matrix(let rows, let columns) = self else { return [] }
    return zip([rows, columns], [shape.rows, shape.columns]).compactMap {
      axis, length in
      if case .size(let name) = axis { (name, length) } else { nil }
    }
  }

  fileprivate func shape(_ lengths: [Name: Int]) -> Shape {
    guard case .matrix(let rows, let columns) = self else {
      return Shape(rows: 1, columns: 1)
    }
    func length(_ axis: Dimension) -> Int {
      switch axis {
      case .one: 1
      case .fixed(let count): count
      case .size(let name): lengths[name] ?? 1
      }
    }
    return Shape(rows: length(rows), columns: length(columns))
  }
}

extension Matrix<Double> {
  /// Small tidy numbers, the same whenever the name is the same; where they
  /// are classes, each column is a one among zeros.
  fileprivate static func drawn(
    _ seed: String, _ shape: Shape, areClasses: Bool
  ) -> Matrix? {
    let tidy = [-2, -1.5, -1, -0.5, 0.5, 1, 1.5, 2]
    func choice(_ place: Int, of count: Int) -> Int {
      let number = "\(seed) \(place)".scattered
      return Int((number ^ (number >> 29)) % UInt64(Swift.max(count, 1)))
    }
    let places = 0..<(shape.rows * shape.columns)
    let storage = places.map { place -> Double in
      guard areClasses else { return tidy[choice(place, of: tidy.count)] }
      let (column, row) = place.quotientAndRemainder(dividingBy: shape.rows)
      return row == choice(column, of: shape.rows) ? 1 : 0
    }
    return try? Matrix(
      rows: shape.rows, columns: shape.columns, storage: storage)
  }
}
