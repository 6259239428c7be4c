/// A line together with those that it goes on over, because a bracket of it
/// is open at its end.
struct LogicalLine {
  var first: Stretch

  /// The lines below, whole.
  var rest: [Stretch] = []

  var last: Stretch { rest.last ?? first }

  /// Joins the lines of a fence whose brackets are open; blank lines fall out.
  static func lines(
    of fence: Fence, _ faults: inout LessonFaults
  ) -> [LogicalLine] {
    var joined: [LogicalLine] = []
    var brackets = Brackets()
    for line in fence.lines where !line.isBlank || brackets.depth > 0 {
      if brackets.depth > 0 {
        joined[joined.count - 1].rest.append(line)
      } else {
        joined.append(LogicalLine(first: line))
      }
      brackets.read(line)
    }
    if brackets.depth > 0, let open = joined.last {
      faults.add(.bracketOpen, at: open.openBracket ?? open.first)
    }
    return joined
  }

  /// What stands left and right of the first mark outside brackets.
  ///
  /// An empty side and brackets too deep are reported.
  func split(
    atFirst mark: String, _ faults: inout LessonFaults
  ) -> (left: SourceText, right: SourceText)? {
    let places =
      mark == "="
      ? first.topLevelEqualities : first.topLevelIndices(of: mark)
    guard let place = places.first else { return nil }
    let left = first.upTo(place).trimmed
    let right = expression(from: place + mark.count, &faults)
    if left.isEmpty || right.text.isEmpty {
      faults.add(.sideMissing(isLeft: left.isEmpty), at: first.from(place))
    }
    if mark == "=", places.count > 1 {
      faults.add(.secondEquality, at: first.from(places[1]))
    }
    return (left.expression(&faults), right)
  }

  /// What stands behind a place of the first line, verbatim.
  ///
  /// Brackets too deep are reported.
  func expression(
    from index: Int, _ faults: inout LessonFaults
  ) -> SourceText {
    let start = first.from(index).leadingTrimmed
    var lines = [start] + rest
    lines[lines.count - 1] = lines[lines.count - 1].trailingTrimmed
    Self.noteDepth(lines, &faults)
    return SourceText(
      lines.map(\.text).joined(separator: "\n"), line: start.line,
      column: start.column)
  }
}

// MARK: - Brackets

extension LogicalLine {
  /// The bracket at which the nesting leaves zero for good.
  private var openBracket: Stretch? {
    var brackets = Brackets()
    var open: Stretch?
    for line in [first] + rest {
      for index in line.characters.indices {
        let depth = brackets.depth
        brackets.read(line.characters[index])
        if depth == 0, brackets.depth == 1 { open = line.from(index) }
      }
    }
    return open
  }

  fileprivate static func noteDepth(
    _ lines: [Stretch], _ faults: inout LessonFaults
  ) {
    var brackets = Brackets()
    for line in lines {
      for index in line.characters.indices {
        brackets.read(line.characters[index])
        guard brackets.depth > LessonLimits.nesting else { continue }
        faults.add(.tooDeep, at: line.from(index))
        return
      }
    }
  }
}
