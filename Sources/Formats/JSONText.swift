import Matrices

/// Values as JSON writes them.
public enum JSONText {
  /// A matrix as a list of rows.
  public static func rows(
    _ matrix: Matrix<Double>, number: (Double) -> String = shortest
  ) -> String {
    list(matrix.rowArrays.map { list($0.map(number)) })
  }

  public static func list(_ entries: [String]) -> String {
    "[" + entries.joined(separator: ", ") + "]"
  }

  /// Fields in their order, on one line.
  public static func object(_ fields: [(String, String)]) -> String {
    "{" + fields.map { "\(quoted($0.0)): \($0.1)" }.joined(separator: ", ")
      + "}"
  }

  /// The fewest digits that read back as the same number, or `null` for what
  /// is not finite.
  public static func number(_ value: Double) -> String {
    value.isFinite ? shortest(value) : "null"
  }

  /// The fewest digits that read back as the same number.
  public static func shortest(_ value: Double) -> String {
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// Text in quotation marks, with what JSON asks to be escaped.
  public static func quoted(_ text: String) -> String {
    var written = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": written += "\\\(scalar)"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        written += "\\u" + String(repeating: "0", count: 4 - digits.count)
        written += digits
      default: written.unicodeScalars.append(scalar)
      }
    }
    return written + "\""
  }
}
