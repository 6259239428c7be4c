/// The name that was probably meant.
public enum NearestName {
  /// Returns the name nearest to what was typed, or nil where none is near.
  ///
  /// A name is near if at most two letters were changed, left out, added or
  /// exchanged with a neighbour (one in a word of two or three letters, none
  /// in a single letter but its case), or if it begins with what was typed.
  /// Of names equally near the first is taken.
  ///
  /// - Parameters:
  ///   - word: What was typed.
  ///   - names: What could have been meant, the likeliest first.
  /// - Returns: One of `names`.
  public static func nearest(to word: String, among names: [String]) -> String?
  {
    var best: (name: String, cost: Int)?
    for name in names {
      guard let cost = cost(of: word, name) else { continue }
      if cost < best?.cost ?? .max { best = (name, cost) }
    }
    return best?.name
  }

  /// Half steps: case alone costs least, then a beginning, then edits.
  private static func cost(of word: String, _ name: String) -> Int? {
    if word == name { return 0 }
    let (typed, meant) = (word.lowercased(), name.lowercased())
    if typed == meant { return 1 }
    let edits = distance(Array(typed), Array(meant))
    let allowed = typed.count < 2 ? 0 : typed.count < 4 ? 1 : 2
    if typed.count > 1, meant.hasPrefix(typed) { return 2 }
    return edits <= allowed ? 1 + 2 * edits : nil
  }

  /// The Damerau distance in its restricted form: changes, omissions,
  /// additions and exchanges of neighbours, none within another.
  static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var best = min(last[column + 1], current[column]) + 1
        best = min(best, last[column] + (letter == other ? 0 : 1))
        if row > 0, column > 0, letter == right[column - 1],
          other == left[row - 1]
        {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current.append(best)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }
}
