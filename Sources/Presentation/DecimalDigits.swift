/// A finite number as decimal digits: `0.d₁d₂d₃… · 10^point`.
///
/// Zero has no digits. The digits of a double are the fewest that read back
/// as the same double.
struct DecimalDigits: Hashable {
  var isNegative = false
  var digits: [UInt8] = []
  var point = 0

  /// The shortest digits of a finite number.
  init(_ value: Double) {
    var exponent = 0
    var hasPoint = false
    var isExponent = false
    var exponentIsNegative = false
    for byte in value.description.utf8 {
      switch byte {
      case UInt8(ascii: "-") where isExponent: exponentIsNegative = true
      case UInt8(ascii: "-"): isNegative = true
      case UInt8(ascii: "."): hasPoint = true
      case UInt8(ascii: "e"): isExponent = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let digit = byte - UInt8(ascii: "0")
        if isExponent {
          exponent = exponent * 10 + Int(digit)
        } else {
          digits.append(digit)
          if !hasPoint { point += 1 }
        }
      default: break
      }
    }
    point += exponentIsNegative ? -exponent : exponent
    normalise()
  }

  /// Drops zeros at both ends.
  private mutating func normalise() {
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    point -= zeros
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { (point, isNegative) = (0, false) }
  }

  /// Whether the number is whole.
  var isWhole: Bool { digits.count <= point || digits.isEmpty }

  /// Returns the number rounded to so many digits, a half away from zero;
  /// zeros at the end are kept, as they are part of what was rounded.
  func rounded(to count: Int) -> DecimalDigits {
    guard digits.count > count else { return self }
    var result = self
    result.digits = Array(digits[..<count])
    if digits[count] >= 5 { result.carry() }
    return result
  }

  /// The same number without zeros at its end.
  var withoutLastZeros: DecimalDigits {
    var result = self
    result.normalise()
    return result
  }

  /// Adds one in the last place.
  private mutating func carry() {
    var index = digits.count - 1
    while index >= 0, digits[index] == 9 {
      digits[index] = 0
      index -= 1
    }
    if index >= 0 {
      digits[index] += 1
    } else {
      // 999 became 000: it is 1000, and has one digit too many.
      digits = [1] + digits.dropLast()
      point += 1
    }
  }

  /// The number with a decimal point, as `-0.0008056`.
  var positional: String {
    let sign = isNegative ? "-" : ""
    if digits.isEmpty { return "0" }
    if point <= 0 {
      let zeros = String(repeating: "0", count: -point)
      return sign + "0." + zeros + Self.text(digits[...])
    }
    if point >= digits.count {
      let zeros = String(repeating: "0", count: point - digits.count)
      return sign + Self.text(digits[...]) + zeros
    }
    return sign + Self.text(digits[..<point]) + "."
      + Self.text(digits[point...])
  }

  /// The number with a power of ten, as `2.061e-9`.
  var scientific: String {
    if digits.isEmpty { return "0" }
    let sign = isNegative ? "-" : ""
    let rest = digits.count > 1 ? "." + Self.text(digits[1...]) : ""
    return sign + Self.text(digits[..<1]) + rest + "e\(point - 1)"
  }

  private static func text(_ digits: ArraySlice<UInt8>) -> String {
    String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
  }
}
