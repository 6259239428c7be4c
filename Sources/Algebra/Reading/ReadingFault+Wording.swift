import Presentation

// What is said of a line that cannot be read. What was found is in
// `ReadingFault`.

extension ReadingFault {
  /// The fault with its line, the columns to blame and what to type instead.
  ///
  /// - Parameter source: The line that was read.
  /// - Returns: A diagnostic ready to be drawn.
  public func diagnostic(of source: String) -> Diagnostic {
    Diagnostic(
      headline, source: source,
      labels: [Diagnostic.Label(SourceSpan(columns), label ?? "")],
      notes: note.map { [$0] } ?? [], remedy: remedy)
  }

  public var headline: String {
    switch problem {
    case .strangeCharacter(let character):
      "\(quoted(String(character))) is no sign of the language"
    case .numberTooLarge(let text): "\(text) is too large a number"
    case .unfinished(nil): "the line ends where a value is expected"
    case .unfinished(let word?):
      "the line ends after \(quoted(word)), where a value is expected"
    case .unexpected(let word): "\(quoted(word)) cannot stand here"
    case .unclosed(let bracket): "this \(quoted(bracket)) is never closed"
    case .unopened(let bracket):
      "this \(quoted(bracket)) closes a bracket that was never opened"
    case .mixedProducts: ".* and @ in one product can be read in two ways"
    case .coefficientAfterSlash:
      "a quotient with 2x below it can be read in two ways"
    case .chainedComparison: "two comparisons stand in a row"
    case .equalsSign: "an expression holds no ="
    case .tooDeep(let limit): "the line nests deeper than \(limit) levels"
    case .unknownFunction(let name, _): "there is no function \(name.text)"
    case .notAFunction(let name):
      "\(name.text) is a quantity, not a function"
    case .missingFunctionArgument(let name):
      "\(name.text) needs something to work on"
    case .raggedMatrix(let row, let entries, let expected):
      "row 1 has \(counted(expected)) and row \(row) has \(counted(entries))"
    case .emptyMatrix: "this matrix has no entries"
    case .shortenedPaste: "the numbers were shortened to ... before the copy"
    case .notFinite(let word): "\(quoted(word)) is no number to compare with"
    case .spaceBetweenValues(let left, let right):
      "there is no sign between \(quoted(left)) and \(quoted(right))"
    case .emptyLine: "the line is empty"
    case .wordWanted(let word): "\(quoted(word)) is expected here"
    }
  }

  private var label: String? {
    switch problem {
    case .unclosed: "opened here"
    case .unfinished: "something is missing here"
    default: nil
    }
  }

  public var note: String? {
    switch problem {
    case .mixedProducts(let first, let second):
      "either \(first) or \(second)"
    case .coefficientAfterSlash(let first, let second):
      "either \(first) or \(second)"
    case .spaceBetweenValues:
      "* multiplies by a number, @ is the product of matrices, .* goes entry "
        + "by entry"
    case .equalsSign: "== asks whether two values are equal"
    case .notFinite:
      "where these numbers come from, one was too large or 0 was divided by 0"
    case .raggedMatrix: "every row of a matrix has as many entries"
    case .tooDeep: "give the inner part a name with let, and use the name"
    default: nil
    }
  }

  /// What can be typed instead.
  public var remedy: String? {
    switch problem {
    case .mixedProducts(let first, _): first
    case .coefficientAfterSlash(let first, _): first
    case .unknownFunction(_, let nearest?): nearest
    case .notAFunction(let name): "\(name.ascii)*(...) for a product"
    case .emptyMatrix: "[1 2; 3 4]"
    case .shortenedPaste:
      "np.set_printoptions(threshold=np.inf) before printing"
    case .chainedComparison: "0 < 1 and 1 < 2"
    default: nil
    }
  }

  private func quoted(_ word: String) -> String { "‘\(word)’" }

  private func counted(_ entries: Int) -> String {
    entries == 1 ? "1 entry" : "\(entries) entries"
  }
}
