import Matrices
import TestSupport

extension SeededGenerator {
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
