/// Reads a header and the numbers behind it as they come in: a `.npy` or an
/// IDX file.
///
/// What the header announces is held against the length of the file where
/// that is known, and against the room that there is, before any of it is
/// read.
struct ArrayReader: PieceReader {
  /// What a header says.
  struct Header {
    var entries: BinaryEntries
    var dimensions: [Int]
    /// Where the numbers begin.
    var start: Int
    var divisor = 1.0
    /// Whether the first dimension runs slowest, and the numbers are to stand
    /// the other way round.
    var isTurned = false
  }

  /// Reads a header; nothing where it goes on.
  typealias Parse =
    (_ bytes: [UInt8], _ isWhole: Bool) throws(FormatFault) -> Header?

  private let parse: Parse
  private let size: Int?
  private let room: Room
  private var head: [UInt8] = []
  private(set) var header: Header?
  /// The numbers, column after column.
  private(set) var values: [Double] = []
  private var count = 0
  private var found = 0
  /// The rows of a table that stands row by row; 1 where nothing is turned.
  private var rows = 1
  /// The bytes of a number of which the others come in the next piece.
  private var rest: [UInt8] = []

  /// - Parameters:
  ///   - size: The bytes of the file, where that is known.
  ///   - room: What the numbers may take.
  ///   - parse: Reads the header.
  init(size: Int?, _ room: Room, parse: @escaping Parse) {
    self.size = size
    self.room = room
    self.parse = parse
  }

  mutating func take(_ piece: UnsafeRawBufferPointer) throws(FormatFault) {
    found += piece.count
    guard header == nil else { return try decode(piece) }
    head += piece
    guard let header = try parse(head, false) else { return }
    try begin(header)
  }

  mutating func end() throws(FormatFault) {
    if header == nil {
      guard let header = try parse(head, true) else {
        throw FormatFault(.badHeader("length"))
      }
      try begin(header)
    }
    guard let header else { return }
    let expected = header.start + values.count * header.entries.size
    guard found >= expected else {
      throw FormatFault(.truncated(expected: expected, found: found))
    }
    guard found == expected else {
      throw FormatFault(.bytesLeft(expected: expected, found: found))
    }
  }

  private mutating func begin(_ header: Header) throws(FormatFault) {
    let count = try header.entries.count(header.dimensions, room)
    let expected = header.start + count * header.entries.size
    if let size, size < expected {
      throw FormatFault(.truncated(expected: expected, found: size))
    }
    if let size, size > expected {
      throw FormatFault(.bytesLeft(expected: expected, found: size))
    }
    self.header = header
    if header.isTurned { rows = header.dimensions[0] }
    values = [Double](repeating: 0, count: count)
    let body = head[header.start...]
    head = []
    try Array(body).withUnsafeBufferPointer { body throws(FormatFault) in
      try decode(UnsafeRawBufferPointer(body))
    }
  }

  private mutating func decode(
    _ piece: UnsafeRawBufferPointer
  ) throws(FormatFault) {
    guard let entries = header?.entries, let divisor = header?.divisor else {
      return
    }
    let size = entries.size
    var place = 0
    if !rest.isEmpty {
      place = min(size - rest.count, piece.count)
      rest += piece[..<place]
      guard rest.count == size else { return }
      let whole = rest
      rest = []
      let value = whole.withUnsafeBytes { entries.value($0, at: 0) }
      try append(value / divisor)
    }
    while place + size <= piece.count, count < values.count {
      try append(entries.value(piece, at: place) / divisor)
      place += size
    }
    // What is behind the last number is counted and not kept.
    if count < values.count { rest = Array(piece[place...]) }
  }

  @inline(__always)
  private mutating func append(_ value: Double) throws(FormatFault) {
    guard value.isFinite else { throw notFinite(value) }
    if rows > 1 {
      // A table that stands row by row is wanted column by column.
      let (row, column) = count.quotientAndRemainder(
        dividingBy: values.count / rows)
      values[column * rows + row] = value
    } else {
      values[count] = value
    }
    count += 1
  }

  private func notFinite(_ value: Double) -> FormatFault {
    let start = header?.start ?? 0
    return FormatFault(
      .notANumber("\(value)"),
      at: .byte(start + count * (header?.entries.size ?? 1)))
  }
}
