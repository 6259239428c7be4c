import CKernels
import TestSupport
import Testing

/// Numbers that are different and have many digits.
private func numbers(_ count: Int, _ seed: Int) -> [Double] {
  var state = UInt64(seed)
  return (0..<count + Int(KernelPadding)).map { _ in
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 11) / Double(1 << 53) - 0.5
  }
}

private struct Product {
  var rows: Int
  var inner: Int
  var columns: Int
  var transposesLeft: Bool
  var transposesRight: Bool
  var accumulates = false
  var addsColumn = false

  var left: [Double] { numbers(rows * inner, 1) }
  var right: [Double] { numbers(inner * columns, 2) }
  var column: [Double] { numbers(rows, 3) }

  func run() -> [Double] {
    var out = numbers(rows * columns, 4)
    left.withUnsafeBufferPointer { a in
      right.withUnsafeBufferPointer { b in
        column.withUnsafeBufferPointer { c in
          out.withUnsafeMutableBufferPointer { out in
            var step = step
            step.a = a.baseAddress
            step.b = b.baseAddress
            step.c = addsColumn ? c.baseAddress : nil
            step.out = out.baseAddress
            kernels_run(&step, 0, 1)
          }
        }
      }
    }
    return out
  }

  private var step: KernelStep {
    var step = KernelStep()
    step.operation = KernelProduct
    step.flags = accumulates ? Int32(KernelAccumulate) : 0
    step.rows = Int64(rows)
    step.columns = Int64(columns)
    step.inner = Int64(inner)
    step.outColumn = Int64(rows)
    step.aRow = transposesLeft ? Int64(inner) : 1
    step.aColumn = transposesLeft ? 1 : Int64(rows)
    step.bRow = transposesRight ? Int64(columns) : 1
    step.bColumn = transposesRight ? 1 : Int64(inner)
    return step
  }

  /// The entry by its definition.
  func truth(_ row: Int, _ column: Int, _ left: [Double], _ right: [Double])
    -> Double
  {
    (0..<inner).reduce(0) { sum, k in
      sum + left[transposesLeft ? row * inner + k : k * rows + row]
        * right[transposesRight ? k * columns + column : column * inner + k]
    }
  }

  /// The product by its definition, and what is added to it.
  private var truths: [Double] {
    let before = numbers(rows * columns, 4)
    let (left, right, added) = (left, right, self.column)
    return (0..<rows * columns).map { place in
      let (row, column) = (place % rows, place / rows)
      return truth(row, column, left, right) + (addsColumn ? added[row] : 0)
        + (accumulates ? before[place] : 0)
    }
  }

  func expectRightAtEveryLevel() {
    let truths = truths
    let before = numbers(rows * columns, 4)
    for level in VectorLevel.all {
      let out = level.use { run() }
      let isRight = zip(out, truths).allSatisfy {
        abs($0 - $1) < 1e-15 * Double(inner + 4)
      }
      #expect(isRight, "\(self), \(level)")
      #expect(
        out[truths.count...] == before[truths.count...],
        "written behind: \(self), \(level)")
    }
  }
}

@Suite struct ProductTests {
  /// Small and large ones, with every remainder of rows and of columns.
  @Test(arguments: [1, 2, 7, 9, 23, 25, 40], [1, 3, 8, 13, 26])
  func productIsTheSumOfProducts(rows: Int, columns: Int) {
    for inner in [1, 5, 90, 300] {
      for form in 0..<16 {
        Product(
          rows: rows, inner: inner, columns: columns,
          transposesLeft: form & 1 != 0, transposesRight: form & 2 != 0,
          accumulates: form & 4 != 0, addsColumn: form & 8 != 0
        ).expectRightAtEveryLevel()
      }
    }
  }
  /// Up to so many multiplications no vector decides how they are added.
  @Test(arguments: [1, 2, 3, 7, 8, 9], [1, 4, 11])
  func smallProductHasTheSameBitsAtEveryLevel(rows: Int, columns: Int) {
    for inner in [1, 2, 5, 20] {
      for form in 0..<16 {
        let product = Product(
          rows: rows, inner: inner, columns: columns,
          transposesLeft: form & 1 != 0, transposesRight: form & 2 != 0,
          accumulates: form & 4 != 0, addsColumn: form & 8 != 0)
        let results = VectorLevel.all.map { $0.use { product.run() } }
        #expect(Set(results).count == 1, "\(product)")
      }
    }
  }

  @Test func levelIsWhatWasAskedFor() {
    for level in VectorLevel.all {
      level.use { #expect(kernels_level() == level.number) }
    }
    #expect(kernels_level() == VectorLevel.all.first?.number)
  }
}
