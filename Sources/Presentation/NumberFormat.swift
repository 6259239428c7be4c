/// How numbers are written: with significant digits, so that 0.0008056 does
/// not become 0.0008.
///
/// - A number with few digits is written exactly: at most two more than
///   asked for, and at most six.
/// - A whole number below ten million is written exactly.
/// - Any other number is rounded; its last zeros are kept. Digits before the
///   decimal point are never replaced by zeros.
/// - From ten million on, and below 0.00001, a power of ten is written:
///   `2.061e-9`.
public struct NumberFormat: Hashable, Sendable {
  /// How many significant digits a number is rounded to, from 1 to 17.
  public let digits: Int

  public init(digits: Int = 4) {
    self.digits = min(max(digits, 1), 17)
  }

  /// Returns a number as it is shown.
  public func text(_ value: Double, charset: Charset = .unicode) -> String {
    guard value.isFinite else { return Self.notFinite(value, charset) }
    let shortest = decimal(value)
    let shown = shown(shortest)
    return Self.isScientific(shortest) ? shown.scientific : shown.positional
  }

  /// Returns whether the text shown is the number itself: then it may stand
  /// after `=`, and else after `≈`.
  public func isExact(_ value: Double) -> Bool {
    guard value.isFinite else { return true }
    let shortest = decimal(value)
    return shown(shortest) == shortest
  }

  /// Returns `=` before a number that is shown exactly, and `≈` (in ASCII
  /// `~=`) before one that was rounded.
  public func relation(_ value: Double, charset: Charset = .unicode) -> String {
    isExact(value) ? "=" : charset == .unicode ? "≈" : "~="
  }

  /// Returns a number in full: the fewest digits that read back as the same
  /// number.
  public static func full(
    _ value: Double, charset: Charset = .unicode
  ) -> String {
    guard value.isFinite else { return notFinite(value, charset) }
    let shortest = DecimalDigits(value)
    return isScientific(shortest) ? shortest.scientific : shortest.positional
  }

  /// The number in decimal, less the noise in the last bits of a double:
  /// 3·1.9 is 5.699999999999999 to the machine and 5.7 to a reader.
  private func decimal(_ value: Double) -> DecimalDigits {
    let shortest = DecimalDigits(value)
    guard digits <= 12 else { return shortest }
    let near = shortest.rounded(to: 15).withoutLastZeros
    return near.digits.count <= shortLength ? near : shortest
  }

  /// The most digits that a number is written with exactly.
  private var shortLength: Int { max(digits, min(digits + 2, 6)) }

  private func shown(_ shortest: DecimalDigits) -> DecimalDigits {
    if shortest.digits.count <= shortLength {
      return shortest
    }
    if Self.isScientific(shortest) { return shortest.rounded(to: digits) }
    if shortest.isWhole { return shortest }
    return shortest.rounded(to: max(digits, shortest.point))
  }

  private static func isScientific(_ number: DecimalDigits) -> Bool {
    !number.digits.isEmpty && !(-4...7).contains(number.point)
  }

  static func notFinite(_ value: Double, _ charset: Charset) -> String {
    guard !value.isNaN else { return "NaN" }
    return (value < 0 ? "-" : "") + (charset == .unicode ? "∞" : "inf")
  }
}
