/// Finds the known name that a mistyped one was meant for.
///
/// Two neighbouring characters in the wrong order count as one slip, as do a
/// wrong, a missing and a superfluous character.
func nearestName(to word: String, among names: [String]) -> String? {
  guard word.count <= 24 else { return nil }
  let allowed = word.count < 4 ? 1 : 2
  let ranked = names.map { (name: $0, slips: slips(from: word, to: $0)) }
  let best = ranked.min { $0.slips < $1.slips }
  return best.flatMap { $0.slips <= allowed ? $0.name : nil }
}

/// Counts the slips that turn one word into another.
private func slips(from word: String, to name: String) -> Int {
  let (left, right) = (Array(word), Array(name))
  var before: [Int] = []
  var above = Array(0...right.count)
  for row in left.indices {
    var current = [row + 1]
    for column in right.indices {
      let same = left[row] == right[column]
      var least = min(
        above[column] + (same ? 0 : 1), above[column + 1] + 1,
        current[column] + 1)
      if row > 0, column > 0, left[row] == right[column - 1],
        left[row - 1] == right[column]
      {
        least = min(least, before[column - 1] + 1)
      }
      current.append(least)
    }
    (before, above) = (above, current)
  }
  return above[right.count]
}
