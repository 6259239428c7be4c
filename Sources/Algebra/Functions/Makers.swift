import Matrices

extension Function {
  /// A matrix of ones, by its rows and columns.
  public static let ones = Function(
    "ones", summary: "A matrix of ones, by its rows and columns.",
    example: "ones(2, 3)", body: Maker(name: "ones", kind: .ones))

  /// A matrix of zeros, by its rows and columns.
  public static let zeros = Function(
    "zeros", summary: "A matrix of zeros, by its rows and columns.",
    example: "zeros(2, 3)", body: Maker(name: "zeros", kind: .zeros))

  /// The unit matrix, by its rows.
  public static let eye = Function(
    "eye", spoken: "unit matrix", summary: "The unit matrix, by its rows.",
    example: "eye(3)", body: Maker(name: "eye", kind: .unit))

  /// The number of rows and of columns, as a row.
  public static let shape = Function(
    "shape", spellings: ["size"],
    summary: "The number of rows and of columns, as a row.",
    example: "shape([1 2 3])", body: ShapeRow())
}

/// A matrix that sizes alone decide.
struct Maker: FunctionBody {
  let name: Name
  let kind: Kind

  enum Kind {
    case ones
    case zeros
    case unit
  }

  var arity: ClosedRange<Int> { kind == .unit ? 1...1 : 2...2 }

  func shape(
    _ arguments: [SymbolicShape], sizes: [Dimension?]
  ) throws(ExpressionFault) -> SymbolicShape {
    var found: [Dimension] = []
    for (step, size) in sizes.enumerated() {
      guard let size else {
        throw ExpressionFault(.sizeWanted(name), at: [step])
      }
      found.append(size)
    }
    guard let rows = found.first, let columns = found.last else {
      throw ExpressionFault(.sizeWanted(name))
    }
    return .matrix(rows: rows, columns: columns)
  }

  func value<A: ElementaryArithmetic>(
    _ arguments: [Matrix<A.Number>], of function: Function,
    in arithmetic: inout A
  ) throws -> Matrix<A.Number> {
    var sizes: [Int] = []
    for (step, argument) in arguments.enumerated() {
      guard argument.shape.isScalar,
        let size = Int(exactly: arithmetic.double(argument.storage[0])),
        size > 0
      else { throw ExpressionFault(.sizeWanted(name), at: [step]) }
      sizes.append(size)
    }
    guard let rows = sizes.first, let columns = sizes.last else {
      throw ExpressionFault(.sizeWanted(name))
    }
    let (zero, one) = (arithmetic.zero, arithmetic.one)
    switch kind {
    case .ones:
      return try Matrix(repeating: one, rows: rows, columns: columns)
    case .zeros:
      return try Matrix(repeating: zero, rows: rows, columns: columns)
    case .unit:
      return try Matrix(rows: rows, columns: columns) {
        $0 == $1 ? one : zero
      }
    }
  }

  func pullback(_ passage: Passage) -> [Contribution?] {
    passage.arguments.map { _ in nil }
  }
}

/// The number of rows and of columns.
struct ShapeRow: FunctionBody {
  let arity = 1...1

  func shape(
    _ arguments: [SymbolicShape], sizes: [Dimension?]
  ) throws(ExpressionFault) -> SymbolicShape {
    .matrix(rows: .one, columns: .fixed(2))
  }

  func value<A: ElementaryArithmetic>(
    _ arguments: [Matrix<A.Number>], of function: Function,
    in arithmetic: inout A
  ) throws -> Matrix<A.Number> {
    let argument = try arguments.only()
    let sizes = [argument.rows, argument.columns]
    return try Matrix(
      rows: 1, columns: 2,
      storage: sizes.map { arithmetic.number(Double($0)) })
  }

  func pullback(_ passage: Passage) -> [Contribution?] { [nil] }
}
