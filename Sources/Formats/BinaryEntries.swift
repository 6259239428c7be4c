/// How the numbers of a binary file are stored.
struct BinaryEntries {
  enum Kind { case float, signed, unsigned }

  var kind: Kind
  /// Bytes of one number: 1, 2, 4 or 8; 4 or 8 for floating point.
  var size: Int
  var isBigEndian: Bool

  /// How many numbers a header announces.
  ///
  /// - Parameters:
  ///   - dimensions: The sizes in the header, of any truth.
  ///   - room: What the numbers may take.
  /// - Returns: Their number.
  /// - Throws: ``FormatFault`` where there are none, or too many.
  func count(
    _ dimensions: [Int], _ room: Room
  ) throws(FormatFault) -> Int {
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
    try room.check(bytes)
    return bytes / 8
  }

  /// The number whose bytes begin at a place.
  @inline(__always)
  func value(_ buffer: UnsafeRawBufferPointer, at place: Int) -> Double {
    if size == 1, kind == .unsigned { return Double(buffer[place]) }
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
