import Algebra

/// What an explanation must not give away.
public struct Concealment: Sendable {
  /// Quantities that are not shown whole.
  var names: Set<Name> = []
  /// Their entries that are shown nevertheless.
  var shownEntries: Set<EntryKey> = []
  /// What a question asks for.
  var asked: [QuantityPart] = []

  /// Nothing is concealed.
  public static let nothing = Concealment()

  /// Whether a whole quantity must not be shown.
  func hides(_ name: Name) -> Bool { names.contains(name) }

  /// Whether an entry must not be shown.
  func hides(_ key: EntryKey) -> Bool {
    names.contains(key.name) && !shownEntries.contains(key)
  }

  /// Whether the slope in a part is what a question asks for.
  func asksSlope(in target: Expression, of valuation: Valuation) -> Bool {
    target.quantityParts(in: valuation.scope).contains { part in
      let slope = part.renamed(valuation.worksheet.adjoint(of: part.name))
      return asked.contains(where: slope.meets)
    }
  }
}

extension Concealment: ExpressibleByArrayLiteral {
  /// Whole quantities that must not be shown.
  public init(arrayLiteral names: Name...) { self.names = Set(names) }
}
