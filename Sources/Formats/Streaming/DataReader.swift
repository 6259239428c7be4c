import Matrices

/// Reads a file of numbers, of whatever kind it is.
struct DataReader: PieceReader {
  private let form: DataFile.Form
  private let room: Room
  private let white: Double
  // One of the two, once the file has begun; changed where they stand, since
  // what they hold is long.
  private var table: CSVReader?
  private var array: ArrayReader?

  init(_ form: DataFile.Form, room: Room, white: Double) {
    self.form = form
    self.room = room
    self.white = white
  }

  private var isNumPy: Bool { form.name.hasSuffix(".npy") }

  mutating func take(_ piece: UnsafeRawBufferPointer) throws(FormatFault) {
    try begin(piece)
    try table?.take(piece)
    try array?.take(piece)
  }

  mutating func end() throws(FormatFault) {
    try begin(UnsafeRawBufferPointer(start: nil, count: 0))
    try table?.end()
    try array?.end()
  }

  func matrix() throws(FormatFault) -> Matrix<Double> {
    if let table { return try table.table.matrix() }
    guard let array else { throw FormatFault(.noEntries) }
    return isNumPy
      ? try NumPyArray(array).matrix() : try IDXArray(array).matrix()
  }

  private mutating func begin(
    _ piece: UnsafeRawBufferPointer
  ) throws(FormatFault) {
    guard table == nil, array == nil else { return }
    if isNumPy {
      array = NumPyArray.reader(size: form.size, room)
    } else if form.name.hasSuffix(".csv") {
      table = CSVReader(TableColumns(), size: form.size, room)
    } else if piece.starts(with: [0, 0]) || form.name.contains("idx") {
      array = IDXArray.reader(size: form.size, room, white: white)
    } else {
      throw FormatFault(.unknownDataFile(form.name))
    }
  }
}
