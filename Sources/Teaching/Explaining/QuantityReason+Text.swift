import Algebra
import Matrices
import Presentation

extension QuantityReason {
  /// What is said; where only a part may be shown, without the equation.
  func text(
    _ valuation: Valuation, for page: Page, isPartOnly: Bool = false
  ) -> StyledText {
    var lines = Lines()
    if !isPartOnly { lines.add(page.equation(equation)) }
    if let slope { lines.add(page.prose(meaning(slope, page))) }
    if equation.role != .backward {
      lines.add(contentsOf: stableForm(page))
    } else if reading == nil || shape.isScalar {
      lines.add(contentsOf: derivationLines(page))
    } else if let mainReason, !isPartOnly {
      lines.add(page.prose(page.sentence(mainReason)))
    }
    if let reading {
      lines.add(contentsOf: reading.equalities(valuation, page))
      lines.add(
        contentsOf: reading.functionSentences(valuation, page)
          .map { page.prose($0) })
      if let sentence = reading.readingSentence(valuation, page) {
        lines.add(page.prose(sentence))
      }
      if let picture = reading.pictures(valuation, page) { lines.add(picture) }
    } else {
      lines.add(page.value(asked, value))
    }
    if let effect = effect(page) { lines.add(effect) }
    if !isPartOnly, let again = page.askAgain(askAgain(valuation)) {
      lines.add(again)
    }
    return lines.text
  }

  private func meaning(_ slope: SlopeMeaning, _ page: Page) -> StyledText {
    let whole: StyledText =
      page.name(equation.name) + " is the slope of " + page.name(slope.cost)
      + " in " + page.name(slope.quantity)
    return slope.isPerExample
      ? page.name(equation.name) + " is the slope, in "
        + page.name(slope.quantity) + ", of each example's own cost: the factor"
        + " that makes " + page.name(slope.cost) + " of them is left out."
      : whole + "."
  }

  /// The rule that gave the last line but the tidying.
  private var mainReason: Reason? {
    let reasons = (equation.derivation?.lines ?? []).compactMap(\.reason)
    return reasons.last { $0.rule != .arithmetic && $0.rule != .definition }
  }

  private func derivationLines(_ page: Page) -> [StyledText] {
    guard let derivation = equation.derivation else { return [] }
    let left = page.formula(derivation.subject)
    let sign = StyledText(" = ", .symbol)
    guard !page.isPlain else {
      return derivation.lines.map { line in
        left + sign + page.formula(line.expression)
          + (line.reason.map { ", by " + page.reason($0) } ?? "")
      }
    }
    let blank = StyledText(String(repeating: " ", count: left.width))
    let formulas = derivation.lines.enumerated().map { place, line in
      (place == 0 ? left : blank) + sign + page.formula(line.expression)
    }
    let reasons = derivation.lines.map { line in
      line.reason.map { "   " + page.reason($0).restyled { _ in .dim } } ?? ""
    }
    // The reasons stand in a column where all lines are short enough for it.
    let column = formulas.map(\.width).max() ?? 0
    let isWide = reasons.contains { 2 + column + $0.width > page.width }
    return zip(formulas, reasons).map { formula, reason in
      page.longLine(
        (isWide || reason.isEmpty ? formula : formula.padded(to: column))
          + reason,
        indent: 2, hanging: left.width + 3)
    }
  }

  /// The form that is computed, where it is another one.
  private func stableForm(_ page: Page) -> [StyledText] {
    guard let stable = equation.stable else { return [] }
    return [
      page.prose("To lose no digits it is computed as"),
      page.longLine(page.formula(stable), indent: 2, hanging: 2),
    ]
  }

  private func effect(_ page: Page) -> StyledText? {
    guard let slope, let reading, !slope.isPerExample else { return nil }
    return page.effect(
      of: asked.renamingBase(to: slope.quantity), on: slope.cost,
      slope: reading.value)
  }

  /// Parts of the formula that can be asked about: entries for one number,
  /// else the parts of the formula itself.
  private func askAgain(_ valuation: Valuation) -> [Expression] {
    if let reading {
      let transposes = equation.expression.transposes
      return Array(transposes.prefix(1)) + reading.askAgain(valuation)
    }
    let first = valuation.expression(EntryKey(equation.name, 0))
    let names = equation.expression.names.filter {
      valuation.values[$0] != nil
    }
    return [first] + Array(equation.expression.transposes.prefix(1))
      + names.prefix(2).map(Expression.name)
  }
}

extension Expression {
  /// The transposes in it, each once.
  var transposes: [Expression] {
    var found: [Expression] = []
    for (_, part) in parts {
      if case .transpose = part, !found.contains(part) { found.append(part) }
    }
    return found
  }
}

extension Page {
  /// A rule by its name, and what it says.
  func sentence(_ reason: Reason) -> StyledText {
    let words = self.reason(reason)
    let start = words.plain.prefix(1).uppercased()
    return words.replacingStart(1, with: StyledText(start)) + ": "
      + StyledText(reason.rule.sentence.loweringFirst)
  }
}

extension String {
  /// The text with a small first letter, unless a name begins it.
  var loweringFirst: String {
    guard let first, let second = dropFirst().first,
      second.isLowercase || second == " "
    else {
      return self
    }
    return first.lowercased() + dropFirst()
  }
}

extension FormulaReason {
  func text(_ valuation: Valuation, for page: Page) -> StyledText {
    var lines = Lines()
    if let reading {
      lines.add(contentsOf: reading.equalities(valuation, page))
      lines.add(
        contentsOf: reading.functionSentences(valuation, page)
          .map { page.prose($0) })
      if let again = page.askAgain(reading.askAgain(valuation)) {
        lines.add(again)
      }
    } else {
      lines.add(page.value(asked, value))
      let parts = asked.children.filter { !$0.isNumeral }
      if let again = page.askAgain(Array(parts.prefix(3))) {
        lines.add(again)
      }
    }
    return lines.text
  }
}

extension Expression {
  var isNumeral: Bool { if case .number = self { true } else { false } }
}
