import Algebra
import Matrices
import Presentation

extension Session {
  /// How what stands before the cursor can go on.
  ///
  /// - Parameters:
  ///   - line: The line as far as it is typed.
  ///   - cursor: Where the cursor stands, in characters.
  /// - Returns: Where that begins which is completed, in characters, and what
  ///   could stand there, in order.
  public func completions(
    of line: String, cursor: Int
  ) -> (replaceFrom: Int, candidates: [String]) {
    if lesson != nil, horizon == nil {
      var whole = self
      whole.readOn()
      return whole.completions(of: line, cursor: cursor)
    }
    let before = String(line.prefix(max(cursor, 0)))
    let word = before.lastWord
    let start = before.count - word.count
    if word.hasPrefix("\\") {
      return (start, letters(beginning: String(word.dropFirst())))
    }
    if let place = before.openSubscript {
      return (before.count - place.typed.count, subscripts(place))
    }
    let (command, rest) = Self.parts(of: before.leftTrimmed)
    let isFirst = before.leftTrimmed.allSatisfy {
      $0.isLetter || $0 == "_" || $0.isNumber
    }
    let words: [String]
    if isFirst {
      words = Command.all.map(\.name) + quantities
    } else if let found = Command.named(command) {
      words = self.words(for: found.form, rest)
    } else {
      words = quantities + functionNames
    }
    return (start, matching(words, word))
  }

  private func matching(_ words: [String], _ word: String) -> [String] {
    var seen = Set<String>()
    return words.filter {
      $0.hasPrefix(word) && $0 != word && seen.insert($0).inserted
    }
  }

  private func words(for form: Command.Form, _ rest: String) -> [String] {
    switch form {
    case .nothing, .count, .word: []
    case .file(let words): Self.words(of: words, after: rest)
    case .screen: lesson?.screens.map(\.id) ?? []
    case .lesson: library.ids
    case .lens: Lens.all.map(\.name)
    case .lenses:
      rest.split(separator: " ").count + (rest.hasSuffix(" ") ? 1 : 0) > 2
        ? quantities : Lens.all.map(\.name)
    case .quantity: quantities
    case .slope: slopes(after: rest)
    case .topic:
      Command.Group.allCases.map(\.rawValue) + ["all"]
        + HelpTopic.all.map(\.name) + Command.all.map(\.name)
    case .assignment:
      Assignment.equalsSign(in: rest) == nil
        ? givens : quantities + functionNames
    case .expression, .optionalExpression, .targetAndStep:
      quantities + functionNames
    case .derivation: wordsOfDerivation(rest)
    case .options: TrainingOption.words(after: rest)
    }
  }

  /// What may stand for a file or before it; behind dashes the options, since
  /// these are no part of the word that is completed.
  private static func words(
    of words: [String], after rest: String
  ) -> [String] {
    guard !rest.contains(" ") else { return [] }
    return rest.hasPrefix("--")
      ? words.filter { $0.hasPrefix("-") }.map { String($0.drop { $0 == "-" }) }
      : words.filter { !$0.hasPrefix("-") }
  }

  /// A formula, then `wrt`, then a name of it.
  private func wordsOfDerivation(_ rest: String) -> [String] {
    let request = DeriveRequest(rest.isEmpty ? rest : rest + " ")
    let hasVariable =
      request.variable != nil || rest.hasSuffix(" wrt")
    guard hasVariable else { return ["wrt"] + quantities + functionNames }
    let names = (try? Expression(request.formula, in: scope))?.names ?? []
    return names.map(\.ascii) + quantities
  }

  /// The quantities that the lesson has reached, as they are typed.
  private var quantities: [String] {
    scope.names.filter(isIntroduced).flatMap(\.spellings)
  }

  /// What has a slope, and behind a dash the options.
  private func slopes(after rest: String) -> [String] {
    if rest.hasSuffix("-") { return ["steps"] }
    guard let valuation = live?.now else { return [] }
    return GradientReferee(valuation).subjects.filter(isIntroduced)
      .flatMap(\.spellings)
  }

  private var givens: [String] {
    (live?.worksheet.givens ?? []).flatMap(\.name.spellings)
  }

  private var functionNames: [String] {
    Set(scope.functions.values.map(\.name.ascii)).sorted()
  }

  /// `\del` becomes `δ`, or stays a word where only ASCII can be drawn.
  private func letters(beginning word: String) -> [String] {
    let found = Alphabet.letters.filter { $0.word.hasPrefix(word) }
    let isUnicode = page.charset == .unicode
    if found.count == 1 || found.contains(where: { $0.word == word }) {
      let exact = found.first { $0.word == word } ?? found[0]
      return [isUnicode ? exact.letter : exact.word]
    }
    return found.map { "\\" + $0.word }
  }

  private func subscripts(_ place: OpenSubscript) -> [String] {
    guard let value = live?.value(of: Name(place.name)) else { return [] }
    let isColumn = value.columns == 1
    let axis = place.axis == 0 ? value.rows : value.columns
    guard place.axis == 0 || (place.axis == 1 && !isColumn) else { return [] }
    let end = place.axis == 0 && !isColumn ? "," : "]"
    let start = scope.notation.firstPlace(of: .name(Name(place.name)))
    let first = place.axis == 0 ? start.row : start.column
    let numbers = (0..<min(max(axis, 1), 20)).map { "\($0 + first)\(end)" }
    return (numbers + [":\(end)"]).filter {
      $0.hasPrefix(place.typed) && $0 != place.typed
    }
  }
}

/// A bracket behind a name that is still open.
private struct OpenSubscript {
  let name: String
  /// 0 for the row, 1 for the column.
  let axis: Int
  let typed: String
}

extension String {
  fileprivate var leftTrimmed: String { String(drop { $0 == " " }) }

  /// The letters and digits at the end, with a backslash before them.
  fileprivate var lastWord: String {
    let isLessonName =
      contains("open ") || contains("goto ")
      || hasPrefix("g ") || hasPrefix("help ")
    let word = reversed().prefix {
      $0.isLetter || $0.isNumber || $0 == "_" || (isLessonName && $0 == "-")
    }.reversed()
    let text = String(word)
    return dropLast(text.count).last == "\\" ? "\\" + text : text
  }

  fileprivate var openSubscript: OpenSubscript? {
    guard let open = lastIndex(of: "["), !self[open...].contains("]") else {
      return nil
    }
    let name = String(
      self[..<open].reversed().prefix {
        $0.isLetter || $0.isNumber || "_^()⁽⁾".contains($0)
      }.reversed())
    let inner = self[index(after: open)...]
    guard !name.isEmpty, inner.allSatisfy({ $0.isNumber || ":,".contains($0) })
    else { return nil }
    let parts = inner.split(separator: ",", omittingEmptySubsequences: false)
    return OpenSubscript(
      name: name, axis: parts.count - 1, typed: String(parts.last ?? ""))
  }
}

extension Name {
  /// The name in its letters and, where that differs, in ASCII.
  fileprivate var spellings: [String] {
    text == ascii ? [text] : [text, ascii]
  }
}
