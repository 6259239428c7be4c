import Algebra

/// A room in which a class looks on.
///
/// What a learner alone wants to see is left out there, as the verdicts on a
/// derivation; screens are named so that they can be opened elsewhere; and
/// what an alteration changed stays marked until the next piece.
struct Room: Sendable {
  /// The numbers before the last alteration, until the next piece.
  var before: LiveBench?

  /// How many rows say what an alteration changed.
  static let limit = 4
}

extension Session {
  /// Begins to show everything to a class.
  public mutating func enterRoom() { room = Room() }

  /// Keeps the numbers that the marks are made by.
  ///
  /// - Parameters:
  ///   - before: The numbers before the line that was answered.
  ///   - place: Where the session stood then.
  mutating func lookBack(to before: LiveBench?, at place: Place) {
    guard room != nil else { return }
    if let before, let live, before.origin == live.origin,
      before.now.values != live.now.values
    {
      room?.before = before
    } else if place != self.place || before?.origin != live?.origin {
      room?.before = nil
    }
  }
}
