import Algebra
import Presentation

/// An equality as it is typed: `(A @ B)' = B' @ A' without colsum(y) = 1`.
struct EqualityLine {
  let left: Expression
  let right: Expression
  /// Names that nobody declared, which stand for any number.
  let letters: [FreeLetter]
  /// What is taken for granted here alone.
  let assumed: [Worksheet.Assumption]
  /// What is not to be taken for granted.
  let dropped: [Worksheet.Assumption]
  /// The equality without what stands behind it.
  let text: String
}

extension EqualityLine {
  /// Reads an equality with its conditions.
  ///
  /// - Parameters:
  ///   - line: What was typed.
  ///   - scope: What names mean.
  ///   - takesLetters: Whether names stand for any number where the scope
  ///     knows none of them. Beside one that it knows a name that it does not
  ///     is a mistake.
  /// - Returns: The equality.
  /// - Throws: ``DeclarationFault``, and what the parser throws.
  static func reading(
    _ line: String, in scope: Scope, takesLetters: Bool
  ) throws -> EqualityLine {
    var text = line
    var assumed: [Worksheet.Assumption] = []
    var dropped: [Worksheet.Assumption] = []
    while let (rest, word, condition) = text.lastCondition {
      guard let assumption = Worksheet.Assumption(condition) else {
        throw DeclarationFault(
          "\(condition) is nothing that is taken for granted",
          notes: ["what can be: colsum(y) = 1, onehot(y), x > 0"],
          remedy: "help verify")
      }
      if word == "with" {
        assumed.append(assumption)
      } else {
        dropped.append(assumption)
      }
      text = rest
    }
    guard let sign = Assignment.equalsSign(in: text) else {
      throw DeclarationFault(
        "an equality has two sides",
        notes: ["put = between what should be equal"],
        remedy: "help verify")
    }
    guard !text[..<sign].allSatisfy(\.isWhitespace),
      !text[text.index(after: sign)...].allSatisfy(\.isWhitespace)
    else {
      throw DeclarationFault(
        "one side of the = is empty",
        notes: ["put = between what should be equal"],
        remedy: "help verify")
    }
    let left = try Expression.reading(
      String(text[..<sign]), of: text, in: scope)
    let right = try Expression.reading(
      String(text[text.index(after: sign)...]), of: text, in: scope)
    let names = Set(left.names + right.names)
    let areLetters = takesLetters && !names.contains(where: scope.isKnown)
    return EqualityLine(
      left: left, right: right,
      letters: areLetters ? names.sorted().map { FreeLetter($0) } : [],
      assumed: assumed, dropped: dropped, text: text.trimmed)
  }

  /// The worksheet with the assumptions that are meant.
  func worksheet(from worksheet: Worksheet) -> Worksheet {
    worksheet.assuming(
      worksheet.assumptions.union(assumed).subtracting(dropped))
  }
}

extension String {
  /// The last condition behind an equality, with the word before it.
  fileprivate var lastCondition:
    (rest: String, word: String, condition: String)?
  {
    let found = ["with", "without"].compactMap { word in
      lastRange(ofWord: word).map { (word, $0) }
    }
    guard
      let (word, range) = found.max(by: { $0.1.lowerBound < $1.1.lowerBound })
    else { return nil }
    return (
      String(self[..<range.lowerBound]).trimmed, word,
      String(self[range.upperBound...]).trimmed
    )
  }

  /// Where a word stands between spaces for the last time.
  func lastRange(ofWord word: String) -> Range<Index>? {
    let sign = " \(word) "
    return indices.last { self[$0...].hasPrefix(sign) }.map {
      $0..<index($0, offsetBy: sign.count)
    }
  }
}
