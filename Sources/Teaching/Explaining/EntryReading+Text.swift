import Algebra
import Matrices
import Presentation

extension EntryReading {
  /// The entry as its sum, the numbers put in, and the result, each below
  /// the other.
  func equalities(_ valuation: Valuation, _ page: Page) -> [StyledText] {
    let left = page.formula(target)
    let shown = form.elided(valuation, limit: Self.termLimit)
    let (numbers, isExact) = page.numbersPutIn(shown, valuation)
    var lines: [StyledText] = []
    if form != target.withoutGroups {
      lines.append(line(left, "=", page.formula(shown), page))
    }
    let isBare = form.children.isEmpty || form.baseName != nil
    if !isBare, numbers.plain != left.plain {
      lines.append(
        line(left, page.relation(isExact: isExact), numbers, page))
    }
    lines.append(line(left, page.relation(value), page.number(value), page))
    return page.isPlain ? lines : underFirst(lines, left)
  }

  private func line(
    _ left: StyledText, _ sign: StyledText, _ right: StyledText, _ page: Page
  ) -> StyledText {
    let whole = left + " " + sign + " " + right
    return page.longLine(whole, indent: 2, hanging: left.width + 3)
  }

  /// The later lines begin with their sign below that of the first.
  private func underFirst(
    _ lines: [StyledText], _ left: StyledText
  ) -> [StyledText] {
    lines.enumerated().map { place, line in
      guard place > 0 else { return line }
      let blank = StyledText(String(repeating: " ", count: left.width))
      return line.replacingStart(left.width + 2, with: "  " + blank)
    }
  }

  /// What is read of each matrix, in words.
  func readingSentence(
    _ valuation: Valuation, _ page: Page
  ) -> StyledText? {
    let parts = reads.filter { $0.part != .number }
      .map { $0.words(valuation, page) }
    guard let last = parts.last else { return nil }
    let all =
      parts.count == 1
      ? last : parts.dropLast().joined(separator: ", ") + " and " + last
    return "It reads " + all + "."
  }

  /// The matrices of which only a part is read, the part marked.
  func pictures(_ valuation: Valuation, _ page: Page) -> StyledText? {
    guard !page.isPlain, reads.contains(where: \.isPartial) else { return nil }
    let boxes = reads.filter { $0.part != .number }.prefix(4).compactMap {
      read -> Box? in
      // Of a larger matrix the picture might leave out what is read.
      guard let value = valuation.values[read.name],
        value.rows <= MatrixPicture.rowLimit,
        value.columns <= MatrixPicture.rowLimit
      else { return nil }
      let label = page.name(read.name)
      let sign = page.relation(
        isExact: value.storage.allSatisfy(page.format.isExact))
      let picture = MatrixPicture(value.rowArrays, changed: read.entries)
      let box = picture.box(
        width: max(page.width - 6 - label.width, 16), format: page.format,
        charset: page.charset)
      return Box(label + " " + sign + " ").beside(box)
    }
    guard !boxes.isEmpty else { return nil }
    return boxes.flowing(width: page.width - 2).indented(by: 2)
      + "\n" + page.prose("What is read is marked *.", indent: 2)
  }

  /// What functions did on the way, as `σ′(z1[2])`: the slope of σ at z1[2].
  func functionSentences(
    _ valuation: Valuation, _ page: Page
  ) -> [StyledText] {
    var seen: Set<Expression> = []
    return form.parts.compactMap { _, part -> StyledText? in
      guard case .call(let name, let primes, let arguments) = part, primes > 0,
        let argument = arguments.first, seen.insert(part).inserted,
        let place = try? valuation.value(of: argument).storage.first,
        let slope = try? valuation.value(of: part).storage.first
      else { return nil }
      return page.formula(part) + " is the slope of " + page.function(name)
        + " at " + page.valued(argument, place)
        + (page.isPlain ? " it is " : ": ") + page.spoken(slope) + "."
    }
    .prefix(2).map { $0 }
  }

  /// What can be asked next: what stands in the form and can be explained.
  func askAgain(_ valuation: Valuation, limit: Int = 3) -> [Expression] {
    var found: [Expression] = []
    let shown = form.elided(valuation, limit: Self.termLimit)
    for (_, part) in shown.parts {
      switch part {
      case .entry(.name, let places):
        let isFixed = places.allSatisfy {
          if case .at(let place) = $0 { place.names.isEmpty } else { false }
        }
        if isFixed, !found.contains(part) { found.append(part) }
      case .name where reads.contains(where: { $0.part == .number }):
        let isRead = reads.contains { .name($0.name) == part }
        if isRead, !found.contains(part), form.isRead(part) {
          found.append(part)
        }
      default: break
      }
    }
    return Array(found.prefix(limit))
  }
}

extension EntryReading.Read {
  var isPartial: Bool { part != .whole && part != .number }

  func words(_ valuation: Valuation, _ page: Page) -> StyledText {
    let name = page.name(self.name)
    let first = valuation.scope.notation.firstPlace(of: .name(self.name))
    switch part {
    case .number: return name
    case .whole: return "all of " + name
    case .row(let row): return "row \(row + first.row) of " + name
    case .column(let column):
      return "column \(column + first.column) of " + name
    case .entry(let row, let column):
      return page.formula(
        valuation.entryExpression(self.name, row: row, column: column))
    case .entries(let count): return "\(count) entries of " + name
    }
  }
}

extension Expression {
  /// Whether a name stands by itself and not only before brackets.
  fileprivate func isRead(_ name: Expression) -> Bool {
    switch self {
    case .entry(.name, _): false
    case name: true
    default: children.contains { $0.isRead(name) }
    }
  }

  /// The form with long sums cut after a few terms; how many are left out
  /// stands at their end.
  func elided(_ valuation: Valuation, limit: Int) -> Expression {
    switch self {
    case .sum(let index, let body):
      guard let places = body.values(of: index, valuation), places.count > 1
      else { return self }
      let terms = places.prefix(limit).map { place in
        body.substituting([index: .number(Numeral(place))])
          .elided(valuation, limit: 1)
      }
      let rest = places.count - terms.count
      let ellipsis = Expression.name(
        Name(stem: "... (\(rest) more)"))
      let all = rest > 0 ? terms + [ellipsis] : terms
      return all.dropFirst().reduce(all[0]) { .binary(.add, $0, $1) }
    default:
      return withChildren(
        children.map { $0.elided(valuation, limit: limit) })
    }
  }

  /// The values that the index of a sum takes: the places of the axis along
  /// which it stands.
  private func values(of index: Name, _ valuation: Valuation) -> Range<Int>? {
    for (_, part) in parts {
      guard case .entry(let base, let places) = part,
        let name = base.baseName, let value = valuation.values[name],
        let place = places.firstIndex(of: .at(.name(index)))
      else { continue }
      let first = valuation.scope.notation.firstPlace(of: base)
      let isRow = place == 0 && (places.count == 2 || value.columns == 1)
      let start = isRow ? first.row : first.column
      return start..<(start + (isRow ? value.rows : value.columns))
    }
    return nil
  }
}

extension StyledText {
  /// The text with so many cells at its start replaced.
  func replacingStart(_ count: Int, with start: StyledText) -> StyledText {
    var rest = count
    var text = start
    for run in runs {
      let dropped = min(rest, run.text.count)
      rest -= dropped
      text.append(String(run.text.dropFirst(dropped)), run.style)
    }
    return text
  }
}

extension Sequence<Box> {
  /// The boxes side by side as far as the width allows, the rest below.
  func flowing(width: Int, gap: Int = 3) -> StyledText {
    var rows: [[Box]] = []
    var used = 0
    for box in self {
      if var last = rows.last, used + gap + box.width <= width {
        last += [Box(String(repeating: " ", count: gap)), box]
        rows[rows.count - 1] = last
        used += gap + box.width
      } else {
        rows.append([box])
        used = box.width
      }
    }
    return rows.map { Box.row($0).text }.joined(separator: "\n")
  }
}
