/// Prose with what has a meaning in Markdown escaped.
enum MarkdownText {
  /// A line to write on.
  static let line = String(repeating: "\\_", count: 40)

  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if "\\`*_{}[]<>|~$&".contains(character) { result += "\\" }
      result.append(character)
    }
    return result
  }

  /// A paragraph that must not be taken for a heading, a list or a quotation.
  static func startEscaped(_ text: String) -> String {
    guard let first = text.first else { return text }
    if "#>+-=".contains(first) { return "\\" + text }
    let digits = text.prefix { $0.isNumber }
    let rest = text.dropFirst(digits.count)
    guard !digits.isEmpty, let mark = rest.first, ".)".contains(mark) else {
      return text
    }
    return digits + "\\" + rest
  }

  /// A code span, between more backticks than it holds side by side.
  static func code(_ text: String) -> String {
    var marks = "`"
    while text.contains(marks) { marks += "`" }
    let room = text.hasPrefix("`") || text.hasSuffix("`") ? " " : ""
    return marks + room + text + room + marks
  }
}
