import Algebra
import Matrices
import Presentation

extension JudgedLine {
  /// The line, what the verifier says of it, and what that rests on.
  public func report(for page: Page) -> StyledText {
    Blackboard(page: page, bench: nil).report(self)
  }
}

extension Blackboard {
  /// What the verifier says of a line, and what it rests on.
  func report(_ line: JudgedLine) -> StyledText {
    var parts = [
      equality(line),
      prose(headline(line.verification)),
    ]
    if let example = line.counterexample {
      parts.append(counterexample(example, of: line))
    }
    parts += notes(on: line).map { prose($0) }
    return StyledText.stacked(parts)
  }

  /// Both sides, with a mark where they are not equal.
  func equality(_ line: JudgedLine) -> StyledText {
    let sign = line.holds ? " = " : charset == .unicode ? " ≠ " : " /= "
    let isDoubtful = !line.holds && !line.verification.verdict.isRefuted
    let lead = formula(line.left) + StyledText(isDoubtful ? " =? " : sign)
    let free = page.width - Self.indent - lead.width
    return hanging(lead, formula(line.right).folded(to: max(free, 16)))
      .indented(by: page.isPlain ? 0 : Self.indent)
  }

  func headline(_ found: Verification) -> StyledText {
    let sentence = found.verdict.sentence
    let text = sentence.prefix(1).uppercased() + sentence.dropFirst()
    switch found.verdict {
    case .refuted: return StyledText("It does not hold.", .wrong)
    case .conventionOnly:
      return StyledText("It holds.", .right) + " \(text)."
    case let verdict where verdict.holds:
      return StyledText("It holds.", .right) + " \(text)."
    case let verdict where verdict.isRefuted:
      return StyledText("It does not hold.", .wrong) + " \(text)."
    default:
      return StyledText("It cannot be decided.", .emphasis) + " \(text)."
    }
  }

  // MARK: - What a verdict rests on

  private func notes(on line: JudgedLine) -> [StyledText] {
    let found = line.verification
    var notes: [String] = []
    if found.holdsForEveryActivation {
      notes.append(
        "The activations were not looked at: it holds for all of them.")
    }
    if let power = found.powerOfTenAgainstError {
      notes.append(
        "A false line would pass with a chance below 1 in 10^\(power).")
    }
    if found.measuredSlopes > 0 {
      let slopes =
        found.measuredSlopes == 1 ? "1 slope" : "\(found.measuredSlopes) slopes"
      notes.append(
        "\(slopes) in it, measured by differences of values, agreed.")
    }
    for assumption in line.neededAssumptions {
      notes.append(
        "Taken for granted: \(assumption.text). Without it the line fails.")
    }
    return notes.map { StyledText($0, .dim) }
  }

  // MARK: - Counterexamples

  /// The numbers, and both sides with the first entry that differs marked.
  ///
  /// - Parameters:
  ///   - example: The numbers.
  ///   - line: The line that they refute.
  ///   - sides: What both sides are called.
  /// - Returns: A block as wide as the page allows.
  func counterexample(
    _ example: Counterexample, of line: JudgedLine,
    sides: (String, String) = ("left", "right")
  ) -> StyledText {
    let names = line.worksheet.needed(
      for: Set(line.left.names + line.right.names), with: line.letters
    ).givens.map(\.name)
    let givens = names.compactMap { name in
      example.givens[name].map { (name, $0) }
    }
    let lead: String? =
      switch example.origin {
      case .given: givens.isEmpty ? nil : "At the numbers here:"
      case .small: "The smallest case found, in small whole numbers:"
      case .drawn: "At these numbers:"
      }
    let numbers =
      example.origin == .given ? StyledText() : values(of: givens)
    return StyledText.stacked([
      lead.map { prose(StyledText($0)) } ?? StyledText(), numbers,
      values(of: example, sides).indented(by: page.isPlain ? 0 : Self.indent),
    ])
  }

  private func values(of givens: [(Name, Matrix<Double>)]) -> StyledText {
    guard page.isPlain else {
      return flow(givens.map { labelled($0, $1) }).indented(by: Self.indent)
    }
    return StyledText.stacked(givens.map { valueBlock(formula($0), $1) })
  }

  private func values(
    of example: Counterexample, _ names: (String, String)
  ) -> StyledText {
    let changed = Set(example.firstDifference.map { [$0] } ?? [])
    let sides = [(names.0, example.left), (names.1, example.right)]
    if page.isPlain {
      return StyledText.stacked(
        sides.map { valueBlock(StyledText("\($0.0) side"), $0.1) })
    }
    let boxes = sides.map { name, value in
      let sign = relation(value)
      let lead = Box(StyledText("\(name) \(sign) "))
      let picture = box(
        value, changed: value.storage.count > 1 ? changed : [],
        width: page.width - Self.indent - lead.width)
      return lead.beside(picture)
    }
    return flow(boxes)
  }
}

extension Counterexample {
  /// The first entry, column by column, in which the sides differ by more
  /// than their digits show.
  fileprivate var firstDifference: MatrixPicture.Entry? {
    guard left.shape == right.shape, left.storage.count > 1 else { return nil }
    let largest = zip(left.storage, right.storage).reduce(0) {
      max($0, ($1.0 - $1.1).magnitude)
    }
    let place = zip(left.storage, right.storage).enumerated().first {
      ($0.element.0 - $0.element.1).magnitude > 1e-9 * largest
    }
    return place.map {
      MatrixPicture.Entry(
        row: $0.offset % left.rows, column: $0.offset / left.rows)
    }
  }
}
