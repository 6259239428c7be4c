/// The characters that may be drawn.
public enum Charset: Hashable, Sendable {
  case unicode
  case ascii
}
