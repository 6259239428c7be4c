import Foundation
import TestSupport
import Testing

/// What is kept between visits, and what happens to a file that is not ours.
@Suite(.serialized) struct ProgressTests {
  let home: Home

  init() throws { home = try Home() }

  /// Types lines on a first prompt of the first lesson, and leaves.
  ///
  /// - Returns: What was on the screen.
  private func visit(_ lines: [String]) throws -> String {
    let terminal = try PseudoTerminal(home.backstep(), rows: 60)
    for line in lines + ["quit"] {
      try terminal.expect(" > ")
      try terminal.send(line + "\r")
    }
    #expect(try terminal.waitForExit() == 0)
    return terminal.screen.text
  }

  private func state() throws -> [String] {
    let folder = home.folder.path + "/state/backstep"
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  @Test func aNewerFileIsLeftAloneAndSaid() throws {
    let text = "backstep progress 999\nwhatever\n"
    try home.write(text, to: "state/backstep/progress")
    let shown = try visit(["set w1 = 1"])
    #expect(shown.contains("newer backstep"))
    #expect(home.read(home.progress) == text)
  }

  @Test(arguments: ["not ours\n", "", "backstep progress x\n"])
  func aStrangeFileIsKeptAside(text: String) throws {
    try home.write(text, to: "state/backstep/progress")
    let shown = try visit(["set w1 = 1"])
    #expect(shown.contains("It is kept as"))
    #expect(home.read(home.progress + ".unreadable") == text)
    #expect(home.read(home.progress)?.contains("did set") == true)
    #expect(try !visit([""]).contains("It is kept as"))
  }

  @Test func aFileThatIsNotTextIsKeptAside() throws {
    try home.write(Data([0xFF, 0x00, 0xFE]), to: "state/backstep/progress")
    #expect(try visit([""]).contains("not UTF-8"))
    #expect(try state().contains("progress.unreadable"))
  }

  @Test func aFileThatWasCutOffLosesItsLastLineOnly() throws {
    _ = try visit(["", "set w1 = 1"])
    let text = try #require(home.read(home.progress))
    try home.write(String(text.dropLast(8)), to: "state/backstep/progress")
    let shown = try visit(["where"])
    #expect(shown.contains("piece 1 of"))
  }

  @Test func nothingIsLeftBehindByWriting() throws {
    _ = try visit(["", "set w1 = 1", "undo"])
    #expect(try state() == ["history", "progress"])
    let mode = try FileManager.default.attributesOfItem(atPath: home.progress)
    #expect(mode[.posixPermissions] as? Int == 0o600)
  }

  @Test func aLinkStaysALink() throws {
    try home.write("", to: "elsewhere/nothing")
    try FileManager.default.createDirectory(
      atPath: home.folder.path + "/state/backstep",
      withIntermediateDirectories: true)
    let target = home.folder.path + "/elsewhere/kept"
    try Data("backstep progress 1\nend\n".utf8).write(
      to: URL(fileURLWithPath: target))
    try FileManager.default.createSymbolicLink(
      atPath: home.progress, withDestinationPath: target)
    _ = try visit(["set w1 = 1"])
    #expect(home.read(target)?.contains("did set") == true)
    let kind = try FileManager.default.attributesOfItem(atPath: home.progress)
    #expect(kind[.type] as? FileAttributeType == .typeSymbolicLink)
  }

  @Test func aFullDiskIsSaidOnceAndTheVisitGoesOn() throws {
    // A file where the folder should be cannot be written to by anybody.
    try home.write("", to: "state")
    let terminal = try PseudoTerminal(home.backstep(), rows: 60)
    for line in ["set w1 = 1", "set w1 = 2", "print 5*w1"] {
      try terminal.expect(" > ")
      try terminal.send(line + "\r")
    }
    try terminal.expect("= 10")
    let text = String(decoding: terminal.transcript, as: UTF8.self)
    let said = text.components(separatedBy: "cannot be kept").count - 1
    #expect(said == 1)
    try terminal.expect(" > ")
    try terminal.send("quit\r")
    #expect(try terminal.waitForExit() == 0)
  }

  @Test func theInitFileRunsFirstAndQuietly() throws {
    try home.write(
      "# more digits\ndigits 7\n\nset w1 = 1/3\nbogus\n",
      to: "config/backstep/init")
    let shown = try visit(["print w1"])
    #expect(shown.contains("0.3333333"))
    #expect(shown.contains("init:5: bogus"))
    let terminal = try PseudoTerminal(home.backstep(["--no-init"]))
    try terminal.expect(" > ")
    #expect(!terminal.screen.text.contains("bogus"))
  }
}
