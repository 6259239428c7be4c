import CLineEditor

/// Ctrl-C and the other signals that reach a program from its terminal.
///
/// While a line is read Ctrl-C gives up the line, and the reader answers
/// `.interrupted`. While the program works it raises a flag, which long work
/// looks at. A flag that is raised again and again and never taken ends the
/// program, so that nobody is locked in.
public enum Interrupts {
  /// Takes over the signals; call it once, before the first line is read.
  ///
  /// Writing to a closed pipe then fails instead of ending the program, and
  /// the terminal is put right before another signal ends or stops it.
  public static func install() { interrupts_install() }

  /// Whether Ctrl-C was typed and has not been taken note of.
  public static var isRaised: Bool { interrupts_raised() }

  /// Returns whether Ctrl-C was typed, and lowers the flag.
  ///
  /// - Returns: What ``isRaised`` was.
  @discardableResult
  public static func takeRaised() -> Bool { interrupts_take() }
}
