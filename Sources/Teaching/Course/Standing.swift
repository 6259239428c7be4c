/// How far a learner has come with a lesson.
enum Standing: Hashable, Sendable {
  case finished
  /// On this screen, counted from 1.
  case begun(screen: Int, of: Int)
  case untouched

  /// In a word or a few; nothing for a lesson that was not begun.
  var words: String {
    switch self {
    case .finished: "done"
    case .begun(let screen, let count): "screen \(screen) of \(count)"
    case .untouched: ""
    }
  }
}

extension Session {
  /// How far the learner has come with a lesson.
  func standing(of id: String, _ outline: LessonOutline) -> Standing {
    if finished.contains(id) { return .finished }
    let count = outline.screens.count
    if id == lesson?.id, place.shown > 0 {
      return .begun(screen: place.screen + 1, of: count)
    }
    let screen = bookmarks[id].flatMap { mark in
      mark.shown > 0 ? outline.screens.firstIndex(of: mark.screen) : nil
    }
    return screen.map { .begun(screen: $0 + 1, of: count) } ?? .untouched
  }

  /// The lessons that one builds on and that are not done; one that cannot be
  /// opened is none of them.
  func missing(for outline: LessonOutline) -> [String] {
    outline.needs.filter {
      !finished.contains($0) && library.ids.contains($0)
    }
  }

  /// Whether all that a lesson builds on is done.
  func isReady(_ id: String) -> Bool {
    library.outline(id).map { missing(for: $0).isEmpty } ?? false
  }

  /// The lesson to go on with: in the core its next one, after a branch back
  /// to the core, and after the core a branch for which all is done.
  ///
  /// - Parameter id: The lesson that one comes from.
  /// - Returns: The lesson, or nothing where all are done.
  func suggestion(after id: String) -> String? {
    let core = library.core
    if let next = unfinished(in: core, after: id).first { return next }
    let rest = unfinished(in: library.ids, after: id)
    return rest.first(where: isReady) ?? rest.first
  }

  /// The other branches that could as well be opened, by their ids.
  func alternatives(to next: String, after id: String) -> [String] {
    guard !library.core.contains(next) else { return [] }
    return unfinished(in: library.ids, after: id).filter {
      $0 != next && isReady($0)
    }
  }

  /// The lessons that are not done, those behind this one first.
  private func unfinished(in ids: [String], after id: String) -> [String] {
    let start = ids.firstIndex(of: id).map { $0 + 1 } ?? 0
    return (ids[start...] + ids[..<start]).filter {
      $0 != id && !finished.contains($0)
    }
  }
}
