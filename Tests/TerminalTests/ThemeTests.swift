import Presentation
import Terminal
import Testing

@Suite struct ThemeTests {
  private var sample: StyledText {
    var text = StyledText("z1", .name)
    text.append(" is ")
    text.append("wrong\nhere", .wrong)
    return text
  }

  @Test func plainThemeAddsNothing() {
    for style in Style.allCases {
      #expect(render(StyledText("δ₁\n", style), theme: .plain) == "δ₁\n")
    }
  }

  @Test func everyLineEndsPlain() {
    #expect(
      render(sample, theme: .terminal)
        == "z1 is \u{1B}[1;31mwrong\u{1B}[0m\n\u{1B}[1;31mhere\u{1B}[0m")
  }

  /// Yellow, blue, cyan and white vanish on one ground or the other.
  @Test func colorsShowOnBlackAndOnWhite() {
    let allowed: Set = ["1", "2", "4", "31", "32", "35"]
    for style in Style.allCases {
      let attributes = Theme.terminal.attributes(of: style) ?? ""
      let parts = attributes.split(separator: ";").map(String.init)
      #expect(allowed.isSuperset(of: parts), "\(style)")
    }
  }

  @Test func meaningsThatMatterLookDifferent() {
    let shown = [Style.plain, .changed, .right, .wrong, .emphasis].map {
      Theme.terminal.attributes(of: $0)
    }
    #expect(Set(shown).count == shown.count)
  }

  @Test func nothingIsDimBeforeAClass() {
    #expect(Theme.terminal.undimmed.attributes(of: .dim) == nil)
    #expect(Theme.plain.undimmed == .plain)
    for style in Style.allCases where style != .dim {
      #expect(
        Theme.terminal.undimmed.attributes(of: style)
          == Theme.terminal.attributes(of: style))
    }
  }

  @Test func textCannotSteerTheTerminal() {
    let text = StyledText("a\u{1B}[2Jb\u{7}\u{9B}1mc\r\n\td")
    #expect(render(text, theme: .terminal) == "a?[2Jb??1mc?\n\td")
  }
}

@Suite struct ChoiceTests {
  private static let colors: [(ColorChoice, Bool, [String: String], Bool)] = [
    (.auto, true, ["TERM": "xterm"], true),
    (.auto, false, ["TERM": "xterm"], false),
    (.auto, true, ["TERM": "dumb"], false),
    (.auto, true, [:], false),
    (.auto, true, ["TERM": "xterm", "NO_COLOR": "1"], false),
    (.auto, true, ["TERM": "xterm", "NO_COLOR": ""], true),
    (.always, false, ["TERM": "dumb", "NO_COLOR": "1"], true),
    (.never, true, ["TERM": "xterm"], false),
  ]

  @Test(arguments: colors)
  func explicitChoiceWins(
    choice: ColorChoice, isTerminal: Bool, environment: [String: String],
    result: Bool
  ) {
    #expect(
      choice.resolve(isTerminal: isTerminal, environment: environment)
        == result)
  }

  @Test(arguments: [
    ([:], Charset.unicode),
    (["LANG": "en_US.UTF-8"], .unicode),
    (["LANG": "de_DE.utf8@euro"], .unicode),
    (["LANG": "en_US"], .unicode),
    (["LANG": "C"], .ascii),
    (["LANG": "POSIX"], .ascii),
    (["LANG": "C.UTF-8"], .unicode),
    (["LANG": "de_DE.ISO-8859-1"], .ascii),
    (["LANG": "en_US.UTF-8", "LC_CTYPE": "C"], .ascii),
    (["LANG": "C", "LC_CTYPE": "", "LC_ALL": "C.UTF-8"], .unicode),
    (["LANG": "en_US.UTF-8", "TERM": "dumb"], .ascii),
  ])
  func charsetFollowsAnExplicitLocale(
    environment: [String: String], charset: Charset
  ) {
    #expect(
      Charset.resolve(ascii: false, environment: environment) == charset)
    #expect(Charset.resolve(ascii: true, environment: environment) == .ascii)
  }

  @Test func widthOutsideATerminalIsThatOfTheEnvironment() {
    let width = { TerminalWidth.current(of: -1, environment: $0) }
    #expect(width([:]) == 80)
    #expect(width(["COLUMNS": "132"]) == 132)
    #expect(width(["COLUMNS": "0"]) == 80)
    #expect(width(["COLUMNS": "wide"]) == 80)
  }
}
