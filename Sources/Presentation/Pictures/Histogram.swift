/// How often numbers fall between two bounds, for several lists of numbers
/// side by side on one scale.
///
/// Over powers of ten it is magnitudes that are counted: the slopes of a
/// layer that learns nothing are not 0 but a millionth, and that is seen on
/// no other scale.
///
/// Source: Glorot and Bengio, *Understanding the Difficulty of Training Deep
/// Feedforward Neural Networks* (2010), figures 6 and 7.
public struct Histogram: Hashable, Sendable {
  /// Numbers that belong together, as the δ of one layer.
  public struct Group: Hashable, Sendable {
    public let name: String
    public let values: [Double]

    public init(_ name: String, _ values: [Double]) {
      self.name = name
      self.values = values
    }
  }

  public enum Scale: Hashable, Sendable {
    /// Magnitudes, a bin for each power of ten.
    case powersOfTen
    /// At most so many bins of equal length, between round numbers.
    case even(bins: Int)
  }

  /// What is counted, as `|δ|`.
  public let title: String
  public let groups: [Group]
  public let scale: Scale

  /// The most powers of ten that are told apart.
  static let decadeLimit = 12

  public init(_ title: String, _ groups: [Group], scale: Scale = .powersOfTen) {
    self.title = title
    self.groups = groups
    self.scale = scale
  }

  /// Returns the picture for a page: drawn, or in words on a plain page.
  public func text(for page: Page) -> StyledText {
    page.isPlain
      ? spoken
      : text(width: page.width, charset: page.charset)
  }
}

// MARK: - Counting

extension Histogram {
  /// A stretch of numbers, and how many of each group lie in it.
  struct Bin: Hashable {
    let label: Label
    var counts: [Int]

    enum Label: Hashable {
      case between(String, String)
      case word(String)
    }
  }

  /// The bins from the largest numbers to the smallest; those that hold what
  /// has no size come last, and only if there is any.
  func bins(_ charset: Charset) -> [Bin] {
    let bins =
      switch scale {
      case .powersOfTen: decades(charset)
      case .even(let bins): evenBins(max(bins, 1), charset)
      }
    return bins + strange("not finite") { !$0.isFinite }
  }

  private func strange(
    _ word: String, _ belongs: (Double) -> Bool
  ) -> [Bin] {
    let counts = groups.map { $0.values.count(where: belongs) }
    return counts.contains { $0 > 0 }
      ? [Bin(label: .word(word), counts: counts)] : []
  }

  private func decades(_ charset: Charset) -> [Bin] {
    let exponents = groups.map { group in
      group.values.filter { $0.isFinite && $0 != 0 }
        .map { DecimalDigits($0.magnitude).point - 1 }
    }
    let zeros = strange("0") { $0 == 0 }
    guard let last = exponents.joined().max(),
      let least = exponents.joined().min()
    else { return zeros }
    let first = max(least, last - Self.decadeLimit + 1)
    var bins = (first...last).reversed().map { exponent in
      Bin(
        label: .between(power(exponent, charset), power(exponent + 1, charset)),
        counts: exponents.map { $0.count { $0 == exponent } })
    }
    if least < first {
      bins.append(
        Bin(
          label: .word("below " + power(first, charset)),
          counts: exponents.map { $0.count { $0 < first } }))
    }
    return bins + zeros
  }

  /// A power of ten: written out near 1, else with an exponent.
  private func power(_ exponent: Int, _ charset: Charset) -> String {
    if (-2...2).contains(exponent) {
      return NumberFormat().text(Double("1e\(exponent)") ?? 1)
    }
    guard charset == .unicode else { return "1e\(exponent)" }
    return "10"
      + "\(exponent)".compactMap { SmallCharacters.above[$0] }.joined()
  }

  private func evenBins(_ limit: Int, _ charset: Charset) -> [Bin] {
    let all = groups.map { $0.values.filter(\.isFinite) }
    guard let low = all.joined().min(), let high = all.joined().max() else {
      return []
    }
    let length = high > low ? high - low : max(high.magnitude, 1)
    var step = DecimalStep(atLeast: length / Double(limit))
    var first = (low / step.value).rounded(.down)
    var last = max((high / step.value).rounded(.up), first + 1)
    if last - first > Double(limit) {
      step = DecimalStep(atLeast: step.value * 1.01)
      first = (low / step.value).rounded(.down)
      last = max((high / step.value).rounded(.up), first + 1)
    }
    return stride(from: last - 1, through: first, by: -1).map { place in
      let (lower, upper) = (step.times(place), step.times(place + 1))
      let isLast = place == last - 1
      return Bin(
        label: .between(
          NumberFormat().text(lower, charset: charset),
          NumberFormat().text(upper, charset: charset)),
        // The largest number may lie on the last bound.
        counts: all.map {
          $0.count { $0 >= lower && ($0 < upper || isLast && $0 <= upper) }
        })
    }
  }
}
