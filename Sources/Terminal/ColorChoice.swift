/// What was asked for with `--color`.
public enum ColorChoice: String, CaseIterable, Hashable, Sendable {
  case auto
  case always
  case never

  /// Returns whether to colour.
  ///
  /// An explicit choice wins. Otherwise there is colour on a terminal, unless
  /// `NO_COLOR` holds anything or `TERM` is absent or `dumb`.
  ///
  /// Source: https://no-color.org.
  ///
  /// - Parameters:
  ///   - isTerminal: Whether the output is one.
  ///   - environment: The program's environment.
  /// - Returns: Whether escape sequences may be written.
  public func resolve(
    isTerminal: Bool, environment: [String: String]
  ) -> Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto: break
    }
    let refusal = environment["NO_COLOR"] ?? ""
    return isTerminal && refusal.isEmpty && !isDumb(environment)
  }
}

/// Whether the terminal can do nothing but show text.
func isDumb(_ environment: [String: String]) -> Bool {
  ["", "dumb"].contains(environment["TERM"] ?? "")
}
