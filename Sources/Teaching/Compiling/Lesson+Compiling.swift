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

  /// Reads the opening screen of a lesson file and leaves the others unread,
  /// for a program that has to say something at once.
  ///
  /// - Parameters:
  ///   - id: The name of the file without its ending.
  ///   - text: What the file holds.
  ///   - library: The other lessons, of which a network may be borrowed.
  /// - Throws: Everything that is wrong in the opening.
  public init(
    openingOf id: String, text: String,
    library: @escaping (String) -> LessonDocument?
  ) throws(LessonFaults) {
    let opening = try Lesson(
      id: id, text: String(text.beforeSecondScreen), library: library)
    let count = LessonOutline.body(of: text, id: id).screens.count
    self.init(
      id: opening.id, title: opening.title, needs: opening.needs,
      gives: opening.gives, minutes: opening.minutes,
      screens: opening.screens, fingerprint: Fingerprint.text(of: text),
      unreadScreens: count - 1)
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
    lesson = Lesson(
      id: document.id, title: document.title.text,
      needs: document.needs.map(\.text), gives: gives,
      minutes: document.minutes, screens: screens,
      fingerprint: Fingerprint.text(of: text))
  }
}

extension String {
  /// What stands before the first heading of a screen; one in a fence would
  /// be a fault, and the whole file is read for it later.
  fileprivate var beforeSecondScreen: Substring {
    var start = startIndex
    while let end = self[start...].utf8.firstIndex(of: UInt8(ascii: "\n")) {
      start = utf8.index(after: end)
      if self[start...].hasPrefix("## ") { return self[..<start] }
    }
    return self[...]
  }
}
