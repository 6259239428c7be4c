import Foundation
import TestSupport
import Testing

extension PseudoTerminalTests {
  @Suite(.serialized) struct EnvironmentTests {
    private func customProbe(
      editrc: String
    ) throws -> (PseudoTerminal, TemporaryFolder) {
      let folder = try TemporaryFolder()
      try folder.write(editrc, to: ".editrc")
      let terminal = try probe(
        environment: ["HOME": folder.path])
      return (terminal, folder)
    }

    @Test(arguments: ["bind -e\n", "bind -v\n", "nonsense\n", "edit on\n"])
    func tabCompletesWhateverEditrcSays(editrc: String) throws {
      let (terminal, folder) = try customProbe(editrc: editrc)
      defer { withExtendedLifetime(folder) {} }
      try terminal.send("we\t\r")
      try terminal.expect("line: weight \r\n")
    }

    @Test func escapeLeavesInsertModeInVi() throws {
      let (terminal, folder) = try customProbe(editrc: "bind -v\n")
      defer { withExtendedLifetime(folder) {} }
      try terminal.send("abc\u{1B}hx\r")
      try terminal.expect("line: ac\r\n")
    }

    @Test(arguments: ["bind -v\n", "edit off\n"])
    func pastesAreNotMarkedWhereTheyCannotBeTaken(editrc: String) throws {
      let (terminal, folder) = try customProbe(editrc: editrc)
      defer { withExtendedLifetime(folder) {} }
      try terminal.sendNow("plain\r")
      try terminal.expect("line: plain\r\n")
      try terminal.expect("2> ")
      #expect(!terminal.transcript.contains(0x1B))
    }

    @Test func editrcBindsForThisProgramAlone() throws {
      let (terminal, folder) = try customProbe(
        editrc: "backstep:bind ^T ed-move-to-beg\nother:bind ^T ed-end\n")
      defer { withExtendedLifetime(folder) {} }
      try terminal.send("bc\u{14}a\r")
      try terminal.expect("line: abc\r\n")
    }

    @Test func dumbTerminalEditsItsOwnLines() throws {
      let terminal = try probe(environment: ["TERM": "dumb"])
      #expect(terminal.isCanonical)
      try terminal.sendNow("plain\r")
      try terminal.expect("line: plain\r\n2> ")
      try terminal.sendNow("half\u{3}")
      try terminal.expect("interrupted\r\n3> ")
      try terminal.sendNow("\u{4}")
      try terminal.expect("end")
      #expect(try terminal.waitForExit() == 0)
      #expect(!terminal.transcript.contains(0x1B))
    }

    @Test func noEditAsksForNothing() throws {
      let terminal = try probe(["--no-edit"])
      #expect(terminal.isCanonical)
      try terminal.sendNow("plain\r")
      try terminal.expect("line: plain\r\n2> ")
      #expect(!terminal.transcript.contains(0x1B))
    }

    @Test func unknownTerminalIsSaidOnceInOurWords() throws {
      let program = try Program.built(
        "line-editor-probe", environment: ["TERM": "no-such-terminal"])
      let terminal = try PseudoTerminal(program)
      #expect(try terminal.expect("1> ") == "unknown terminal\r\n")
      try terminal.send("abx\u{7F}c\r")
      try terminal.expect("line: abc\r\n2> ")
      #expect(!terminal.transcript.contains(0x1B))
    }

    @Test func pipeIsReadWithoutPrompt() throws {
      let program = try Program.built("line-editor-probe")
      let outcome = try runProcess(program, input: "δ\n\na\tb\r\nlast")
      #expect(
        outcome.output
          == "line: δ\nline: \nline: a\tb\nline: last\nend\n")
      #expect(outcome.error == "")
      #expect(outcome.exitCode == 0)
    }

    @Test func nothingToReadIsTheEnd() throws {
      let outcome = try runProcess(try .built("line-editor-probe"))
      #expect(outcome.output == "end\n")
    }

    @Test func closedPipeEndsQuietly() throws {
      let probe = try Products.path(of: "line-editor-probe")
      let script = """
        i=0; while [ $i -lt 20000 ]; do echo $i; i=$((i+1)); done |
        '\(probe)' | head -n 2
        """
      let shell = Program(path: "/bin/sh", arguments: ["-c", script])
      let outcome = try runProcess(shell)
      #expect(outcome.output == "line: 0\nline: 1\n")
      #expect(outcome.error == "")
    }

    @Test func sizeOfTheWindowIsTheWidth() throws {
      // The list of completions is as wide as the window allows.
      let terminal = try probe(columns: 13)
      try terminal.send("p delta\t\t")
      try terminal.waitForScreen("one candidate a row") {
        $0.lines.contains("delta1") && $0.lines.contains("delta2")
      }
    }
  }
}
