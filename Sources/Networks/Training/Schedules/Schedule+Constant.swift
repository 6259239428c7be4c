extension Schedule {
  /// The same rate throughout.
  public static let constant = Schedule(
    "constant", summary: "The rate stays as it is.", formula: "η0")
}
