import Matrices

/// The places where an equality may bend, and on which sides of each it was
/// seen to hold.
///
/// An equality that holds on one branch says nothing of the other.
struct BranchWatch {
  private var sites: [Site] = []

  /// What a function that bends is applied to, less the place of its kink.
  private struct Site {
    let argument: Expression
    let kink: Double
    var below = 0
    var above = 0
  }

  init(_ equality: Equality) {
    let functions = equality.worksheet.scope.functions
    let formulas =
      [equality.left, equality.right]
      + equality.worksheet.equations.map(\.computed)
    var seen = Set<Expression>()
    for formula in formulas {
      for (_, part) in formula.parts where seen.insert(part).inserted {
        sites += BranchWatch.sites(in: part, functions)
      }
    }
  }

  private static func sites(
    in part: Expression, _ functions: [Name: Function]
  ) -> [Site] {
    switch part {
    case .binary(let sign, let left, let right)
    where sign.precedence == .comparison:
      return [Site(argument: left.minus(right), kink: 0)]
    case .call(let name, _, let arguments):
      guard let function = functions[name], let argument = arguments.first
      else { return [] }
      if arguments.count == 2, function.body is Extremum {
        return [Site(argument: argument.minus(arguments[1]), kink: 0)]
      }
      return function.kinks(functions).map {
        Site(argument: argument, kink: $0)
      }
    default: return []
    }
  }

  /// Whether anything bends at all.
  var isNeeded: Bool { !sites.isEmpty }

  /// The quantities that alone decide a branch, and where it changes.
  var bareArguments: [(name: Name, kink: Double)] {
    sites.compactMap { site in
      guard case .name(let name) = site.argument.ungrouped else { return nil }
      return (name, site.kink)
    }
  }

  /// So many points are wanted on either side of each kink.
  private static let wanted = 4

  /// Whether some function was seen on one side of its kink too seldom.
  var isMissingBranch: Bool {
    sites.contains { min($0.below, $0.above) < BranchWatch.wanted }
  }

  /// Notes on which sides of the kinks a point lies that counted.
  ///
  /// - Parameter value: What an expression is there.
  mutating func note(_ value: (Expression) -> Matrix<Bounded>?) {
    for place in sites.indices where !sites[place].argument.names.isEmpty {
      let kink = sites[place].kink
      let entries = value(sites[place].argument)?.storage ?? []
      if entries.contains(where: { $0.value < kink - 1e-2 }) {
        sites[place].below += 1
      }
      if entries.contains(where: { $0.value > kink + 1e-2 }) {
        sites[place].above += 1
      }
    }
  }
}

extension Function {
  /// The numbers at which it bends or jumps, those of the functions by which
  /// it is defined included where these are given `x` itself.
  fileprivate func kinks(_ functions: [Name: Function]) -> [Double] {
    guard let elementwise else { return [] }
    guard let definition = elementwise.definition else {
      return elementwise.kinks
    }
    return definition.parts.flatMap { _, part -> [Double] in
      guard case .call(let name, _, let arguments) = part,
        arguments.first == .name(Elementwise.input)
      else { return [] }
      let inner = elementwise.functions?[name] ?? functions[name]
      return inner?.kinks(functions) ?? []
    }
  }
}
