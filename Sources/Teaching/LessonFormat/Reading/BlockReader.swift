/// Takes the lines of a file apart into blocks.
struct BlockReader {
  private let lines: [Stretch]
  private var next = 0
  private var blocks: [Block] = []

  /// Whether a blank line stood before the next line.
  private var isApart = true

  static func blocks(
    of lines: [Stretch], _ faults: inout LessonFaults
  ) -> [Block] {
    var reader = BlockReader(lines: lines)
    reader.readAll(&faults)
    return reader.blocks
  }

  private init(lines: [Stretch]) {
    self.lines = lines
  }

  private mutating func readAll(_ faults: inout LessonFaults) {
    while next < lines.count {
      let line = lines[next]
      if line.isBlank {
        isApart = true
        next += 1
      } else {
        if !isApart { faults.add(.blankLineMissing, at: line) }
        isApart = false
        readBlock(line, &faults)
      }
    }
  }

  private mutating func readBlock(
    _ line: Stretch, _ faults: inout LessonFaults
  ) {
    if line.starts(with: "```") {
      readFence(line, &faults)
    } else if line.first == "#" {
      next += 1
      let hashes = line.prefix { $0 == "#" }.characters.count
      if hashes > 2 { faults.add(.headingTooDeep(hashes), at: line) }
      blocks.append(.heading(level: hashes, line))
    } else {
      readParagraph()
    }
  }

  private mutating func readParagraph() {
    let begin = next
    while next < lines.count, !lines[next].isBlank, lines[next].first != "#",
      !lines[next].starts(with: "```")
    {
      next += 1
    }
    blocks.append(.paragraph(Array(lines[begin..<next])))
  }
}

// MARK: - Fences

extension BlockReader {
  /// Reads up to the closing backticks.
  ///
  /// A heading or another opening inside means that they were forgotten; the
  /// reading goes on there, so that one slip hides no other.
  private mutating func readFence(
    _ opening: Stretch, _ faults: inout LessonFaults
  ) {
    next += 1
    let begin = next
    while next < lines.count, !Self.endsFence(lines[next]) { next += 1 }
    var name = opening.prefix { $0 == "`" }
    if name.characters.count > 3 { faults.add(.longFence, at: opening) }
    let word = opening.from(name.end).trimmed
    if !word.isEmpty { name = word }
    blocks.append(
      .fence(
        Fence(
          name: name, opening: opening, lines: Array(lines[begin..<next]))))
    if next < lines.count, Self.isBare(lines[next]) {
      next += 1
    } else {
      isApart = true
      faults.add(.unclosedFence(name.text), at: opening)
    }
  }

  private static func isBare(_ line: Stretch) -> Bool {
    line.starts(with: "```") && line.characters.allSatisfy { "` ".contains($0) }
  }

  private static func endsFence(_ line: Stretch) -> Bool {
    line.starts(with: "```") || line.starts(with: "# ")
      || line.starts(with: "##")
  }
}
