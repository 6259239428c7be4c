import Algebra
import Matrices

/// What the referee found, as JSON for other programs.
///
/// Rows and columns count from 1; a number that is not finite is `null`.
public struct GradientCheckJSON {
  private let lines: [String]
  private let title: String

  /// Slopes compared with differences of the cost.
  public init(_ checks: [GradientCheck]) {
    title = "checks"
    lines = checks.map { check in
      let disparity = check.disparity
      let kinks = check.crossings.count
      return JSONText.object(
        [
          ("slope", JSONText.quoted(check.adjoint.ascii)),
          ("entries", "\(check.entryCount)"),
          ("checked", "\(check.samples.count)"),
          ("directions", "\(check.directions.count)"), ("kinks", "\(kinks)"),
        ]
          + Self.sizes(
            disparity, place: check.placeOfLargestGap, check.shape)
          + [
            ("duals", JSONText.number(check.dualError)),
            ("recomputed", "\(check.recomputed?.count ?? 0)"),
            ("finding", JSONText.quoted(check.finding.word)),
          ])
    }
  }

  /// Quantities that somebody else computed compared with ours.
  public init(_ comparisons: [ClaimComparison]) {
    title = "claims"
    lines = comparisons.map { comparison in
      JSONText.object(
        [
          ("quantity", JSONText.quoted(comparison.name.ascii)),
          ("shape", Self.shape(comparison.own.shape)),
          ("claimedShape", Self.shape(comparison.claimed.shape)),
        ]
          + Self.sizes(
            comparison.disparity, place: comparison.disparity?.place,
            comparison.own.shape)
          + [("finding", JSONText.quoted(comparison.finding.word))])
    }
  }

  /// The text, one quantity a line.
  public var text: String {
    let body = lines.map { "    " + $0 }.joined(separator: ",\n")
    return "{\n  \"\(title)\": [\n\(body)\n  ]\n}\n"
  }

  private static func sizes(
    _ disparity: Disparity?, place: Int?, _ shape: Shape
  ) -> [(String, String)] {
    guard let disparity else { return [] }
    let at = place.map { offset in
      let (column, row) = offset.quotientAndRemainder(dividingBy: shape.rows)
      return JSONText.list(["\(row + 1)", "\(column + 1)"])
    }
    return [
      ("worstEntry", JSONText.number(disparity.worstRatio)),
      ("norms", JSONText.number(disparity.normRatio)),
      ("largestGap", JSONText.number(disparity.largestGap)),
      ("at", at ?? "null"),
    ]
  }

  private static func shape(_ shape: Shape) -> String {
    JSONText.list(["\(shape.rows)", "\(shape.columns)"])
  }
}

extension GradientCheck.Finding {
  fileprivate var word: String {
    switch self {
    case .agrees: "agrees"
    case .lookAgain: "look-again"
    case .differs: "differs"
    case .zeroHere: "zero-here"
    case .zeroEverywhere: "untested"
    case .tooSmall: "too-small"
    case .onKinks: "at-a-kink"
    case .notFinite: "not-finite"
    }
  }
}

extension ClaimComparison.Finding {
  fileprivate var word: String {
    switch self {
    case .agrees: "agrees"
    case .lookAgain: "look-again"
    case .differs: "differs"
    case .transposed: "transposed"
    case .shapesDiffer: "another-shape"
    case .notFinite: "not-finite"
    }
  }
}
