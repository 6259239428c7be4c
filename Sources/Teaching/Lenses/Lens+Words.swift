import Algebra
import Presentation

extension Lens {
  /// Prose in the notation's terms.
  ///
  /// What is said of rows is said of columns where an example is a row, and
  /// the numbers of units and layers are those of the book.
  func words(_ text: String) -> String {
    guard !isOwn else { return text }
    let counted = text.renumbered { word, number in
      switch word {
      case "unit", "units", "output", "outputs", "input", "inputs", "row",
        "rows", "column", "columns":
        number + firstIndex - 1
      case "layer", "layers": number + layerShift
      default: number
      }
    }
    return examples == .rows ? counted.withRowsAndColumnsExchanged : counted
  }
}

extension String {
  /// The text with numbers that stand behind a word exchanged.
  fileprivate func renumbered(_ change: (String, Int) -> Int) -> String {
    var words = split(separator: " ", omittingEmptySubsequences: false)
      .map(String.init)
    for place in words.indices.dropFirst() {
      let digits = words[place].prefix { $0.isASCII && $0.isNumber }
      let rest = words[place].dropFirst(digits.count)
      let isNumber = !digits.isEmpty && rest.allSatisfy(\.isPunctuation)
      guard isNumber, let number = Int(digits) else { continue }
      let word = words[place - 1].lowercased()
      words[place] = String(change(word, number)) + rest
    }
    return words.joined(separator: " ")
  }
}
