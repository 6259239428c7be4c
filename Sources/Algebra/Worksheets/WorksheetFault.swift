/// What keeps a backward pass from being derived, or a value from being
/// computed.
public enum WorksheetFault: Error, Hashable, Sendable {
  case noCost
  case costIsNoNumber(Name, SymbolicShape)
  /// An equation cannot be understood.
  case equation(Name, ExpressionFault)
  /// No slope passes through this form.
  case noSlope(Name, Expression)
  /// δ cannot leave out 1/m here, for the cost is no constant times a sum.
  case perExampleImpossible(Name)
  case unknownQuantity(Name)
  /// A derived quantity cannot be set.
  case derivedQuantity(Name)
  case shapeDiffers(Name, expected: SymbolicShape, found: String)
  case defined(Name)
}
