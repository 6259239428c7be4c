import Teaching

// What every command does with a lesson that was named to it.
extension Course {
  /// Understands a lesson.
  ///
  /// - Parameters:
  ///   - id: The lesson.
  ///   - file: What its file is called in a refusal.
  /// - Returns: The lesson.
  /// - Throws: ``Refusal`` with all that is wrong in it.
  func understood(_ id: String, in file: String) throws -> Lesson {
    do throws(LessonFaults) { return try lesson(id) } catch {
      throw Refusal(error.diagnostics(in: file), .unusableFile)
    }
  }

  /// The course with the lesson of a file in it.
  ///
  /// - Parameter path: The file.
  /// - Returns: The course, and what the lesson is called there.
  /// - Throws: ``Refusal`` where the file cannot be read.
  static func holding(file path: String) throws -> (course: Course, id: String)
  {
    do throws(FileTrouble) {
      let paper = try LessonPaper(path: path)
      return (Course.own.with(paper), paper.id)
    } catch { throw Refusal(error, in: path, .unusableFile) }
  }

  /// The lesson that a command is to show, one of the course or a file.
  ///
  /// - Parameter word: `last-layer`, `5`, `mine.md`, each perhaps with
  ///   `#SCREEN` behind it.
  /// - Returns: The course that holds it, the lesson, and what of it is meant.
  /// - Throws: ``Refusal`` where there is no such lesson, or with all that is
  ///   wrong in it.
  static func opening(
    _ word: String
  ) throws -> (course: Course, lesson: Lesson, choice: LessonChoice) {
    let mark = word.hasSuffix(".md") ? nil : word.lastIndex(of: "#")
    let name = mark.map { String(word[..<$0]) } ?? word
    guard name.namesLessonFile else {
      let choice = try LessonChoice(word, orOneOf: [])
      let lesson = try Course.own.understood(choice.id, in: "\(choice.id).md")
      return (.own, lesson, choice)
    }
    let (course, id) = try holding(file: name)
    let lesson = try course.understood(id, in: name)
    let screen = mark.map { String(word[word.index(after: $0)...]) }
    return (course, lesson, LessonChoice(file: name, id: id, screen: screen))
  }
}

extension String {
  /// Whether a lesson named so is a file and none of the course.
  var namesLessonFile: Bool { hasSuffix(".md") || contains("/") }
}
