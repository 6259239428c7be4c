import Presentation

extension Session {
  /// The window as a class sees it: the open screen as far as it is reached,
  /// and below it what was typed last with its answer.
  ///
  /// Rows are as far apart as the window allows. Where even close rows do not
  /// fit, the oldest parts go first; the formula and the numbers that were
  /// shown last stay above what is typed. An answer that would not fit by
  /// itself is shown whole, and the window scrolls.
  ///
  /// - Parameters:
  ///   - rows: How many rows there are.
  ///   - spacing: How many blank rows are wanted between formulas.
  ///   - exchange: What was typed last, and its answer.
  /// - Returns: Rows, as many as there are as a rule.
  public func stage(
    rows: Int, spacing: Int, below exchange: StyledText = StyledText()
  ) -> StyledText {
    var seen = self
    var slide = Slide(heading: heading)
    for spacing in stride(from: spacing, through: 0, by: -1) {
      seen.page.spacing = spacing
      slide = seen.slide
      let text = slide.text(
        above: exchange, spacing: spacing, gap: max(spacing, 1))
      if text.lines.count <= rows { return finished(text) }
    }
    return finished(slide.shortened(to: rows, above: exchange))
  }
}

extension Slide {
  /// All of it.
  ///
  /// - Parameters:
  ///   - exchange: What stands below it.
  ///   - spacing: The blank rows between the lines of a derivation.
  ///   - gap: Those between other parts.
  /// - Returns: The parts below the heading.
  func text(
    above exchange: StyledText = StyledText(), spacing: Int = 0, gap: Int = 1
  ) -> StyledText {
    var text = heading
    for part in parts {
      text = StyledText.stacked(
        [text, part.text], gap: part.standsClose ? spacing : gap)
    }
    return StyledText.stacked([text, exchange], gap: gap)
  }

  /// The heading, the last formula and numbers, and as many of the last parts
  /// as there is room for without a blank row between them.
  ///
  /// Where the answer leaves too little room, the numbers go before the
  /// formula.
  func shortened(to rows: Int, above exchange: StyledText) -> StyledText {
    func drawn(_ indices: Set<Int>) -> StyledText {
      keeping(indices).text(above: exchange, gap: 0)
    }
    func fits(_ indices: Set<Int>) -> Bool {
      drawn(indices).lines.count <= rows
    }
    let formula = last(.formula)
    let pinned = formula.union(last(.numbers))
    let wishes = [pinned.union(beginning(of: formula)), pinned, formula]
    guard var kept = wishes.first(where: fits) else {
      return exchange.isEmpty
        ? drawn(pinned) : StyledText.stacked([heading, exchange], gap: 1)
    }
    for index in parts.indices.reversed() where !kept.contains(index) {
      guard fits(kept.union([index])) else { break }
      kept.insert(index)
    }
    return drawn(kept)
  }

  private func last(_ kind: Kind) -> Set<Int> {
    Set([parts.lastIndex { $0.kind == kind }].compactMap { $0 })
  }

  /// The lines with which derivations begin, where their left sides stand.
  private func beginning(of lines: Set<Int>) -> Set<Int> {
    Set(
      lines.map { line in
        parts[...line].lastIndex { !$0.standsClose } ?? line
      })
  }

  private func keeping(_ indices: Set<Int>) -> Slide {
    var slide = self
    slide.parts = []
    for index in parts.indices where indices.contains(index) {
      var part = parts[index]
      part.standsClose = part.standsClose && indices.contains(index - 1)
      slide.parts.append(part)
    }
    return slide
  }
}
