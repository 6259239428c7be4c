import Foundation
import TestSupport
import Testing

private func pasted(_ text: String) -> String {
  "\u{1B}[200~\(text)\u{1B}[201~"
}

extension PseudoTerminalTests {
  @Suite(.serialized) struct PasteKeyTests {
    @Test func pastedLinesAreDeliveredOneAfterAnother() throws {
      let terminal = try probe()
      try terminal.send(pasted("let a = δ1\rlet b = 2\r"))
      try terminal.expect("1> let a = δ1\r\n")
      try terminal.expect("line: let a = δ1\r\n2> let b = 2\r\n")
      try terminal.expect("line: let b = 2\r\n")
      try terminal.expect("3> ")
      try terminal.send("typed\r")
      try terminal.expect("line: typed\r\n")
    }

    @Test func unfinishedLineWaitsWithWhatStoodBehindTheCursor() throws {
      let terminal = try probe()
      try terminal.send("p end\u{1B}[D\u{1B}[D\u{1B}[D")
      try terminal.send(pasted("a\nb\r\nc "))
      try terminal.expect("line: p a\r\n2> b\r\nline: b\r\n")
      try terminal.waitForScreen("what is left") {
        $0.currentLine == "3> c end"
      }
      try terminal.send("!\r")
      try terminal.expect("line: c end!\r\n")
    }

    @Test func pastedTabsCompleteNothing() throws {
      let terminal = try probe()
      try terminal.send(pasted("we\t1\t\u{1}2") + "\r")
      try terminal.expect("line: we 1 2\r\n")
    }

    @Test func pastesAreMarkedOnlyWhileALineIsRead() throws {
      let terminal = try probe()
      try terminal.waitUntilRaw()
      #expect(terminal.screen.marksPastes)
      try terminal.send("work\r")
      try terminal.expect("working")
      #expect(!terminal.screen.marksPastes)
      try terminal.sendNow("\u{3}")
      try terminal.expect("2> ")
      try terminal.send("quit\r")
      #expect(try terminal.waitForExit() == 7)
      #expect(!terminal.screen.marksPastes)
    }

    @Test func longPasteIsKeptWhole() throws {
      let terminal = try probe()
      let line = String(repeating: "0.125, ", count: 2000)
      try terminal.send(pasted(line) + "\r")
      try terminal.expect("line: \(line)\r\n")
    }
  }
}
