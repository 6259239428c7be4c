/// How long work learns that it is wanted no longer.
///
/// The world says so, for Algebra knows no keyboard and no signal.
public enum Interruption {
  /// Whether the work at hand is to be given up.
  @TaskLocal public static var isRaised: @Sendable () -> Bool = { false }

  /// Gives the work up if that is wanted.
  ///
  /// - Throws: A fault that says that the work was stopped.
  static func check() throws(ExpressionFault) {
    if isRaised() { throw ExpressionFault(.stopped) }
  }
}
