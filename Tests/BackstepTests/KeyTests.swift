import Foundation
import TestSupport
import Testing

/// Real keys at a real terminal.
@Suite(.serialized) struct KeyTests {
  let home: Home

  init() throws { home = try Home() }

  /// A visit whose first prompt has come.
  private func visit(
    _ arguments: [String] = ["one-weight"],
    environment: [String: String] = [:], columns: Int = 80
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      home.backstep(arguments, environment: environment), columns: columns,
      rows: 40)
    try terminal.expect(Self.prompt)
    return terminal
  }

  static let prompt = "one-weight 1/13 >"

  private func line(
    _ terminal: PseudoTerminal, is text: String
  ) throws {
    let wanted = text.isEmpty ? Self.prompt : "\(Self.prompt) \(text)"
    try terminal.waitForScreen("the line \"\(wanted)\"") {
      $0.currentLine == wanted
    }
  }

  private func type(_ line: String, at terminal: PseudoTerminal) throws {
    try terminal.send(line + "\r")
    try terminal.expect(Self.prompt)
  }

  // MARK: Recalling

  @Test func upFindsTheLinesThatBeginAsTheLineDoes() throws {
    let terminal = try visit()
    try type("set w1 = 1", at: terminal)
    try type("print C", at: terminal)
    try terminal.send("se\u{1B}[A")
    try line(terminal, is: "set w1 = 1")
    try terminal.send("\u{15}\u{1B}[A")
    try line(terminal, is: "print C")
  }

  @Test func historyIsKeptForTheNextVisit() throws {
    let first = try visit()
    try type("set w1 = 1.25", at: first)
    try first.send("\u{4}")
    #expect(try first.waitForExit() == 0)
    #expect(home.read(home.history) == "set w1 = 1.25\n")
    let mode = try FileManager.default.attributesOfItem(atPath: home.history)
    #expect(mode[.posixPermissions] as? Int == 0o600)
    let second = try visit()
    try second.send("\u{12}1.2")
    try second.waitForScreen("the line that was searched for") {
      $0.currentLine.hasSuffix("set w1 = 1.25")
    }
    try second.send("\r")
    try second.expect(Self.prompt)
  }

  // MARK: Completing

  @Test(arguments: [
    ("hel", "help"), ("les", "lessons"), ("open hid", "open hidden-layer"),
    ("goto ove", "goto overshoot"), ("set w", "set w1"),
    ("print sigm", "print sigmoid"), ("print \\alp", "print α"),
  ])
  func tabGoesOn(typed: String, completed: String) throws {
    let terminal = try visit()
    try terminal.send(typed + "\t")
    try terminal.waitForScreen("\"\(completed)\" for \"\(typed)\"") {
      $0.currentLine.hasPrefix("\(Self.prompt) \(completed)")
    }
  }

  @Test func tabPutsInDelta() throws {
    let terminal = try visit()
    try terminal.send("print \\delta\t")
    try line(terminal, is: "print δ")
  }

  @Test func tabKnowsIndices() throws {
    let terminal = try PseudoTerminal(home.backstep(["last-layer"]))
    try terminal.expect("last-layer 1/14 >")
    try terminal.send("print W1[\t\t")
    try terminal.waitForScreen("a choice of rows") {
      $0.text.contains("print W1[") && $0.lines.contains { $0.contains("3") }
    }
  }

  // MARK: Pasting

  @Test func twoPastedLinesAreAnsweredOneAfterTheOther() throws {
    let terminal = try visit()
    try terminal.send("\u{1B}[200~set w1 = 1\rprint 5*w1\r\u{1B}[201~")
    try terminal.expect("= 5")
    try terminal.expect(Self.prompt)
    #expect(terminal.screen.text.contains("\(Self.prompt) set w1 = 1"))
  }

  @Test func anOpenBracketGoesOnOnTheNextLine() throws {
    let terminal = try visit()
    try terminal.send("print [1 2;\r")
    try terminal.expect("... ")
    try terminal.send("3 4]\r")
    try terminal.expect("2×2")
    try terminal.expect(Self.prompt)
  }

  @Test func aBlankLineEndsALineThatStaysOpen() throws {
    let terminal = try visit()
    try terminal.send("print (1 + 2\r")
    try terminal.expect("... ")
    try terminal.send("\r")
    try terminal.expect("never closed")
    try terminal.expect(Self.prompt)
  }

  // MARK: Leaving and staying

  @Test func controlCGivesUpTheLineAndStays() throws {
    let terminal = try visit()
    try terminal.send("set w1 = 9\u{3}")
    try terminal.expect(Self.prompt)
    try type("print w1", at: terminal)
    #expect(terminal.screen.text.contains("w₁ = 0.5"))
    try terminal.send("\u{3}")
    try terminal.expect(Self.prompt)
    try terminal.send("\u{3}")
    try terminal.expect("quit or Ctrl-D leaves")
  }

  @Test func controlCStopsLongWorkAndNothingElse() throws {
    let terminal = try visit()
    try type("set w1 = 1", at: terminal)
    try terminal.send("sum(ones(1000, 1000) @ ones(1000, 1000))\r")
    try terminal.waitUntilCanonical()
    try terminal.sendNow("\u{3}")
    try terminal.expect("Stopped. Nothing was lost.")
    try terminal.expect(Self.prompt)
    try type("print w1", at: terminal)
    #expect(terminal.screen.text.contains("w₁ = 1"))
  }

  @Test func controlDSavesAndLeaves() throws {
    let terminal = try visit()
    try type("set w1 = 1", at: terminal)
    try terminal.send("\u{4}")
    #expect(try terminal.waitForExit() == 0)
    #expect(terminal.isCanonical)
    #expect(home.read(home.progress)?.contains("did set one-weight w1") == true)
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func aSignalRestoresTheTerminalAndLosesNothing(number: Int32) throws {
    let terminal = try visit()
    try type("set w1 = 1", at: terminal)
    try terminal.waitUntilRaw()
    terminal.signal(number)
    #expect(try terminal.waitForExit() == -Int(number))
    #expect(terminal.isCanonical)
    #expect(!terminal.screen.marksPastes)
    #expect(home.read(home.progress)?.contains("did set one-weight w1") == true)
  }

  @Test func comingBackGivesTheSamePieceAndAlterations() throws {
    let first = try visit()
    try type("", at: first)
    try type("set w1 = 1", at: first)
    try type("", at: first)
    try type("where", at: first)
    let place = try #require(first.screen.lines.last { $0.contains("piece") })
    try first.send("\u{4}")
    _ = try first.waitForExit()
    let second = try visit([])
    #expect(
      second.screen.text.contains("w1") || second.screen.text.contains("w₁"))
    try type("where", at: second)
    let back = try #require(second.screen.lines.last { $0.contains("piece") })
    #expect(back == place)
    try type("print w1", at: second)
    #expect(second.screen.text.contains("w₁ = 1"))
    try type("undo", at: second)
    try type("print 7*w1", at: second)
    #expect(second.screen.text.contains("= 3.5"))
  }

  // MARK: Other terminals

  @Test func aNarrowerWindowGetsNarrowerReplies() throws {
    let terminal = try visit()
    try terminal.waitUntilRaw()
    terminal.resize(columns: 40, rows: 40)
    try terminal.send("help\r")
    try terminal.waitForScreen("the reply and a prompt") {
      $0.currentLine == Self.prompt && $0.text.contains("explains it")
    }
    let text = String(decoding: terminal.transcript, as: UTF8.self)
    let typed = try #require(text.range(of: "help\r\n"))
    let reply = String(text[typed.upperBound...])
    let lines = reply.replacing(/\u{1B}\[[0-9;?]*[a-zA-Z]/, with: "")
      .components(separatedBy: "\r\n")
    #expect(lines.count > 8)
    #expect(lines.filter { $0.count > 40 } == [])
  }

  @Test func greekIsReadWithoutALocale() throws {
    let terminal = try visit(environment: ["LANG": "C"])
    try terminal.send("let δ9 = 4\r")
    try terminal.expect(Self.prompt)
    try terminal.send("print 2*δ9\r")
    try terminal.expect("= 8")
    let text = String(decoding: terminal.transcript, as: UTF8.self)
    let replies = text.components(separatedBy: "\r\n")
      .filter { !$0.contains(Self.prompt) }
    #expect(replies.allSatisfy { $0.allSatisfy { $0.isASCII } })
  }

  @Test(arguments: ["dumb", "", "no-such-terminal"])
  func poorTerminalsWork(term: String) throws {
    let terminal = try visit(environment: ["TERM": term])
    try terminal.sendNow("set w1 = 1\r")
    try terminal.expect(Self.prompt)
    try terminal.sendNow("print 5*w1\r")
    try terminal.expect("= 5")
    try terminal.expect(Self.prompt)
    try terminal.sendNow("quit\r")
    #expect(try terminal.waitForExit() == 0)
  }

  @Test func withoutEditingNoSequenceIsSent() throws {
    let terminal = try visit([
      "one-weight", "--no-edit", "--color", "never",
    ])
    try terminal.sendNow("print 5*w1\r")
    try terminal.expect("= 2.5")
    try terminal.sendNow("\u{4}")
    #expect(try terminal.waitForExit() == 0)
    #expect(!terminal.transcript.contains(0x1B))
  }
}
