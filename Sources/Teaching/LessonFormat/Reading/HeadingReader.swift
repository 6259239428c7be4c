/// Reads headings.
enum HeadingReader {
  /// The title in a heading, which is plain text.
  static func title(
    of heading: Stretch, level: Int, _ faults: inout LessonFaults
  ) -> Stretch {
    let rest = heading.from(heading.start + level)
    if rest.first != " " { faults.add(.headingNeedsSpace(level), at: rest) }
    let title = rest.trimmed
    if title.isEmpty { faults.add(.titleEmpty, at: heading) }
    let prose = ProseReader.prose(of: [title], &faults)
    for span in prose.spans {
      if case .text = span { continue }
      faults.add(.markupInTitle, at: span.source)
    }
    return title
  }

  /// The title and the id in the heading of a screen.
  static func screen(
    of heading: Stretch, _ faults: inout LessonFaults
  ) -> (title: Stretch, label: Stretch?) {
    guard let brace = heading.characters.lastIndex(of: "{") else {
      let title = title(of: heading, level: 2, &faults)
      faults.add(.idMissing(title.text), at: heading.from(heading.end))
      return (title, nil)
    }
    let title = title(of: heading.upTo(brace), level: 2, &faults)
    return (title, label(in: heading.from(brace).trimmed, &faults))
  }

  /// The id in `{#id}`.
  private static func label(
    in braces: Stretch, _ faults: inout LessonFaults
  ) -> Stretch? {
    guard let inside = braces.dropping("{#"), inside.characters.last == "}"
    else {
      faults.add(.idForm(braces.text), at: braces)
      return nil
    }
    let label = inside.upTo(inside.end - 1)
    guard LessonID.isWellFormed(label.text) else {
      faults.add(.idForm(label.text), at: label)
      return nil
    }
    return label
  }
}
