// Every escape sequence that the program can send:
//
//   ESC [ 1 m        bold             ESC [ 0 m       back to plain
//   ESC [ 2 m        faint            ESC [ 4 m       underlined
//   ESC [ 31 m       red              ESC [ 32 m      green
//   ESC [ 35 m       magenta          and these joined, as ESC [ 1 ; 31 m
//   ESC [ ? 2004 h   mark pastes      ESC [ ? 2004 l  leave them unmarked
//   ESC [ J          erase below the line, before completions are listed
//   ESC [ 2 A        up, to the first row of the line; ^R shows it anew
//   ESC [ K          erase the rest of the row that says how far work is
//   ESC [ H          to the first row, and ESC [ 2 J  erase the window,
//                    before a screen is drawn anew in front of a class
//
// While a line is edited libedit sends what the terminal's description gives
// for moving the cursor in that line and erasing parts of it; nothing else.

import Presentation

/// What each style looks like.
///
/// The 16-colour attributes follow the palette that the user has chosen. Only
/// red, green and magenta are used: yellow, cyan and bright white fade on
/// white paper, and blue sinks on black. No meaning rests on colour alone.
public struct Theme: Hashable, Sendable {
  private let hasStyles: Bool
  private let dims: Bool

  /// No escape sequences at all.
  public static let plain = Theme(hasStyles: false, dims: false)

  /// For a terminal, black or white.
  public static let terminal = Theme(hasStyles: true, dims: true)

  /// The same where all of it is to be read from afar.
  public var undimmed: Theme { Theme(hasStyles: hasStyles, dims: false) }

  /// Returns the parameters of the style's sequence, such as `1;31`.
  ///
  /// - Parameter style: What the text means.
  /// - Returns: Nil where it is shown as it is.
  public func attributes(of style: Style) -> String? {
    guard hasStyles else { return nil }
    return switch style {
    case .heading, .typed: "1"
    case .changed: "1;35"
    case .right: "32"
    case .wrong: "1;31"
    case .emphasis: "4"
    case .dim: dims ? "2" : nil
    case .plain, .name, .number, .symbol: nil
    }
  }
}

/// Returns text as it is sent to a terminal.
///
/// Every line ends plain, so that a pager may cut between lines. Control
/// characters, which could come from a lesson or a file and steer the
/// terminal, are replaced; line feeds and tabs stay.
///
/// - Parameters:
///   - text: What to show.
///   - theme: What the styles look like.
/// - Returns: The characters and their escape sequences.
public func render(_ text: StyledText, theme: Theme) -> String {
  text.runs.map { run in
    let shown = harmless(run.text)
    guard let attributes = theme.attributes(of: run.style) else { return shown }
    let lines = shown.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { line in
      line.isEmpty ? "" : "\u{1B}[\(attributes)m\(line)\u{1B}[0m"
    }.joined(separator: "\n")
  }.joined()
}

private func harmless(_ text: String) -> String {
  // The control characters, looked for by number: a table would be asked
  // for every letter of a screen.
  let isHarmful = { (scalar: Unicode.Scalar) in
    (scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value))
      && scalar != "\n" && scalar != "\t"
  }
  guard text.unicodeScalars.contains(where: isHarmful) else { return text }
  var shown = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    shown.append(isHarmful(scalar) ? "?" : scalar)
  }
  return String(shown)
}
