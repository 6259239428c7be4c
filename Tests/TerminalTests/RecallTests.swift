import Foundation
import TestSupport
import Testing

private let up = "\u{1B}[A"
private let down = "\u{1B}[B"

extension PseudoTerminalTests {
  @Suite(.serialized) struct RecallTests {
    /// A probe with these lines in its history.
    private func customProbe(
      after lines: [String]
    ) throws -> (PseudoTerminal, TemporaryFolder) {
      let folder = try TemporaryFolder()
      let text = lines.map { $0 + "\n" }.joined()
      let file = try folder.write(text, to: "history")
      let terminal = try probe(
        environment: ["PROBE_HISTORY": file])
      return (terminal, folder)
    }

    @Test(arguments: [
      (up + "\r", "gamma"),
      (up + up + "\r", "reset W1"),
      (up + up + down + "\r", "gamma"),
      (up + up + down + down + "new\r", "new"),
      // What was typed is the beginning, not a part and not a pattern.
      ("set" + up + "\r", "set W2"),
      ("set" + up + up + "\r", "set W1[1,2] = 1"),
      ("set W1[" + up + "\r", "set W1[1,2] = 1"),
      ("set" + up + down + " mine\r", "set mine"),
      ("δ" + up + "\r", "δ1 = 2"),
      // Nothing earlier begins so: the line stays.
      ("nothing" + up + "\r", "nothing"),
      ("\u{12}W1[1" + "\r", "set W1[1,2] = 1"),
      ("\u{12}set\u{12}\u{5}!\r", "set W2!"),
      ("abc\u{12}set\u{7}d\r", "abcd"),
      ("\u{12}p δ\u{1B}[C!\r", "p! δ1 = 2"),
      ("\u{10}\u{10}\r", "reset W1"),
    ])
    func earlierLinesReturn(keys: String, line: String) throws {
      let (terminal, folder) = try customProbe(after: [
        "p δ1 = 2", "δ1 = 2", "set W1[1,2] = 1", "set W2", "reset W1", "gamma",
      ])
      defer { withExtendedLifetime(folder) {} }
      try terminal.send(keys)
      try terminal.expect("line: \(line)\r\n")
    }

    @Test func searchIsShownInPlaceOfTheLine() throws {
      let (terminal, folder) = try customProbe(after: [
        "a line so long that it needs two rows", "short",
      ])
      defer { withExtendedLifetime(folder) {} }
      terminal.resize(columns: 24, rows: 24)
      try terminal.send("typed\u{12}long")
      try terminal.waitForScreen("the line found") {
        $0.lines == [
          "(find: long) a line so l", "ong that it needs two ro", "ws",
        ]
      }
      try terminal.send("?")
      try terminal.waitForScreen("the miss") {
        $0.lines.first == "(not found: long?) a lin"
      }
      try terminal.send("\u{7}!")
      try terminal.waitForScreen("the line as it was") {
        $0.lines == ["1> typed!"]
      }
      #expect(terminal.screen.unknown == [])
    }

    @Test func historyFileIsPlainAndPrivate() throws {
      let folder = try TemporaryFolder()
      let file = folder.path + "/state/history"
      let terminal = try probe(
        environment: ["PROBE_HISTORY": file])
      for line in ["δ1 = 2", "δ1 = 2", "  ", "next"] {
        try terminal.send(line + "\r")
        try terminal.expect("line: \(line)\r\n")
        try terminal.expect("> ")
      }
      let text = try String(contentsOfFile: file, encoding: .utf8)
      #expect(text == "δ1 = 2\nnext\n")
      let attributes = try FileManager.default.attributesOfItem(atPath: file)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
  }

  @Suite(.serialized) struct CompletionKeyTests {
    @Test(arguments: [
      ("we\t= 1\r", "weight = 1"),
      ("p d\ta1\t!\r", "p delta1 !"),
      ("p \\delta\t1\r", "p δ1"),
      ("weδ we\u{1B}[D\u{1B}[D\u{1B}[D\u{1B}[D\tx\r", "weight xδ we"),
      ("we we\u{1}\u{6}\u{6}\t\u{5}!\r", "weight  we!"),
      ("nothing\tmore\r", "nothingmore"),
    ])
    func tabCompletes(keys: String, line: String) throws {
      let terminal = try probe()
      let keys = keys.replacingOccurrences(of: "d\ta1\t", with: "delta1\t")
      try terminal.send(keys)
      try terminal.expect("line: \(line)\r\n")
    }

    @Test func firstTabPutsInWhatAllShareAndSecondListsBelow() throws {
      let terminal = try probe()
      try terminal.send("p de\t")
      try terminal.expect("\u{7}")
      try terminal.send("l\t")
      try terminal.waitForScreen("what both share") {
        $0.lines == ["1> p delta"]
      }
      try terminal.send("\t\t")
      try terminal.waitForScreen("the list, and the line below it") {
        $0.lines == ["1> p delta", "delta1  delta2", "1> p delta"]
      }
      try terminal.send("2\r")
      try terminal.expect("line: p delta2\r\n")
      #expect(terminal.screen.unknown == [])
    }

    @Test func listStandsBelowALineOfSeveralRows() throws {
      let terminal = try probe(columns: 20)
      let end = "a b c d e f g h i j k l m n o p"
      try terminal.send(end + "\u{1}delta \u{1B}[D\t\t")
      try terminal.waitForScreen("the list below both rows") {
        $0.lines == [
          "1> delta a b c d e f", " g h i j k l m n o p",
          "delta1  delta2", "1> delta a b c d e f", " g h i j k l m n o p",
        ]
      }
      try terminal.send("1\r")
      try terminal.expect("line: delta1 \(end)\r\n")
    }
  }
}
