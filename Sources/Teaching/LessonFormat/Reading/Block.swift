/// A heading, a paragraph or a fence: what blank lines keep apart.
enum Block {
  /// A heading of a level, from its first `#`.
  case heading(level: Int, Stretch)
  case paragraph([Stretch])
  case fence(Fence)
}

/// What stands between two lines of three backticks.
struct Fence {
  /// The word behind the backticks, or the backticks if there is none.
  var name: Stretch
  var opening: Stretch
  var lines: [Stretch]
}
