import Presentation
import Teaching
import Terminal

/// Where text goes, and how it is drawn there.
struct Display {
  let output: Output
  private(set) var theme: Theme
  let charset: Charset
  let isPlain: Bool
  let digits: Int?
  private let fixedWidth: Int?

  init(_ options: DisplayOptions, on output: Output = .standard) {
    // Where nothing is drawn nothing is coloured, unless it is asked for.
    let isColoured = options.color.resolve(
      isTerminal: output.isTerminal && !options.plain,
      environment: environment)
    self.init(
      output, theme: isColoured ? .terminal : .plain,
      charset: .resolve(ascii: options.ascii, environment: environment),
      isPlain: options.plain, digits: options.digits, width: options.width)
  }

  private init(
    _ output: Output, theme: Theme, charset: Charset, isPlain: Bool = false,
    digits: Int? = nil, width: Int? = nil
  ) {
    self.output = output
    self.theme = theme
    self.charset = charset
    self.isPlain = isPlain
    self.digits = digits
    fixedWidth = width
  }

  /// Standard output where nothing was asked for.
  static var usual: Display { automatic(on: .standard) }

  /// Standard error, whatever the command line was.
  static var error: Display { automatic(on: .error) }

  private static func automatic(on output: Output) -> Display {
    let isColoured = ColorChoice.auto.resolve(
      isTerminal: output.isTerminal, environment: environment)
    return Display(
      output, theme: isColoured ? .terminal : .plain,
      charset: .resolve(ascii: false, environment: environment))
  }

  /// The same for a class: what is dim fades before a projector.
  var projected: Display {
    var display = self
    display.theme = theme.undimmed
    return display
  }

  /// The columns as they are now: a window changes its size.
  var width: Int {
    fixedWidth
      ?? max(
        TerminalWidth.current(
          of: output.descriptor, environment: environment), 20)
  }

  /// The rows as they are now.
  var height: Int { TerminalHeight.current(of: output.descriptor) }

  /// What replies are laid out for.
  var page: Page {
    Page(
      width: width, charset: charset, isPlain: isPlain, digits: digits ?? 4)
  }

  /// Writes text and ends its last line; where it is read aloud, in words.
  func show(_ text: StyledText) throws(OutputError) {
    try output.write(rendered(text))
  }

  /// The characters by which a text is shown.
  func rendered(_ text: StyledText) -> String {
    guard !text.isEmpty else { return "" }
    return render(isPlain ? text.spoken() : text, theme: theme) + "\n"
  }

  /// What empties the window.
  static let clearing = "\u{1B}[H\u{1B}[2J"
}
