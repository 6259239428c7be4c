import Matrices

/// A seeded source of random numbers, the same on every machine.
///
/// Source: Steele, Lea and Flood, *Fast Splittable Pseudorandom Number
/// Generators* (2014).
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func size() -> Int { Int.random(in: 1...6, using: &self) }

  /// Numbers of very different sizes, of both signs.
  mutating func matrix(_ rows: Int, _ columns: Int) throws -> Matrix<Double> {
    let scales = [0.001, 1, 1000]
    return try Matrix(rows: rows, columns: columns) { _, _ in
      let scale = scales[Int.random(in: 0...2, using: &self)]
      return scale * Double.random(in: -1...1, using: &self)
    }
  }

  /// Whole numbers, with which sums and products are exact.
  mutating func wholeMatrix(
    _ rows: Int, _ columns: Int
  ) throws -> Matrix<Double> {
    try Matrix(rows: rows, columns: columns) { _, _ in
      Double(Int.random(in: -9...9, using: &self))
    }
  }
}

/// The entry of largest magnitude.
func largest(_ matrix: Matrix<Double>) -> Double {
  matrix.storage.map(\.magnitude).max() ?? 0
}
