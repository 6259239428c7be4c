import Matrices

/// A worksheet at one set of numbers, at which many lines are looked at.
///
/// Everything that the worksheet computes is computed once; a line costs its
/// own operations alone. Its shapes are not inferred: what does not fit has
/// no value.
public struct Sample {
  public let valuation: Valuation
  private let evaluator: Evaluator<RealArithmetic>

  /// - Parameters:
  ///   - valuation: The numbers.
  ///   - locals: Further names and what they stand for.
  public init(_ valuation: Valuation, locals: [Name: Matrix<Double>] = [:]) {
    self.valuation = valuation
    let worksheet = valuation.worksheet
    var evaluator = Evaluator(
      scope: valuation.scope(with: locals),
      values: valuation.values.merging(locals) { own, _ in own },
      arithmetic: RealArithmetic(slopeAtKink: worksheet.slopeAtKink))
    evaluator.derivative = { top, bottom in
      try valuation.value(
        of: .derivative(top, by: bottom, .straight), locals: locals)
    }
    self.evaluator = evaluator
  }

  /// Returns the value of a line.
  ///
  /// - Parameter line: An expression in the worksheet's names.
  /// - Returns: The value, or nothing where it has none that is finite.
  public func value(of line: Expression) -> Matrix<Double>? {
    var evaluator = evaluator
    guard let value = try? evaluator.value(of: line),
      value.storage.allSatisfy(\.isFinite)
    else { return nil }
    return value
  }

  public func value(of name: Name) -> Matrix<Double>? {
    valuation.values[name]
  }
}

extension Worksheet {
  /// The sizes that may be chosen at will, in order.
  public var freeSizes: [Name] {
    var names: Set<Name> = []
    for given in givens {
      guard case .matrix(let rows, let columns) = given.shape else { continue }
      for case .size(let name) in [rows, columns]
      where !name.text.contains("+") {
        if Dimension.size(name).count(sizes: sizes) == nil {
          names.insert(name)
        }
      }
    }
    return names.sorted()
  }

  /// The worksheet at numbers that are drawn.
  ///
  /// - Parameters:
  ///   - sizes: A number for every free size.
  ///   - seed: The same one gives the same numbers.
  ///   - own: Values whose shapes are kept, where entries are named by number.
  ///   - names: Further names that are to stand for a number.
  /// - Returns: Nothing where a size is unknown, or no numbers were found at
  ///   which all is finite.
  public func sample(
    sizes: [Name: Int], seed: UInt64,
    shapedAs own: [Name: Matrix<Double>] = [:],
    with names: Set<Name> = []
  ) -> Sample? {
    var draw = SampleDraw(self, sizes: sizes, seed: seed, own: own)
    for attempt in 0..<12 {
      // Logarithms and roots may need positive numbers, and small ones.
      draw.isPositive = attempt % 4 == 2
      draw.scale = [1, 0.5, 2][attempt % 3]
      guard let givens = draw.givens() else { return nil }
      guard let valuation = try? Valuation(self, givens: givens),
        valuation.firstNotFinite == nil
      else { continue }
      var locals: [Name: Matrix<Double>] = [:]
      for name in names.sorted() where valuation.values[name] == nil {
        locals[name] = Matrix(scalar: draw.rate())
      }
      return Sample(valuation, locals: locals)
    }
    return nil
  }
}

extension Given {
  /// A letter may be declared of any size; more than this is not drawn.
  static let mostEntries = 10_000

  /// The shape of a value that is drawn: of one's own, or what the sizes make
  /// it.
  func shape(
    sizes: [Name: Dimension], own: [Name: Matrix<Double>]
  ) -> Shape? {
    if let value = own[name] { return value.shape }
    guard let rows = shape.rows.count(sizes: sizes),
      let columns = shape.columns.count(sizes: sizes)
    else { return nil }
    return Shape(rows: rows, columns: columns)
  }
}

/// Numbers drawn for what a worksheet is given.
private struct SampleDraw {
  let worksheet: Worksheet
  let dimensions: [Name: Dimension]
  let own: [Name: Matrix<Double>]
  var isPositive = false
  var scale = 1.0
  private var state: UInt64

  init(
    _ worksheet: Worksheet, sizes: [Name: Int], seed: UInt64,
    own: [Name: Matrix<Double>]
  ) {
    self.worksheet = worksheet
    self.own = own
    dimensions = worksheet.sizes.merging(
      sizes.mapValues { .fixed($0) }
    ) { _, chosen in chosen }
    state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678_9ABC_DEF1
  }

  mutating func givens() -> [Name: Matrix<Double>]? {
    var values: [Name: Matrix<Double>] = [:]
    for given in worksheet.givens {
      guard let shape = given.shape(sizes: dimensions, own: own),
        let count = shape.count, count <= Given.mostEntries
      else { return nil }
      let entries = (0..<count).map { _ in number(for: given) }
      guard
        let value = try? Matrix(
          rows: shape.rows, columns: shape.columns, storage: entries)
      else { return nil }
      values[given.name] = constrained(value, given.name)
    }
    return values
  }

  private mutating func number(for given: Given) -> Double {
    // A target is often a share, and a constant such as λ is above 0.
    switch given.role {
    case .target: 0.05 + 0.9 * unit()
    case .constant: 0.2 + 0.7 * unit()
    default:
      isPositive ? scale * (0.05 + 0.95 * unit()) : scale * (2 * unit() - 1)
    }
  }

  /// A number for a name that nothing is known of.
  mutating func rate() -> Double { 0.2 + 0.6 * unit() }

  /// A number from 0 to 1.
  private mutating func unit() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    mixed ^= mixed >> 31
    return Double(mixed >> 11) * 0x1p-53
  }

  /// The value made to keep what the worksheet assumes of it.
  private func constrained(
    _ value: Matrix<Double>, _ name: Name
  ) -> Matrix<Double> {
    guard worksheet.assumptions.contains(.columnsSumToOne(name)) else {
      return value
    }
    let isMirrored = worksheet.notation.examples == .rows
    var value = isMirrored ? value.transposed : value
    for column in 0..<value.columns {
      let total = (0..<value.rows).reduce(0) {
        $0 + value[$1, column].magnitude
      }
      for row in 0..<value.rows { value[row, column] /= total }
    }
    return isMirrored ? value.transposed : value
  }
}
