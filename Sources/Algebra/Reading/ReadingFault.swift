/// What keeps a line from being read, and where.
public struct ReadingFault: Error, Hashable, Sendable {
  public let problem: Problem
  /// Columns in characters, the first one being 0.
  public let columns: Range<Int>

  init(_ problem: Problem, columns: Range<Int>) {
    self.problem = problem
    self.columns = columns
  }

  public enum Problem: Hashable, Sendable {
    case strangeCharacter(Character)
    case numberTooLarge(String)
    /// The line ends where a value is expected, after this word.
    case unfinished(after: String?)
    case unexpected(String)
    /// A bracket without its partner.
    case unclosed(String)
    case unopened(String)
    /// `A .* B @ C`, with both readings.
    case mixedProducts(first: String, second: String)
    /// `1/2x`, with both readings.
    case coefficientAfterSlash(first: String, second: String)
    case chainedComparison
    case equalsSign
    case tooDeep(limit: Int)
    case unknownFunction(Name, nearest: String?)
    case notAFunction(Name)
    case missingFunctionArgument(Name)
    case raggedMatrix(row: Int, entries: Int, expected: Int)
    case emptyMatrix
    case shortenedPaste
    /// NaN or an infinity among pasted numbers.
    case notFinite(String)
    case spaceBetweenValues(String, String)
    case emptyLine
    case wordWanted(String)
  }
}
