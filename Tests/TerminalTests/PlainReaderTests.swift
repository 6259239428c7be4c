import Foundation
import Testing

@testable import Terminal

@Suite struct PlainReaderTests {
  /// What a reader makes of these bytes: a description of each event.
  private func events(
    of bytes: [UInt8], limit: Int = PlainReader.limit
  ) throws -> [String] {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent(UUID().uuidString)
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let descriptor = open(file.path, O_RDONLY)
    defer { close(descriptor) }
    let reader = PlainReader(descriptor: descriptor, limit: limit)
    var events: [String] = []
    while true {
      do {
        switch try reader.read(prompt: "unseen") {
        case .line(let line): events.append(line)
        case .interrupted: events.append("interrupted")
        case .end: return events
        }
      } catch {
        events.append(error.headline)
      }
    }
  }

  @Test(arguments: [
    ("", []),
    ("\n", [""]),
    ("a", ["a"]),
    ("a\nb", ["a", "b"]),
    ("a\r\nb\r\n", ["a", "b"]),
    ("\u{FEFF}a\n\u{FEFF}b\n", ["a", "\u{FEFF}b"]),
    ("δ₁\n\n\tx\n", ["δ₁", "", "\tx"]),
  ])
  func linesAreWhatStandsBetweenLineFeeds(
    text: String, lines: [String]
  ) throws {
    #expect(try events(of: Array(text.utf8)) == lines)
  }

  @Test func lineThatIsNotUTF8IsReportedAndSkipped() throws {
    let bytes = Array("good\nG".utf8) + [0xF6] + Array("ttin\nnext\n".utf8)
    #expect(
      try events(of: bytes)
        == ["good", "line 2 of the input is not UTF-8", "next"])
  }

  @Test(arguments: [1 << 16, 10_000_000])
  func lineThatIsTooLongIsReportedAndSkipped(length: Int) throws {
    let long = [UInt8](repeating: 0x61, count: length)
    let bytes = Array("a\n".utf8) + long + Array("\nb\n".utf8) + long
    #expect(
      try events(of: bytes, limit: 1000) == [
        "a", "line 2 of the input is longer than 1000 bytes", "b",
        "line 4 of the input is longer than 1000 bytes",
      ])
  }

  @Test(arguments: 1...7)
  func linesDoNotDependOnHowTheyArrive(size: Int) throws {
    let text = Array("ab\n\nc\r\nδ = 2\nlast".utf8)
    var ends: [Int32] = [-1, -1]
    #expect(pipe(&ends) == 0)
    defer { close(ends[0]) }
    let reader = PlainReader(descriptor: ends[0])
    var lines: [String] = []
    for start in stride(from: 0, to: text.count, by: size) {
      let part = Array(text[start...].prefix(size))
      #expect(write(ends[1], part, part.count) == part.count)
      // A read would wait for a line that is not finished yet.
      for _ in part.filter({ $0 == 0x0A }) {
        guard case .line(let line) = try reader.read(prompt: "") else { break }
        lines.append(line)
      }
    }
    close(ends[1])
    #expect(lines == ["ab", "", "c", "δ = 2"])
    #expect(try reader.read(prompt: "") == .line("last"))
    #expect(try reader.read(prompt: "") == .end)
  }

  @Test func longestLineIsStillTaken() throws {
    let line = String(repeating: "x", count: 200_000)
    let bytes = Array((line + "\nb\n").utf8)
    #expect(try events(of: bytes, limit: 200_000) == [line, "b"])
  }

  @Test func remediesNameWhatToDo() {
    let error = LineError.notUTF8(line: 3)
    #expect(
      error.description == """
        error: line 3 of the input is not UTF-8
        try: iconv -f LATIN1 -t UTF-8 FILE | backstep
        """)
  }
}
