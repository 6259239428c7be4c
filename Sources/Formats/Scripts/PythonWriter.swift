import Algebra
import Matrices

/// Writes expressions of the language in Python.
///
/// The tree is translated form by form, its order and its parentheses kept:
/// what a script computes is what the page shows.
struct PythonWriter {
  let library: PythonLibrary
  let slopeAtKink: Double
  var scope: Scope
  var names: PythonNames
  /// What the script has to define, each after what it calls.
  private(set) var definitions: [PythonDefinition] = []
  /// How many values the index of a sum has.
  var length: (Name, Expression, [Name]) throws -> Int
  /// The indices of the sums around.
  var indices: [Name] = []
  /// The sizes that were used, which the script has to give.
  private(set) var sizes: [Name] = []

  init(_ valuation: Valuation, library: PythonLibrary) {
    self.library = library
    scope = valuation.scope
    slopeAtKink = valuation.worksheet.slopeAtKink
    names = PythonNames()
    length = { try valuation.length(of: $0, in: $1, within: $2) }
  }

  /// The formula as one that may stand between commas.
  mutating func text(_ expression: Expression) throws(ScriptFault) -> String {
    try term(expression).text
  }

  mutating func term(
    _ expression: Expression
  ) throws(ScriptFault) -> PythonTerm {
    switch expression {
    case .number(let numeral): return PythonTerm(numeral)
    case .name(let name): return term(name)
    case .group(let inner):
      let inner = try term(inner)
      var outer = inner
      outer.text = inner.text(atLeast: .primary)
      outer.binding = .primary
      return outer
    case .negation(let inner): return try negation(of: inner)
    case .transpose(let inner):
      let matrix = try term(inner)
      // A number is its own transpose.
      if isNumber(inner) { return matrix }
      return PythonTerm("\(matrix.text(atLeast: .primary)).T")
    case .binary(let sign, let left, let right):
      return try binary(sign, left, right)
    case .call(let name, let primes, let arguments):
      return try call(name, primes, arguments)
    case .entry(let base, let places): return try entry(base, places)
    case .matrix(let rows): return try matrix(rows)
    case .sum(let index, let body): return try sum(over: index, body)
    case .derivative, .differential: throw .noValue(expression)
    }
  }

  private mutating func term(_ name: Name) -> PythonTerm {
    let isIndex = indices.contains(name)
    let isSize = !isIndex && scope.shapes[name] == nil
    if isSize, !sizes.contains(name) { sizes.append(name) }
    let isWhole = isIndex || isSize
    return PythonTerm(
      names.identifier(name), isPlain: isWhole, isWhole: isWhole)
  }

  private mutating func negation(
    of inner: Expression
  ) throws(ScriptFault) -> PythonTerm {
    let inner = try term(inner)
    return PythonTerm(
      "-\(inner.text(atLeast: .product))",
      min(inner.binding, .sign) == .product
        ? .product : .sign, isPlain: inner.isPlain, isWhole: inner.isWhole)
  }

  private mutating func sum(
    over index: Name, _ body: Expression
  ) throws(ScriptFault) -> PythonTerm {
    let count: Int
    do { count = try length(index, body, indices) } catch {
      throw .noValue(.sum(over: index, body))
    }
    indices.append(index)
    defer { indices.removeLast() }
    let term = try text(body)
    let name = names.identifier(index)
    return PythonTerm("sum(\(term) for \(name) in range(1, \(count + 1)))")
  }

  /// Takes a definition and those that it needs into the script.
  mutating func define(_ all: [PythonDefinition]) {
    for definition in all
    where !definitions.contains(where: { $0.name == definition.name }) {
      definitions.append(definition)
    }
  }
}

// MARK: - Shapes

extension PythonWriter {
  /// What a part is; the indices of the sums around it change no shape.
  func shape(of part: Expression) -> SymbolicShape? {
    var values: [Name: Expression] = [:]
    for index in indices { values[index] = 1 }
    return try? part.substituting(values).shape(in: scope)
  }

  func isNumber(_ part: Expression) -> Bool { shape(of: part) == .scalar }

  /// The rows and columns of a part.
  func counts(of part: Expression) -> Shape? {
    switch shape(of: part) {
    case nil: nil
    case .scalar?: Shape(rows: 1, columns: 1)
    case .matrix(let rows, let columns)?:
      if let rows = rows.count(sizes: scope.sizes),
        let columns = columns.count(sizes: scope.sizes)
      {
        Shape(rows: rows, columns: columns)
      } else {
        nil
      }
    }
  }
}

extension PythonTerm {
  /// A number as Python reads it, which takes no zero before another digit.
  fileprivate init(_ numeral: Numeral) {
    let text = numeral.ascii
    let isWhole = text.allSatisfy(\.isNumber)
    guard isWhole, let number = Int(text), number < 1 << 53 else {
      self.init(
        isWhole ? "\(numeral.value)" : text, isPlain: true)
      return
    }
    self.init(String(number), isPlain: true, isWhole: true)
  }
}
