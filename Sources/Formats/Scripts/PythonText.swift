import Matrices

/// Lines of Python that are no longer than they may be.
enum PythonText {
  static let width = 79

  /// An assignment, broken between brackets where it is too long.
  static func assignment(
    _ name: String, _ formula: String, indent: Int = 0
  ) -> String {
    let margin = String(repeating: " ", count: indent)
    let line = "\(margin)\(name) = \(formula)"
    guard line.count > width else { return line }
    let inner = String(repeating: " ", count: indent + 4)
    return "\(margin)\(name) = (\n"
      + filled(formula, margin: inner, closing: 1) + ")"
  }

  /// Text broken at its spaces.
  static func filled(
    _ text: String, margin: String, closing: Int = 0
  ) -> String {
    var lines: [String] = []
    var line = margin
    for word in words(of: text) {
      let isEmpty = line.count == margin.count
      if !isEmpty, line.count + 1 + word.count > width - closing {
        lines.append(line)
        line = margin + word
      } else {
        line += (isEmpty ? "" : " ") + word
      }
    }
    return (lines + [line]).joined(separator: "\n")
  }

  /// The words between which a line may be broken: a sign of operation stays
  /// with what follows it, and a power with what is raised.
  private static func words(of text: String) -> [String] {
    let signs: Set<Substring> = ["+", "-", "*", "/", "@"]
    var words: [String] = []
    var joinsNext = false
    for word in text.split(separator: " ") {
      if joinsNext || word == "**", let last = words.popLast() {
        words.append("\(last) \(word)")
      } else {
        words.append(String(word))
      }
      joinsNext = signs.contains(word) || word == "**"
    }
    return words
  }

  /// A comment of several lines.
  static func comment(_ text: String, indent: Int = 0) -> String {
    let margin = String(repeating: " ", count: indent) + "# "
    return filled(text, margin: margin)
  }

  /// The number that reads back as the same double.
  static func number(_ value: Double) -> String {
    value.isNaN ? "nan" : "\(value)"
  }

  /// A matrix as a list of rows, or a number.
  ///
  /// - Parameters:
  ///   - matrix: The matrix.
  ///   - isNumber: Whether it is a number by nature.
  ///   - start: How much of its line stands before it.
  ///   - end: How much stands behind it.
  /// - Returns: The text; the rows stand below each other where one line does
  ///   not hold them.
  static func literal(
    _ matrix: Matrix<Double>, isNumber: Bool, start: Int, end: Int
  ) -> String {
    if isNumber { return number(matrix[0, 0]) }
    let rows = matrix.rowArrays.map { row in
      "[\(row.map(number).joined(separator: ", "))]"
    }
    let line = "[\(rows.joined(separator: ", "))]"
    if start + line.count + end <= width { return line }
    let margin = "    "
    let last = rows.count - 1
    let lines = rows.enumerated().map { place, row in
      filled(row, margin: margin, closing: place == last ? end + 1 : 1)
    }
    return "[\n\(lines.joined(separator: ",\n"))]"
  }
}
