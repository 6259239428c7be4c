import Algebra
import Matrices
import Presentation

extension PartReason {
  func text(_ valuation: Valuation, for page: Page) -> StyledText {
    var lines = Lines()
    lines.add(page.equation(equation))
    for sentence in sentences(page) { lines.add(page.prose(sentence)) }
    if let origin {
      lines.add(
        page.prose(
          "It comes from " + page.name(origin.name) + " = "
            + page.formula(origin.expression) + "."))
    }
    if let reading, let transpose {
      lines.add(
        page.prose(
          "So the first entry reads "
            + (reading.reads.first { $0.name == transpose }
              .map { $0.words(valuation, page) } ?? page.name(transpose))
            + ":"))
    }
    if let reading {
      lines.add(contentsOf: reading.equalities(valuation, page))
    }
    if value.shape.isScalar && !asked.isNumeral || transpose != nil {
      lines.add(page.value(asked, value))
    }
    if !others.isEmpty {
      lines.add(
        page.prose(
          "It stands in " + others.map(page.name).listed + ", too."))
    }
    if let again = page.askAgain(next) { lines.add(again) }
    return lines.text
  }

  /// The quantity that is transposed.
  private var transpose: Name? {
    if case .transpose(let inner) = asked { inner.baseName } else { nil }
  }

  private var next: [Expression] {
    asked.names.prefix(2).map(Expression.name)
      + (reading.map { [$0.target] } ?? [])
  }

  private func sentences(_ page: Page) -> [StyledText] {
    switch asked {
    case .transpose(let inner): transposed(inner, page)
    case .negation: [place(page), sign(page)].compactMap(\.self)
    default: [place(page)].compactMap(\.self)
    }
  }

  /// Which index runs in the product, and so why it is transposed.
  private func transposed(
    _ inner: Expression, _ page: Page
  ) -> [StyledText] {
    let name = page.formula(inner)
    guard let forward else { return [place(page)].compactMap(\.self) }
    let product =
      page.formula(.binary(.matmul, forward.left, forward.right))
    let way =
      StyledText("Forward, ") + product + " in "
      + page.name(forward.equation)
    if forward.isLeft {
      let other = page.formula(forward.right)
      return [
        way + " multiplies entry j of " + other + " by column j of " + name
          + ": through that column entry j reaches every row of "
          + page.name(forward.equation) + ".",
        "So entry j here needs column j of " + name + ", one term for each row"
          + " that it feeds. A product reads the rows of its left factor; row"
          + " j of " + page.formula(asked) + " is column j of " + name + ".",
      ]
    }
    return [
      way + " multiplies column j of " + page.formula(forward.left)
        + " by row j of " + name + ".",
      "So column j here needs row j of " + name + ", example by example. A"
        + " product reads the columns of its right factor; column j of "
        + page.formula(asked) + " is row j of " + name + ".",
    ]
  }

  /// A minus turns rises into falls.
  private func sign(_ page: Page) -> StyledText? {
    guard case .negation(let inner) = asked else { return nil }
    return "The minus turns the sign around: where " + page.formula(inner)
      + " rises, " + page.formula(asked) + " falls by as much."
  }

  /// What the part does in the form around it.
  private func place(_ page: Page) -> StyledText? {
    let part = page.formula(asked)
    guard let parent else {
      return part + " is all of " + page.name(equation.name) + "."
    }
    let whole = page.formula(parent)
    switch parent {
    case .binary(let sign, let left, let right):
      let other = page.formula(step == 0 ? right : left)
      return words(sign, part, other, whole)
    case .call(let name, let primes, _):
      let function = page.formula(.call(name, asked))
      return primes == 0
        ? part + " goes into " + whole + ": " + summary(name)
        : "The slope of " + function + " is taken at " + part
          + ", where the function stood on the way forward."
    case .negation:
      return part + " has its sign turned around in " + whole + "."
    case .transpose: return part + " is read with rows and columns exchanged."
    default: return part + " stands in " + whole + "."
    }
  }

  private func summary(_ name: Name) -> StyledText {
    StyledText(
      Function.table[name]?.summary.loweringFirst ?? "a function defined here.")
  }

  private func words(
    _ sign: BinaryOperator, _ part: StyledText, _ other: StyledText,
    _ whole: StyledText
  ) -> StyledText {
    switch sign {
    case .matmul:
      return step == 0
        ? part + " is the left factor of " + whole
          + ": entry i,j reads its row i, and column j of " + other + "."
        : part + " is the right factor of " + whole
          + ": entry i,j reads its column j, and row i of " + other + "."
    case .hadamard:
      return part + " multiplies " + other + " entry by entry."
    case .times: return part + " multiplies " + other + "."
    case .add: return part + " is added to " + other + "."
    case .subtract:
      return step == 0
        ? part + " is what " + other + " is taken away from."
        : part + " is taken away from " + other + "."
    case .divide, .hadamardDivide:
      return step == 0
        ? part + " is divided by " + other + "."
        : part + " divides " + other + "."
    case .power, .hadamardPower:
      return step == 0
        ? part + " is raised to the power " + other + "."
        : part + " is the exponent over " + other + "."
    default: return part + " is compared with " + other + "."
    }
  }
}
