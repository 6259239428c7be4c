/// What is said of a fault: the problem, the rule, what to type instead, and
/// a word under each part that is to blame.
public struct FaultWording: Hashable, Sendable {
  /// What is wrong, in lower case without a full stop.
  public var headline: String
  /// The rule that was not kept.
  public var note: String?
  /// Lines that can be typed, each of which has a value.
  public var remedies: [String] = []
  public var labels: [Label] = []

  public struct Label: Hashable, Sendable {
    /// The part of the whole expression.
    public var path: Path
    public var text: String
  }

  init(_ headline: String, _ note: String? = nil) {
    self.headline = headline
    self.note = note
  }
}

extension ExpressionFault {
  /// Returns what is said of the fault.
  ///
  /// - Parameters:
  ///   - expression: The whole expression in which the fault is.
  ///   - source: The line as it was typed.
  ///   - columns: Where in the line each part stands.
  ///   - scope: What the names are.
  /// - Returns: The wording.
  public func wording(
    of expression: Expression, source: String,
    columns: @escaping (Path) -> Range<Int>?, scope: Scope
  ) -> FaultWording {
    let chance = problem.sizesEqualByChance(in: scope)
    let line = FaultyLine(
      expression: expression, source: source, columns: columns, scope: scope,
      path: path, saysLetters: !chance.isEmpty)
    var wording = line.wording(problem)
    if let first = chance.first,
      let count = Dimension.size(first).count(
        sizes: scope.sizes)
    {
      let names = chance.map(\.text).joined(separator: " and ")
      wording.note =
        "\(names) are both \(count) here by chance, and need not be"
    }
    wording.remedies = line.remedies(problem)
    if wording.labels.isEmpty { wording.labels = [line.label(path, "")] }
    return wording
  }
}

/// A line in which something is wrong.
struct FaultyLine {
  let expression: Expression
  let source: String
  let columns: (Path) -> Range<Int>?
  let scope: Scope
  /// The part to blame.
  let path: Path
  /// Whether shapes are said in letters, since their numbers look alike.
  let saysLetters: Bool

  /// The part as it was typed, or what it is called where that is long.
  func text(_ path: Path, else noun: String = "this") -> String {
    guard let text = typed(path), text.count <= 24 else { return noun }
    return text
  }

  /// The part as it was typed, without the `d` of `dC/dW1`.
  func typed(_ path: Path) -> String? {
    guard let range = columns(path) else { return nil }
    let text = source.dropFirst(range.lowerBound).prefix(range.count)
    guard
      case .derivative(_, _, let form) = expression.part(
        at: Path(path.dropLast())), form != .applied, !path.isEmpty
    else { return String(text) }
    return String(
      text.first == "d" || text.first == "∂" ? text.dropFirst() : text)
  }

  /// Whether the part was typed with brackets around it.
  func isBracketed(_ path: Path) -> Bool {
    guard let text = typed(path), text.first == "(" else { return false }
    var depth = 0
    for (place, character) in text.enumerated() {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if depth == 0 { return place == text.count - 1 }
    }
    return false
  }

  /// The part as it was typed, without brackets around it.
  func bare(_ path: Path) -> String? {
    let text = typed(path)
    return isBracketed(path)
      ? text.map { String($0.dropFirst().dropLast()) } : text
  }

  func label(_ path: Path, _ text: String) -> FaultWording.Label {
    FaultWording.Label(path: path, text: text)
  }

  /// A shape with numbers for the sizes that are known.
  func say(_ shape: SymbolicShape) -> String {
    guard case .matrix(let rows, let columns) = shape else {
      return shape.description
    }
    return SymbolicShape.joined(say(rows), say(columns))
  }

  func say(_ dimension: Dimension) -> String {
    guard !saysLetters else { return dimension.description }
    return dimension.count(sizes: scope.sizes).map(String.init)
      ?? dimension.description
  }

  func say(_ dimension: Dimension, _ noun: String) -> String {
    let count = say(dimension)
    return count == "1" ? "1 \(noun)" : "\(count) \(noun)s"
  }
}

extension FaultyLine {
  func wording(_ problem: ExpressionFault.Problem) -> FaultWording {
    switch problem {
    case .unknownName, .unknownFunction, .argumentCount, .primesOnMany,
      .tooManyPrimes, .numberFormulaWanted, .tooLarge, .tooDeep, .stopped:
      wordingOfNames(problem)
    case .innerDimensions, .entrywise, .ambiguousProduct,
      .scalarInMatrixProduct, .divisionByMatrix, .powerOfMatrix,
      .exponentIsMatrix, .shapesDiffer, .blocksDiffer:
      wordingOfShapes(problem)
    case .subscriptCount, .subscriptOfNumber, .subscriptIsMatrix,
      .subscriptOutOfRange, .subscriptNotWhole, .rangeIsEmpty,
      .rangeLengthUnknown, .exampleWanted, .indexWithoutAxis,
      .indexOfDifferentAxes:
      wordingOfPlaces(problem)
    case .derivativeOfMatrix, .derivativeOfIndependent, .derivativeByFormula,
      .derivativeInside, .derivativeOfNothingNamed, .differentialAlone:
      wordingOfSlopes(problem)
    case .scalarWanted, .matrixWanted, .squareWanted, .sizeWanted:
      wordingOfArguments(problem)
    }
  }

  private func wordingOfNames(
    _ problem: ExpressionFault.Problem
  ) -> FaultWording {
    switch problem {
    case .unknownName(let name) where scope.functions[name] != nil:
      return FaultWording(
        "\(name.text) is a function and stands alone here",
        "a function takes what it works on in brackets")
    case .unknownName(let name):
      return FaultWording("there is no \(name.text) here", knownNames)
    case .unknownFunction(let name) where scope.isKnown(name):
      return FaultWording(
        "\(name.text) is a quantity and takes no argument",
        "a product is written with *, @ or .*")
    case .unknownFunction(let name):
      return FaultWording("there is no function \(name.text)")
    case .argumentCount(let name, let arity, let found):
      return FaultWording(
        "\(name.text) takes \(count(arity)) and was given \(found)",
        scope.functions[name].map(summary))
    case .primesOnMany(let name):
      return FaultWording(
        "\(name.text) has no slope entry by entry",
        "each entry that comes out depends on several that go in")
    case .tooManyPrimes(let name, let limit):
      return FaultWording(
        "\(name.text) has more than \(limit) primes",
        "each further slope is a longer formula than the one before")
    case .tooLarge(let rows, let columns):
      return FaultWording(
        "a \(rows)×\(columns) matrix is too large",
        "a matrix has at least one entry and takes at most 1 GiB")
    case .stopped:
      return FaultWording("this was stopped before it was worked out")
    case .tooDeep(let limit):
      return FaultWording("this nests more than \(limit) levels deep")
    default:
      return FaultWording(
        "\(text(path)) is no formula of numbers",
        "a slope by the rules is taken of numbers and of functions of them")
    }
  }

  /// What the function does, as a note is written.
  private func summary(_ function: Function) -> String {
    let text =
      function.summary.hasSuffix(".")
      ? function.summary.dropLast() : function.summary[...]
    return "\(function.name.text): "
      + text.prefix(1).lowercased() + text.dropFirst()
  }

  private func count(_ arity: ClosedRange<Int>) -> String {
    if arity.lowerBound < arity.upperBound {
      return "\(arity.lowerBound) to \(arity.upperBound) arguments"
    }
    return arity.upperBound == 1
      ? "1 argument" : "\(arity.upperBound) arguments"
  }

  private var knownNames: String? {
    let names = scope.names
    guard !names.isEmpty else { return nil }
    let shown = names.prefix(12).map(\.text).joined(separator: ", ")
    return names.count > 12 ? "there are \(shown), …" : "there are \(shown)"
  }
}

extension FaultyLine {
  private func wordingOfArguments(
    _ problem: ExpressionFault.Problem
  ) -> FaultWording {
    switch problem {
    case .scalarWanted(let name, let found):
      FaultWording(
        "\(name.text) works on a number, and \(text(path)) is \(say(found))")
    case .matrixWanted(let name, let found):
      FaultWording(
        "\(name.text) works on a matrix, and \(text(path)) is \(say(found))",
        "a number is no matrix of one entry")
    case .squareWanted(let name, let found):
      FaultWording(
        "\(name.text) works on a square matrix, and \(text(path)) is "
          + say(found),
        "the diagonal runs from one corner to the other")
    case .sizeWanted(let name):
      FaultWording(
        "\(name.text) needs a size, and \(text(path)) is none",
        "a size is a whole number from 1 or the name of one, such as m")
    default: FaultWording("this has no meaning")
    }
  }

  private func wordingOfSlopes(
    _ problem: ExpressionFault.Problem
  ) -> FaultWording {
    let (top, bottom) = (path + [0], path + [1])
    switch problem {
    case .derivativeOfMatrix(let shape, let by):
      var wording = FaultWording(
        "\(text(top, else: "what is above")) is \(say(shape)), and a slope is "
          + "taken of a number",
        by.isScalar
          ? "each entry has a slope of its own"
          : "each entry above has a slope in each entry below")
      wording.labels = [label(top, say(shape)), label(bottom, say(by))]
      return wording
    case .derivativeOfIndependent(let name, let other, let slopes):
      return FaultWording(
        "\(text(path)) is the slope of \(name.text) in \(other.text), on which "
          + "it does not depend",
        "the quotient of \(slopes.map(\.text).joined(separator: " and ")) has "
          + "brackets around them")
    case .derivativeByFormula:
      return FaultWording(
        "a slope is taken in a named quantity, and \(text(path)) is a formula",
        "what stands below is a name or an entry, as W1 or W1[1,2]")
    case .derivativeOfNothingNamed:
      return FaultWording(
        "a slope is taken in a quantity, and \(text(path)) is a number",
        "a number cannot be nudged")
    case .derivativeInside:
      return FaultWording(
        "the slope \(text(path)) cannot be found here",
        "slopes belong to equations, and none is given here")
    default:
      return FaultWording(
        "\(text(path)) is a change and has no number of its own",
        "a differential stands in lines whose other side is one too")
    }
  }
}
