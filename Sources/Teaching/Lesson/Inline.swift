import Algebra

/// A stretch of a lesson's prose, understood.
public enum Inline: Sendable {
  case text(String)
  case emphasis(String)
  /// Shown as it stands: a command, or what is no expression.
  case code(String)
  /// Typeset.
  case formula(Expression)
  /// Computed now and shown as a number.
  case value(Expression)
}
