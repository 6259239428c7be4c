import Algebra
import Networks
import Presentation

extension Session {
  /// `lens` lists the notations, `lens NAME` shows everything in one.
  mutating func lens(_ word: String) -> Reply {
    guard !word.isEmpty else { return lenses() }
    guard let next = Lens.named(word) else { return noLens(word) }
    guard next.name != lens.name else {
      return Reply(
        board.prose(StyledText("This is lens \(next.name) already.", .dim)))
    }
    look(through: next)
    return Reply(
      notation.name == next.name ? introduction(of: next) : restingLens)
  }

  /// What is said where the lesson is shown in no other notation.
  var restingLens: StyledText {
    board.prose(
      StyledText("This lesson keeps its own notation; ", .dim)
        + StyledText("lens \(lens.name)", .typed)
        + StyledText(" holds again behind it.", .dim))
  }

  private func noLens(_ word: String) -> Reply {
    let names = Lens.all.map(\.name)
    let nearest = NearestName.nearest(to: word, among: names)
    return failure(
      Diagnostic(
        "there is no lens \(word)",
        notes: ["the lenses are \(names.joined(separator: ", "))"],
        remedy: nearest.map { "lens \($0)" } ?? "lens"))
  }

  /// Goes on in another notation; nothing else changes.
  public mutating func look(through next: Lens) {
    let before = sight
    lens = next
    if let writtenLesson {
      lesson = writtenLesson.seen(through: next)
      if horizon != nil { horizon = lesson.map { Horizon($0) } }
    }
    refresh()
    displays = displays.map { display in
      let expression = sight.shown(before.meant(display.expression))
      return Display(
        expression: expression, last: try? live?.value(of: expression))
    }
    tried = nil
    walk = nil
  }

  // MARK: - What is said

  /// The lenses, each with the same line of the same network.
  private func lenses() -> Reply {
    let rows = Lens.all.map { lens -> StyledText in
      let isHere = lens.name == self.lens.name
      let lead =
        page.isPlain
        ? StyledText("\(lens.name): ", .typed)
        : StyledText(isHere ? " \(mark) " : "   ", .emphasis)
          + StyledText(lens.name, .typed).padded(to: 11)
      let free = max(page.width - lead.width - 1, 16)
      return StyledText.stacked([
        board.hanging(lead, example(in: lens).folded(to: free)),
        StyledText(lens.title, .dim).wrapped(to: free)
          .indented(by: page.isPlain ? 0 : lead.width),
      ])
    }
    return Reply(
      StyledText.stacked(
        [
          board.prose(
            "The same line, the slope in the first weights, in each book's "
              + "notation:"),
          StyledText.stacked(rows),
          board.prose(
            StyledText("lens NAME", .typed)
              + " shows everything in one, and takes what you type in it. "
              + StyledText("compare NAME NAME", .typed)
              + " puts two beside each other."),
        ], gap: 1))
  }

  private var mark: String {
    page.isPlain ? "now:" : page.charset == .unicode ? "▸" : ">"
  }

  private func example(in lens: Lens) -> StyledText {
    guard let sample = Self.sample else { return StyledText() }
    let sight = Sight(lens, of: sample)
    let name = sight.shown(sample.adjoint(of: "W1"))
    guard let equation = sight.seen.equation(name) else { return StyledText() }
    return board.formula(equation.name) + " = "
      + board.formula(equation.expression)
  }

  /// A network with all that notations differ in: biases, and several
  /// examples.
  static let sample: Worksheet? = {
    let activations = ["sigmoid", "identity"].compactMap(Activation.named)
    guard let cost = Cost.named("half-squared-error") else { return nil }
    return try? NetworkDescription(
      layers: [2, 3, 2], activations: activations, hasBias: [true, true],
      cost: cost, reduction: .mean
    ).worksheet()
  }()

  private func introduction(of lens: Lens) -> StyledText {
    var parts = [
      board.prose(
        StyledText("lens \(lens.name)", .typed)
          + StyledText(": \(lens.title).")),
      lens.isOwn
        ? StyledText() : board.prose(StyledText(lens.source, .dim)),
    ]
    parts += announcements(of: sight).map { board.prose($0) }
    if let live, !live.worksheet.equations.isEmpty {
      let lines = live.worksheet.shownEquations
      parts.append(
        board.lines(lines).indented(by: page.isPlain ? 0 : Blackboard.indent))
    }
    return StyledText.stacked(parts)
  }

  /// Where the book means something else by a quantity than is on disk, and
  /// what it has no form for.
  func announcements(of sight: Sight) -> [StyledText] {
    var sentences: [StyledText] = []
    for group in sight.scaleGroups {
      let seen = group.names.map { board.formula(sight.shown($0)) }
      let own = group.names.map { board.formula($0) }
      let verb = seen.count == 1 ? " is " : " are "
      var sentence = seen.listed + StyledText(verb)
      sentence.append(board.formula(group.scale))
      sentence.append(" times Backstep's ")
      sentence.append(own.listed)
      sentence.append(".")
      sentences.append(sentence)
    }
    if sight.lens.hasBiasColumn {
      for name in sight.unchanged {
        sentences.append(
          board.formula(sight.shown(name))
            + " has no column 0: this layer has no biases.")
      }
    } else if !sight.unchanged.isEmpty {
      let names = sight.unchanged.map { board.formula($0) }.listed
      let isOne = sight.unchanged.count == 1
      sentences.append(
        names
          + StyledText(
            isOne
              ? " keeps its name: the lens has none that is free."
              : " keep their names: the lens has none that are free."))
    }
    return sentences
  }
}

extension Sight {
  /// The quantities that differ in meaning, those of one factor together.
  fileprivate var scaleGroups: [(scale: Expression, names: [Name])] {
    var groups: [(scale: Expression, names: [Name])] = []
    for name in own.names {
      guard let scale = scales[name] else { continue }
      if let place = groups.firstIndex(where: { $0.scale == scale }) {
        groups[place].names.append(name)
      } else {
        groups.append((scale, [name]))
      }
    }
    return groups
  }
}

// MARK: - Names of other books

extension Session {
  /// What is said of a name that another book has.
  ///
  /// - Returns: Nothing where no lens knows the name either.
  func foreign(_ name: Name) -> Diagnostic? {
    guard let worksheet = written?.worksheet, !worksheet.names.isEmpty else {
      return nil
    }
    for other in Lens.all where other.name != lens.name {
      let sight = Sight(other, of: worksheet)
      guard let own = sight.seen.names.first(where: { $0 == name }),
        let meant = sight.meant(.name(own)).names.first(
          where: worksheet.names.contains)
      else { continue }
      let shown = self.sight.shown(meant)
      guard withheld(shown) == nil else { return nil }
      let text = shown.text(page.charset)
      return Diagnostic(
        "\(own.text(page.charset)) is \(text) in this lens",
        notes: ["lens \(other.name) takes the name as you typed it"],
        remedy: text)
    }
    return nil
  }
}
