import Algebra
import Presentation

extension DependencyGraph {
  /// The road with what joins it above and the way back below, in as many
  /// bands as the width asks for; on a plain page sentences.
  public func text(for page: Page) -> StyledText {
    guard !stops.isEmpty else { return "No equation is written down here." }
    guard !page.isPlain else { return spoken(page) }
    var parts = bands(page).map { band in
      Band(band, continues: band.last != stops.last, page: page).text
    }
    if !asides.isEmpty { parts.append(listed(asides, page)) }
    let pictured = Set(
      stops.compactMap(\.back.name) + stops.flatMap(\.parameterSlopes))
    let others = back.filter { !pictured.contains($0.name) }
    if !others.isEmpty { parts.append(listed(others, page)) }
    return parts.joined(separator: "\n\n")
  }

  private func listed(_ asides: [Aside], _ page: Page) -> StyledText {
    ([StyledText("  Beside this road:")]
      + asides.map { aside in
        page.longLine(
          page.name(aside.name) + " comes from "
            + aside.inputs.map(page.name).listed, indent: 4, hanging: 2)
      })
      .joined(separator: "\n")
  }

  /// The stops in groups that fit beside each other.
  private func bands(_ page: Page) -> [[Stop]] {
    var bands: [[Stop]] = []
    var used = 0
    for stop in stops {
      let width = Band.width(of: stop, page) + Band.gap
      if let last = bands.last, used + width <= page.width - 6 {
        bands[bands.count - 1] = last + [stop]
        used += width
      } else {
        bands.append([stop])
        used = width
      }
    }
    return bands
  }

  private func spoken(_ page: Page) -> StyledText {
    var lines = Lines()
    if let first = stops.first, first.inputs.isEmpty {
      lines.add(page.name(first.name) + " is given")
    }
    for (place, stop) in stops.enumerated() {
      let previous = place > 0 ? [stops[place - 1].name] : []
      let inputs = previous + stop.inputs
      guard !inputs.isEmpty else { continue }
      lines.add(
        page.name(stop.name) + " comes from " + inputs.map(page.name).listed)
    }
    for aside in asides + back {
      let inputs: StyledText =
        aside.inputs.isEmpty
        ? " comes from no quantity"
        : " comes from " + aside.inputs.map(page.name).listed
      lines.add(page.name(aside.name) + inputs)
    }
    return lines.text
  }
}

extension DependencyGraph.Back {
  /// The slope's name, where it has one.
  fileprivate var name: Name? {
    if case .slope(let name) = self { name } else { nil }
  }
}

/// A stretch of the main road that fits in the width.
private struct Band {
  let stops: [DependencyGraph.Stop]
  let continues: Bool
  let page: Page

  /// The cells of an arrow between two stops.
  static let gap = 4

  init(_ stops: [DependencyGraph.Stop], continues: Bool, page: Page) {
    self.stops = stops
    self.continues = continues
    self.page = page
  }

  static func width(of stop: DependencyGraph.Stop, _ page: Page) -> Int {
    rows(of: stop, page).map(\.width).max() ?? 1
  }

  private static func rows(
    of stop: DependencyGraph.Stop, _ page: Page
  ) -> [StyledText] {
    [
      names(stop.inputs, page), page.name(stop.name),
      slope(stop, page), names(stop.parameterSlopes, page),
    ]
  }

  private static func slope(
    _ stop: DependencyGraph.Stop, _ page: Page
  ) -> StyledText {
    switch stop.back {
    case .slope(let name): page.name(name)
    case .start: StyledText("1", .number)
    case .constant, .nothing: ""
    }
  }

  private static func names(_ names: [Name], _ page: Page) -> StyledText {
    names.map(page.name).joined(separator: " ")
  }

  var text: StyledText {
    var lines = Array(repeating: StyledText("  "), count: 6)
    for (place, stop) in stops.enumerated() {
      let next = place + 1 < stops.count ? stops[place + 1] : nil
      append(stop, before: next, to: &lines)
    }
    return lines.map(\.trimmedLines).filter { !$0.isEmpty }
      .joined(separator: "\n")
  }

  private func append(
    _ stop: DependencyGraph.Stop, before next: DependencyGraph.Stop?,
    to lines: inout [StyledText]
  ) {
    let rows = Self.rows(of: stop, page)
    let width = Self.width(of: stop, page)
    let down = StyledText(page.charset == .ascii ? "v" : "↓", .symbol)
    let cells = [
      rows[0], rows[0].isEmpty ? "" : down, rows[1], rows[2],
      rows[3].isEmpty ? "" : down, rows[3],
    ]
    for (row, cell) in cells.enumerated() {
      let isPassed = row == 3 && stop.back == .constant
      let line = page.charset == .ascii ? "-" : "─"
      lines[row].append(
        isPassed
          ? StyledText(String(repeating: line, count: width), .symbol)
          : cell.padded(to: width))
      guard next != nil || continues else { continue }
      let arrow =
        switch (row, stop.back) {
        case (2, _): arrows.forward
        case (3, .slope) where next?.back == .constant:
          String(arrows.back.dropLast()) + line
        case (3, .slope): arrows.back
        case (3, .constant): line + line + line + " "
        default: "    "
        }
      lines[row].append(arrow, .symbol)
    }
  }

  private var arrows: (forward: String, back: String) {
    page.charset == .ascii ? (" -> ", " <- ") : (" ─→ ", " ←─ ")
  }
}
