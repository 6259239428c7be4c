/// A terminal's screen, as far as the escape sequences of a line editor go.
///
/// What it does not know is kept in ``unknown``, so that a test can fail on
/// it rather than compare nonsense.
public struct Screen {
  public let columns: Int
  public let rows: Int
  public private(set) var row = 0
  public private(set) var column = 0
  /// Sequences that were left out.
  public private(set) var unknown: [String] = []
  /// Whether the terminal was last told to mark pastes.
  public private(set) var marksPastes = false

  private var cells: [[Character]]

  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    cells = Array(
      repeating: Array(repeating: " ", count: columns), count: rows)
  }

  /// The rows without trailing spaces, to the last that is not empty.
  public var lines: [String] {
    var lines = cells.map { row in
      String(row).trimmingSpaces
    }
    while lines.last == "" { lines.removeLast() }
    return lines
  }

  public var text: String { lines.joined(separator: "\n") }

  /// The row of the cursor.
  public var currentLine: String { String(cells[row]).trimmingSpaces }

  public mutating func take(_ text: String) {
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\r": column = 0
      case "\n": feed()
      case "\u{8}": column = max(0, min(column, columns - 1) - 1)
      case "\t": column = min(columns - 1, (column / 8 + 1) * 8)
      case "\u{7}": break
      case "\u{1B}": takeSequence(&rest)
      default: put(Character(scalar))
      }
    }
  }
}

extension Screen {
  private mutating func feed() {
    row += 1
    guard row == rows else { return }
    cells.removeFirst()
    cells.append(Array(repeating: " ", count: columns))
    row -= 1
  }

  /// After the last column the cursor waits: the next character wraps.
  private mutating func put(_ character: Character) {
    if column == columns {
      column = 0
      feed()
    }
    cells[row][column] = character
    column += 1
  }

  private mutating func takeSequence(_ rest: inout Substring.UnicodeScalarView)
  {
    guard rest.first == "[" else {
      // Keypad modes, which xterm's description asks for.
      let next = rest.popFirst().map(String.init) ?? ""
      if !["=", ">"].contains(next) { unknown.append(next) }
      return
    }
    rest.removeFirst()
    var parameters = ""
    while let scalar = rest.popFirst() {
      if ("@"..."~").contains(scalar) {
        return perform(scalar, parameters)
      }
      parameters.unicodeScalars.append(scalar)
    }
  }

  private mutating func perform(
    _ final: Unicode.Scalar, _ parameters: String
  ) {
    if parameters.hasPrefix("?") { return set(final, parameters.dropFirst()) }
    let numbers = parameters.split(
      separator: ";", omittingEmptySubsequences: false
    ).map { Int($0) ?? 0 }
    let first = numbers.first ?? 0
    let count = max(1, first)
    switch final {
    case "A": row = max(0, row - count)
    case "B": row = min(rows - 1, row + count)
    case "C": column = min(columns - 1, column + count)
    case "D": column = max(0, min(column, columns - 1) - count)
    case "G": column = min(columns, count) - 1
    case "H":
      row = min(rows, count) - 1
      column = min(columns, max(1, numbers.dropFirst().first ?? 1)) - 1
    case "K": erase(row, column..<columns, when: first == 0, final, parameters)
    case "J": eraseBelow(first)
    case "P": deleteCharacters(count)
    case "@": insertCharacters(count)
    case "m": break
    case "h" where parameters == "4", "l" where parameters == "4":
      unknown.append("insert mode")
    default: unknown.append("[" + parameters + String(final))
    }
  }

  private mutating func set(
    _ final: Unicode.Scalar, _ mode: Substring
  ) {
    switch mode {
    case "2004": marksPastes = final == "h"
    case "1": break
    default: unknown.append("[?\(mode)\(final)")
    }
  }

  private mutating func erase(
    _ row: Int, _ range: Range<Int>, when isKnown: Bool,
    _ final: Unicode.Scalar, _ parameters: String
  ) {
    guard isKnown else { return unknown.append("[\(parameters)\(final)") }
    for column in range { cells[row][column] = " " }
  }

  private mutating func eraseBelow(_ what: Int) {
    let blank = [Character](repeating: " ", count: columns)
    if what == 0 {
      for column in min(column, columns)..<columns { cells[row][column] = " " }
      for below in (row + 1)..<max(rows, row + 1) { cells[below] = blank }
    } else {
      cells = Array(repeating: blank, count: rows)
    }
  }

  private mutating func deleteCharacters(_ count: Int) {
    guard column < columns else { return }
    let count = min(count, columns - column)
    cells[row].removeSubrange(column..<(column + count))
    cells[row] += Array(repeating: " ", count: count)
  }

  private mutating func insertCharacters(_ count: Int) {
    guard column < columns else { return }
    let blank = [Character](repeating: " ", count: count)
    cells[row].insert(contentsOf: blank, at: column)
    cells[row] = Array(cells[row].prefix(columns))
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
