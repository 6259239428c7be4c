/// A word of the language, with the columns that it takes up in its line.
struct Token: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case number(Numeral)
    case name(Name)
    /// An operator, a bracket or a separator, under its one ASCII spelling.
    case sign(String)
    /// Small digits above the line, as in `x²`, written out.
    case superscript(String)
    case end
  }

  let kind: Kind
  /// Columns in characters, the first one being 0.
  let columns: Range<Int>
  /// Whether white space stands before it.
  let followsSpace: Bool
  /// As it was typed.
  let text: String

  func isSign(_ spelling: String) -> Bool { kind == .sign(spelling) }
}
