/// Reads a `derivation` fence.
///
///     fence     = { "given" text } first { next | note }
///     first     = expression "=" expression [ reason ]
///     next      = "=" expression [ reason ]
///     reason    = two spaces, "by" rule
///     note      = "note:" prose { indented prose }
struct DerivationFence {
  private var givens: [SourceText] = []
  private var left: SourceText?
  private var steps: [DerivationSyntax.Step] = []
  private var note: [Stretch] = []
  private var faults: LessonFaults

  static func piece(
    _ fence: Fence, _ faults: inout LessonFaults
  ) -> PieceSyntax? {
    var reader = DerivationFence(faults: faults)
    for line in fence.lines where !line.isBlank { reader.read(line) }
    reader.finishNote()
    if reader.left == nil {
      reader.faults.add(.derivationWithoutLine, at: fence.opening)
    }
    faults = reader.faults
    return reader.left.map {
      .derivation(
        DerivationSyntax(
          givens: reader.givens, left: $0, steps: reader.steps))
    }
  }

  private init(faults: LessonFaults) {
    self.faults = faults
  }

  private mutating func read(_ line: Stretch) {
    let text = line.trimmed
    if !note.isEmpty, line.isIndented, text.first != "=" {
      note.append(text)
      return
    }
    finishNote()
    if let rest = text.dropping("note:") {
      readNote(rest.trimmed, at: text)
    } else if left == nil, let rest = text.dropping(word: "given") {
      if rest.isEmpty { faults.add(.givenForm(""), at: text) }
      givens.append(rest.source)
    } else if left == nil {
      readFirst(text)
    } else {
      readNext(text)
    }
  }
}

// MARK: - Lines

extension DerivationFence {
  private mutating func readFirst(_ line: Stretch) {
    let (chain, rule) = splitReason(line)
    guard let (left, right) = chain.equality(&faults), !left.isEmpty else {
      faults.add(.derivationStart, at: line)
      self.left = self.left ?? chain.source
      return
    }
    self.left = left.expression(&faults)
    append(right, rule)
  }

  private mutating func readNext(_ line: Stretch) {
    let (chain, rule) = splitReason(line)
    let places = chain.topLevelEqualities
    guard let place = places.first, place == chain.start else {
      faults.add(.derivationLine, at: line)
      return
    }
    if places.count > 1 {
      faults.add(.secondEquality, at: chain.from(places[1]))
    }
    let right = chain.from(place + 1).trimmed
    if right.isEmpty { faults.add(.sideMissing(isLeft: false), at: chain) }
    append(right, rule)
  }

  private mutating func append(_ right: Stretch, _ rule: Stretch?) {
    steps.append(
      .init(
        expression: right.expression(&faults), rule: rule?.source, notes: []))
  }

  /// Cuts off `by RULE`, which two spaces part from the expression.
  private mutating func splitReason(
    _ line: Stretch
  ) -> (chain: Stretch, rule: Stretch?) {
    let words = line.words
    guard let by = words.last(where: { $0.text == "by" }) else {
      return (line, nil)
    }
    let chain = line.upTo(by.start)
    if !chain.characters.suffix(2).elementsEqual("  ") {
      faults.add(.byNeedsSpaces, at: by)
    }
    let rule = line.from(by.end).trimmed
    if rule.isEmpty { faults.add(.ruleMissing, at: by) }
    return (chain.trimmed, rule)
  }
}

// MARK: - Notes

extension DerivationFence {
  private mutating func readNote(_ text: Stretch, at line: Stretch) {
    if steps.isEmpty { faults.add(.noteBeforeLine, at: line) }
    if text.isEmpty { faults.add(.noteEmpty, at: line) }
    if !text.isEmpty { note = [text] }
  }

  private mutating func finishNote() {
    guard !note.isEmpty else { return }
    let prose = ProseReader.prose(of: note, in: .fence, &faults)
    note = []
    guard !steps.isEmpty else { return }
    steps[steps.count - 1].notes.append(prose)
  }
}
