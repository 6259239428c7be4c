import Foundation
import TestSupport
import Testing

extension PseudoTerminalTests {
  @Suite(.serialized) struct SignalTests {
    @Test func controlCGivesUpTheLine() throws {
      let terminal = try probe()
      try terminal.send("half a line\u{3}")
      try terminal.expect("interrupted\r\n")
      try terminal.expect("2> ")
      try terminal.send("next\r")
      try terminal.expect("line: next\r\n")
    }

    @Test(arguments: [["--thread"], ["--thread", "--no-edit"]])
    func signalsFindTheReaderAmongThreads(arguments: [String]) throws {
      let terminal = try probe(arguments)
      let isEdited = arguments.count == 1
      for number in 2...5 {
        if isEdited { try terminal.waitUntilRaw() }
        try terminal.sendNow("half\u{3}")
        try terminal.expect("interrupted\r\n")
        try terminal.expect("\(number)> ")
      }
      terminal.signal(SIGTERM)
      #expect(try terminal.waitForExit() == -Int(SIGTERM))
      #expect(!terminal.screen.marksPastes)
    }

    @Test func controlCStopsWork() throws {
      let terminal = try probe()
      for number in 2...4 {
        try terminal.send("work\r")
        try terminal.expect("working\r\n")
        try terminal.sendNow("\u{3}")
        try terminal.expect("stopped: true\r\n")
        try terminal.expect("\(number)> ")
      }
      try terminal.send("x\r")
      try terminal.expect("line: x\r\n")
    }

    @Test func unnoticedControlCEndsTheProgramAtLast() throws {
      let terminal = try probe()
      try terminal.send("hang\r")
      try terminal.expect("hanging\r\n")
      var count = 0
      var code: Int?
      // Signals that come too fast for the program are one to it.
      while code == nil, count < 100 {
        try terminal.sendNow("\u{3}")
        count += 1
        code = try? terminal.waitForExit(within: 0.05)
      }
      #expect(code == -Int(SIGINT))
      #expect(count > 5)
    }

    @Test func controlDEndsOnAnEmptyLineOnly() throws {
      let terminal = try probe()
      try terminal.send("ab\u{4}\u{1}\u{4}\r")
      try terminal.expect("line: b\r\n")
      try terminal.expect("2> ")
      try terminal.send("\u{4}")
      try terminal.expect("end\r\n")
      #expect(try terminal.waitForExit() == 0)
      #expect(terminal.screen.lines == ["1> b", "line: b", "2> ^D", "end"])
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGQUIT])
    func endedBySignalAsEver(signal: Int32) throws {
      let terminal = try probe()
      try terminal.waitUntilRaw()
      terminal.signal(signal)
      #expect(try terminal.waitForExit() == -Int(signal))
      #expect(!terminal.screen.marksPastes)
    }

    /// A shell with job control, which shows the terminal's settings before
    /// and after the program; they stay to be compared, for the shell is
    /// the terminal's owner.
    private func underShell() throws -> PseudoTerminal {
      let probe = try Products.path(of: "line-editor-probe")
      let script = """
        set -m
        stty -g; '\(probe)'; echo "code $?"; stty -g
        echo resuming; fg >/dev/null 2>&1; echo "after $?"; stty -g; read line; exit 0
        """
      let terminal = try PseudoTerminal(
        Program(path: "/bin/sh", arguments: ["-c", script]))
      return terminal
    }

    /// The line after the text that is expected.
    private func line(
      after text: String, on terminal: PseudoTerminal
    ) throws -> String {
      try terminal.expect(text)
      return try terminal.expect("\r\n")
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
    func terminalIsRestoredAfter(signal: Int32) throws {
      let terminal = try underShell()
      let before = try terminal.expect("\r\n")
      try terminal.expect("1> ")
      try terminal.send("half a li")
      try terminal.expect("half a li")
      terminal.signal(signal)
      if signal == SIGINT {
        try terminal.expect("2> ")
        try terminal.send("quit\r")
      }
      let code = try line(after: "code ", on: terminal)
      #expect(code == (signal == SIGINT ? "7" : "\(128 + signal)"))
      #expect(try terminal.expect("\r\n") == before)
      #expect(!terminal.screen.marksPastes)
    }

    @Test func stoppedAndContinuedLineGoesOn() throws {
      let terminal = try underShell()
      let before = try terminal.expect("\r\n")
      try terminal.expect("1> ")
      try terminal.send("half")
      try terminal.expect("half")
      try terminal.send("\u{1A}")
      _ = try line(after: "code ", on: terminal)
      // The shell has the terminal, as it was.
      #expect(try terminal.expect("\r\n") == before)
      try terminal.waitUntilRaw()
      try terminal.waitForScreen("pastes to be marked again") {
        $0.marksPastes
      }
      try terminal.send(" and half\r")
      try terminal.expect("line: half and half\r\n")
      try terminal.expect("2> ")
      try terminal.send("quit\r")
      #expect(try line(after: "after ", on: terminal) == "7")
      #expect(try terminal.expect("\r\n") == before)
      #expect(!terminal.screen.marksPastes)
    }

    @Test func stoppedWhileItWorksAndContinued() throws {
      let terminal = try underShell()
      try terminal.expect("1> ")
      try terminal.send("work\r")
      try terminal.expect("working")
      try terminal.sendNow("\u{1A}")
      try terminal.expect("resuming\r\n")
      try terminal.waitForJob()
      try terminal.sendNow("\u{3}")
      try terminal.expect("stopped: true\r\n")
      try terminal.expect("2> ")
    }
  }
}
