/// Reads a `network` fence.
///
///     fence     = "from" lesson | { line }
///     line      = key [ ":" ] text | name "=" literal
///               | name "~" distribution [ "seed" number ]
///               | name "," name "from" set
///
/// The keys are the entries of ``NetworkKey/all``.
struct NetworkFence {
  var layers: LayersSyntax?
  var cost: SourceText?
  var examples: SourceText?
  var delta: SourceText?
  var penalty: NetworkDescriptionSyntax.Penalty?
  var reluSlopeAtZero: SourceText?
  var weightSource: NetworkDescriptionSyntax.WeightSource?

  /// The lesson that the network is borrowed from.
  var lender: SourceText?
  private var values: [NetworkDescriptionSyntax.Value] = []
  private var sets: [SetSyntax] = []

  /// The keys and names that there are lines for.
  private var taken: Set<String> = []
  private var isUnderstood = true

  static func piece(
    _ fence: Fence, _ faults: inout LessonFaults
  ) -> PieceSyntax? {
    var network = NetworkFence()
    for line in LogicalLine.lines(of: fence, &faults) {
      network.read(line, &faults)
    }
    return network.syntax(of: fence, &faults).map(PieceSyntax.network)
  }

  private func syntax(
    of fence: Fence, _ faults: inout LessonFaults
  ) -> NetworkSyntax? {
    if let lender {
      if taken.count > 1 { faults.add(.borrowedAndMore, at: lender) }
      return .borrowed(lender)
    }
    guard let layers else {
      if isUnderstood, !taken.contains("layers") {
        faults.add(.layersMissing, at: fence.opening)
      }
      return nil
    }
    return .described(
      NetworkDescriptionSyntax(
        layers: layers, cost: cost, examples: examples, delta: delta,
        penalty: penalty, reluSlopeAtZero: reluSlopeAtZero,
        weightSource: weightSource, values: values, sets: sets))
  }
}

// MARK: - Lines

extension NetworkFence {
  private mutating func read(
    _ line: LogicalLine, _ faults: inout LessonFaults
  ) {
    let text = line.first.trimmed
    if text.words.count > 1, ["=", "~"].contains(text.words[1].text) {
      readValue(line, by: text.words[1].text, &faults)
    } else if let key = NetworkKey.all.first(where: { $0.begins(text) }) {
      read(text, key, &faults)
    } else if let set = SetSyntax(line) {
      sets.append(set)
      for name in set.names where !taken.insert(name.text).inserted {
        faults.add(.keyTwice(name.text), at: name)
      }
    } else if !text.topLevelEqualities.isEmpty {
      readValue(line, by: "=", &faults)
    } else if !text.topLevelIndices(of: "~").isEmpty {
      readValue(line, by: "~", &faults)
    } else {
      let word = text.words.first ?? text
      faults.add(.networkLine(word.text), at: word)
      isUnderstood = false
    }
  }

  private mutating func read(
    _ text: Stretch, _ key: NetworkKey, _ faults: inout LessonFaults
  ) {
    if !taken.insert(key.name).inserted {
      faults.add(.keyTwice(key.name), at: text)
    }
    let rest = key.rest(of: text)
    if rest.isEmpty || !key.read(rest, &self, &faults) {
      faults.add(.networkKeyForm(key), at: text)
    }
  }

  private mutating func readValue(
    _ line: LogicalLine, by mark: String, _ faults: inout LessonFaults
  ) {
    guard let (name, text) = line.split(atFirst: mark, &faults) else { return }
    if NetworkKey.all.contains(where: { $0.name == name.text }) {
      faults.add(.keyWithEquals(name.text), at: name)
    } else if name.text.contains(" ") {
      faults.add(.nameWithSpaces(name.text), at: name)
    } else if !taken.insert(name.text).inserted {
      faults.add(.keyTwice(name.text), at: name)
    }
    let content =
      mark == "=" ? .literal(text) : Self.initial(line.first, &faults)
    values.append(.init(name: name, content: content))
  }

  /// What follows `~`: a distribution, and `seed N` or not.
  private static func initial(
    _ line: Stretch, _ faults: inout LessonFaults
  ) -> NetworkDescriptionSyntax.Content {
    let begin = line.topLevelIndices(of: "~").first.map { $0 + 1 }
    let text = line.from(begin ?? line.start).trimmed
    guard let word = text.words.first(where: { $0.text == "seed" }) else {
      return .initial(text.source, seed: nil)
    }
    let seed = text.from(word.end).trimmed
    let distribution = text.upTo(word.start).trimmed
    if seed.words.count != 1 || distribution.isEmpty {
      faults.add(.initialForm, at: text)
    }
    return .initial(distribution.source, seed: seed.source)
  }
}

extension NetworkKey {
  func begins(_ line: Stretch) -> Bool {
    guard let rest = line.dropping(name) else { return false }
    return rest.isEmpty || rest.first == " " || rest.first == ":"
  }

  /// What follows the name, and the colon if there is one.
  func rest(of line: Stretch) -> Stretch {
    let rest = line.from(line.start + name.count)
    return (rest.dropping(":") ?? rest).trimmed
  }
}

extension SetSyntax {
  /// Reads `x, y from circles 40 seed 3`; nothing where a line is none.
  init?(_ line: LogicalLine) {
    let text = line.first.trimmed
    guard let place = text.topLevelIndices(of: " from ").first,
      text.upTo(place).topLevelEqualities.isEmpty
    else { return nil }
    names = text.upTo(place).topLevelParts(separatedBy: ",").map(\.source)
    set = text.from(place + " from ".count).trimmed.source
  }
}
