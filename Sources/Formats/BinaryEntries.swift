import Matrices

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// How the numbers of a binary file are stored.
struct BinaryEntries {
  enum Kind { case float, signed, unsigned }

  var kind: Kind
  /// Bytes of one number: 1, 2, 4 or 8; 4 or 8 for floating point.
  var size: Int
  var isBigEndian: Bool

  /// Reads as many numbers as a header says, from an offset to the end.
  ///
  /// - Parameters:
  ///   - dimensions: The sizes in the header, of any truth.
  ///   - bytes: The whole file.
  ///   - start: Where the numbers begin.
  ///   - divisor: What each number is divided by.
  /// - Returns: The numbers in the order of the file.
  /// - Throws: ``FormatFault`` where the sizes and the file disagree, before
  ///   anything is allocated, or where a number is not finite.
  func values(
    _ dimensions: [Int], in bytes: Data, from start: Int,
    dividedBy divisor: Double = 1
  ) throws(FormatFault) -> [Double] {
    let count = try self.count(dimensions)
    let expected = start + count * size
    guard bytes.count >= expected else {
      throw FormatFault(.truncated(expected: expected, found: bytes.count))
    }
    guard bytes.count == expected else {
      throw FormatFault(.bytesLeft(expected: expected, found: bytes.count))
    }
    let values = bytes.withUnsafeBytes { buffer in
      if kind == .unsigned, size == 1 {
        return buffer[start..<expected].map { Double($0) / divisor }
      }
      return (0..<count).map { value(buffer, at: start + $0 * size) / divisor }
    }
    if kind == .float, let place = values.firstIndex(where: { !$0.isFinite }) {
      throw FormatFault(
        .notANumber("\(values[place])"), at: .byte(start + place * size))
    }
    return values
  }

  private func count(_ dimensions: [Int]) throws(FormatFault) -> Int {
    guard dimensions.allSatisfy({ $0 > 0 }) else {
      throw FormatFault(.noEntries)
    }
    // A double takes eight bytes.
    var bytes = 8
    for dimension in dimensions {
      let (product, overflow) = bytes.multipliedReportingOverflow(by: dimension)
      guard !overflow else { throw FormatFault(.tooLarge(bytes: nil)) }
      bytes = product
    }
    guard bytes <= Matrix<Double>.limit else {
      throw FormatFault(.tooLarge(bytes: bytes))
    }
    return bytes / 8
  }

  private func value(_ buffer: UnsafeRawBufferPointer, at place: Int) -> Double
  {
    var bits: UInt64 = 0
    for index in 0..<size {
      let byte = buffer[place + (isBigEndian ? index : size - 1 - index)]
      bits = bits << 8 | UInt64(byte)
    }
    switch kind {
    case .unsigned: return Double(bits)
    case .signed:
      let shift = UInt64(64 - 8 * size)
      return Double(Int64(bitPattern: bits << shift) >> Int64(shift))
    case .float where size == 4:
      return Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
    case .float: return Double(bitPattern: bits)
    }
  }
}
