import Matrices

/// The slope in one quantity compared with differences of the cost, and with
/// numbers that carry their slope along.
public struct GradientCheck: Sendable {
  /// The quantity that was moved.
  public let subject: Name
  /// What its slope is called.
  public let adjoint: Name
  /// What the slope is the slope of: the cost, or the costs of the examples
  /// where δ leaves out 1/m.
  public let watched: Name
  public let shape: Shape
  /// The entries that were compared.
  public let samples: [Sample]
  /// Directions in which all entries moved together; only where not every
  /// entry was moved by itself.
  public let directions: [Sample]
  /// Where a step would have led over a kink however small it was.
  public let crossings: [Crossing]
  /// Directions along which the slope was compared with dual numbers alone.
  var tangents: [Tangent] = []
  /// What vouches for differences that took only what follows from an entry.
  public internal(set) var recomputed: Recomputation?
  /// What the slope is at other numbers, where it is all zero at these.
  var elsewhere: Elsewhere?

  /// A slope found in three ways.
  public struct Sample: Hashable, Sendable {
    /// The entry's place in the storage; nil for a direction.
    public let offset: Int?
    /// By the derived equations.
    public let slope: Double
    /// By central differences of fourth order.
    public let difference: Double
    /// By dual numbers, where they were asked.
    public let tangent: Double?
    /// The step that was taken.
    public let step: Double
    /// How much of the difference may be rounding.
    public let rounding: Double
    /// The size of what was added up to the slope in a direction.
    let size: Double
  }

  /// The slope in a direction by the derived equations and by dual numbers.
  struct Tangent: Sendable {
    let slope: Double
    let tangent: Double
    /// The size of what was added up to the slope.
    let size: Double
    /// What is no more than rounding.
    let nothing: Double

    /// How far the two are apart, relative to the largest slope.
    func gap(largest: Double) -> Double {
      let gap = (slope - tangent).magnitude
      let isZero = slope.magnitude <= nothing && tangent.magnitude <= nothing
      return gap == 0 || isZero ? 0 : gap / max(largest, size)
    }
  }

  /// Entries for which the costs were also computed from the beginning.
  public struct Recomputation: Hashable, Sendable {
    public let count: Int
    /// How far the two costs were apart at most, relative to them.
    public let gap: Double
  }

  /// An entry that stands at a kink, so that no slope can be measured.
  public struct Crossing: Hashable, Sendable {
    /// The entry's place in the storage; nil for a direction.
    public let offset: Int?
    /// Where the computation bends, if that can be told.
    public let kink: Kink?
  }

  /// A place at which a computation bends.
  public struct Kink: Hashable, Sendable {
    /// The quantity that is computed there.
    public let equation: Name
    /// The function that bends; nil where numbers are compared.
    public let function: Name?
    /// The quantity that stands at the kink, if it has a name.
    public let argument: Name?
    /// The entry that stands there, as a place in the storage.
    public let offset: Int
  }

  enum Elsewhere: Hashable, Sendable {
    case agrees, differs, alwaysZero
  }
}

// MARK: - What it comes to

extension GradientCheck {
  /// The largest gap between costs that passes for rounding.
  static let recomputationTolerance = 1e-12

  /// Whether costs that took only what follows from an entry are those that
  /// are computed from the beginning.
  public var isShortcutRight: Bool {
    (recomputed?.gap ?? 0) <= Self.recomputationTolerance
  }

  public var entryCount: Int { shape.count ?? .max }

  /// The distance of the slopes from the differences.
  public var disparity: Disparity {
    let all = samples + directions
    return Disparity(all.map { ($0.slope, $0.difference) }) {
      all[$0].isResolved
    }
  }

  /// The largest distance from dual numbers, relative to the largest slope.
  public var dualError: Double {
    let all = (samples + directions).compactMap(\.asTangent) + tangents
    let largest =
      samples.map { max($0.slope.magnitude, $0.tangent?.magnitude ?? 0) }
      .max() ?? 0
    return all.map { $0.gap(largest: largest) }.reduce(0) {
      $1 <= $0 ? $0 : $1
    }
  }

  /// The entry with the largest gap, as a place in the storage.
  public var placeOfLargestGap: Int? {
    let all = samples + directions
    let place = disparity.place
    return all.indices.contains(place) ? all[place].offset : nil
  }

  /// Whether every slope is zero, by the equations and by differences.
  public var isZero: Bool {
    !samples.isEmpty && (samples + directions).allSatisfy(\.isZero)
  }

  /// How many slopes are too small to be told from rounding.
  public var unresolvedCount: Int {
    samples.filter { !$0.isResolved && !$0.isZero }.count
  }

  /// What the comparison says.
  public enum Finding: Hashable, Sendable {
    case agrees
    case lookAgain
    case differs
    /// All slopes are zero at these numbers, and right at others.
    case zeroHere
    /// All slopes are zero, here and at other numbers: nothing was tested.
    case zeroEverywhere
    /// All slopes are smaller than the rounding of the differences.
    case tooSmall
    /// Every entry stands at a kink.
    case onKinks
    /// Some number is not finite.
    case notFinite
  }

  public var finding: Finding {
    let all = samples + directions
    guard !all.isEmpty else { return .onKinks }
    guard all.allSatisfy(\.isFinite) else { return .notFinite }
    if !isShortcutRight { return .differs }
    if dualError > GradientReferee.dualTolerance { return .differs }
    if isZero {
      switch elsewhere {
      case .agrees?: return .zeroHere
      case .differs?: return .differs
      case .alwaysZero?, nil: return .zeroEverywhere
      }
    }
    guard all.contains(where: \.isResolved) else { return .tooSmall }
    switch ErrorBand(disparity.worstRatio) {
    case .agrees: return .agrees
    case .lookAgain: return .lookAgain
    case .differs: return .differs
    }
  }
}

extension GradientCheck.Sample {
  var isFinite: Bool {
    slope.isFinite && difference.isFinite && tangent?.isFinite != false
  }

  /// Whether a wrong slope could be told from a right one.
  ///
  /// What is less than the rounding of the differences says nothing, unless
  /// it agrees all the same.
  var isResolved: Bool { !isWithinRounding || band == .agrees }

  /// Whether the difference says that the slope is wrong.
  var contradicts: Bool { !isWithinRounding && band != .agrees }

  private var isWithinRounding: Bool {
    (slope - difference).magnitude <= rounding
  }

  private var band: ErrorBand { ErrorBand(Disparity.ratio(slope, difference)) }

  /// Whether the slope is zero, as far as differences can tell.
  ///
  /// Sums of slopes that cancel leave their rounding behind.
  var isZero: Bool {
    slope.magnitude <= nothing && difference.magnitude <= rounding
      && (tangent ?? 0).magnitude <= nothing
  }

  fileprivate var asTangent: GradientCheck.Tangent? {
    tangent.map {
      GradientCheck.Tangent(
        slope: slope, tangent: $0, size: size, nothing: nothing)
    }
  }

  /// The rounding of what is watched, itself.
  fileprivate var nothing: Double { rounding * step }
}
