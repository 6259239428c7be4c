import Foundation
import TestSupport
import Testing

extension PseudoTerminalTests {
  @Suite(.serialized) struct EditingTests {
    @Test func typedLineIsRead() throws {
      let terminal = try probe()
      try terminal.send("set W1[1,2] = 0.3\r")
      try terminal.expect("line: set W1[1,2] = 0.3")
      try terminal.expect("2> ")
    }

    @Test(arguments: [["LANG": "C"], ["LANG": ""], ["LC_ALL": "POSIX"]])
    func utf8IsReadInAnyLocale(environment: [String: String]) throws {
      let terminal = try probe(environment: environment)
      try terminal.send("δW₁ = Göttin\r")
      try terminal.expect("line: δW₁ = Göttin\r\n")
    }

    /// What is typed, and the line that it makes.
    @Test(arguments: [
      ("bc\u{1}a\r", "abc"),
      ("ac\u{1B}[Db\r", "abc"),
      ("bc\u{1B}[1~a\u{1B}[4~d\r", "abcd"),
      ("bc\u{1B}[Ha\u{1B}[Fd\r", "abcd"),
      ("one three\u{1B}[1;5Dtwo \r", "one two three"),
      ("one three\u{1B}[1;3Dtwo \r", "one two three"),
      ("one two\u{1}\u{1B}[1;5C,\r", "one, two"),
      ("one two\u{1}\u{1B}[1;3C,\r", "one, two"),
      ("one two\u{17}three\r", "one three"),
      ("one two\u{15}three\r", "three"),
      ("one two\u{7}three\r", "three"),
      ("abx\u{7F}c\r", "abc"),
      ("aδ\u{7F}b\r", "ab"),
      ("abxc\u{1B}[D\u{1B}[D\u{1B}[3~\r", "abc"),
      ("abxx\u{1B}[D\u{1B}[D\u{B}c\r", "abc"),
    ])
    func keysEdit(keys: String, line: String) throws {
      let terminal = try probe()
      try terminal.send(keys)
      try terminal.expect("line: \(line)\r\n")
    }

    @Test func screenShowsTheLineAsEdited() throws {
      let terminal = try probe(columns: 20)
      try terminal.send("abcdefghijklmnopqrstuvwxyz\u{1}δ\u{1B}[3~\u{5}!")
      try terminal.waitForScreen("the edited line") {
        $0.lines == ["1> δbcdefghijklmnopq", "rstuvwxyz!"]
      }
      #expect(terminal.screen.unknown == [])
    }

    @Test func resizedWindowWrapsAnew() throws {
      let terminal = try probe(columns: 40)
      try terminal.send("abcdefghij")
      try terminal.expect("j")
      terminal.resize(columns: 8, rows: 24)
      try terminal.send("klm\r")
      try terminal.expect("line: abcdefghijklm\r\n")
      try terminal.send("abcdefghij")
      try terminal.waitForScreen("the line in eight columns") {
        $0.lines.suffix(2) == ["2> abcde", "fghij"]
      }
    }

    @Test func twelveColumnsAreEnough() throws {
      let terminal = try probe(columns: 12)
      try terminal.send("a longer line than that\r")
      try terminal.expect("line: a longer line than that\r\n")
    }
  }
}
