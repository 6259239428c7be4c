/// A field of dots, several to a cell where the charset has such characters.
struct PlotCanvas {
  let width: Int
  let height: Int
  private let charset: Charset

  /// The eight dots of each cell as bits (in ASCII one), and the curve that
  /// was drawn there last.
  private var cells: [[(bits: UInt32, curve: Int)]]

  init(width: Int, height: Int, charset: Charset) {
    self.width = width
    self.height = height
    self.charset = charset
    cells = Array(
      repeating: Array(repeating: (0, 0), count: width), count: height)
  }

  /// The dots across and down one cell.
  private var dotsPerCell: (across: Int, down: Int) {
    charset == .unicode ? (2, 4) : (1, 1)
  }

  var dotsAcross: Int { width * dotsPerCell.across }

  var dotsDown: Int { height * dotsPerCell.down }

  /// Returns the cell of a dot, whose row is counted from the bottom.
  func cell(x: Int, y: Int) -> (row: Int, column: Int) {
    let row = (dotsDown - 1 - y) / dotsPerCell.down
    return (row, x / dotsPerCell.across)
  }

  func isEmpty(row: Int, column: Int) -> Bool {
    cells[row][column].bits == 0
  }

  /// Joins dots; a curve after the first is dashed.
  mutating func draw(_ dots: [(x: Int, y: Int)], curve: Int) {
    guard var last = dots.first else { return }
    var drawn = 0
    set(last, curve)
    for dot in dots.dropFirst() {
      let steps = max(abs(dot.x - last.x), abs(dot.y - last.y))
      for step in stride(from: 1, through: steps, by: 1) {
        drawn += 1
        guard curve == 0 || drawn % 6 < 4 || charset == .ascii else {
          continue
        }
        set(
          (
            last.x + (dot.x - last.x) * step / steps,
            last.y + (dot.y - last.y) * step / steps
          ), curve)
      }
      last = dot
    }
  }

  private mutating func set(_ dot: (x: Int, y: Int), _ curve: Int) {
    let (row, column) = cell(x: dot.x, y: dot.y)
    let down = (dotsDown - 1 - dot.y) % dotsPerCell.down
    let bit = Self.bits[down][dot.x % dotsPerCell.across]
    cells[row][column].bits |= bit
    cells[row][column].curve = curve
  }

  /// How Unicode numbers the dots of a braille character.
  static let bits: [[UInt32]] = [
    [0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80],
  ]

  /// The dots as a box; cells without dots are blank.
  var box: Box {
    Box(
      rows: cells.map { row in
        row.map { cell in
          guard cell.bits != 0 else { return .blank }
          return Box.Cell(
            Self.text(cell.bits, cell.curve, charset),
            Self.style(cell.curve))
        }
      })
  }

  static func style(_ curve: Int) -> Style { curve == 0 ? .name : .symbol }

  /// What a curve is drawn with in the line that names the curves.
  static func sample(_ curve: Int, _ charset: Charset) -> String {
    switch (charset, curve) {
    case (.unicode, 0): "⠒⠒⠒"
    case (.unicode, _): "⠒ ⠒"
    case (.ascii, _): String(repeating: asciiDot(curve), count: 3)
    }
  }

  private static func text(
    _ bits: UInt32, _ curve: Int, _ charset: Charset
  ) -> String {
    guard charset == .unicode else { return asciiDot(curve) }
    return Unicode.Scalar(0x2800 + bits).map { String(Character($0)) } ?? " "
  }

  private static func asciiDot(_ curve: Int) -> String {
    curve == 0 ? "*" : "o"
  }
}
