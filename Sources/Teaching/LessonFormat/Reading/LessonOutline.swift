/// What a list of lessons says of one, read from its lines without
/// understanding any of them.
public struct LessonOutline: Hashable, Sendable {
  public let title: String
  /// The ids of the lessons that it builds on.
  public let needs: [String]
  /// Units: minutes.
  public let minutes: Int?
  /// The ids of its screens, the first being that of the lesson.
  public let screens: [String]
  /// How many questions it asks.
  public let questions: Int

  public init(_ lesson: Lesson) {
    title = lesson.title
    needs = lesson.needs
    minutes = lesson.minutes
    screens = lesson.screens.map(\.id)
    questions = lesson.screens.reduce(0) { count, screen in
      count + screen.pieces.count { $0.isQuestion }
    }
  }

  /// Reads the head of a lesson file and counts what follows; nothing where
  /// no lesson begins so.
  ///
  /// - Parameters:
  ///   - id: The name of the file without its ending.
  ///   - text: What the file holds.
  public init?(id: String, text: String) {
    var faults = LessonFaults()
    let head = LessonLines(String(text.head), &faults).lines
    let blocks = BlockReader.blocks(of: head, &faults)
    guard blocks.count > 1, case .heading(1, let line) = blocks[0],
      case .paragraph(let lines) = blocks[1]
    else { return nil }
    let prose = ProseReader.prose(of: lines, &faults)
    let opening = OpeningParagraph(prose, at: lines[0], &faults)
    guard faults.isEmpty else { return nil }
    title = HeadingReader.title(of: line, level: 1, &faults).source.text
    needs = opening.needs.map(\.text)
    minutes = opening.minutes
    (screens, questions) = Self.body(of: text, id: id)
  }

  /// The ids of the screens, and how many questions they ask.
  static func body(
    of text: String, id: String
  ) -> (screens: [String], questions: Int) {
    var screens = [id]
    var questions = 0
    var isInFence = false
    for line in Array(text.utf8).split(separator: UInt8(ascii: "\n")) {
      if line.starts(with: "```".utf8) {
        isInFence.toggle()
        if isInFence, line.starts(with: "```ask".utf8) { questions += 1 }
      } else if !isInFence, line.starts(with: "## ".utf8) {
        screens.append(String(decoding: line, as: UTF8.self).idInBraces)
      }
    }
    return (screens, questions)
  }
}

extension String {
  /// The title and the paragraph under it.
  fileprivate var head: Substring {
    var isPastTitle = false
    var isPastParagraph = false
    var start = startIndex
    while start < endIndex {
      let end = utf8[start...].firstIndex(of: UInt8(ascii: "\n")) ?? endIndex
      let isBlank = utf8[start..<end].allSatisfy { $0 <= 0x20 }
      if isBlank, isPastParagraph { return self[..<start] }
      if !isBlank {
        isPastParagraph = isPastTitle
        isPastTitle = true
      }
      start = end == endIndex ? end : utf8.index(after: end)
    }
    return self[...]
  }
}

extension String {
  /// What stands in `{#...}`.
  var idInBraces: String {
    guard let sign = lastIndex(of: "#") else { return "" }
    return String(self[index(after: sign)...].prefix { $0 != "}" })
  }
}
