/// The input lines of a recorded session.
///
/// A transcript is what stood on the screen: every line that begins with a
/// prompt (`answer> `, `last-layer 2/11 > `, `backstep > `) is what was typed
/// behind it, and all others are what came of it.
public enum TranscriptScript {
  /// Returns what was typed, line by line; an empty line is Enter.
  public static func inputs(of text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .compactMap(input)
  }

  /// Returns what stands behind the prompt of a line, if it begins with one.
  public static func input(of line: Substring) -> String? {
    guard let sign = line.firstIndex(of: ">"), isPrompt(line[..<sign]) else {
      return nil
    }
    let rest = line[line.index(after: sign)...]
    guard let first = rest.first else { return "" }
    return first == " " ? String(rest.dropFirst()) : nil
  }

  private static func isPrompt(_ text: Substring) -> Bool {
    if text == "answer" || text == "backstep " { return true }
    let words = text.split(separator: " ")
    guard words.count == 2, text.last == " ", text.first != " " else {
      return false
    }
    let count = words[1].split(separator: "/")
    return words[0].allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" }
      && count.count == 2 && count.allSatisfy { $0.allSatisfy(\.isNumber) }
  }
}
