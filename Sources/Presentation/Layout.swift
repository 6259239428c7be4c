/// A formula as it is to be set: one tree, from which a line of text and a
/// two-dimensional picture are both drawn.
///
/// The tree says what stands beside, above and below what. It knows no
/// algebra; `tagged` carries back to the tree that it was made from, so that
/// a part of the picture can be underlined or marked as changed.
public indirect enum Layout: Hashable, Sendable {
  /// One token, as it stands in Unicode and in ASCII.
  case text(String, ascii: String, Style)

  /// Parts side by side, their baselines level.
  case row([Layout])

  /// A base with what stands below and above to its right.
  ///
  /// In one line `W` with subscript `1` is `W₁`, in ASCII `W1`; a script with
  /// a character that has no small form is written `w_b` or `x^(k+1)`.
  case script(Layout, below: Layout?, above: Layout?)

  /// A numerator over a denominator; in one line `n/d`. What needs
  /// parentheses in one line is wrapped in `fence` with `inlineOnly`.
  case fraction(Layout, Layout)

  /// A part between brackets that grow with it.
  case fence(Fence, Layout, inlineOnly: Bool)

  /// Rows of cells, as in a matrix; in one line `[1, 2; 3, 4]`.
  case grid([[Layout]])

  /// A large sign with limits, such as a sum; in one line it is `inline`.
  case sign(
    String, ascii: String, below: Layout?, above: Layout?, body: Layout,
    inline: Layout)

  /// One of two forms: what stands in one line, and what is drawn.
  case alternatives(inline: Layout, drawn: Layout)

  /// A part that came from the node at `path` of an expression.
  case tagged([Int], Layout)

  /// A pair of brackets.
  public enum Fence: Hashable, Sendable {
    case round
    case square
    case bar
    case doubleBar
  }
}

extension Layout {
  /// A token that is the same in Unicode and in ASCII.
  public static func token(_ text: String, _ style: Style = .plain) -> Layout {
    .text(text, ascii: text, style)
  }
}
