import Algebra
import Presentation

/// The lines of a worksheet in two notations, beside each other.
struct LensComparison {
  let left: Sight
  let right: Sight
  /// The quantities whose lines are compared, by the worksheet's own names.
  let names: [Name]

  /// In what two forms of a line differ.
  enum Difference: String, CaseIterable {
    case names
    case order
    case factor
    case biases
    case places
  }

  /// One line in both notations.
  struct Row {
    let left: (name: Name, expression: Expression)
    let right: (name: Name, expression: Expression)
    let differences: [Difference]
  }

  var rows: [Row] {
    var seen: Set<[Name]> = []
    return names.compactMap { name in
      guard let first = line(of: name, left), let other = line(of: name, right),
        // A line may hold two of the worksheet's, weights and biases.
        seen.insert([first.name, other.name]).inserted
      else { return nil }
      return Row(
        left: first, right: other,
        differences: differences(of: name, first, other))
    }
  }

  private func line(
    of name: Name, _ sight: Sight
  ) -> (name: Name, expression: Expression)? {
    let shown = sight.shown(name)
    guard let equation = sight.seen.equation(shown) else { return nil }
    return (shown, equation.expression)
  }

  private func differences(
    of name: Name, _ first: (name: Name, expression: Expression),
    _ other: (name: Name, expression: Expression)
  ) -> [Difference] {
    guard
      first.name.text != other.name.text
        || first.expression.text() != other.expression.text()
    else { return [] }
    var found: [Difference] = []
    func names(_ line: (name: Name, expression: Expression)) -> Set<String> {
      Set(([line.name] + line.expression.names).map(\.text))
    }
    if names(first) != names(other) { found.append(.names) }
    if left.lens.examples != right.lens.examples,
      first.expression.changes(whenMirrored: left)
    {
      found.append(.order)
    }
    let touched = [name] + (left.own.equation(name)?.expression.names ?? [])
    if touched.contains(where: { left.scales[$0] != right.scales[$0] }) {
      found.append(.factor)
    }
    if left.lens.hasBiasColumn != right.lens.hasBiasColumn,
      first.expression.hasBlocks != other.expression.hasBlocks
        || first.expression.names.count != other.expression.names.count
    {
      found.append(.biases)
    }
    if left.lens.firstIndex != right.lens.firstIndex,
      first.expression.hasPlaces || other.expression.hasPlaces
    {
      found.append(.places)
    }
    return found.isEmpty ? [.names] : found
  }
}

extension Expression {
  /// Whether it is another formula where rows are examples.
  fileprivate func changes(whenMirrored sight: Sight) -> Bool {
    parts.contains { _, part in
      switch part {
      case .binary(.matmul, _, _), .transpose, .matrix: true
      case .call(let name, _, _): name == "rowsum" || name == "colsum"
      default: false
      }
    }
  }

  fileprivate var hasBlocks: Bool {
    parts.contains { _, part in
      if case .matrix = part { true } else { false }
    }
  }

  fileprivate var hasPlaces: Bool {
    parts.contains { _, part in
      if case .entry = part { true } else { false }
    }
  }
}

extension Session {
  /// `compare LENS LENS [NAME]`: the backward pass, or one line, in two
  /// notations.
  func compare(_ text: String) -> Reply {
    let words = text.split(separator: " ").map(String.init)
    guard words.count >= 2 else { return wants(Command.compare) }
    var found: [Lens] = []
    for word in words.prefix(2) {
      guard let lens = Lens.named(word) else {
        let names = Lens.all.map(\.name)
        let nearest = NearestName.nearest(to: word, among: names)
        return failure(
          Diagnostic(
            "there is no lens \(word)",
            notes: ["the lenses are \(names.joined(separator: ", "))"],
            remedy: nearest.map {
              "compare \($0 == words[0] ? words[1] : words[0]) \($0)"
            } ?? "lens"))
      }
      found.append(lens)
    }
    guard let own = comparedWorksheet else { return noLesson() }
    var names = own.names.filter { own.equation($0) != nil }
    if words.count > 2 {
      let word = words.dropFirst(2).joined(separator: " ")
      let asked = (try? Expression(word, in: scope))?.baseName.map(sight.own)
      guard let asked, own.equation(asked) != nil else {
        return failure(
          Diagnostic(
            "no line here gives \(word)",
            remedy: "compare \(words[0]) \(words[1])"))
      }
      if let refusal = refusal(ofHidden: sight.shown(.name(asked))) {
        return refusal
      }
      names = [asked]
    }
    names = names.filter { withheld(sight.shown($0)) == nil }
    let comparison = LensComparison(
      left: Sight(found[0], of: own), right: Sight(found[1], of: own),
      names: names)
    return Reply(board.comparison(comparison, announced: announcements))
  }

  /// The worksheet here, or a small network where there is none.
  private var comparedWorksheet: Worksheet? {
    guard let written, !written.worksheet.equations.isEmpty else {
      return Self.sample
    }
    return written.worksheet
  }
}

extension Blackboard {
  /// Two notations beside each other, or below each other where the page is
  /// narrow, with what differs marked and named.
  func comparison(
    _ comparison: LensComparison, announced: (Sight) -> [StyledText]
  ) -> StyledText {
    let titles = [comparison.left.lens.name, comparison.right.lens.name]
    let rows = comparison.rows
    let pairs = rows.map { row in
      let texts = [row.left, row.right].map { line in
        formula(line.name) + " = " + formula(line.expression)
      }
      return (
        texts[0].marking(differencesFrom: texts[1]),
        texts[1].marking(differencesFrom: texts[0]), row.differences
      )
    }
    let width = pairs.map { max($0.0.width, $0.1.width) }.max() ?? 0
    let isBeside = !page.isPlain && 2 * width + 20 <= page.width
    let table: StyledText
    if isBeside {
      table = Table(
        [
          Table.Column(StyledText(titles[0])),
          Table.Column(StyledText(titles[1])),
          Table.Column("differs in"),
        ],
        rows: pairs.map { [$0.0, $0.1, words($0.2)] }
      ).text(width: page.width - 2, charset: charset).indented(by: 1)
    } else {
      table = StyledText.stacked(
        pairs.map { first, other, differences in
          StyledText.stacked([
            beside(titles[0], first), beside(titles[1], other),
            differences.isEmpty
              ? StyledText() : words(differences).indented(by: 3),
          ])
        }, gap: page.isPlain ? 0 : 1)
    }
    let sentences = [comparison.left, comparison.right].flatMap { sight in
      announced(sight).map { StyledText("\(sight.lens.name): ", .dim) + $0 }
    }
    return StyledText.stacked(
      [table]
        + (sentences.isEmpty ? [] : [StyledText.stacked(sentences.map(prose))]),
      gap: 1)
  }

  private func beside(_ title: String, _ line: StyledText) -> StyledText {
    let lead = StyledText(" \(title)".padding(to: 11), .typed)
    return hanging(lead, line.folded(to: max(page.width - lead.width - 1, 20)))
  }

  private func words(_ differences: [LensComparison.Difference]) -> StyledText {
    StyledText(
      differences.map(\.rawValue).joined(separator: ", "), .emphasis)
  }
}

extension StyledText {
  /// The text with the words that the other one does not have marked.
  func marking(differencesFrom other: StyledText) -> StyledText {
    var rest = other.runs.map(\.text)
    var text = StyledText()
    for run in runs {
      if let place = rest.firstIndex(of: run.text) {
        rest.remove(at: place)
        text.append(run.text, run.style)
      } else {
        text.append(run.text, .changed)
      }
    }
    return text
  }
}

extension String {
  fileprivate func padding(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(width - count, 1))
  }
}
