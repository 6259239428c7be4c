import Matrices

/// The places where an equality may bend, and which of their branches were
/// seen.
///
/// A slope is measured over a small stretch, so no kink may lie in it; and an
/// equality that holds on one branch says nothing of the other.
struct KinkWatch {
  private var sites: [Site] = []
  private let holdsSlope: Bool

  /// What a function that bends is applied to, less the place of its kink.
  private struct Site {
    let argument: Expression
    let kink: Double
    var sawBelow = false
    var sawAbove = false
  }

  init(_ equality: Equality) {
    holdsSlope = equality.holdsSlope
    let functions = equality.worksheet.scope.functions
    let formulas =
      [equality.left, equality.right]
      + equality.worksheet.equations.map(\.computed)
    var seen = Set<Expression>()
    for formula in formulas {
      for (_, part) in formula.parts {
        guard seen.insert(part).inserted else { continue }
        sites += KinkWatch.sites(in: part, functions)
      }
    }
  }

  private static func sites(
    in part: Expression, _ functions: [Name: Function]
  ) -> [Site] {
    guard case .call(let name, _, let arguments) = part,
      let function = functions[name], let argument = arguments.first
    else { return [] }
    if arguments.count == 2, ["max", "min"].contains(function.name) {
      return [Site(argument: argument.minus(arguments[1]), kink: 0)]
    }
    return (function.elementwise?.kinks ?? []).map {
      Site(argument: argument, kink: $0)
    }
  }

  /// Whether anything bends at all.
  var isNeeded: Bool { !sites.isEmpty }

  /// Whether some function was seen on one side of its kink alone.
  var isMissingBranch: Bool {
    sites.contains { $0.sawBelow != $0.sawAbove }
  }

  /// Whether all that bends is far enough from its kink, which is then noted.
  ///
  /// A number by itself, as in `relu(0)`, is where its author wants it.
  mutating func accepts(_ valuation: Valuation) -> Bool {
    var seen = sites
    for place in seen.indices where !seen[place].argument.names.isEmpty {
      guard let value = try? valuation.value(of: seen[place].argument) else {
        continue
      }
      for entry in value.storage {
        let distance = entry - seen[place].kink
        if holdsSlope, distance.magnitude < margin(valuation) { return false }
        if distance < 0 { seen[place].sawBelow = true }
        if distance > 0 { seen[place].sawAbove = true }
      }
    }
    sites = seen
    return true
  }

  /// As far as an argument may move when one number is nudged: itself, or one
  /// that is multiplied on its way to it.
  private func margin(_ valuation: Valuation) -> Double {
    let largest =
      valuation.worksheet.givens
      .flatMap { valuation.values[$0.name]?.storage ?? [] }
      .map(\.magnitude).max() ?? 1
    return max(1, largest) * max(2.5e-3, 5e-3 * min(largest, 10))
  }
}
