import CKernels
import Foundation
import TestSupport
import Testing

/// A step that sums the entries of a matrix, column after column.
private func sums(
  _ operation: KernelOperation, of entries: [Double], rows: Int,
  columns: Int, places: Int
) -> [Double] {
  let room = Int(KernelPadding)
  // What stands behind the entries must not count.
  let a = entries + [Double](repeating: 3, count: room)
  var out = [Double](repeating: -7, count: places + room)
  a.withUnsafeBufferPointer { a in
    out.withUnsafeMutableBufferPointer { out in
      var step = KernelStep()
      step.operation = operation
      step.rows = Int64(rows)
      step.columns = Int64(columns)
      step.a = a.baseAddress
      step.b = a.baseAddress
      step.out = out.baseAddress
      kernels_run(&step, 0, 1)
    }
  }
  return out
}

/// A sum that keeps what each addition rounds off.
///
/// Source: Neumaier, Rundungsfehleranalyse einiger Verfahren zur Summation
/// endlicher Summen (1974)
private func compensatedSum(_ numbers: [Double]) -> Double {
  var (sum, lost) = (0.0, 0.0)
  for number in numbers {
    let next = sum + number
    lost +=
      abs(sum) >= abs(number) ? (sum - next) + number : (number - next) + sum
    sum = next
  }
  return sum + lost
}

private func drawn(_ count: Int, in range: ClosedRange<Double>) -> [Double] {
  var random = SeededGenerator(UInt64(count) &+ 5)
  return (0..<count).map { _ in Double.random(in: range, using: &random) }
}

private func logDecays(_ numbers: [Double], _ level: VectorLevel) -> Double {
  level.use {
    sums(
      KernelLogDecays, of: numbers, rows: 1, columns: numbers.count,
      places: 1)[0]
  }
}

/// Σ ln(1 + exp(-|a|)), which is computed as one logarithm of many factors.
@Suite struct LogDecayTests {
  private func expectRight(_ numbers: [Double], units: Double) {
    let truth = compensatedSum(numbers.map { log1p(exp(-abs($0))) })
    for level in VectorLevel.all {
      let ours = logDecays(numbers, level)
      #expect(
        abs(ours - truth) <= units * truth.ulp,
        "\(level), \(numbers.count) numbers: \(ours), not \(truth)")
    }
  }

  @Test(arguments: 1...40)
  func fewLogarithmsAreRightToAFewUnits(count: Int) {
    for range in [-1e-6...1e-6, -1...1, -40...40, 40...700, -700...(-36)] {
      expectRight(drawn(count, in: range), units: 8)
    }
    expectRight([Double](repeating: 0, count: count), units: 4)
  }

  /// The rounding of each factor adds up, in parts of the sum.
  @Test(arguments: [1024, 1025, 8191, 8193, 20_000])
  func manyLogarithmsAreRight(count: Int) {
    for range in [-1e-6...1e-6, -1...1, -40...40, 40...700] {
      expectRight(drawn(count, in: range), units: 40)
    }
  }

  @Test(arguments: VectorLevel.all)
  func limitsAreThoseOfTheLogarithms(_ level: VectorLevel) {
    let infinity = Double.infinity
    #expect(logDecays([infinity, -infinity, 1e300], level) == 0)
    for count in [3, 17, 2000] {
      let ends = [Double](repeating: -infinity, count: count)
      #expect(logDecays([0] + ends, level) == log(2))
      #expect(logDecays(ends + [.nan] + ends, level).isNaN)
    }
  }

  /// No more than a strip holds; longer sums may round a product and a sum
  /// at once.
  @Test(arguments: [1, 8, 15, 16, 17, 255, 1024])
  func fewLogarithmsHaveTheSameBitsAtEveryLevel(count: Int) {
    let numbers = drawn(count, in: -30...30)
    let values = VectorLevel.all.map { logDecays(numbers, $0) }
    #expect(Set(values).count == 1)
  }
}

@Suite struct SumTests {
  /// Every remainder of rows and of columns, low columns and high ones.
  @Test(arguments: 1...20)
  func columnSumIsTheSumOfTheColumn(rows: Int) {
    for columns in 1...40 {
      let entries = drawn(rows * columns, in: -1...1)
      let results = VectorLevel.all.map { level in
        level.use {
          sums(
            KernelColumnSums, of: entries, rows: rows, columns: columns,
            places: columns)
        }
      }
      #expect(Set(results).count == 1, "\(rows)×\(columns)")
      for column in 0..<columns {
        let truth = compensatedSum(
          Array(entries[column * rows..<(column + 1) * rows]))
        #expect(
          abs(results[0][column] - truth) <= Double(rows) * 0x1p-53 * 8,
          "column \(column) of \(rows)×\(columns)")
      }
      #expect(results[0][columns...].allSatisfy { $0 == -7 })
    }
  }

  @Test(arguments: 1...20)
  func rowSumIsTheSumOfTheRow(rows: Int) {
    for columns in [1, 2, 7, 8, 16, 33] {
      let entries = drawn(rows * columns, in: -1...1)
      let results = VectorLevel.all.map { level in
        level.use {
          sums(
            KernelRowSums, of: entries, rows: rows, columns: columns,
            places: rows)
        }
      }
      #expect(Set(results).count == 1, "\(rows)×\(columns)")
      for row in 0..<rows {
        let truth = compensatedSum(
          stride(from: row, to: entries.count, by: rows).map { entries[$0] })
        #expect(
          abs(results[0][row] - truth) <= Double(columns) * 0x1p-53 * 8,
          "row \(row) of \(rows)×\(columns)")
      }
    }
  }

  @Test(arguments: [1, 7, 15, 16, 17, 100, 5000])
  func sumsOfAllHaveTheSameBitsAtEveryLevel(count: Int) {
    let entries = drawn(count, in: -1...1)
    let squares = entries.map { $0 * $0 }
    for (operation, truths) in [
      (KernelTotal, entries), (KernelSquares, squares),
      (KernelInner, squares),
    ] {
      let results = VectorLevel.all.map { level in
        level.use {
          sums(operation, of: entries, rows: 1, columns: count, places: 1)
        }
      }
      #expect(Set(results).count == 1)
      let truth = compensatedSum(truths)
      #expect(abs(results[0][0] - truth) <= Double(count + 4) * 0x1p-53)
    }
  }
}
