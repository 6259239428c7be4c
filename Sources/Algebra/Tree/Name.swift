import Presentation

/// The name of a quantity or a function: a stem and an index, as in `W1`.
///
/// All spellings of a name are one value: `delta1`, `d1`, `δ1`, `δ_1`, `δ₁`
/// and `\delta1` have the stem `δ` and the index `1`.
public struct Name: Sendable {
  /// The letters, Greek ones as such: `W`, `δ`, `dW`, `ŷ`.
  public let stem: String
  /// What stands behind them: `1`, `L`, `train`, or nothing.
  public let index: String
  /// Where the index is drawn.
  public let script: Script

  public init(stem: String, index: String = "", script: Script = .below) {
    self.stem = stem
    self.index = index
    self.script = script
  }

  /// Where a book draws the index of a name.
  public enum Script: Hashable, Sendable, CaseIterable {
    /// `W₁`.
    case below
    /// `W¹`.
    case above
    /// `W⁽¹⁾`.
    case inParentheses
    /// `W^[1]`.
    case inBrackets
  }

  /// Reads a spelling in ASCII or Unicode.
  ///
  /// - Parameter spelling: Letters, then digits or an underscore and a word.
  public init(_ spelling: String) {
    if let raised = Name.raised(spelling) {
      self = raised
      return
    }
    let (letters, index) = Name.parts(of: Name.unfolded(spelling))
    self.init(
      stem: Alphabet.stem(letters, hasIndex: !index.isEmpty), index: index)
  }

  /// The spelling with Greek letters, as `δ1`.
  public var text: String {
    isRaised ? layout.inline(.unicode).plain : joined(stem)
  }

  /// The spelling that any keyboard has, as `delta1`.
  public var ascii: String {
    isRaised ? layout.inline(.ascii).plain : joined(Alphabet.ascii(stem))
  }

  /// Whether the index stands where an exponent would.
  var isRaised: Bool { script != .below && !index.isEmpty }

  private func joined(_ letters: String) -> String {
    let joinsDirectly = index.isEmpty || index.utf8.allSatisfy { $0 < 58 }
    return joinsDirectly ? letters + index : letters + "_" + index
  }

  /// Writes small characters as the ordinary ones that they stand for.
  private static func unfolded(_ spelling: String) -> String {
    let text =
      spelling.first == "\\" ? String(spelling.dropFirst()) : spelling
    if text.isASCII { return text }
    let end = text.prefix { Alphabet.subscripts[$0] == nil }
    let below = text.dropFirst(end.count).map {
      Alphabet.subscripts[$0] ?? $0
    }
    // A word below the line is an index, not more letters.
    let joint = below.contains(where: \.isLetter) ? "_" : ""
    return end + joint + String(below)
  }

  /// The name whose index stands above the line: `W^[1]`, `W⁽¹⁾`.
  private static func raised(_ spelling: String) -> Name? {
    let above = spelling.drop {
      $0 != "^" && (Alphabet.superscripts[$0] == nil || $0.isASCII)
    }
    let letters = spelling.dropLast(above.count)
    var index = String(
      (above.first == "^" ? above.dropFirst() : above).map {
        Alphabet.superscripts[$0] ?? $0
      })
    guard !above.isEmpty, !letters.isEmpty else { return nil }
    var script = Script.above
    for (pair, other) in [("()", Script.inParentheses), ("[]", .inBrackets)]
    where index.first == pair.first && index.last == pair.last {
      index = String(index.dropFirst().dropLast())
      script = other
    }
    guard !index.isEmpty, index.allSatisfy({ $0.isLetter || $0.isNumber })
    else { return nil }
    return Name(
      stem: Alphabet.stem(String(letters), hasIndex: true), index: index,
      script: script)
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

// However the index is drawn, it is one name.
extension Name: Hashable {
  public static func == (left: Name, right: Name) -> Bool {
    left.stem == right.stem && left.index == right.index
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(stem)
    hasher.combine(index)
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
