/// Reads a `refuted` fence.
///
///     fence     = { "given" text } expression "=" expression { entry }
///     entry     = "source:" text { indented text }
///               | "slip:" prose { indented prose }
///               | "right:" expression "=" expression
struct RefutedFence {
  static let keys = ["source", "slip", "right"]

  private var givens: [SourceText] = []
  private var line: Stretch?
  private var entries: [KeyedEntry] = []
  private var faults: LessonFaults

  static func piece(
    _ fence: Fence, _ faults: inout LessonFaults
  ) -> PieceSyntax? {
    var reader = RefutedFence(faults: faults)
    for line in fence.lines where !line.isBlank { reader.read(line) }
    let syntax = reader.syntax(of: fence)
    faults = reader.faults
    return syntax.map(PieceSyntax.refuted)
  }

  private init(faults: LessonFaults) {
    self.faults = faults
  }

  private mutating func read(_ line: Stretch) {
    let text = line.trimmed
    if let key = KeyedEntry.key(of: text) {
      readKey(key, in: text)
    } else if !entries.isEmpty, line.isIndented {
      readBelow(text)
    } else if self.line != nil {
      faults.add(.secondRefuted, at: text)
    } else if let rest = text.dropping(word: "given") {
      if rest.isEmpty { faults.add(.givenForm(""), at: text) }
      givens.append(rest.source)
    } else {
      self.line = text
    }
  }

  private mutating func readKey(_ key: Stretch, in line: Stretch) {
    if !Self.keys.contains(key.text) {
      faults.add(.refutedKey(key.text), at: key)
    } else if entries.contains(where: { $0.key == key.text }) {
      faults.add(.keyTwice(key.text + ":"), at: line)
    }
    entries.append(KeyedEntry(key, in: line))
  }

  private mutating func readBelow(_ text: Stretch) {
    if entries[entries.count - 1].key == "right" {
      faults.add(.lineBelowRight, at: text)
    } else {
      entries[entries.count - 1].texts.append(text)
    }
  }
}

// MARK: - What it comes to

extension RefutedFence {
  private mutating func syntax(of fence: Fence) -> RefutedSyntax? {
    let source = entry("source", of: fence)?.words(&faults) ?? []
    let slip = entry("slip", of: fence)?.prose(&faults)
    let right = entries.first { $0.key == "right" }.flatMap { correction($0) }
    guard let line else {
      faults.add(.refutedWithoutLine, at: fence.opening)
      return nil
    }
    guard let equality = equality(line) else {
      faults.add(.refutedLine, at: line)
      return nil
    }
    return RefutedSyntax(
      givens: givens, line: equality, source: source, slip: slip ?? Prose(),
      right: right)
  }

  /// What a key that has to be there holds.
  private mutating func entry(_ key: String, of fence: Fence) -> KeyedEntry? {
    let entry = entries.first { $0.key == key }
    if entry == nil { faults.add(.refutedWithout(key), at: fence.opening) }
    return entry
  }

  private mutating func correction(_ entry: KeyedEntry) -> EqualitySyntax? {
    guard let text = entry.texts.first else {
      faults.add(.keyEmpty(entry.key), at: entry.line)
      return nil
    }
    let equality = equality(text)
    if equality == nil { faults.add(.rightLine, at: text) }
    return equality
  }

  private mutating func equality(_ line: Stretch) -> EqualitySyntax? {
    line.equality(&faults).map {
      EqualitySyntax(
        left: $0.left.expression(&faults), right: $0.right.expression(&faults))
    }
  }
}
