/// Why the slope of a formula cannot be derived in steps.
public enum DerivationFault: Error, Hashable, Sendable {
  /// A part of the formula that no rule gives a slope of, and why.
  case noSlope(Expression, ExpressionFault)
  /// The formula is no number.
  case notANumber(SymbolicShape)
  /// What the slope is taken in is no number.
  case inNoNumber(Name, SymbolicShape)
  /// The formula does not have the name in it, which nothing else is called.
  case unknownVariable(Name)
  case expression(ExpressionFault)
  case tooLong(lines: Int)
}
