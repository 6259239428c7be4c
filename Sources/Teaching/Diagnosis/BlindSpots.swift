import Algebra
import Matrices
import Presentation

/// At which shapes a wrong line would have gone unseen.
///
/// A gradient that was tried on one unit and one example may be wrong
/// everywhere else.
public struct BlindSpots: Sendable {
  public let rows: [Row]

  /// A choice of sizes, and what the line does there.
  public struct Row: Hashable, Sendable {
    public let label: String
    public let finding: Finding
  }

  public enum Finding: Hashable, Sendable {
    case agrees
    case differs
    /// The line has no value there, so that nobody can miss it.
    case hasNoValue
  }

  /// - Parameters:
  ///   - line: A line that is wrong.
  ///   - target: What it should equal.
  ///   - worksheet: What the names mean.
  public init(
    of line: Expression, as target: Expression, in worksheet: Worksheet
  ) {
    let surroundings = Surroundings(worksheet, asked: target)
    let line = surroundings.withPlainFunctions(line)
    let sizes = Sizes(worksheet, examples: surroundings.examples)
    var rows: [Row] = []
    for choice in sizes.choices {
      let found = BlindSpots.finding(line, target, worksheet, choice.sizes)
      guard let found else { continue }
      rows.append(Row(label: choice.label, finding: found))
    }
    if let straight = StraightWorksheet(worksheet, line, surroundings),
      let found = BlindSpots.finding(
        straight.line, target, straight.worksheet, sizes.distinct)
    {
      rows.append(Row(label: "identity activations", finding: found))
    }
    self.rows = rows
  }

  private static func finding(
    _ line: Expression, _ target: Expression, _ worksheet: Worksheet,
    _ sizes: [Name: Int]
  ) -> Finding? {
    var seen: Finding?
    for seed in UInt64(1)...4 {
      guard
        let sample = worksheet.sample(
          sizes: sizes, seed: seed, with: [worksheet.rate]),
        let truth = sample.value(of: target)
      else { continue }
      guard let value = sample.value(of: line) else { return .hasNoValue }
      guard PlainNumbers(value).agree(with: truth) else { return .differs }
      seen = .agrees
    }
    return seen
  }

  /// The shapes in a small table.
  ///
  /// - Parameter page: What it is laid out for.
  /// - Returns: One line for each choice of sizes.
  public func text(for page: Page) -> StyledText {
    let table = Table(
      [Table.Column("sizes"), Table.Column("your line")],
      rows: rows.map { row in
        [StyledText(row.label), row.finding.text]
      })
    return table.text(for: page)
  }
}

extension BlindSpots.Finding {
  fileprivate var text: StyledText {
    switch self {
    case .agrees: StyledText("agrees: it would pass", .changed)
    case .differs: StyledText("differs")
    case .hasNoValue: StyledText("has no value")
    }
  }
}

/// The sizes at which a line is tried.
private struct Sizes {
  let units: [Name]
  let examples: Name?

  init(_ worksheet: Worksheet, examples: Name?) {
    let free = worksheet.freeSizes
    self.examples = examples.flatMap { free.contains($0) ? $0 : nil }
    units = free.filter { $0 != examples }
  }

  typealias Choice = (label: String, sizes: [Name: Int])

  var choices: [Choice] {
    guard !units.isEmpty || examples != nil else {
      return [(label: "as they are", sizes: [:])]
    }
    let distinct = units.indices.map { $0 + 2 }
    var choices = [
      choice(units.map { _ in 1 }, 1),
      choice(units.indices.map { $0 == units.count - 1 ? 1 : 2 }, 1),
      choice(units.map { _ in 3 }, 3),
    ]
    if examples != nil { choices.append(choice(distinct, 1)) }
    choices.append(choice(distinct, units.count + 2))
    return choices
  }

  var distinct: [Name: Int] {
    choice(units.indices.map { $0 + 2 }, units.count + 2).sizes
  }

  private func choice(_ counts: [Int], _ batch: Int) -> Choice {
    var sizes = Dictionary(uniqueKeysWithValues: zip(units, counts))
    if let examples { sizes[examples] = batch }
    return (label(counts, batch), sizes)
  }

  /// `2-2-1, m = 1` where the sizes are those of layers.
  private func label(_ counts: [Int], _ batch: Int) -> String {
    let isLayered =
      units.count > 1
      && units.enumerated().allSatisfy {
        $0.element == Name(stem: "n", index: String($0.offset))
      }
    var parts =
      isLayered
      ? [counts.map(String.init).joined(separator: "-")]
      : zip(units, counts).map { "\($0.text) = \($1)" }
    if let examples { parts.append("\(examples.text) = \(batch)") }
    return parts.joined(separator: ", ")
  }
}

/// A worksheet whose functions give back what they are given, with a line
/// about it.
private struct StraightWorksheet {
  let worksheet: Worksheet
  let line: Expression

  /// Nothing where a cost takes a logarithm of what a function gives, or no
  /// function works entry by entry.
  init?(
    _ worksheet: Worksheet, _ line: Expression, _ surroundings: Surroundings
  ) {
    var straight = worksheet
    var touched: Set<Name> = []
    let costs = worksheet.equations.filter {
      $0.role == .cost || $0.role == .exampleCost
    }
    let read = Set(costs.flatMap(\.expression.names))
    let takesLogarithm = costs.contains {
      $0.expression.parts.contains { _, part in
        if case .call("ln", _, _) = part { true } else { false }
      }
    }
    straight.equations = worksheet.equations.map { equation in
      guard equation.role == .forward,
        case .call(let name, 0, let arguments) = equation.expression.ungrouped,
        arguments.count == 1, case .name(let input) = arguments[0].ungrouped,
        surroundings.scope.functions[name]?.elementwise != nil,
        !(takesLogarithm && read.contains(equation.name))
      else { return equation }
      touched.formUnion([equation.name, input])
      return Equation(equation.name, .name(input))
    }
    guard !touched.isEmpty,
      let derived = try? straight.withBackwardPass()
    else { return nil }
    self.worksheet = derived
    self.line = line.straightened(touched)
  }
}

extension Expression {
  /// The line with the functions at some quantities taken for the identity.
  fileprivate func straightened(_ touched: Set<Name>) -> Expression {
    mapped { part in
      guard case .call(let name, let primes, let arguments) = part,
        let argument = arguments.first, arguments.count == 1,
        !touched.isDisjoint(with: argument.names)
      else { return part }
      switch primes {
      case 0:
        return Function.table[name]?.isActivation ?? false ? argument : part
      case 1: return Expression(0).times(argument).plus(1)
      default: return Expression(0).times(argument)
      }
    }
  }
}
