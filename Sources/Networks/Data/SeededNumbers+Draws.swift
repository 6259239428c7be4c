import Algebra

extension SeededNumbers {
  /// Draws a number from 0 up to and not including 1, one of 2^53.
  ///
  /// The standard library's own draws may change from release to release;
  /// these are the same for ever.
  public mutating func unit() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// Draws a number between two.
  public mutating func between(_ low: Double, _ high: Double) -> Double {
    low + (high - low) * unit()
  }

  /// Draws a number that is nearly normal, with mean 0 and deviation 1: the
  /// sum of twelve draws from 0 to 1, less 6.
  ///
  /// No function of a library that differs from machine to machine is asked,
  /// and no number is farther out than 6.
  public mutating func bell() -> Double {
    (0..<12).reduce(-6) { sum, _ in sum + unit() }
  }

  /// Draws a whole number from 0 to below a positive one, all of them equally
  /// likely.
  ///
  /// Source: Lemire, *Fast Random Integer Generation in an Interval* (2019).
  public mutating func below(_ count: Int) -> Int {
    let count = UInt64(max(count, 1))
    var product = next().multipliedFullWidth(by: count)
    let least = (0 &- count) % count
    while product.low < least {
      product = next().multipliedFullWidth(by: count)
    }
    return Int(product.high)
  }

  /// Draws an order of so many things.
  ///
  /// Source: Durstenfeld, *Algorithm 235: Random Permutation* (1964).
  public mutating func order(of count: Int) -> [Int] {
    var order = Array(0..<max(count, 0))
    for place in order.indices.dropFirst().reversed() {
      order.swapAt(place, below(place + 1))
    }
    return order
  }
}
