import Foundation
import TestSupport
import Testing

@Suite struct ScreenTests {
  private func lines(_ text: String) -> [String] {
    var screen = Screen(columns: 5, rows: 3)
    screen.take(text)
    #expect(screen.unknown == [])
    return screen.lines
  }

  @Test(arguments: [
    ("ab\r\ncd", ["ab", "cd"]),
    ("abcdefg", ["abcde", "fg"]),
    ("abcde\r\nf", ["abcde", "f"]),
    ("abc\rd", ["dbc"]),
    ("abc\u{8}\u{8}d", ["adc"]),
    ("1\r\n2\r\n3\r\n4", ["2", "3", "4"]),
    ("abcd\u{1B}[2D\u{1B}[K", ["ab"]),
    ("abcd\r\u{1B}[2P", ["cd"]),
    ("abcd\r\u{1B}[1@x", ["xabcd"]),
    ("ab\r\ncd\u{1B}[A\rx", ["xb", "cd"]),
    ("ab\r\ncd\u{1B}[1;2H\u{1B}[J", ["a"]),
    ("ab\u{1B}[H\u{1B}[2Jc", ["c"]),
    ("\u{1B}[1;31mab\u{1B}[0m\u{1B}[5Gc", ["ab  c"]),
  ])
  func sequencesAct(text: String, shown: [String]) {
    #expect(lines(text) == shown)
  }

  @Test func whatIsUnknownIsKept() {
    var screen = Screen(columns: 5, rows: 3)
    screen.take("\u{1B}[3Z")
    #expect(screen.unknown == ["[3Z"])
  }
}

@Suite struct SnapshotTests {
  @Test func differenceFailsAndRecordingFailsToo() throws {
    let folder = try TemporaryFolder()
    let test = folder.path + "/SomeTests.swift"
    func check(_ text: String, isRecording: Bool) throws {
      try Snapshot.check(
        text, against: "a/b.txt", testFile: test, isRecording: isRecording)
    }
    #expect(throws: Failure.self) { try check("x", isRecording: false) }
    #expect(throws: Failure.self) { try check("x\ny\n", isRecording: true) }
    try check("x\ny\n", isRecording: false)
    let failure = #expect(throws: Failure.self) {
      try check("x\nz\n", isRecording: false)
    }
    #expect(
      failure?.description.contains("line 2:\n  x\n- y\n") == true)
  }
}

extension PseudoTerminalTests {
  @Suite(.serialized) struct ProcessTests {
    private func shell(_ script: String) -> Program {
      Program(path: "/bin/sh", arguments: ["-c", script])
    }

    @Test func bothOutputsAndTheCodeComeBack() throws {
      let outcome = try runProcess(
        shell("cat; echo bad >&2; exit 3"), input: "δ")
      #expect(
        outcome == ProcessOutcome(output: "δ", error: "bad\n", exitCode: 3))
    }

    @Test func muchInputAndOutputDoNotBlock() throws {
      let text = String(repeating: "0123456789", count: 100_000)
      #expect(try runProcess(shell("cat"), input: text).output == text)
      #expect(try runProcess(shell("true"), input: text).exitCode == 0)
    }

    @Test func signalIsANegativeCode() throws {
      #expect(try runProcess(shell("kill -TERM $$")).exitCode == -15)
    }

    @Test func deadlineEndsIt() throws {
      #expect(throws: Failure.self) {
        try runProcess(shell("exec sleep 60"), within: 0.2)
      }
    }

    @Test func vainExpectationShowsWhatThereWas() throws {
      let terminal = try PseudoTerminal(shell("printf 'a\\033b'; cat"))
      let failure = #expect(throws: Failure.self) {
        try terminal.expect("c", within: 0.2)
      }
      #expect(
        failure?.description.contains("everything:   a\\u{1B}b") == true)
    }
  }
}
