/// Reads a `plot` fence.
///
///     line      = curve | "at" expression | "slope"
///     curve     = expression "for" name "in" low ".." high
enum PlotFence {
  static func piece(
    _ fence: Fence, _ faults: inout LessonFaults
  ) -> PieceSyntax? {
    var plot = PlotSyntax(curves: [], points: [], showsSlope: false)
    var isUnderstood = true
    for line in fence.lines where !line.isBlank {
      if !read(line.trimmed, into: &plot, &faults) {
        faults.add(.plotForm(line.trimmed.text), at: line.trimmed)
        isUnderstood = false
      }
    }
    if plot.curves.isEmpty, isUnderstood {
      faults.add(.plotWithoutCurve, at: fence.opening)
    }
    return .plot(plot)
  }

  /// Reads a line, and says whether it could be.
  private static func read(
    _ line: Stretch, into plot: inout PlotSyntax, _ faults: inout LessonFaults
  ) -> Bool {
    if line.text == "slope" {
      if plot.showsSlope { faults.add(.keyTwice("slope"), at: line) }
      plot.showsSlope = true
    } else if let point = line.dropping(word: "at") {
      plot.points.append(point.expression(&faults))
      return !point.isEmpty
    } else if let curve = curve(line, &faults) {
      plot.curves.append(curve)
    } else {
      return false
    }
    return true
  }

  private static func curve(
    _ line: Stretch, _ faults: inout LessonFaults
  ) -> PlotSyntax.Curve? {
    guard let place = line.topLevelIndices(of: " for ").last else {
      return nil
    }
    let range = line.from(place + " for ".count).trimmed
    guard let within = range.topLevelIndices(of: " in ").first else {
      return nil
    }
    let ends = range.from(within + " in ".count)
      .topLevelParts(separatedBy: "..")
    let parts = [line.upTo(place).trimmed, range.upTo(within).trimmed] + ends
    guard parts.count == 4, !parts.contains(where: \.isEmpty) else {
      return nil
    }
    return PlotSyntax.Curve(
      expression: parts[0].expression(&faults), name: parts[1].source,
      low: parts[2].expression(&faults), high: parts[3].expression(&faults))
  }
}
