import Algebra
import Presentation

extension Blackboard {
  /// One line of a derivation, aligned with the others at its `=`.
  ///
  /// - Parameters:
  ///   - line: The line.
  ///   - group: All lines of its derivation, for their widths.
  ///   - label: Its number, where that is not its place.
  /// - Returns: The line with its rule and its number.
  func derivationLine(
    _ line: DerivationLine, in group: [DerivationLine], label: String? = nil
  ) -> StyledText {
    let hasOwnLabel = label != nil
    let label = label ?? "\(line.place + 1)"
    if page.isPlain { return spokenLine(line, label) }
    let subject = formula(line.subject)
    let wide = Columns(self, lead: subject.width + 3, group)
    let hasRoom = hasOwnLabel ? wide.widest <= wide.free : wide.free >= 20
    guard !hasRoom, subject.width > 6 else {
      let start =
        line.place == 0 ? subject : StyledText(spaces(subject.width))
      return rows(of: line, label, behind: start + " = ", wide)
    }
    // The subject has a line of its own where it leaves no room.
    let narrow = Columns(self, lead: 4, group)
    let below = rows(of: line, label, behind: "  = ", narrow)
    guard line.place == 0 else { return below }
    return StyledText.stacked([
      subject.folded(to: narrow.width).indented(by: Self.indent), below,
    ])
  }

  /// Whether the subject of a derivation stands before its lines, and not
  /// above them.
  func standsBeside(_ group: [DerivationLine]) -> Bool {
    guard let subject = group.first.map({ formula($0.subject) }) else {
      return false
    }
    let wide = Columns(self, lead: subject.width + 3, group)
    return wide.widest <= wide.free || subject.width <= 6
  }

  /// The line itself, its rule beside or below it, and its number.
  private func rows(
    of line: DerivationLine, _ label: String, behind lead: StyledText,
    _ columns: Columns
  ) -> StyledText {
    let right = formula(line.expression).folded(to: max(columns.free, 12))
    var rows = hanging(lead, right).lines
    let reason = line.reason.map { words($0) }
    let beside =
      rows.count == 1 ? columns.place(of: reason, behind: right) : nil
    rows[0] = columns.finished(
      rows[0], reason: reason, at: beside, label)
    if let reason, beside == nil {
      let free = columns.width - reason.width
      rows.append(StyledText(spaces(min(lead.width + 2, free))) + reason)
    }
    return StyledText.stacked(rows.map(\.trimmedLines))
      .indented(by: Self.indent)
  }

  /// The name of a rule.
  private func words(_ reason: Reason) -> StyledText {
    let text =
      if let name = reason.name, Function.table[name] == nil {
        StyledText(reason.rule.name + " ", .emphasis)
          + formula(name).restyled { _ in .emphasis }
      } else {
        StyledText(reason.text, .emphasis)
      }
    return charset == .ascii ? text.inASCII : text
  }

  private func spokenLine(
    _ line: DerivationLine, _ label: String
  ) -> StyledText {
    let start: StyledText = line.place == 0 ? formula(line.subject) + " " : ""
    let reason = line.reason.map { ", by " + words($0).plain } ?? ""
    return StyledText("line \(label): ") + start + "= "
      + formula(line.expression) + StyledText(reason)
  }

  /// What the free letters of a derivation are, above its first line.
  func conditions(of line: DerivationLine) -> StyledText {
    line.place == 0 ? conditions(line.letters) : StyledText()
  }

  /// What free letters are; one that may be any number needs no words.
  func conditions(_ letters: [Letter]) -> StyledText {
    let words = letters.compactMap(condition)
    guard !words.isEmpty else { return StyledText() }
    return (StyledText("where ") + words.joined(separator: ", "))
      .restyled { _ in .dim }
      .wrapped(to: measure - Self.indent, hanging: 6)
      .indented(by: page.isPlain ? 0 : Self.indent)
  }

  private func condition(on letter: Letter) -> StyledText? {
    if let condition = letter.condition {
      return formula(condition).unbroken
    }
    guard case .matrix(let rows, let columns) = letter.shape else {
      return nil
    }
    let sign = charset == .unicode ? "×" : "x"
    return
      (formula(letter.name) + ": " + axis(rows) + StyledText(sign)
      + axis(columns)).unbroken
  }

  private func axis(_ dimension: Dimension) -> StyledText {
    if case .size(let name) = dimension { return formula(name) }
    return StyledText("\(dimension)")
  }

  /// What an author adds below the last line.
  func notes(_ line: DerivationLine) -> StyledText {
    StyledText.stacked(
      line.notes.map { note in
        text(note).restyled(.dim)
          .wrapped(to: measure - Self.indent, hanging: 2)
          .indented(by: page.isPlain ? 0 : Self.indent)
      })
  }

  /// Where the parts of a derivation's lines stand.
  private struct Columns {
    let lead: Int
    /// The widths of each line's formula and of its reason.
    let widths: [(formula: Int, reason: Int)]
    let width: Int

    init(_ board: Blackboard, lead: Int, _ group: [DerivationLine]) {
      self.lead = lead
      widths = group.map { line in
        (
          board.formula(line.expression).width,
          line.reason.map { board.words($0).width } ?? 0
        )
      }
      width = min(board.page.width, 78) - Blackboard.indent - 1
    }

    /// The widest formula.
    var widest: Int { formulas }
    private var formulas: Int { widths.map(\.formula).max() ?? 0 }
    private var reasons: Int { widths.map(\.reason).max() ?? 0 }

    /// Whether every reason stands beside its formula, in one column.
    private var hasRoomForReasons: Bool {
      fits(reasons, at: lead + formulas + 3)
    }

    private func fits(_ reason: Int, at column: Int) -> Bool {
      column + reason + 4 <= width
    }

    /// The column at which a reason stands beside its formula, or nothing
    /// where there is no room for it.
    ///
    /// Reasons stand below each other as far as they can.
    func place(of reason: StyledText?, behind formula: StyledText) -> Int? {
      guard let reason else { return nil }
      let nearest = lead + formula.width + 3
      guard fits(reason.width, at: nearest) else { return nil }
      let beside = widths.filter {
        $0.reason > 0 && fits($0.reason, at: lead + $0.formula + 3)
      }
      let widest = hasRoomForReasons ? formulas : beside.map(\.formula).max()
      let common = lead + (widest ?? 0) + 3
      return min(common, width - reason.width - 4)
    }

    /// What is left for a formula beside the number of its line.
    var free: Int { width - lead - 4 }

    func finished(
      _ row: StyledText, reason: StyledText?, at column: Int?,
      _ number: String
    ) -> StyledText {
      var row = row
      if let column, let reason { row = row.padded(to: column) + reason }
      let end = hasRoomForReasons ? lead + formulas + reasons + 7 : width
      return row.padded(to: max(end, 50 > width ? width : 50) - number.count)
        + StyledText(number, .dim)
    }
  }
}

extension Screen {
  /// All lines of the derivation that a piece belongs to.
  func derivation(around place: Int) -> [DerivationLine] {
    guard case .derivation(let line) = pieces[place].content else { return [] }
    let first = max(place - line.place, 0)
    var group: [DerivationLine] = []
    for piece in pieces[first...] {
      guard case .derivation(let next) = piece.content,
        next.place == group.count
      else { break }
      group.append(next)
    }
    return group
  }

  /// Whether a piece is the last line of its derivation.
  func endsDerivation(_ place: Int) -> Bool {
    guard case .derivation(let line) = pieces[place].content else {
      return false
    }
    return derivation(around: place).count == line.place + 1
  }
}

extension Piece {
  /// Whether it goes right below the piece before it, as a further line of
  /// one derivation does.
  var standsClose: Bool {
    switch content {
    case .derivation(let line): line.place > 0
    case .refuted(_, let part): part == .counterexample
    case .compared(_, let part): part != .lines
    default: false
    }
  }
}
