/// The checksum of zip archives and of gzip.
///
/// Source: ISO 3309, with the polynomial reversed; RFC 1952, section 8.
struct Checksum {
  private var sum: UInt32 = ~0

  var value: UInt32 { ~sum }

  /// Goes on with further bytes, eight at a time.
  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    let whole = bytes.count / 8 * 8
    sum = Self.tables.withUnsafeBufferPointer { tables in
      var sum = sum
      for place in stride(from: 0, to: whole, by: 8) {
        let word = UInt64(
          littleEndian: bytes.loadUnaligned(
            fromByteOffset: place, as: UInt64.self))
        var rest = word ^ UInt64(sum)
        sum = 0
        for table in stride(from: 7 * 256, through: 0, by: -256) {
          sum ^= tables[table + Int(rest & 0xff)]
          rest >>= 8
        }
      }
      for byte in bytes[whole...] {
        sum = tables[Int((sum ^ UInt32(byte)) & 0xff)] ^ (sum >> 8)
      }
      return sum
    }
  }

  static func crc32(of bytes: some Sequence<UInt8>) -> UInt32 {
    var checksum = Checksum()
    Array(bytes).withUnsafeBytes { checksum.add($0) }
    return checksum.value
  }

  /// Eight tables one after another: what a byte becomes when so many zero
  /// bytes follow it.
  private static let tables: [UInt32] = {
    let first: [UInt32] = (0..<256).map { index in
      (0..<8).reduce(UInt32(index)) { rest, _ in
        rest & 1 == 1 ? 0xedb8_8320 ^ (rest >> 1) : rest >> 1
      }
    }
    var tables = first
    for place in 256..<(8 * 256) {
      let before = tables[place - 256]
      tables.append(first[Int(before & 0xff)] ^ (before >> 8))
    }
    return tables
  }()
}
