/// Text that the terminal has marked as pasted.
struct Paste: Hashable {
  /// Ends the paste; it begins with `ESC [ 200 ~`.
  static let end: [Unicode.Scalar] = ["\u{1B}", "[", "2", "0", "1", "~"]

  /// How many characters are kept.
  static let limit = 1 << 20

  private var scalars: [Unicode.Scalar] = []
  private(set) var isComplete = false

  /// Takes the next character of the paste.
  mutating func take(_ scalar: Unicode.Scalar) {
    scalars.append(scalar)
    if scalars.suffix(Self.end.count) == Self.end[...] {
      scalars.removeLast(Self.end.count)
      isComplete = true
    } else if scalars.count > Self.limit + Self.end.count {
      // What is too much is dropped, all but what could be the ending.
      scalars.remove(at: Self.limit)
    }
  }

  /// The lines, the last of them unfinished: at least one piece.
  ///
  /// Blank lines are left out, as in a script: Enter moves on, and nobody
  /// means to by pasting. It also takes care of line ends sent as two.
  /// A terminal sends line ends as returns. A tab is a space here: it
  /// separates, it completes nothing. Other control characters are dropped.
  var pieces: [String] {
    var pieces = [""]
    for scalar in scalars {
      switch scalar {
      case "\r", "\n": pieces.append("")
      case "\t": pieces[pieces.count - 1] += " "
      case _ where scalar.properties.generalCategory == .control: break
      default: pieces[pieces.count - 1].unicodeScalars.append(scalar)
      }
    }
    let finished = pieces.dropLast().filter {
      !$0.allSatisfy(\.isWhitespace)
    }
    return finished + pieces.suffix(1)
  }
}
