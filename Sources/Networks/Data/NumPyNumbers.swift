import RealModule

/// The numbers that NumPy draws after `np.random.seed(n)`, to the last bit of
/// the even ones.
///
/// Source: Matsumoto, Nishimura, *Mersenne Twister* (1998), for the words;
/// NumPy's `RandomState` for what is made of them, which NumPy has promised
/// never to change.
public struct NumPyNumbers: DrawnNumbers {
  private var state: [UInt32]
  private var next = Self.size
  /// The second of two normal numbers, which come in pairs.
  private var spare: Double?

  private static let size = 624
  private static let shift = 397

  public init(seed: UInt32) {
    state = [seed]
    state.reserveCapacity(Self.size)
    for place in 1..<Self.size {
      let last = state[place - 1]
      state.append(
        1_812_433_253 &* (last ^ (last >> 30)) &+ UInt32(place))
    }
  }

  /// Draws 32 bits.
  public mutating func word() -> UInt32 {
    if next == Self.size { renew() }
    var word = state[next]
    next += 1
    word ^= word >> 11
    word ^= (word << 7) & 0x9D2C_5680
    word ^= (word << 15) & 0xEFC6_0000
    return word ^ (word >> 18)
  }

  private mutating func renew() {
    for place in state.indices {
      let high = state[place] & 0x8000_0000
      let low = state[(place + 1) % Self.size] & 0x7FFF_FFFF
      let joined = high | low
      state[place] =
        state[(place + Self.shift) % Self.size] ^ (joined >> 1)
        ^ (joined & 1 == 0 ? 0 : 0x9908_B0DF)
    }
    next = 0
  }

  /// Draws a number from 0 up to and not including 1: `np.random.rand()`.
  public mutating func unit() -> Double {
    let (high, low) = (word() >> 5, word() >> 6)
    return (Double(high) * 0x1p26 + Double(low)) / 0x1p53
  }

  /// `np.random.uniform(low, high)`.
  public mutating func between(_ low: Double, _ high: Double) -> Double {
    low + (high - low) * unit()
  }

  /// `np.random.randn()`.
  ///
  /// Source: Marsaglia, Bray, *A Convenient Method for Generating Normal
  /// Variables* (1964).
  public mutating func bell() -> Double {
    if let number = spare {
      spare = nil
      return number
    }
    while true {
      let (x, y) = (2 * unit() - 1, 2 * unit() - 1)
      let square = x * x + y * y
      guard square < 1, square != 0 else { continue }
      let factor = (-2 * Double.log(square) / square).squareRoot()
      spare = factor * x
      return factor * y
    }
  }
}
