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
    /// Whether points on a side were met that rounding spoils.
    var isBlurredBelow = false
    var isBlurredAbove = false

    /// Whether a side was met, but never so that a difference would show.
    var isBlurred: Bool {
      isBlurredBelow && below == 0 || isBlurredAbove && above == 0
    }
  }

  init(_ equality: Equality) {
    let functions = equality.symbols.functions
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
      return [site(left, right)]
    case .call(let name, _, let arguments):
      guard let function = functions[name], let argument = arguments.first
      else { return [] }
      if arguments.count == 2, function.body is Extremum {
        return [site(argument, arguments[1])]
      }
      guard let elementwise = function.elementwise else { return [] }
      guard let definition = elementwise.definition else {
        return elementwise.kinks.map { Site(argument: argument, kink: $0) }
      }
      return sites(inAll: definition, elementwise.functions ?? functions)
        .map { site in
          Site(
            argument: site.argument.substituting([
              Elementwise.input: argument
            ]), kink: site.kink)
        }
    default: return []
    }
  }

  /// Where one of two is no longer the larger one.
  private static func site(_ left: Expression, _ right: Expression) -> Site {
    if let kink = right.constant { return Site(argument: left, kink: kink) }
    if let kink = left.constant { return Site(argument: right, kink: kink) }
    return Site(argument: left.minus(right), kink: 0)
  }

  private static func sites(
    inAll formula: Expression, _ functions: [Name: Function]
  ) -> [Site] {
    formula.parts.flatMap { sites(in: $0.part, functions) }
  }

  /// Whether a branch is decided by a number that is at the very place where
  /// it changes.
  func isOnKink(_ value: (Expression) -> Matrix<Bounded>?) -> Bool {
    sites.contains { site in
      value(site.argument)?.storage.contains { $0.value == site.kink } ?? false
    }
  }

  /// Whether anything bends at all.
  var isNeeded: Bool { !sites.isEmpty }

  /// The quantities that alone decide a branch, and where it changes: at a
  /// number, or where another quantity is as large.
  var bareArguments: [(name: Name, kink: Double, other: Name?)] {
    sites.compactMap { site in
      switch site.argument.ungrouped {
      case .name(let name): return (name, site.kink, nil)
      case .binary(.subtract, let left, let right):
        guard case .name(let name) = left.ungrouped,
          case .name(let other) = right.ungrouped
        else { return nil }
        return (name, 0, other)
      default: return nil
      }
    }
  }

  /// What decides the branches, each with the number where it changes.
  var turns: [(argument: Expression, kink: Double)] {
    sites.map { ($0.argument, $0.kink) }
  }

  /// So many points are wanted on either side of each kink.
  private static let wanted = 4

  /// Whether some function was seen on one side of its kink too seldom.
  var isMissingBranch: Bool {
    sites.contains { min($0.below, $0.above) < BranchWatch.wanted }
  }

  /// Whether nothing can be said of one of the branches.
  var hasBlurredBranch: Bool { sites.contains(where: \.isBlurred) }

  /// Notes on which sides of the kinks a point lies that did not count.
  mutating func noteBlurred(_ value: (Expression) -> Matrix<Bounded>?) {
    for place in sites.indices where !sites[place].argument.names.isEmpty {
      let kink = sites[place].kink
      let entries = value(sites[place].argument)?.storage ?? []
      if entries.contains(where: { $0.value < kink - 1e-2 }) {
        sites[place].isBlurredBelow = true
      }
      if entries.contains(where: { $0.value > kink + 1e-2 }) {
        sites[place].isBlurredAbove = true
      }
    }
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
