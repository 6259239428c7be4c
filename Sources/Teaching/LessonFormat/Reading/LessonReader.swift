/// Reads a lesson file into its syntax.
///
///     lesson    = "# " title, opening paragraph, pieces, { screen }
///     screen    = "## " title "{#" id "}", pieces
///     pieces    = { paragraph | fence }
///     fence     = "```" kind, lines, "```"
///
/// A blank line stands between any two of these. What the lines of a fence
/// may be is said by its entry in ``FenceKind/all``.
struct LessonReader {
  private let id: String
  private var title: SourceText?
  private var opening: OpeningParagraph?
  private var screens: [ScreenSyntax] = []

  /// Where each id was first given.
  private var lineOfID: [String: Int]
  private var faults = LessonFaults()

  static func document(
    id: String, of text: String
  ) throws(LessonFaults) -> LessonDocument {
    var reader = LessonReader(id: id)
    reader.read(text)
    guard reader.faults.isEmpty, let document = reader.document else {
      throw reader.faults.inOrder
    }
    return document
  }

  private init(id: String) {
    self.id = id
    lineOfID = [id: 1]
  }

  private var document: LessonDocument? {
    guard let title, let opening else { return nil }
    return LessonDocument(
      id: id, title: title, needs: opening.needs, gives: opening.gives,
      keepsNotation: opening.keepsNotation, minutes: opening.minutes,
      screens: screens)
  }

  private mutating func read(_ text: String) {
    guard text.utf8.count <= LessonLimits.bytes else {
      faults.add(.fileTooLarge(bytes: text.utf8.count), line: 1, column: 1)
      return
    }
    if !LessonID.isWellFormed(id) {
      faults.add(.lessonID(id), line: 1, column: 1)
    }
    let lines = LessonLines(text, &faults).lines
    var blocks = BlockReader.blocks(of: lines, &faults)[...]
    readTitle(&blocks)
    readOpening(&blocks)
    for block in blocks { read(block) }
    noteEmptyScreen()
  }
}

// MARK: - The title and what is under it

extension LessonReader {
  private mutating func readTitle(_ blocks: inout ArraySlice<Block>) {
    guard case .heading(1, let line)? = blocks.first else {
      faults.add(.titleMissing, line: blocks.first?.line ?? 1, column: 1)
      return
    }
    blocks.removeFirst()
    let words = HeadingReader.title(of: line, level: 1, &faults)
    title = words.source
    screens = [
      ScreenSyntax(id: id, label: nil, title: words.source, pieces: [])
    ]
  }

  private mutating func readOpening(_ blocks: inout ArraySlice<Block>) {
    guard title != nil else { return }
    guard case .paragraph(let lines)? = blocks.first else {
      faults.add(.needsMissing, line: blocks.first?.line ?? 1, column: 1)
      return
    }
    blocks.removeFirst()
    let prose = ProseReader.prose(of: lines, &faults)
    opening = OpeningParagraph(prose, at: lines[0], &faults)
  }
}

// MARK: - Screens and pieces

extension LessonReader {
  private mutating func read(_ block: Block) {
    switch block {
    case .heading(let level, let line):
      if level == 1 { faults.add(.secondTitle, at: line) }
      if level == 2 { readScreen(line) }
    case .paragraph(let lines):
      add(.paragraph(ProseReader.prose(of: lines, &faults)))
    case .fence(let fence):
      // A fence that could not be read still fills its screen.
      add(FenceKind.piece(of: fence, &faults) ?? .paragraph(Prose()))
    }
  }

  private mutating func add(_ piece: PieceSyntax) {
    guard !screens.isEmpty else { return }
    screens[screens.count - 1].pieces.append(piece)
  }

  private mutating func readScreen(_ line: Stretch) {
    noteEmptyScreen()
    let (title, label) = HeadingReader.screen(of: line, &faults)
    if let label { noteID(label) }
    screens.append(
      ScreenSyntax(
        id: label?.text ?? "", label: label?.source, title: title.source,
        pieces: []))
  }

  private mutating func noteID(_ label: Stretch) {
    if let line = lineOfID[label.text] {
      faults.add(.idTaken(label.text, line: line), at: label)
    } else {
      lineOfID[label.text] = label.line
    }
  }

  /// Reports a screen without pieces; the opening has at least its title.
  private mutating func noteEmptyScreen() {
    guard screens.count > 1, let screen = screens.last,
      screen.pieces.isEmpty
    else { return }
    faults.add(.emptyScreen(screen.title.text), at: screen.title)
  }
}

extension Block {
  fileprivate var line: Int {
    switch self {
    case .heading(_, let line): line.line
    case .paragraph(let lines): lines.first?.line ?? 1
    case .fence(let fence): fence.opening.line
    }
  }
}
