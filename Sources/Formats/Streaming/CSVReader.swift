import Matrices

/// Reads a table as its bytes come in, some hundred thousand at a time.
struct CSVReader: PieceReader {
  private(set) var table = CSVTable()
  private let columns: TableColumns
  private let size: Int?
  private let room: Room
  private var labels: LabelColumn
  /// The number of fields in the first line; 0 before it.
  private var width = 0

  /// What was not read yet, from the beginning of a record on.
  private var bytes: [UInt8] = []
  private var wanted: Int
  private let window: Int
  private let longestLine: Int
  /// Where `bytes` begin in the file, and on which line.
  private var place = 0
  private var line = 1

  /// - Parameters:
  ///   - columns: What the columns are.
  ///   - size: The bytes of the file, where that is known.
  ///   - room: What the numbers may take.
  ///   - window: How many bytes are read at a time.
  ///   - longestLine: The most bytes that a line may have.
  init(
    _ columns: TableColumns, size: Int?, _ room: Room, window: Int = 1 << 18,
    longestLine: Int = 1 << 26
  ) {
    self.window = window
    self.longestLine = longestLine
    wanted = window
    self.columns = columns
    self.size = size
    self.room = room
    labels = LabelColumn(classes: columns.classes)
  }

  mutating func take(_ piece: UnsafeRawBufferPointer) throws(FormatFault) {
    bytes += piece
    if bytes.count >= wanted { try readRecords(isLast: false) }
  }

  mutating func end() throws(FormatFault) {
    try readRecords(isLast: true)
    try table.end(labels)
  }

  /// Reads all records that are whole.
  private mutating func readRecords(isLast: Bool) throws(FormatFault) {
    let read = bytes
    let (end, line) = try read.withUnsafeBufferPointer {
      read throws(FormatFault) in
      try records(UnsafeRawBufferPointer(read), isLast: isLast)
    }
    bytes = Array(read[end...])
    wanted = max(self.window, 2 * bytes.count)
    place += end
    self.line = line
    guard bytes.count <= longestLine else {
      throw FormatFault(
        .lineTooLong(bytes: longestLine), at: .line(line, column: 1))
    }
  }

  /// - Returns: Where the first record begins that was not read, and its line.
  private mutating func records(
    _ window: UnsafeRawBufferPointer, isLast: Bool
  ) throws(FormatFault) -> (end: Int, line: Int) {
    try checkText(window, isLast: isLast)
    var source = CSVFields(window, firstLine: line, isLast: isLast)
    var fields: [CSVFields.Field] = []
    while try source.next(into: &fields) {
      if width == 0 {
        width = fields.count
        guard try table.begin(source, fields, columns) else { continue }
      }
      guard fields.count == width else {
        throw FormatFault(
          .fieldCount(found: fields.count, first: width),
          at: source.position(of: fields[0].range.lowerBound))
      }
      try table.append(source, fields, &labels)
    }
    try checkRoom(read: place + source.place)
    return (source.place, isLast ? line : source.line)
  }

  /// Refuses bytes that are no text, as far as characters are whole.
  private func checkText(
    _ window: UnsafeRawBufferPointer, isLast: Bool
  ) throws(FormatFault) {
    let end =
      isLast
      ? window.count
      : window.lastIndex { $0 == 0x0a || $0 == 0x0d }.map { $0 + 1 } ?? 0
    let text = UnsafeRawBufferPointer(rebasing: window[..<end])
    guard let stray = text.firstNotUTF8 else { return }
    throw FormatFault(.notUTF8, at: .byte(place + stray))
  }

  /// The room that the whole needs is what it needs so far, in proportion.
  ///
  /// Lines that come may be longer and hold no more, but no number is written
  /// sixteen times as long as another: as long as the whole might still fit,
  /// it is read on.
  private mutating func checkRoom(read: Int) throws(FormatFault) {
    guard table.count > 0, read > 0 else { return }
    let taken = 8 * max(table.inputs.count, table.targets.count)
    let share = size.map { max(Double($0) / Double(read), 1) } ?? 1
    let whole = Int(min(Double(taken) * share, 1e18))
    guard room.holds(taken), room.holds(whole / 16) else {
      return try room.check(whole)
    }
    guard place == 0, room.holds(whole) else { return }
    table.reserve(Int(Double(table.count) * share * 1.02))
  }
}
