import Algebra
import Matrices
import Presentation

extension LintRule {
  static let refutations = LintRule(
    id: "refuted", sentence: "A line that is said not to hold does not."
  ) { subject, notes in
    for case .refuted(let claim) in subject.compiled.claims {
      let verdict = claim.verdict
      if verdict.isRefuted {
        notes.tally.linesRefuted += 1
        continue
      }
      let line = "\(claim.left.text()) = \(claim.right.text())"
      notes.add(
        "\(line) is not refuted: \(verdict.sentence)",
        try: verdict.holds
          ? "put it into a derivation, or write the line that the source has"
          : "write a line of which the verifier can tell",
        at: claim.source)
    }
  }

  static let comparisons = LintRule(
    id: "compared",
    sentence: "Lines of a source that stand beside ours come to other numbers."
  ) { subject, notes in
    for case .compared(let version, let bench, let place)
      in subject.compiled.claims
    {
      guard let start = bench.valuation else { continue }
      let rows = version.rows(from: start).flatMap { $0 }
      for row in rows where row.written == nil || row.right == nil {
        notes.add(
          "\(row.expression.text()) has no value on one of the two sides",
          try: "show a quantity that both sides have", at: place)
      }
      if !rows.contains(where: \.differs) {
        notes.add(
          "both sides come to the same numbers",
          try: "show a quantity in which they differ, or write the line that "
            + "the source has",
          at: place)
      }
      notes.tally.linesRefuted += version.lines.count
    }
  }

  static let publications = LintRule(
    id: "published",
    sentence: "A printed number is ours to its last digit, or said not to be."
  ) { subject, notes in
    for case .published(let published, let bench, let places)
      in subject.compiled.claims
    {
      let start = bench?.valuation ?? (try? Valuation(Worksheet(), givens: [:]))
      guard let start else { continue }
      let comparisons = published.comparisons(from: start).flatMap { $0 }
      for (comparison, place) in zip(comparisons, places) {
        notes.tally.printed += comparison.number.printed.count
        notes.add(comparison, at: place)
      }
    }
  }
}

extension LintNotes {
  fileprivate mutating func add(
    _ comparison: PublishedComparison, at place: SourceText
  ) {
    let number = comparison.number
    let name = number.quantity.text()
    guard let value = comparison.value else {
      add(
        "\(name) has no value here", try: "name a quantity that has one",
        at: place)
      return
    }
    guard value.shape == number.printed.shape else {
      add(
        "\(name) is \(value.shape), and what is printed is "
          + "\(number.printed.shape)",
        try: "name the entry or the row that is printed, as in W1[1,2]",
        at: place)
      return
    }
    switch (comparison.agrees, number.disagreement) {
    case (false, nil):
      add(
        difference(of: number, from: value),
        try: "mend the numbers it is computed from, or write disagrees: and "
          + "the reason behind it",
        at: place)
    case (true, _?):
      add(
        "\(name) agrees with what is printed, to its last digit",
        try: "leave disagrees: and the reason out", at: place)
    default: break
    }
  }

  /// The first printed number that is another one, and ours.
  private func difference(
    of number: PublishedNumber, from value: Matrix<Double>
  ) -> String {
    let name = number.quantity.text()
    for (row, numbers) in number.printed.rows.enumerated() {
      for (column, printed) in numbers.enumerated()
      where !printed.agrees(with: value[row, column]) {
        let entry =
          value.shape.isScalar ? "" : " in row \(row + 1), column \(column + 1)"
        let ours = NumberFormat.text(
          value[row, column], places: printed.places)
        return "\(name) is \(ours)\(entry), and \(printed.text) is printed"
      }
    }
    return "\(name) is not what is printed"
  }
}
