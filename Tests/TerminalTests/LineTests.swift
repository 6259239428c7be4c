import Foundation
import Testing

@testable import Terminal

@Suite struct PasteTests {
  private func pieces(_ text: String) -> [String] {
    var paste = Paste()
    for scalar in text.unicodeScalars { paste.take(scalar) }
    #expect(!paste.isComplete)
    for scalar in Paste.end { paste.take(scalar) }
    #expect(paste.isComplete)
    return paste.pieces
  }

  @Test(arguments: [
    ("", [""]),
    ("a", ["a"]),
    ("a\rb", ["a", "b"]),
    ("a\r\nb\n\nc\r", ["a", "b", "c", ""]),
    ("\n\n a\n \n", [" a", ""]),
    ("\n", [""]),
    ("1\t2", ["1 2"]),
    ("a\u{1B}[31m\u{0}b", ["a[31mb"]),
    ("o\u{308}", ["o\u{308}"]),
  ])
  func lineEndsSeparateAndBlankLinesVanish(text: String, lines: [String]) {
    #expect(pieces(text) == lines)
  }
}

@Suite struct CompletionTests {
  private func effect(
    _ candidates: [String], _ typed: String, again: Bool = false
  ) -> Completion.Effect {
    Completion(replaceFrom: 0, candidates: candidates, suffix: " ")
      .effect(on: typed, again: again)
  }

  @Test func effectDependsOnHowMuchIsShared() {
    #expect(effect([], "d") == .nothing)
    #expect(effect([], "d", again: true) == .nothing)
    #expect(effect(["delta"], "d") == .replace(with: "delta "))
    #expect(effect(["δ"], "\\delta") == .replace(with: "δ "))
    #expect(effect(["delta1", "delta2"], "d") == .replace(with: "delta"))
    #expect(effect(["delta1", "delta2"], "delta") == .nothing)
    #expect(effect(["delta1", "delta2"], "delta", again: true) == .list)
    // What was typed is never shortened or changed for several.
    #expect(effect(["δ", "d1"], "\\d") == .nothing)
    #expect(effect(["Delta1", "Delta2"], "d") == .nothing)
  }

  @Test func columnsAreReadDownwards() {
    let words = ["a", "bb", "c", "d", "e"]
    #expect(Completion.columns(words, width: 80) == "a   bb  c   d   e\n")
    #expect(Completion.columns(words, width: 8) == "a   d\nbb  e\nc\n")
    #expect(Completion.columns(words, width: 1) == "a\nbb\nc\nd\ne\n")
    #expect(Completion.columns([], width: 80) == "")
  }

  @Test(arguments: 3...40)
  func columnsFitTheWidth(width: Int) {
    let words = (1...17).map { "w\($0)" }
    let lines = Completion.columns(words, width: width)
      .split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= width })
    let shown = lines.flatMap { $0.split(separator: " ").map(String.init) }
    #expect(shown.sorted() == words.sorted())
  }
}

@Suite struct PrefixSearchTests {
  private let lines = ["set a", "reset", "set b", "set b", "p"]

  @Test func newerUndoesOlder() {
    var search = PrefixSearch()
    var line = "se"
    var seen: [String] = []
    while let found = search.older(
      line: line, beforeCursor: line == "se" ? "se" : line, in: lines)
    {
      line = found
      seen.append(found)
    }
    #expect(seen == ["set b", "set a"])
    #expect(
      search.newer(line: line, beforeCursor: line, in: lines) == "set b")
    #expect(
      search.newer(line: "set b", beforeCursor: "set b", in: lines) == "se")
    #expect(
      search.newer(line: "se", beforeCursor: "se", in: lines) == nil)
  }

  @Test func editedLineBeginsANewSearch() {
    var search = PrefixSearch()
    #expect(search.older(line: "", beforeCursor: "", in: lines) == "p")
    #expect(search.older(line: "r", beforeCursor: "r", in: lines) == "reset")
  }
}

@Suite struct HistoryTests {
  private func path() -> String {
    FileManager.default.temporaryDirectory
      .appendingPathComponent(UUID().uuidString).path
  }

  @Test func fileComesBackAsItWasTyped() {
    let path = path()
    defer { unlink(path) }
    let first = History(path: path)
    for line in ["δ1", " ", "a b", "a b", "", "δ1"] { first.add(line) }
    #expect(first.failure == nil)
    #expect(History(path: path).lines == ["δ1", "a b", "δ1"])
  }

  @Test func olderLinesMakeRoom() throws {
    let path = path()
    defer { unlink(path) }
    let text = (1...25).map { "\($0)\n" }.joined()
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    let history = History(path: path, limit: 10)
    #expect(history.lines == (16...25).map(String.init))
    history.add("26")
    #expect(history.lines.count == 10)
    let kept = try String(contentsOfFile: path, encoding: .utf8)
    #expect(kept == (16...26).map { "\($0)\n" }.joined())
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func linkToTheFileStaysALink() throws {
    let (target, link) = (path(), path())
    defer {
      unlink(target)
      unlink(link)
    }
    try Data("1\n2\n3\n4\n5\n".utf8).write(to: URL(fileURLWithPath: target))
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: target)
    #expect(History(path: link, limit: 2).lines == ["4", "5"])
    let kept = try String(contentsOfFile: target, encoding: .utf8)
    #expect(kept == "4\n5\n")
    let destination = try FileManager.default.destinationOfSymbolicLink(
      atPath: link)
    #expect(destination == target)
  }

  @Test func damagedLinesAreLeftOut() throws {
    let path = path()
    defer { unlink(path) }
    let bytes: [UInt8] = [0x61, 0x0A, 0xFF, 0x0A, 0x62]
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    #expect(History(path: path).lines == ["a", "b"])
  }

  @Test func folderThatCannotBeMadeIsNoReasonToStop() {
    let history = History(path: "/dev/null/history")
    #expect(history.add("a"))
    #expect(history.lines == ["a"])
    #expect(history.failure?.code == ENOTDIR)
  }
}

@Suite struct OutputTests {
  @Test func writingWhereNobodyReadsIsClosed() {
    Interrupts.install()
    var ends: [Int32] = [-1, -1]
    #expect(pipe(&ends) == 0)
    close(ends[0])
    defer { close(ends[1]) }
    #expect(throws: OutputError.closed) {
      try Output(descriptor: ends[1]).write("x")
    }
    #expect(throws: OutputError.closed) {
      try Output(descriptor: -1).write("x")
    }
  }

  @Test(.enabled(if: access("/dev/full", W_OK) == 0))
  func fullDiskIsReported() {
    let full = open("/dev/full", O_WRONLY)
    defer { close(full) }
    #expect(throws: OutputError.failed(code: ENOSPC)) {
      try Output(descriptor: full).write("x")
    }
  }
}

@Suite struct ReverseSearchTests {
  private let lines = ["set W1[1,2]", "p δ1", "set W2", "reset W1"]

  /// The line after the keys, with a bar for the cursor.
  private func found(_ keys: String) -> String {
    let line = EditLine.Line(beforeCursor: "ty", afterCursor: "ped")
    var search = ReverseSearch(from: line, in: lines)
    for scalar in keys.unicodeScalars { _ = search.take(scalar) }
    return search.found.beforeCursor + "|" + search.found.afterCursor
  }

  @Test(arguments: [
    ("", "ty|ped"),
    ("set", "re|set W1"),
    ("set\u{12}", "|set W2"),
    ("set\u{12}\u{12}", "|set W1[1,2]"),
    ("set\u{12}\u{12}\u{12}", "|set W1[1,2]"),
    ("W1[1", "set |W1[1,2]"),
    ("W1[\u{7F}", "reset |W1"),
    ("δ", "p |δ1"),
    ("W1x", "reset |W1"),
    ("W1\u{7}", "ty|ped"),
    ("W\u{7F}", "ty|ped"),
  ])
  func laterKeysNarrowTheSearch(keys: String, line: String) {
    #expect(found(keys) == line)
  }
}
