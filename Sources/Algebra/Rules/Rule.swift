/// A named step from one expression to an equal one.
///
/// What it says stands in its laws as well, written in the language; so every
/// rule can be verified, and a step that names it can be held against it.
public struct Rule: Hashable, Sendable {
  /// As an author writes it behind `by`.
  public let name: String
  /// Whether a quantity or a function is named behind it.
  public let takesName: Bool
  /// What it says, in one sentence.
  public let sentence: String
  /// What it says, in letters.
  public let laws: [Law]

  public init(
    _ name: String, takesName: Bool = false, _ sentence: String,
    laws: [Law] = []
  ) {
    self.name = name
    self.takesName = takesName
    self.sentence = sentence
    self.laws = laws
  }
}

/// An equality in letters, each of which stands for anything of its shape.
///
/// It is kept as it is written and read where it is needed: most of what the
/// program does needs a rule's name alone.
public struct Law: Hashable, Sendable {
  /// Both sides, as `(A @ B)' = B' @ A'`.
  public let text: String
  /// The letters and what they stand for.
  ///
  /// They are declared as in `A: p×n, B: n×m, u(x), f`. A letter without a
  /// shape is a number; `u(x)` is any smooth function, here of x.
  public let letters: String
  /// What must hold besides, as `colsum(y) = 1` or `x > 0`.
  public let conditions: [String]

  public init(
    _ text: String, _ letters: String = "", where conditions: String...
  ) {
    self.init(text, letters, conditions: conditions)
  }

  init(_ text: String, _ letters: String, conditions: [String]) {
    self.text = text
    self.letters = letters
    self.conditions = conditions
  }
}
