/// Names of lessons and screens.
enum LessonID {
  /// Whether a text is words of a–z and 0–9 with single hyphens between.
  static func isWellFormed(_ text: String) -> Bool {
    text.split(separator: "-", omittingEmptySubsequences: false).allSatisfy {
      !$0.isEmpty
        && $0.allSatisfy { isDigit($0) || ("a"..."z").contains($0) }
    }
  }
}
