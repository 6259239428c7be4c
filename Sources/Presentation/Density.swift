/// How much height a formula may take.
public enum Density: Hashable, Sendable, CaseIterable {
  /// One line, as it can be typed.
  case inline

  /// Fractions, matrices and signs in two dimensions; scripts in their line.
  case compact

  /// Scripts that have no small characters in rows of their own, too.
  case tall
}
