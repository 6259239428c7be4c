extension Lesson {
  /// Reads a lesson file and understands every expression in it.
  ///
  /// - Parameters:
  ///   - id: The name of the file without its ending.
  ///   - text: What the file holds.
  ///   - library: The other lessons, of which a network may be borrowed.
  /// - Throws: Everything that is wrong in the file, in its order.
  public init(
    id: String, text: String, library: @escaping (String) -> LessonDocument?
  ) throws(LessonFaults) {
    self = try CompiledLesson(id: id, text: text, library: library).lesson
  }

  /// Reads a screen of a lesson file and leaves the others unread, for a
  /// program that has to say something at once.
  ///
  /// Of the screens before it no more is left than makes its numbers.
  ///
  /// - Parameters:
  ///   - id: The name of the file without its ending.
  ///   - screen: The screen to read; the first where there is none that is
  ///     called so.
  ///   - text: What the file holds.
  ///   - library: The other lessons, of which a network may be borrowed.
  /// - Throws: Everything that is wrong in what is read.
  public init(
    openingOf id: String, through screen: String? = nil, text: String,
    library: @escaping (String) -> LessonDocument?
  ) throws(LessonFaults) {
    var opening = try LessonDocument(
      id: id, reading: String(text.opening(through: screen)))
    for place in opening.screens.indices.dropLast() {
      opening.screens[place].pieces.removeAll { !$0.bearsOnNumbers }
    }
    self = try Lesson(compiling: opening, text: text, library: library)
    unreadScreens =
      LessonOutline.body(of: text, id: id).screens.count - screens.count
  }

  /// Understands every expression of a lesson that was read.
  ///
  /// - Parameters:
  ///   - document: The lesson as it is written.
  ///   - text: The file, from which the fingerprint is made.
  ///   - library: The other lessons, of which a network may be borrowed.
  /// - Throws: Everything that is wrong in the file, in its order.
  public init(
    compiling document: LessonDocument, text: String,
    library: @escaping (String) -> LessonDocument?
  ) throws(LessonFaults) {
    self = try CompiledLesson(document, text: text, library: library).lesson
  }
}

/// A lesson, and what it claims with the places where it does.
struct CompiledLesson {
  let lesson: Lesson
  let document: LessonDocument
  let claims: [Claim]

  init(
    id: String, text: String, library: @escaping (String) -> LessonDocument?
  ) throws(LessonFaults) {
    let document = try LessonDocument(id: id, reading: text)
    try self.init(document, text: text, library: library)
  }

  init(
    _ document: LessonDocument, text: String,
    library: @escaping (String) -> LessonDocument?
  ) throws(LessonFaults) {
    var compiler = LessonCompiler(document.id, BenchLibrary(library))
    let screens = compiler.screens(of: document)
    let opening = screens.first?.bench
    let gives = compiler.inlines(document.gives, on: opening)
    guard compiler.faults.isEmpty else { throw compiler.faults.inOrder }
    self.document = document
    claims = compiler.claims
    var lesson = Lesson(
      id: document.id, title: document.title.text,
      needs: document.needs.map(\.text), gives: gives,
      minutes: document.minutes, screens: screens,
      fingerprint: Fingerprint.text(of: text))
    lesson.keepsNotation = document.keepsNotation
    self.lesson = lesson
  }
}

extension PieceSyntax {
  /// Whether the numbers of later screens hang on the piece.
  fileprivate var bearsOnNumbers: Bool {
    if case .set = self { true } else { isBench }
  }
}

extension String {
  /// What stands before the heading behind a screen, or before the first
  /// where no screen is called so.
  ///
  /// A heading in a fence would be a fault, and the whole file is read for it
  /// later.
  fileprivate func opening(through screen: String?) -> Substring {
    var first: Index?
    var isFound = false
    for line in utf8.split(separator: UInt8(ascii: "\n"))
    where line.starts(with: "## ".utf8) {
      if isFound { return self[..<line.startIndex] }
      first = first ?? line.startIndex
      isFound = String(Substring(line)).idInBraces == screen
    }
    return isFound ? self[...] : self[..<(first ?? endIndex)]
  }
}
