/// Text for man(1), in the macros that groff and mandoc share.
///
/// Source: man(7).
struct Roff {
  private(set) var text = ""

  /// A heading of the page.
  mutating func section(_ title: String) {
    macro("SH", Self.quoted(title))
  }

  /// A heading within a section.
  mutating func subsection(_ title: String) {
    macro("SS", Self.quoted(title))
  }

  /// What a page is about, in the form that apropos(1) reads.
  mutating func name(_ name: String, _ meaning: String) {
    text += "\(Self.escaped(name)) \\- \(Self.escaped(meaning))\n"
  }

  /// Paragraphs that an empty line parts.
  ///
  /// One of several lines is laid out as it stands; what is to be filled is one
  /// line in its source, too.
  mutating func paragraphs(_ written: String) {
    for lines in Self.paragraphs(of: written) {
      macro("PP")
      if lines.count > 1 { layOut(lines) } else { fill(lines) }
    }
  }

  /// Lines that stay as they are.
  mutating func layOut(_ lines: [String]) {
    macro("nf")
    fill(lines)
    macro("fi")
  }

  /// A word and, indented, its meaning.
  mutating func item(_ word: String, _ meaning: String) {
    macro("TP")
    macro("B", Self.quoted(word))
    fill([meaning])
  }

  mutating func macro(_ name: String, _ arguments: String...) {
    text += ([".\(name)"] + arguments).joined(separator: " ") + "\n"
  }

  private mutating func fill(_ lines: [String]) {
    for line in lines { text += Self.line(line) + "\n" }
  }

  private static func paragraphs(of text: String) -> [[String]] {
    lines(of: text).split(separator: "").map(Array.init)
  }

  static func lines(of text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }
}

extension Roff {
  /// A line of text: a point at its beginning would make it a request.
  static func line(_ text: String) -> String {
    (text.hasPrefix(".") ? "\\&" : "") + escaped(text)
  }

  /// One argument of a macro.
  static func quoted(_ text: String) -> String { "\"\(escaped(text))\"" }

  /// What can be copied from the page as it was written: man would set a
  /// hyphen, quotes and accents in their place.
  static func escaped(_ text: String) -> String {
    text.reduce(into: "") { $0 += escapes[$1] ?? String($1) }
  }

  private static let escapes: [Character: String] = [
    "\\": "\\e", "-": "\\-", "'": "\\(aq", "`": "\\(ga", "^": "\\(ha",
    "~": "\\(ti", "\"": "\\(dq",
  ]
}
