/// A keyed line of an `ask` fence with the indented lines below it.
struct QuestionEntry {
  var key: QuestionKey

  /// The line from the key on.
  var line: Stretch

  /// What stands behind the colon.
  var text: Stretch

  /// The lines below, whole.
  var below: [Stretch] = []

  /// What stands behind the colon, with the lines below if it is open.
  func expression(_ faults: inout LessonFaults) -> SourceText {
    if text.isEmpty { faults.add(.keyEmpty(key.name), at: line) }
    let isWhole = key.content == .expression
    return LogicalLine(first: text, rest: isWhole ? below : [])
      .expression(from: text.start, &faults)
  }

  /// The prose behind the colon and below.
  func prose(_ faults: inout LessonFaults) -> Prose {
    let lines = (text.isEmpty ? [] : [text]) + below.map(\.leadingTrimmed)
    if lines.isEmpty { faults.add(.keyEmpty(key.name), at: line) }
    return ProseReader.prose(of: lines, in: .fence, &faults)
  }

  /// The prose below, and the reply that begins with `reply:`.
  func proseBelow(
    _ faults: inout LessonFaults
  ) -> (text: Prose, reply: Prose?) {
    let lines = below.map(\.leadingTrimmed)
    let place = lines.firstIndex { $0.starts(with: "reply:") } ?? lines.count
    if place == 0 { faults.add(.textMissing(key.name), at: line) }
    let text = ProseReader.prose(
      of: Array(lines[..<place]), in: .fence, &faults)
    guard place < lines.count else { return (text, nil) }
    var reply = Array(lines[place...])
    let first = reply.removeFirst()
    let rest = first.from(first.start + "reply:".count).leadingTrimmed
    if !rest.isEmpty { reply.insert(rest, at: 0) }
    if reply.isEmpty { faults.add(.replyEmpty, at: first) }
    return (text, ProseReader.prose(of: reply, in: .fence, &faults))
  }
}
