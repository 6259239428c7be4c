/// A look back at slips that were made: a lesson made for this visit, and
/// where the learner stood before it.
struct Review: Sendable {
  /// The slip that each screen is about, by the screen's id.
  let kinds: [String: SlipLog.Kind]
  /// The lesson to go back to.
  let lesson: String?
  /// The bench to go back to, where one was open instead of a lesson.
  let bench: OwnBench?
  /// How each slip went, once that is known.
  var isAvoided: [SlipLog.Kind: Bool] = [:]

  /// What the lesson is called.
  static let id = "review"
  /// As many questions as are asked in one go.
  static let most = 5

  /// The name of the worksheet on a screen.
  static func origin(of screen: String) -> String { "\(id)#\(screen)" }
}
