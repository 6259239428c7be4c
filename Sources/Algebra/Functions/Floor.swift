extension Function {
  /// The largest whole number that is not above a number.
  ///
  /// It is not among ``all``: nothing is learned through it, since its slope
  /// is 0 wherever it has one. Schedules count with it.
  public static let floor = Function(
    "floor",
    summary: "The largest whole number that is not above a number.",
    example: "floor(2.5)",
    body: Elementwise(slope: 0) { $0.rounded(.down) })
}
