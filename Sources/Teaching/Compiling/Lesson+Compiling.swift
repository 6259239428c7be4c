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
