/// The paragraph under the title of a lesson.
///
///     opening   = needs, gives, [ notation ], [ minutes ]
///     needs     = "Needs nothing." | "Needs " *id* { (", " | " and ") *id* } "."
///     gives     = "Gives " prose "."
///     notation  = "Keeps its notation."
///     minutes   = "About " number (" minutes." | " minute.")
struct OpeningParagraph {
  private(set) var needs: [SourceText] = []
  private(set) var gives = Prose()
  private(set) var keepsNotation = false
  private(set) var minutes: Int?

  init(_ prose: Prose, at begin: Stretch, _ faults: inout LessonFaults) {
    var spans = prose.spans[...]
    guard Self.drop("Needs", from: &spans) else {
      faults.add(.needsMissing, at: begin)
      return
    }
    guard readNeeds(&spans, &faults) else { return }
    Self.dropBlank(&spans)
    let place = spans.first?.source
    guard Self.drop("Gives", from: &spans), !spans.isEmpty else {
      faults.add(
        .givesMissing, line: place?.line ?? begin.line,
        column: place?.column ?? begin.column)
      return
    }
    readMinutes(&spans, &faults)
    readNotation(&spans, &faults)
    Self.dropFullStop(&spans)
    gives = Prose(Array(spans))
  }
}

// MARK: - Needs

extension OpeningParagraph {
  /// Reads the ids up to the full stop.
  ///
  /// - Returns: Whether what follows can be read.
  private mutating func readNeeds(
    _ spans: inout ArraySlice<ProseSpan>, _ faults: inout LessonFaults
  ) -> Bool {
    while let span = spans.popFirst() {
      switch span {
      case .text(let source):
        let joint = source.text.prefix { $0 != "." }
        noteJoint(source.keeping(joint.count), &faults)
        guard joint.count < source.text.count else { continue }
        let rest = source.dropping(joint.count + 1)
        if !rest.text.isEmpty { spans = [.text(rest)] + spans }
        return true
      case .emphasis(let id): add(id, &faults)
      case .code(let source), .value(let source):
        faults.add(.needsForm(source.text), at: source)
      }
    }
    return true
  }

  private mutating func add(_ id: SourceText, _ faults: inout LessonFaults) {
    if !LessonID.isWellFormed(id.text) { faults.add(.idForm(id.text), at: id) }
    needs.append(id)
  }

  /// Only commas, `and` and `nothing` may stand beside the ids.
  private func noteJoint(_ joint: SourceText, _ faults: inout LessonFaults) {
    let words = joint.text.split { $0 == " " || $0 == "\n" || $0 == "," }
    let expected: [Substring] = needs.isEmpty ? ["nothing"] : ["and"]
    let isJoint = words == expected || words.isEmpty && !needs.isEmpty
    guard !isJoint else { return }
    faults.add(.needsForm(words.joined(separator: " ")), at: joint)
  }
}

// MARK: - Notation and minutes

extension OpeningParagraph {
  private mutating func readNotation(
    _ spans: inout ArraySlice<ProseSpan>, _ faults: inout LessonFaults
  ) {
    guard let sentence = Self.cutSentence("Keeps", from: &spans) else {
      return
    }
    keepsNotation = sentence.words == ["Keeps", "its", "notation."]
    if !keepsNotation { faults.add(.notationForm, at: sentence.start) }
  }

  private mutating func readMinutes(
    _ spans: inout ArraySlice<ProseSpan>, _ faults: inout LessonFaults
  ) {
    guard let sentence = Self.cutSentence("About", from: &spans) else {
      return
    }
    let words = sentence.words
    if words.count == 3, ["minutes.", "minute."].contains(words[2]),
      let count = Int(words[1]), count > 0
    {
      minutes = count
    } else {
      faults.add(.minutesForm, at: sentence.start)
    }
  }

  /// Cuts off a sentence that begins with a word, and all that follows it.
  private static func cutSentence(
    _ word: String, from spans: inout ArraySlice<ProseSpan>
  ) -> (start: SourceText, words: [Substring])? {
    guard let (place, offset) = sentence(word, in: spans) else { return nil }
    let source = spans[place].source
    let start = source.dropping(offset)
    let rest = spans[(place + 1)...].map(\.source.text).joined()
    spans = spans[..<place] + [.text(source.keeping(offset))]
    return (start, (start.text + rest).split { $0 == " " || $0 == "\n" })
  }

  /// Where a sentence begins with a word: the span, and how far into it.
  private static func sentence(
    _ word: String, in spans: ArraySlice<ProseSpan>
  ) -> (place: Int, offset: Int)? {
    var before: (Character?, Character?) = (nil, nil)
    for place in spans.indices {
      let characters = Array(spans[place].source.text)
      for index in characters.indices {
        if case .text = spans[place], before.0 == ".",
          before.1 == " " || before.1 == "\n",
          characters[index...].starts(with: word + " ")
        {
          return (place, index)
        }
        before = (before.1, characters[index])
      }
    }
    return nil
  }
}

// MARK: - Ends of spans

extension OpeningParagraph {
  /// Drops a first word, and says whether it was there.
  private static func drop(
    _ word: String, from spans: inout ArraySlice<ProseSpan>
  ) -> Bool {
    guard case .text(let source)? = spans.first, source.text.hasPrefix(word)
    else { return false }
    let rest = source.dropping(word.count)
    guard rest.text.first == " " || rest.text.first == "\n" else {
      return false
    }
    spans = [.text(rest)] + spans.dropFirst()
    dropBlank(&spans)
    return true
  }

  /// Drops spaces and line ends before the first word.
  private static func dropBlank(_ spans: inout ArraySlice<ProseSpan>) {
    while case .text(let source)? = spans.first {
      let blank = source.text.prefix { $0 == " " || $0 == "\n" }
      spans.removeFirst()
      guard blank.count < source.text.count else { continue }
      spans = [.text(source.dropping(blank.count))] + spans
      return
    }
  }

  /// Drops the full stop at the end, and the spaces behind it.
  private static func dropFullStop(_ spans: inout ArraySlice<ProseSpan>) {
    while case .text(var source)? = spans.last {
      while let last = source.text.last, last == " " || last == "\n" {
        source.text.removeLast()
      }
      if source.text.last == "." { source.text.removeLast() }
      spans.removeLast()
      guard source.text.isEmpty else {
        spans.append(.text(source))
        return
      }
    }
  }
}
