/// Reads a `published` fence.
///
///     fence     = "source:" text { indented text } { line }
///     line      = quantity "=" printed [ reason ] | update
///     reason    = two spaces, "disagrees:" prose { indented prose }
///     update    = "after" ( "update" | count "updates" )
///                 [ "of" name { "," name } ]
///                 [ "with" name "=" number ]
struct PublishedFence {
  private var source = SourceEntry()
  private var lines: [PublishedSyntax.Line] = []

  /// What stands behind the last `disagrees:`, which may go on below.
  private var reason: [Stretch] = []
  private var faults: LessonFaults

  static func piece(
    _ fence: Fence, _ faults: inout LessonFaults
  ) -> PieceSyntax? {
    var reader = PublishedFence(faults: faults)
    for line in fence.lines where !line.isBlank { reader.read(line) }
    reader.finishReason()
    let syntax = reader.syntax(of: fence)
    faults = reader.faults
    return .published(syntax)
  }

  private init(faults: LessonFaults) {
    self.faults = faults
  }

  private mutating func syntax(of fence: Fence) -> PublishedSyntax {
    let words = source.words(
      orReport: .publishedWithoutSource, at: fence.opening, &faults)
    let holdsNumber = lines.contains {
      if case .number = $0 { true } else { false }
    }
    if !holdsNumber { faults.add(.publishedWithoutNumber, at: fence.opening) }
    return PublishedSyntax(source: words, lines: lines)
  }

  private mutating func read(_ line: Stretch) {
    let text = line.trimmed
    if line.isIndented, !reason.isEmpty {
      reason.append(text)
      return
    }
    finishReason()
    guard !source.read(line, &faults) else { return }
    if let key = KeyedEntry.key(of: text) {
      faults.add(.publishedKey(key.text), at: key)
    } else if let rest = text.dropping(word: "after") {
      if let update = PublishedSyntax.Update(rest, in: text, &faults) {
        lines.append(.update(update))
      }
    } else {
      readNumber(text)
    }
  }
}

// MARK: - Numbers

extension PublishedFence {
  private mutating func readNumber(_ line: Stretch) {
    let (equality, reason) = splitReason(line)
    guard let (left, right) = equality.equality(&faults) else {
      faults.add(.publishedLine(line.text), at: line)
      return
    }
    if let reason { self.reason = [reason] }
    lines.append(
      .number(
        .init(
          quantity: left.expression(&faults),
          printed: right.expression(&faults), disagreement: nil)))
  }

  /// Cuts off `disagrees: …`, which two spaces part from the number.
  private mutating func splitReason(
    _ line: Stretch
  ) -> (equality: Stretch, reason: Stretch?) {
    let mark = "disagrees:"
    guard let word = line.words.first(where: { $0.starts(with: mark) }) else {
      return (line, nil)
    }
    let before = line.upTo(word.start)
    if !before.characters.suffix(2).elementsEqual("  ") {
      faults.add(.disagreesNeedsSpaces, at: word)
    }
    let reason = line.from(word.start + mark.count).trimmed
    if reason.isEmpty { faults.add(.disagreesWithoutReason, at: word) }
    return (before.trimmed, reason.isEmpty ? nil : reason)
  }

  private mutating func finishReason() {
    guard !reason.isEmpty else { return }
    let prose = ProseReader.prose(of: reason, in: .fence, &faults)
    reason = []
    guard case .number(var number) = lines.popLast() else { return }
    number.disagreement = prose
    lines.append(.number(number))
  }
}

// MARK: - Updates

extension PublishedSyntax.Update {
  /// Reads what stands behind `after`.
  init?(_ text: Stretch, in line: Stretch, _ faults: inout LessonFaults) {
    let first = text.words.first
    let count = first.flatMap { Int($0.text) == nil ? nil : $0 }
    let counted = count.map { text.from($0.end).trimmed } ?? text
    guard
      var rest = counted.dropping(word: "update")
        ?? counted.dropping(word: "updates")
    else {
      faults.add(.updateForm, at: line)
      return nil
    }
    self.init(
      line: line.source, count: count?.source, names: [], rate: nil)
    if let place = rest.topLevelIndices(of: "with ").first {
      let (left, right) =
        rest.from(place + "with ".count).trimmed.equality(&faults)
        ?? (rest.upTo(rest.start), rest.upTo(rest.start))
      if left.isEmpty { faults.add(.updateForm, at: line) }
      rate = EqualitySyntax(left: left.source, right: right.source)
      rest = rest.upTo(place).trimmed
    }
    if let names = rest.dropping(word: "of") {
      self.names = names.topLevelParts(separatedBy: ",").map(\.source)
    }
    let isUnderstood =
      rest.isEmpty || !names.isEmpty && !names.contains { $0.text.isEmpty }
    if !isUnderstood { faults.add(.updateForm, at: line) }
  }
}
