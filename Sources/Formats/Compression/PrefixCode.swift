/// A code in which no word begins another, given by the lengths of its words.
///
/// Source: RFC 1951, section 3.2.2.
struct PrefixCode {
  /// For the next ten bits the symbol and the length of its word, or 0 where
  /// the word is longer.
  private var fast = [UInt16](repeating: 0, count: 1 << fastBits)
  /// How many words there are of each length.
  private var counts = [Int](repeating: 0, count: longest + 1)
  /// The symbols, those of shorter words first.
  private var symbols: [UInt16] = []

  private static let fastBits = 10
  private static let fastMask = (1 << fastBits) - 1
  static let longest = 15

  /// Makes a code, or nil where the lengths are those of none.
  ///
  /// - Parameter lengths: The length of the word of each symbol, 0 for none.
  init?(_ lengths: ArraySlice<UInt8>) {
    for length in lengths { counts[Int(length)] += 1 }
    counts[0] = 0
    var free = 1
    for length in 1...Self.longest {
      free = 2 * free - counts[length]
      guard free >= 0 else { return nil }
    }
    // A code with words left over is used for a single symbol only.
    let words = counts.reduce(0, +)
    guard free == 0 || words == 0 || words == 1 && counts[1] == 1 else {
      return nil
    }
    fill(Array(lengths))
  }

  private mutating func fill(_ lengths: [UInt8]) {
    var word = 0
    for length in 1...Self.longest {
      for symbol in lengths.indices where lengths[symbol] == length {
        symbols.append(UInt16(symbol))
        if length <= Self.fastBits { enter(symbol, word, length) }
        word += 1
      }
      word <<= 1
    }
  }

  /// Enters a word at every place that begins with it.
  private mutating func enter(_ symbol: Int, _ word: Int, _ length: Int) {
    var reversed = 0
    for bit in 0..<length where word >> bit & 1 == 1 {
      reversed |= 1 << (length - 1 - bit)
    }
    let entry = UInt16(symbol << 4 | length)
    for place in stride(from: reversed, to: fast.count, by: 1 << length) {
      fast[place] = entry
    }
  }

  /// Takes a word and gives its symbol.
  @inline(__always)
  func symbol(_ bits: inout BitSource) throws(FormatFault) -> Int {
    try bits.refill()
    let entry = Int(fast[bits.ahead & Self.fastMask])
    guard entry != 0 else { return try longSymbol(&bits) }
    try bits.drop(entry & 15)
    return entry >> 4
  }

  /// Compares bit by bit with the first word of each length.
  private func longSymbol(
    _ bits: inout BitSource
  ) throws(FormatFault) -> Int {
    let ahead = bits.ahead
    var (word, first, place) = (0, 0, 0)
    for length in 1...Self.longest {
      word |= ahead >> (length - 1) & 1
      let count = counts[length]
      if word - first < count {
        try bits.drop(length)
        return Int(symbols[place + word - first])
      }
      place += count
      first = (first + count) << 1
      word <<= 1
    }
    try bits.drop(Self.longest)
    throw FormatFault(.damaged, at: .byte(bits.place))
  }

  // MARK: - The codes that are not written down

  static let fixedLiterals = PrefixCode(
    ([UInt8](repeating: 8, count: 144) + [UInt8](repeating: 9, count: 112)
      + [UInt8](repeating: 7, count: 24) + [UInt8](repeating: 8, count: 8))[...]
  )
  static let fixedDistances = PrefixCode([UInt8](repeating: 5, count: 32)[...])
}
