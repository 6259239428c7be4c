/// How long work learns that it is wanted no longer.
///
/// The world says so, for Algebra knows no keyboard and no signal.
public enum Interruption {
  /// A function inside a structure: bare, it was lost in an optimised build.
  private struct Signal: Sendable {
    let isRaised: @Sendable () -> Bool
  }

  @TaskLocal private static var signal = Signal { false }

  /// Does work that is given up as soon as that is wanted.
  ///
  /// - Parameters:
  ///   - isRaised: Whether the work is to be given up, asked again and again.
  ///   - work: The work.
  /// - Returns: What the work returns.
  /// - Throws: What the work throws.
  @discardableResult
  public static func watched<Result>(
    by isRaised: @escaping @Sendable () -> Bool,
    _ work: () throws -> Result
  ) rethrows -> Result {
    try $signal.withValue(Signal(isRaised: isRaised), operation: work)
  }

  /// Does work that is not given up in the middle, but asks itself whether
  /// it is wanted still.
  ///
  /// - Parameter work: The work; it is handed the question to ask.
  /// - Returns: What the work returns.
  /// - Throws: What the work throws.
  public static func deferred<Result>(
    _ work: (_ isRaised: () -> Bool) throws -> Result
  ) rethrows -> Result {
    let outer = signal
    return try $signal.withValue(Signal { false }) {
      try work(outer.isRaised)
    }
  }

  /// Gives the work up if that is wanted.
  ///
  /// - Throws: A fault that says that the work was stopped.
  static func check() throws(ExpressionFault) {
    if signal.isRaised() { throw ExpressionFault(.stopped) }
  }
}
