import Algebra

extension LessonCompiler {
  /// A refuted line as its pieces: the line, values at which it fails, what
  /// is wrong with it, and the line as it should be.
  mutating func pieces(
    of syntax: RefutedSyntax, on bench: Bench?
  ) -> [Piece] {
    var scope = bench.scope
    let letters = letters(syntax.givens, in: &scope)
    let sides = refuted(syntax.line, in: scope)
    let correction = syntax.right.flatMap { corrected($0, in: scope) }
    let slip = inlines(syntax.slip, on: bench)
    guard let sides else { return [] }
    claims.append(
      .refuted(
        ClaimedEquality(
          left: sides.left, right: sides.right, letters: letters, bench: bench,
          source: syntax.line.left)))
    if let right = syntax.right, let correction {
      claims.append(
        .equality(
          ClaimedEquality(
            left: correction.left, right: correction.right, letters: letters,
            bench: bench, source: right.left)))
    }
    let line = RefutedLine(
      left: sides.left, right: sides.right,
      source: syntax.source.words, correction: correction,
      letters: letters)
    return line.pieces(saying: slip, syntax)
  }

  /// Both sides of a line that need not have a value, of names that do.
  private mutating func refuted(
    _ syntax: EqualitySyntax, in scope: Scope
  ) -> (left: Expression, right: Expression)? {
    var reader = ExpressionReader()
    let left = reader.expression(syntax.left, in: scope, .known)
    let right = reader.expression(syntax.right, in: scope, .known)
    faults.add(reader.faults)
    guard let left, let right else { return nil }
    return (left, right)
  }

  private mutating func corrected(
    _ syntax: EqualitySyntax, in scope: Scope
  ) -> RefutedLine.Correction? {
    let left = expression(syntax.left, in: scope)
    let right = expression(syntax.right, in: scope)
    guard let left, let right else { return nil }
    return RefutedLine.Correction(left: left, right: right)
  }
}

extension RefutedLine {
  fileprivate func pieces(
    saying slip: [Inline], _ syntax: RefutedSyntax
  ) -> [Piece] {
    let start = (syntax.givens.first ?? syntax.line.left).line
    var pieces = [
      Piece(content: .refuted(self, .line), line: start),
      Piece(content: .refuted(self, .counterexample), line: start),
      Piece(
        content: .paragraph(slip),
        line: syntax.slip.spans.first?.source.line ?? start),
    ]
    if correction != nil, let right = syntax.right {
      pieces.append(
        Piece(content: .refuted(self, .correction), line: right.left.line))
    }
    return pieces
  }
}

extension [SourceText] {
  /// The lines of an author's words in one.
  var words: String {
    map(\.text).joined(separator: " ")
  }
}

// MARK: - Published numbers

extension LessonCompiler {
  mutating func published(
    _ syntax: PublishedSyntax, on bench: Bench?
  ) -> Published {
    var sections: [Published.Section] = []
    var update: Published.Update?
    var numbers: [PublishedNumber] = []
    var places: [SourceText] = []
    for line in syntax.lines {
      switch line {
      case .update(let syntax):
        if update != nil || !numbers.isEmpty {
          sections.append(.init(update: update, numbers: numbers))
        }
        update = self.update(
          syntax, of: [bench?.worksheet].compactMap(\.self), on: bench)
        numbers = []
      case .number(let syntax):
        guard let number = number(syntax, on: bench) else { continue }
        numbers.append(number)
        places.append(syntax.quantity)
      }
    }
    sections.append(.init(update: update, numbers: numbers))
    let published = Published(
      source: syntax.source.words, sections: sections)
    claims.append(.published(published, bench, at: places))
    return published
  }

  private mutating func number(
    _ syntax: PublishedSyntax.Number, on bench: Bench?
  ) -> PublishedNumber? {
    let reason = syntax.disagreement.map { inlines($0, on: bench) }
    let quantity = expression(syntax.quantity, on: bench)
    guard let literal = expression(syntax.printed, in: Scope(), .readable)
    else { return nil }
    guard let printed = PrintedValue(literal) else {
      faults.add(.printedForm(syntax.printed.text), at: syntax.printed)
      return nil
    }
    return quantity.map {
      PublishedNumber(quantity: $0, printed: printed, disagreement: reason)
    }
  }

  /// An update by the lines of one worksheet or of several.
  mutating func update(
    _ syntax: PublishedSyntax.Update, of worksheets: [Worksheet],
    on bench: Bench?
  ) -> Published.Update? {
    let updates = worksheets.flatMap(\.equations).filter {
      $0.role == .update
    }
    guard !updates.isEmpty else {
      faults.add(.updateMissing, at: syntax.line)
      return nil
    }
    let known = updates.map(\.name).uniqued
    for source in syntax.names where !known.contains(Name(source.text)) {
      faults.add(.updateOf(source.text, known.map(\.text)), at: source)
    }
    let wanted = syntax.names.map { Name($0.text) }
    let taken = updates.filter {
      wanted.isEmpty || wanted.contains($0.name)
    }
    let free = Set(taken.flatMap(\.expression.names)).filter {
      !bench.scope.isKnown($0)
    }
    return Published.Update(
      count: count(of: syntax), names: taken.map(\.name).uniqued,
      rate: rate(syntax, free: free.sorted()))
  }

  private mutating func count(of syntax: PublishedSyntax.Update) -> Int {
    guard let source = syntax.count else { return 1 }
    guard let count = Int(source.text), Published.Update.counts ~= count
    else {
      faults.add(.updateCount(source.text), at: source)
      return 1
    }
    return count
  }

  /// The size of the step, which has to be said where the updates leave it
  /// open, and nowhere else.
  private mutating func rate(
    _ syntax: PublishedSyntax.Update, free: [Name]
  ) -> Assignment? {
    guard let rate = syntax.rate else {
      if let name = free.first {
        faults.add(.updateRateMissing(name.text), at: syntax.line)
      }
      return nil
    }
    let name = Name(rate.left.text)
    guard free.contains(name) else {
      faults.add(.updateRateUnused(rate.left.text), at: rate.left)
      return nil
    }
    return expression(rate.right, in: Scope(), .number).map {
      Assignment(target: .name(name), value: $0)
    }
  }
}
