/// Reads the fences whose lines stand for themselves.
///
///     show      = { [ expression "=" ] expression }
///     set       = { target "=" expression }
///     run       = { command }
enum StatementFence {
  static func show(
    _ fence: Fence, _ faults: inout LessonFaults
  ) -> PieceSyntax? {
    let lines = fence.lines.filter { !$0.isBlank }
    return .show(lines.map { statement($0.trimmed, &faults) })
  }

  static func set(
    _ fence: Fence, _ faults: inout LessonFaults
  ) -> PieceSyntax? {
    var statements: [StatementSyntax] = []
    for entry in LogicalLine.lines(of: fence, &faults) {
      guard let (left, value) = entry.split(atFirst: "=", &faults) else {
        faults.add(.setForm(entry.first.trimmed.text), at: entry.first.trimmed)
        continue
      }
      statements.append(StatementSyntax(left: left, expression: value))
    }
    return .set(statements)
  }

  static func run(
    _ fence: Fence, _ faults: inout LessonFaults
  ) -> PieceSyntax? {
    .run(fence.lines.filter { !$0.isBlank }.map(\.trimmed.source))
  }

  private static func statement(
    _ line: Stretch, _ faults: inout LessonFaults
  ) -> StatementSyntax {
    guard let (left, right) = line.equality(&faults) else {
      return StatementSyntax(left: nil, expression: line.expression(&faults))
    }
    return StatementSyntax(
      left: left.expression(&faults), expression: right.expression(&faults))
  }
}

extension Stretch {
  /// The two sides of the one `=` outside all brackets.
  ///
  /// A second `=` and an empty side are reported.
  func equality(
    _ faults: inout LessonFaults
  ) -> (left: Stretch, right: Stretch)? {
    let places = topLevelEqualities
    guard let place = places.first else { return nil }
    if places.count > 1 { faults.add(.secondEquality, at: from(places[1])) }
    let (left, right) = (upTo(place).trimmed, from(place + 1).trimmed)
    if left.isEmpty || right.isEmpty {
      faults.add(.sideMissing(isLeft: left.isEmpty), at: from(place))
    }
    return (left, right)
  }
}
