/// Where a learner stands in a lesson: how many pieces of a screen are shown.
///
/// Places are in order. `next` and `back` are inverse to each other, since a
/// place knows nothing of the way on which it was reached.
public struct Place: Hashable, Sendable {
  /// The screen, counted from 0.
  public var screen: Int
  /// How many pieces of it are shown; 0 only before the first of a lesson.
  public var shown: Int
  /// How many inner lines are open below each piece that has any open.
  public var opened: [PieceID: Int]

  public init(screen: Int = 0, shown: Int = 0, opened: [PieceID: Int] = [:]) {
    self.screen = screen
    self.shown = shown
    self.opened = opened
  }

  /// The piece that was shown last.
  public var current: PieceID? {
    shown > 0 ? PieceID(screen: screen, piece: shown - 1) : nil
  }
}

/// A piece of a lesson by its screen and its place there, counted from 0.
public struct PieceID: Hashable, Comparable, Sendable {
  public let screen: Int
  public let piece: Int

  public init(screen: Int, piece: Int) {
    self.screen = screen
    self.piece = piece
  }

  public static func < (left: PieceID, right: PieceID) -> Bool {
    (left.screen, left.piece) < (right.screen, right.piece)
  }
}

extension Place {
  /// The place with one more piece shown, or nil at the end of the lesson.
  func next(in lesson: Lesson) -> Place? {
    var place = self
    if shown < lesson.screens[screen].pieces.count {
      place.shown += 1
      return place
    }
    let rest = lesson.screens.indices.dropFirst(screen + 1)
    guard let next = rest.first(where: { !lesson.screens[$0].pieces.isEmpty })
    else { return nil }
    place.screen = next
    place.shown = 1
    return place
  }

  /// The place with one piece less, or nil at the beginning of the lesson.
  func back(in lesson: Lesson) -> Place? {
    var place = self
    if let current, let lines = opened[current] {
      place.opened[current] = lines > 1 ? lines - 1 : nil
      return place
    }
    if shown > 1 || (screen == 0 && shown == 1) {
      place.shown -= 1
      return place
    }
    let before = lesson.screens[..<screen]
    guard let last = before.lastIndex(where: { !$0.pieces.isEmpty }) else {
      return nil
    }
    place.screen = last
    place.shown = lesson.screens[last].pieces.count
    return place
  }

  /// The place moved to where the lesson has a piece.
  func clamped(to lesson: Lesson) -> Place {
    guard lesson.screens.indices.contains(screen) else {
      return Place(screen: 0, shown: 0)
    }
    var place = self
    let count = lesson.screens[screen].pieces.count
    place.shown = min(max(shown, screen == 0 ? 0 : min(1, count)), count)
    place.opened = opened.filter { $0.key <= (current ?? $0.key) }
    return place
  }
}

extension Lesson {
  /// Every piece, in the order of the lesson.
  var pieceIDs: [PieceID] {
    screens.enumerated().flatMap { number, screen in
      screen.pieces.indices.map { PieceID(screen: number, piece: $0) }
    }
  }

  func piece(_ id: PieceID) -> Piece? {
    guard screens.indices.contains(id.screen),
      screens[id.screen].pieces.indices.contains(id.piece)
    else { return nil }
    return screens[id.screen].pieces[id.piece]
  }
}
