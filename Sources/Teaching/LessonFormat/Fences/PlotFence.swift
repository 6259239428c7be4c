/// Reads a `plot` fence.
///
///     line      = curve | "at" expression | "slope"
///     curve     = expression "for" name "in" low ".." high
enum PlotFence {
  static func piece(
    _ fence: Fence, _ faults: inout LessonFaults
  ) -> PieceSyntax? {
    var plot = PlotSyntax(curves: [], points: [], showsSlope: false)
    for line in fence.lines where !line.isBlank {
      read(line.trimmed, into: &plot, &faults)
    }
    if plot.curves.isEmpty { faults.add(.plotWithoutCurve, at: fence.opening) }
    return .plot(plot)
  }

  private static func read(
    _ line: Stretch, into plot: inout PlotSyntax, _ faults: inout LessonFaults
  ) {
    if line.text == "slope" {
      if plot.showsSlope { faults.add(.keyTwice("slope"), at: line) }
      plot.showsSlope = true
    } else if let point = line.dropping(word: "at") {
      if point.isEmpty { faults.add(.plotForm(line.text), at: line) }
      plot.points.append(point.expression(&faults))
    } else if let curve = curve(line, &faults) {
      plot.curves.append(curve)
    } else {
      faults.add(.plotForm(line.text), at: line)
    }
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
