import TestSupport
import Testing

@testable import Presentation

@Suite struct NumberFormatTests {
  static let fourDigits: [(Double, String, isExact: Bool)] = [
    (0, "0", true), (-0.0, "0", true), (3, "3", true), (-1, "-1", true),
    (0.5, "0.5", true), (1.5, "1.5", true), (10.125, "10.125", true),
    (-1.5, "-1.5", true), (0.97336448, "0.9734", false),
    (0.000805612345, "0.0008056", false), (2.0970123, "2.097", false),
    (-1.7751234, "-1.775", false), (1.00004321, "1.000", false),
    (1.99999999, "2.000", false), (99999.9999, "100000", false),
    (0.99999999, "1.000", false), (1234567, "1234567", true),
    (9_999_999, "9999999", true), (123456.789, "123457", false),
    (123.456789, "123.5", false), (10_000_000, "1e7", true),
    (12_345_678, "1.235e7", false), (2.5e10, "2.5e10", true),
    (2.0611536181902037e-09, "2.061e-9", false), (1e-5, "0.00001", true),
    (9.9e-6, "9.9e-6", true), (-1e-300, "-1e-300", true),
    (.leastNonzeroMagnitude, "5e-324", true), (1.0 / 3, "0.3333", false),
    (0.05, "0.05", true), (1e22, "1e22", true),
    (.greatestFiniteMagnitude, "1.798e308", false),
    (.nan, "NaN", true), (.infinity, "∞", true), (-.infinity, "-∞", true),
  ]

  @Test(arguments: fourDigits)
  func fourSignificantDigits(value: Double, text: String, isExact: Bool) {
    let format = NumberFormat()
    #expect(format.text(value) == text)
    #expect(format.isExact(value) == isExact)
    #expect(format.relation(value) == (isExact ? "=" : "≈"))
  }

  @Test func digitsMayBeChosen() {
    let third = 2.0 / 3
    #expect(NumberFormat(digits: 1).text(third) == "0.7")
    #expect(NumberFormat(digits: 2).text(0.125) == "0.125")
    #expect(NumberFormat(digits: 6).text(third) == "0.666667")
    #expect(NumberFormat(digits: 17).text(third) == "0.6666666666666666")
    #expect(NumberFormat(digits: 17).isExact(third))
    #expect(NumberFormat(digits: 0).digits == 1)
    #expect(NumberFormat(digits: 40).digits == 17)
  }

  @Test func noiseInTheLastBitsIsNoDigit() {
    #expect(NumberFormat().text(3 * 1.9) == "5.7")
    #expect(NumberFormat().isExact(0.1 + 0.2))
    #expect(NumberFormat(digits: 17).text(3 * 1.9) == "5.699999999999999")
    #expect(!NumberFormat().isExact(1.0 / 3))
  }

  @Test func asciiHasNoInfinitySign() {
    let format = NumberFormat()
    #expect(format.text(.infinity, charset: .ascii) == "inf")
    #expect(format.text(-.infinity, charset: .ascii) == "-inf")
    #expect(format.relation(1.0 / 3, charset: .ascii) == "~=")
  }

  @Test func fullFormReadsBackExactly() {
    var random = SeededGenerator(5)
    for _ in 0..<2000 {
      let value = Double(bitPattern: random.next())
      guard value.isFinite else { continue }
      #expect(Double(NumberFormat.full(value)) == value)
    }
    #expect(NumberFormat.full(0.1) == "0.1")
    #expect(NumberFormat.full(1e21) == "1e21")
    #expect(NumberFormat.full(-.infinity, charset: .ascii) == "-inf")
  }

  @Test func exactFormsReadBackAndRoundedOnesAreNear() {
    var random = SeededGenerator(6)
    let scales = [1e-9, 1e-4, 1, 1e5, 1e9]
    for _ in 0..<2000 {
      let digits = Int.random(in: 1...17, using: &random)
      let format = NumberFormat(digits: digits)
      let scale = scales[Int.random(in: 0...4, using: &random)]
      let whole = Int.random(in: -99999...99999, using: &random)
      let value =
        Bool.random(using: &random)
        ? Double(whole) / 1000
        : scale * Double.random(in: -1...1, using: &random)
      guard let read = Double(format.text(value)) else {
        Issue.record("\(format.text(value)) is no number")
        continue
      }
      var unit = 0.5000001
      for _ in 1..<digits { unit /= 10 }
      let isNear = (read - value).magnitude <= 5e-15 * value.magnitude
      #expect(format.isExact(value) == (digits > 12 ? read == value : isNear))
      #expect((read - value).magnitude <= 10 * unit * value.magnitude)
    }
  }

  @Test func columnsAlignOnTheDecimalPoint() {
    let column = NumberColumn([-1.7751234, 10.125, 3, 0.00000012, .infinity])
    #expect(
      column.texts == [
        "-1.775 ", "10.125 ", " 3     ", " 1.2e-7", " ∞     ",
      ])
    #expect(Set(column.texts.map(\.cells)) == [column.width])
  }
}
