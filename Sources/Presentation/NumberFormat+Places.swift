extension NumberFormat {
  /// Returns a number rounded to so many places behind the decimal point, all
  /// of which are written, so that it can stand beside a printed one.
  ///
  /// - Parameters:
  ///   - value: The number.
  ///   - places: How many digits stand behind the point; of a number below 0
  ///     none do.
  ///   - charset: The characters to write infinity with.
  /// - Returns: The number, as `0.50` to two places.
  public static func text(
    _ value: Double, places: Int, charset: Charset = .unicode
  ) -> String {
    guard value.isFinite else { return notFinite(value, charset) }
    let places = max(places, 0)
    let exact = DecimalDigits(value)
    guard exact.point + places >= 0 else { return zero(places) }
    var shown = exact.rounded(to: exact.point + places)
    guard !shown.withoutLastZeros.digits.isEmpty else { return zero(places) }
    let missing = max(shown.point + places - shown.digits.count, 0)
    shown.digits += Array(repeating: 0, count: missing)
    return shown.positional
  }

  private static func zero(_ places: Int) -> String {
    places == 0 ? "0" : "0." + String(repeating: "0", count: places)
  }
}
