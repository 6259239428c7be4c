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
}

extension String {
  /// Whether a lesson named so is a file and none of the course.
  var namesLessonFile: Bool { hasSuffix(".md") || contains("/") }
}
