import Algebra

/// Numbers that a source prints, to be held against ours.
public struct Published: Sendable {
  /// What prints them, in the author's words.
  public let source: String
  public let sections: [Section]

  /// Numbers that are all printed of one state of the parameters.
  public struct Section: Sendable {
    /// The update that leads from the section before to this one.
    public let update: Update?
    public let numbers: [PublishedNumber]
  }

  /// Steps of the worksheet: in each, all that is updated, at once.
  public struct Update: Sendable {
    public let count: Int
    /// What is updated, in the order of the worksheet.
    public let names: [Name]
    /// The size of the step, where the worksheet leaves it open.
    public let rate: Assignment?

    /// How many steps there may be, so that a lesson is checked in no time.
    static let counts = 1...1_000_000
  }
}

/// A quantity, what is printed for it, and why that is another number if it
/// is said to be.
public struct PublishedNumber: Sendable {
  public let quantity: Expression
  public let printed: PrintedValue
  public let disagreement: [Inline]?
}
