import Presentation

extension Charset {
  /// Returns the characters that may be drawn.
  ///
  /// ASCII when asked for, on a dumb terminal, and when the locale names
  /// another codeset than UTF-8; a locale that names none, or no locale at all
  /// (as in most containers), says nothing against UTF-8. What may be typed
  /// does not depend on it.
  ///
  /// - Parameters:
  ///   - ascii: Whether `--ascii` was given.
  ///   - environment: The program's environment.
  /// - Returns: The character set for output.
  public static func resolve(
    ascii: Bool, environment: [String: String]
  ) -> Charset {
    if ascii || environment["TERM"] == "dumb" { return .ascii }
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
      .compactMap { environment[$0] }
      .first { !$0.isEmpty }
    return allowsUnicode(locale: locale ?? "") ? .unicode : .ascii
  }

  /// A locale is `language_COUNTRY.codeset@variant`, or C, or POSIX.
  private static func allowsUnicode(locale: String) -> Bool {
    let name = locale.prefix { $0 != "@" }
    let parts = name.split(separator: ".", maxSplits: 1)
    guard parts.count == 2 else { return !["C", "POSIX"].contains(name) }
    let codeset = parts[1].lowercased().filter { $0 != "-" && $0 != "_" }
    return codeset == "utf8"
  }
}
