/// Decimal numbers as they stand in a file.
enum DecimalField {
  /// Returns a finite decimal number; `nan`, `inf` and `0x10` are none.
  ///
  /// A number of at most 15 digits is a whole number divided by a power of
  /// ten, both of which a double holds, so that their quotient is the nearest
  /// double. All others take the longer way.
  ///
  /// Source: Clinger, *How to Read Floating Point Numbers Accurately* (1990),
  /// section 3.
  static func number(_ bytes: UnsafeRawBufferPointer) -> Double? {
    var (digits, count, places) = (0, 0, 0)
    var (isNegative, hasPoint) = (false, false)
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case 0x30...0x39:
        digits = 10 * digits + Int(byte - 0x30)
        count += 1
        places += hasPoint ? 1 : 0
        guard count <= 15 else { return slowNumber(bytes) }
      case UInt8(ascii: ".") where !hasPoint: hasPoint = true
      case UInt8(ascii: "-") where index == 0: isNegative = true
      case UInt8(ascii: "+") where index == 0: break
      default: return slowNumber(bytes)
      }
    }
    guard count > 0 else { return nil }
    let number = Double(digits) / powers[places]
    return isNegative ? -number : number
  }

  private static func slowNumber(_ bytes: UnsafeRawBufferPointer) -> Double? {
    let isDecimal = bytes.allSatisfy {
      (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0)
    }
    guard isDecimal,
      let number = Double(String(decoding: bytes, as: UTF8.self)),
      number.isFinite
    else { return nil }
    return number
  }

  private static let powers: [Double] = (0...15).reduce(into: []) { list, _ in
    list.append((list.last.map { $0 * 10 }) ?? 1)
  }
}
