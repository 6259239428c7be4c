import Matrices

/// The powers of e that softmax and its kin are made of, with the largest
/// exponent of each column taken out so that none is infinite.
struct PowersByColumn<Number: Sendable> {
  /// What was taken out of each column.
  let shifts: Matrix<Number>
  let shifted: Matrix<Number>
  let powers: Matrix<Number>
  /// The row of the largest entry of each column.
  private let winners: [Int]
  private let isOrdered: Bool

  init<A: ElementaryArithmetic>(
    _ argument: Matrix<Number>, in arithmetic: inout A
  ) throws where A.Number == Number {
    isOrdered = arithmetic.isOrdered
    var winners: [Int] = []
    for column in 0..<argument.columns where isOrdered {
      var best = 0
      for row in 0..<argument.rows
      where arithmetic.double(argument[row, column])
        > arithmetic.double(argument[best, column])
      {
        best = row
      }
      winners.append(best)
    }
    self.winners = winners
    let zero = arithmetic.zero
    shifts = try Matrix(rows: 1, columns: argument.columns) { _, column in
      winners.isEmpty ? zero : argument[winners[column], column]
    }
    let shifts = shifts
    var column = 0
    shifted = try argument.mapColumns { entries in
      defer { column += 1 }
      let shift = shifts[0, column]
      return entries.map { arithmetic.subtract($0, shift) }
    }
    powers = try arithmetic.apply(.exp, primes: 0, toEach: shifted)
  }

  /// The logarithm of each column's sum of powers.
  ///
  /// The winner's power is 1 exactly, so that the others are summed alone and
  /// none of their digits is lost.
  func logarithms<A: ElementaryArithmetic>(
    in arithmetic: inout A
  ) throws -> Matrix<Number> where A.Number == Number {
    var column = 0
    let sums = try powers.mapColumns { entries in
      defer { column += 1 }
      var sum = arithmetic.zero
      for (row, power) in entries.enumerated()
      where !isOrdered || row != winners[column] {
        sum = arithmetic.add(sum, power)
      }
      return [sum]
    }
    return try arithmetic.apply(
      isOrdered ? .log1p : .ln, primes: 0, toEach: sums)
  }
}
