import Presentation

extension Screen {
  /// Returns how many lines the screen takes when all of it is shown.
  ///
  /// - Parameter page: What it is laid out for.
  /// - Returns: The lines, with the heading and the lines between pieces.
  public func height(on page: Page) -> Int {
    let lesson = Lesson(
      id: id, title: title, needs: [], gives: [], minutes: nil,
      screens: [self], fingerprint: "")
    var session = Session(library: LessonLibrary([lesson]), page: page)
    session.place = Place(screen: 0, shown: pieces.count)
    session.refresh()
    return session.again().text.lines.count
  }
}
