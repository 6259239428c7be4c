import Algebra
import Presentation

extension PathSum {
  /// The roads, their sum and what the backward equations save.
  public func text(for page: Page) -> StyledText {
    var lines = Lines()
    lines.add(page.prose(headline(page)))
    for (place, path) in paths.enumerated() {
      lines.add(
        contentsOf: page.isPlain
          ? [spoken(path, place, page)] : drawn(path, place, page))
    }
    if count > Double(paths.count) {
      lines.add(
        page.prose(
          "The other \((count - Double(paths.count)).countText) roads are"
            + " counted and added, not printed."))
    }
    lines.add(page.prose(sum(page)))
    lines.add(page.prose(saving(page)))
    return lines.text
  }

  private func headline(_ page: Page) -> StyledText {
    let end = page.name(goal)
    let roads = count == 1 ? "1 road leads" : "\(count.countText) roads lead"
    return page.formula(asked) + " is the slope of " + end + " in "
      + page.formula(start) + ". " + StyledText(roads) + " from there to "
      + end + "."
  }

  private func drawn(
    _ path: Path, _ place: Int, _ page: Page
  ) -> [StyledText] {
    let label = "\(place + 1)"
    let margin = String(paths.count).count + 2
    let stops = path.stops.map(page.formula)
      .joined(separator: StyledText(" \(page.arrow) ", .symbol))
    let lead = StyledText(
      String(repeating: " ", count: margin - 1 - label.count) + label + " ",
      .dim)
    let road = page.longLine(stops, indent: margin + 1, hanging: 2)
    let product = page.longLine(
      factors(path, page) + " " + page.related(path.product),
      indent: margin + 1, hanging: 2)
    return [lead.joinedToIndented(road, by: margin + 1), product]
  }

  private func factors(_ path: Path, _ page: Page) -> StyledText {
    path.slopes.map { slope in
      slope < 0 ? "(" + page.number(slope) + ")" : page.number(slope)
    }
    .joined(separator: StyledText(page.times, .symbol))
    .breakable(at: page.times)
  }

  private func spoken(
    _ path: Path, _ place: Int, _ page: Page
  ) -> StyledText {
    let stops = path.stops.map(page.formula).joined(separator: " to ")
    return "road \(place + 1): " + stops + ": " + factors(path, page) + " "
      + page.related(path.product)
  }

  private func sum(_ page: Page) -> StyledText {
    let added: StyledText =
      count == 1 ? "That is all: " : "Where roads meet they add: "
    let together = added + page.formula(asked) + " " + page.related(total)
    guard total.isFinite, value.isFinite else {
      return together + ". The worksheet itself has " + page.number(value)
        + "."
    }
    let scale = max(total.magnitude, value.magnitude, 1e-300)
    return (total - value).magnitude <= 1e-9 * scale
      ? together + ", the same as the backward equations give."
      : together + ". The backward equations give " + page.number(value)
        + ", which differs by " + page.number(value - total) + "."
  }

  private func saving(_ page: Page) -> StyledText {
    let alone = multiplicationsAlone.countText
    let shared = multiplicationsShared.countText
    if multiplicationsAlone > multiplicationsShared {
      return StyledText(
        "One by one the roads take \(alone) multiplications. Going back from "
          + "the end, each slope on the way computed once, takes \(shared).")
    }
    return StyledText(
      "One by one the roads take \(alone) multiplications, and going back "
        + "from the end as many: no two roads share a stretch.")
  }
}

extension StyledText {
  /// Puts a label before text that was set in to make room for it.
  func joinedToIndented(_ text: StyledText, by indent: Int) -> StyledText {
    var lines = text.lines
    guard let first = lines.first else { return self }
    lines[0] = padded(to: indent) + first.droppingCells(indent)
    return lines.joined(separator: "\n")
  }

  private func droppingCells(_ count: Int) -> StyledText {
    var rest = count
    var text = StyledText()
    for run in runs {
      let dropped = min(rest, run.text.count)
      rest -= dropped
      text.append(String(run.text.dropFirst(dropped)), run.style)
    }
    return text
  }

  /// The text with spaces around a sign, so that a line can end there.
  func breakable(at sign: String) -> StyledText {
    var text = StyledText()
    for run in runs {
      text.append(run.text == sign ? " \(sign) " : run.text, run.style)
    }
    return text
  }
}
