extension LessonDocument {
  /// Reads a lesson file.
  ///
  /// Expressions stay text with their places; whether they parse is for
  /// others to say.
  ///
  /// - Parameters:
  ///   - id: The name of the file without its ending.
  ///   - text: What the file holds.
  /// - Throws: Everything that is wrong in the file, in its order.
  public init(id: String, reading text: String) throws(LessonFaults) {
    self = try LessonReader.document(id: id, of: text)
  }
}
