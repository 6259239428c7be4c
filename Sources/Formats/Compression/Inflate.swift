/// Undoes the compression of zip and gzip.
///
/// What comes out is handed on in pieces, so that a caller decides how much
/// is kept; 32 KiB are looked back on, and no size is believed.
///
/// Source: RFC 1951.
struct Inflate: ~Copyable {
  /// Takes a piece; the bytes are there until it returns.
  typealias Sink = (UnsafeRawBufferPointer) throws(FormatFault) -> Void

  private static let reach = 1 << 15
  private static let capacity = 5 * reach
  /// The longest repetition.
  private static let longest = 258

  private var bits: BitSource
  private let window: UnsafeMutablePointer<UInt8>
  /// The end of what stands in the window, and of what was handed on.
  private var end = 0
  private var handedOn = 0
  private let sink: Sink

  private init(_ bits: BitSource, _ sink: @escaping Sink) {
    self.bits = bits
    self.sink = sink
    window = .allocate(capacity: Self.capacity)
  }

  deinit { window.deallocate() }

  /// Inflates one stream.
  ///
  /// - Parameters:
  ///   - bytes: What holds the stream.
  ///   - start: Where it begins.
  ///   - sink: Takes what comes out, piece by piece.
  /// - Returns: The byte behind the stream.
  /// - Throws: ``FormatFault`` where the stream is damaged or ends early, and
  ///   what the sink throws.
  static func stream(
    _ bytes: UnsafeRawBufferPointer, from start: Int,
    to sink: @escaping Sink
  ) throws(FormatFault) -> Int {
    var inflate = Inflate(BitSource(bytes, from: start), sink)
    while try inflate.block() {}
    try inflate.handOn()
    inflate.bits.alignToByte()
    return inflate.bits.place
  }

  /// Inflates what a file goes on with, which then stands behind it.
  ///
  /// - Parameters:
  ///   - bytes: A file that stands where the stream begins.
  ///   - sink: Takes what comes out, piece by piece.
  /// - Throws: As for bytes that are there already.
  static func stream(
    _ bytes: ByteStream, to sink: @escaping Sink
  ) throws(FormatFault) {
    var inflate = Inflate(BitSource(bytes), sink)
    while try inflate.block() {}
    try inflate.handOn()
    inflate.bits.leave()
  }

  /// Takes a block; false after the last.
  private mutating func block() throws(FormatFault) -> Bool {
    let isLast = try bits.take(1) == 1
    switch try bits.take(2) {
    case 0: try stored()
    case 1: try coded(PrefixCode.fixedLiterals, PrefixCode.fixedDistances)
    case 2:
      let (literals, distances) = try codes()
      try coded(literals, distances)
    default: throw damaged
    }
    return !isLast
  }

  private var damaged: FormatFault {
    FormatFault(.damaged, at: .byte(bits.place))
  }

  // MARK: - What comes out

  /// Makes room for the longest repetition.
  @inline(__always)
  private mutating func makeRoom() throws(FormatFault) {
    if end + Self.longest > Self.capacity { try slide() }
  }

  private mutating func slide() throws(FormatFault) {
    try handOn()
    let kept = min(end, Self.reach)
    window.update(from: window + (end - kept), count: kept)
    (end, handedOn) = (kept, kept)
  }

  private mutating func handOn() throws(FormatFault) {
    guard handedOn < end else { return }
    try sink(
      UnsafeRawBufferPointer(start: window + handedOn, count: end - handedOn))
    handedOn = end
  }

  private mutating func stored() throws(FormatFault) {
    bits.alignToByte()
    let length = try bits.take(16)
    guard try bits.take(16) == length ^ 0xffff else { throw damaged }
    var left = try bits.takeBytes(length)[...]
    while !left.isEmpty {
      try makeRoom()
      let piece = left.prefix(Self.capacity - end)
      for byte in piece {
        window[end] = byte
        end += 1
      }
      left = left.dropFirst(piece.count)
    }
  }

  private mutating func coded(
    _ literals: PrefixCode?, _ distances: PrefixCode?
  ) throws(FormatFault) {
    guard let literals, let distances else { throw damaged }
    while true {
      try makeRoom()
      let symbol = try literals.symbol(&bits)
      if symbol < 256 {
        window[end] = UInt8(truncatingIfNeeded: symbol)
        end += 1
      } else if symbol == 256 {
        return
      } else {
        try repetition(symbol - 257, distances)
      }
    }
  }

  @inline(__always)
  private mutating func repetition(
    _ symbol: Int, _ distances: PrefixCode
  ) throws(FormatFault) {
    guard symbol < Self.lengths.count else { throw damaged }
    let (least, extra) = Self.lengths[symbol]
    let length = least + (try bits.take(extra))
    let far = try distances.symbol(&bits)
    guard far < Self.distances.count else { throw damaged }
    let (nearest, more) = Self.distances[far]
    let distance = nearest + (try bits.take(more))
    // All that has come out stands in the window, or more than can be reached.
    guard distance <= end else { throw damaged }
    for place in end..<(end + length) {
      window[place] = window[place - distance]
    }
    end += length
  }
}

// MARK: - The codes of a block

extension Inflate {
  private mutating func codes() throws(FormatFault) -> (
    PrefixCode, PrefixCode
  ) {
    let literals = try bits.take(5) + 257
    let distances = try bits.take(5) + 1
    let count = try bits.take(4) + 4
    guard literals <= 286, distances <= 30 else { throw damaged }
    var lengths = [UInt8](repeating: 0, count: Self.order.count)
    for place in Self.order.prefix(count) {
      lengths[place] = UInt8(try bits.take(3))
    }
    guard let code = PrefixCode(lengths[...]) else { throw damaged }
    let all = try self.lengths(literals + distances, by: code)
    // Without a word for its end a block could not end.
    guard all[256] > 0, let first = PrefixCode(all[..<literals]),
      let second = PrefixCode(all[literals...])
    else { throw damaged }
    return (first, second)
  }

  private mutating func lengths(
    _ count: Int, by code: PrefixCode
  ) throws(FormatFault) -> [UInt8] {
    var lengths: [UInt8] = []
    while lengths.count < count {
      let symbol = try code.symbol(&bits)
      let (length, times): (UInt8, Int)
      switch symbol {
      case 16:
        guard let last = lengths.last else { throw damaged }
        (length, times) = (last, 3 + (try bits.take(2)))
      case 17: (length, times) = (0, 3 + (try bits.take(3)))
      case 18: (length, times) = (0, 11 + (try bits.take(7)))
      default: (length, times) = (UInt8(symbol), 1)
      }
      lengths += repeatElement(length, count: times)
    }
    guard lengths.count == count else { throw damaged }
    return lengths
  }

  /// Source: RFC 1951, section 3.2.7.
  private static let order = [
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
  ]

  /// The shortest length of each symbol, and how many bits are added to it.
  ///
  /// Source: RFC 1951, section 3.2.5.
  private static let lengths: [(Int, Int)] =
    steps(from: 3, symbols: 28, perBit: 4) + [(258, 0)]
  private static let distances: [(Int, Int)] =
    steps(from: 1, symbols: 30, perBit: 2)

  /// Symbols of which each group has one bit more than the one before; the
  /// first two groups have none.
  private static func steps(
    from least: Int, symbols: Int, perBit: Int
  ) -> [(Int, Int)] {
    var least = least
    return (0..<symbols).map { symbol in
      let extra = max(symbol / perBit - 1, 0)
      defer { least += 1 << extra }
      return (least, extra)
    }
  }
}
