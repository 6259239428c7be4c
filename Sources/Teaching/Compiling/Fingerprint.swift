/// A short text that another text does not have, but by great chance.
///
/// Source: Fowler, Noll, Vo: FNV-1a, 64 bits.
enum Fingerprint {
  static func text(of text: String) -> String {
    let hash = Array(text.utf8).reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
