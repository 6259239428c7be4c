import Matrices

/// A quantity that somebody else computed, beside ours.
public struct ClaimComparison: Sendable {
  public let name: Name
  public let claimed: Matrix<Double>
  public let own: Matrix<Double>
  /// How far the two are apart; nothing where their shapes differ.
  public let disparity: Disparity?
  public let finding: Finding

  /// What the comparison says.
  public enum Finding: Hashable, Sendable {
    case agrees
    case lookAgain
    case differs
    /// It agrees once rows and columns are exchanged.
    case transposed
    case shapesDiffer
    /// Ours is not finite, so that nothing can be compared.
    case notFinite
  }

  /// - Parameters:
  ///   - name: The quantity.
  ///   - claimed: What is claimed.
  ///   - own: What the worksheet gives.
  public init(_ name: Name, claimed: Matrix<Double>, own: Matrix<Double>) {
    self.name = name
    self.claimed = claimed
    self.own = own
    disparity =
      claimed.shape == own.shape
      ? Disparity(claimed.storage, own.storage) : nil
    finding = Self.finding(claimed, own)
  }

  private static func finding(
    _ claimed: Matrix<Double>, _ own: Matrix<Double>
  ) -> Finding {
    guard own.storage.allSatisfy(\.isFinite) else { return .notFinite }
    let band = band(claimed, own)
    if band == .agrees { return .agrees }
    // A vector is its own transpose but for its shape, a number altogether.
    let turned = Self.band(claimed.transposed, own)
    if !own.shape.isScalar, let turned, turned < band ?? .differs {
      return .transposed
    }
    switch band {
    case .agrees?: return .agrees
    case .lookAgain?: return .lookAgain
    case .differs?: return .differs
    case nil: return .shapesDiffer
    }
  }

  /// The band of the worst entry.
  ///
  /// An entry that is off by less than a millionth of the largest may have
  /// been computed in single precision, and is only to be looked at.
  private static func band(
    _ claimed: Matrix<Double>, _ own: Matrix<Double>
  ) -> ErrorBand? {
    guard claimed.shape == own.shape else { return nil }
    let largest = own.storage.map(\.magnitude).max() ?? 0
    return zip(claimed.storage, own.storage).map { claimed, own in
      let band = ErrorBand(Disparity.ratio(claimed, own))
      let gap = (claimed - own).magnitude
      return band == .differs && gap <= 1e-6 * largest ? .lookAgain : band
    }.max()
  }
}
