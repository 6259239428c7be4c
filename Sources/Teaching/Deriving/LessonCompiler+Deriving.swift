import Algebra

extension LessonCompiler {
  /// The lines that the program derives itself, each a piece.
  mutating func lines(
    of syntax: DeriveLineSyntax, on bench: Bench?
  ) -> [Piece] {
    guard let groups = groups(of: syntax, on: bench) else { return [] }
    for group in groups {
      var left = group.first?.subject
      for line in group {
        claims.append(
          .equality(
            ClaimedEquality(
              left: left ?? line.expression, right: line.expression,
              letters: line.letters, bench: bench, source: syntax.formula,
              moving: line.moving, isDerived: true)))
        left = line.expression
      }
    }
    return groups.flatMap { group in
      group.map {
        Piece(content: .derivation($0), line: syntax.formula.line)
      }
    }
  }

  private mutating func groups(
    of syntax: DeriveLineSyntax, on bench: Bench?
  ) -> [[DerivationLine]]? {
    guard let variable = syntax.variable else {
      return groups(ofSlope: syntax, on: bench)
    }
    let name = Name(variable.text)
    var scope = bench.scope
    if !scope.isKnown(name) { scope.shapes[name] = .scalar }
    guard
      let formula = expression(syntax.formula, in: scope, .readable)
    else { return nil }
    let worksheet = bench?.worksheet ?? Worksheet()
    let found: SlopeDerivation
    do {
      found = try worksheet.slopeDerivation(of: formula, in: name)
    } catch {
      faults.add(.deriveFault(syntax.formula.text, error), at: syntax.formula)
      return nil
    }
    // Of a quantity a sign cannot be asked for, as it can of a letter.
    let isLetter = !worksheet.names.contains(name)
    return found.cases.filter { isLetter || $0.condition == nil }
      .map { DerivationLine.lines(of: $0) }
  }

  private mutating func groups(
    ofSlope syntax: DeriveLineSyntax, on bench: Bench?
  ) -> [[DerivationLine]]? {
    let name = Name(syntax.formula.text)
    let method: DerivationMethod = syntax.byMoves ? .moves : .sums
    guard
      let derivation = bench?.worksheet.derivation(of: name, by: method)
    else {
      let slopes = (bench?.worksheet.equations ?? [])
        .filter { $0.role == .backward }.map(\.name.text)
      faults.add(
        .deriveNoSlope(syntax.formula.text, slopes), at: syntax.formula)
      return nil
    }
    return DerivationLine.groups(of: derivation)
  }
}

/// What is said of slopes that the program is to derive.
extension LessonFault.Words {
  static var deriveVariable: Self {
    Self(
      "wrt without the one name in which the slope is taken",
      try: "write EXPRESSION wrt NAME")
  }

  static func deriveNoSlope(_ text: String, _ slopes: [String]) -> Self {
    Self(
      "'\(quoted(text))' is no slope of this worksheet",
      try: nearestName(to: text, among: slopes).map { "write \($0)" }
        ?? "write EXPRESSION wrt NAME, or a slope such as dW1")
  }

  static func deriveFault(_ text: String, _ fault: DerivationFault) -> Self {
    switch fault {
    case .unknownVariable(let name):
      Self(
        "\(name.text) is neither in '\(quoted(text))' nor in the worksheet",
        try: "write a name of the formula behind wrt")
    case .inNoNumber(let name, let shape):
      Self(
        "\(name.text) is \(shape), and these steps take the slope in a number",
        try: "name the slope of the cost instead, as dW1")
    case .noSlope(let part, _):
      Self(
        "\(part.text()) has no slope that a rule gives",
        try: "derive a formula of numbers, without comparisons")
    case .expression:
      Self(
        "the shapes in '\(quoted(text))' do not fit",
        try: "compare them with the quantities of the worksheet")
    case .notANumber(let shape):
      Self(
        "'\(quoted(text))' is \(shape), and has no one slope",
        try: "derive a formula of numbers, or softmax of a column")
    case .tooLong:
      Self(
        "the derivation of '\(quoted(text))' does not end",
        try: "derive its parts, one at a time")
    }
  }
}
