/// The name of a quantity or a function: a stem and an index, as in `W1`.
///
/// All spellings of a name are one value: `delta1`, `d1`, `δ1`, `δ_1`, `δ₁`
/// and `\delta1` have the stem `δ` and the index `1`.
public struct Name: Hashable, Sendable {
  /// The letters, Greek ones as such: `W`, `δ`, `dW`, `ŷ`.
  public let stem: String
  /// What stands below to the right: `1`, `L`, `train`, or nothing.
  public let index: String

  public init(stem: String, index: String = "") {
    self.stem = stem
    self.index = index
  }

  /// Reads a spelling in ASCII or Unicode.
  ///
  /// - Parameter spelling: Letters, then digits or an underscore and a word.
  public init(_ spelling: String) {
    let (letters, index) = Name.parts(of: Name.unfolded(spelling))
    self.init(
      stem: Alphabet.stem(letters, hasIndex: !index.isEmpty), index: index)
  }

  /// The spelling with Greek letters, as `δ1`.
  public var text: String { joined(stem) }

  /// The spelling that any keyboard has, as `delta1`.
  public var ascii: String { joined(Alphabet.ascii(stem)) }

  private func joined(_ letters: String) -> String {
    let joinsDirectly = index.isEmpty || index.utf8.allSatisfy { $0 < 58 }
    return joinsDirectly ? letters + index : letters + "_" + index
  }

  /// Writes small characters as the ordinary ones that they stand for.
  private static func unfolded(_ spelling: String) -> String {
    let text =
      spelling.first == "\\" ? String(spelling.dropFirst()) : spelling
    if text.isASCII { return text }
    return String(text.map { Alphabet.subscripts[$0] ?? $0 })
  }

  private static func parts(of text: String) -> (String, String) {
    if let bar = text.firstIndex(of: "_"), bar != text.startIndex {
      return (String(text[..<bar]), String(text[text.index(after: bar)...]))
    }
    let last = text.utf8.lastIndex { !(48...57).contains($0) }
    guard let last else { return (text, "") }
    let start = text.utf8.index(after: last)
    return (String(text[..<start]), String(text[start...]))
  }
}

extension Name: CustomStringConvertible {
  public var description: String { text }
}

extension Name: Comparable {
  public static func < (left: Name, right: Name) -> Bool {
    (left.stem, left.index.count, left.index)
      < (right.stem, right.index.count, right.index)
  }
}

extension Name: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) { self.init(value) }
}
