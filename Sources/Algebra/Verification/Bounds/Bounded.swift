/// A double and how far it may be from the number that it stands for.
struct Bounded: Hashable, Sendable {
  let value: Double
  /// Never negative; infinite where nothing is known any more.
  let bound: Double

  init(_ value: Double, bound: Double = 0) {
    self.value = value
    self.bound = bound
  }

  /// A value that was rounded once more, with what its parts left unsure.
  init(rounded value: Double, parts: Double) {
    self.value = value
    bound = parts + Bounded.unit * value.magnitude + Bounded.smallest
  }

  /// Half the distance from 1 to the next double.
  static let unit = 0x1p-53

  /// What may be lost where a result is too small to have all its digits.
  static let smallest = 0x1p-1074

  /// A number that no value is.
  static let undefined = Bounded(.nan, bound: .infinity)

  /// Whether a function's value at a number that is exact is exact as well.
  ///
  /// At 0 most have a value of few digits; what only bends gives back the
  /// number, its opposite, or a whole one.
  static func isExact(
    _ value: Double, of number: Double, _ kinks: [Double]
  ) -> Bool {
    if number == 0 { return (2 * value).rounded() == 2 * value }
    guard !kinks.isEmpty else { return false }
    return value == 0 || value.magnitude == number.magnitude
      || value.magnitude == 1
  }
}
