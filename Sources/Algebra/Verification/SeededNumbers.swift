/// Numbers that look random and are the same for the same text.
public struct SeededNumbers: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// - Parameters:
  ///   - text: What the numbers are to follow from.
  ///   - seed: What tells apart series that follow from one text.
  public init(_ text: String, _ seed: UInt64 = 0) {
    state = text.utf8.reduce(0xCBF2_9CE4_8422_2325 ^ seed) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
  }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Makes all that follows depend on a number too.
  public mutating func mix(_ number: UInt64) {
    state ^= number &* 0x9E37_79B9_7F4A_7C15
    state = next()
  }
}
