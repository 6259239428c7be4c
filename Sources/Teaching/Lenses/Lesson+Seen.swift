import Algebra
import Matrices
import Presentation

extension Lesson {
  /// The lesson in a book's notation: every formula, shape, index and number
  /// of it, and every line that it says to type.
  ///
  /// - Parameter lens: The notation.
  /// - Returns: A lesson like any other, whose worksheets are the book's.
  public func seen(through lens: Lens) -> Lesson {
    guard !lens.isOwn, !keepsNotation else { return self }
    var sights: [String: Sight] = [:]
    let screens = self.screens.map { screen -> Screen in
      let origin = screen.bench?.origin ?? ""
      let sight =
        sights[origin]
        ?? Sight(lens, of: screen.bench?.worksheet ?? Worksheet())
      sights[origin] = sight
      return screen.seen(by: sight)
    }
    var lesson = Lesson(
      id: id, title: Reader(sight: nil, lens).words(title), needs: needs,
      gives: gives.map { Reader(sight: sights.values.first, lens).inline($0) },
      minutes: minutes, screens: screens, fingerprint: fingerprint)
    lesson.unreadScreens = unreadScreens
    return lesson
  }
}

extension Screen {
  fileprivate func seen(by sight: Sight) -> Screen {
    let reader = Reader(sight: sight, sight.lens)
    return Screen(
      id: id, title: reader.words(title), bench: bench.map(sight.seen),
      pieces: pieces.map {
        Piece(content: reader.content($0.content), line: $0.line)
      })
  }
}

extension Sight {
  /// A worksheet with its numbers, as the book lays both out.
  func seen(_ bench: Bench) -> Bench {
    Bench(
      worksheet: seen, givens: givensSeen(bench.givens, in: bench.scope),
      origin: bench.origin, network: bench.network, data: bench.data)
  }
}

/// Puts the parts of a lesson into a book's notation.
private struct Reader {
  let sight: Sight?
  let lens: Lens

  init(sight: Sight?, _ lens: Lens) {
    self.sight = sight
    self.lens = lens
  }

  func formula(_ expression: Expression) -> Expression {
    sight?.shown(expression) ?? expression
  }

  func words(_ text: String) -> String { lens.words(text) }

  func inline(_ inline: Inline) -> Inline {
    switch inline {
    case .text(let text): .text(words(text))
    case .emphasis(let text): .emphasis(words(text))
    case .code(let line): .code(typed(line))
    case .formula(let expression): .formula(formula(expression))
    case .value(let expression): .value(formula(expression))
    }
  }

  func inlines(_ inlines: [Inline]) -> [Inline] { inlines.map(inline) }

  func typed(_ line: String) -> String { sight?.shown(line: line) ?? line }

  // MARK: Pieces

  func content(_ content: Piece.Content) -> Piece.Content {
    switch content {
    case .paragraph(let text): .paragraph(inlines(text))
    case .bench: .bench
    case .derivation(let line): .derivation(derivation(line))
    case .show(let lines):
      .show(
        lines.map {
          ShowLine(
            left: $0.left.map(formula), expression: formula($0.expression))
        })
    case .plot(let plot): .plot(self.plot(plot))
    case .set(let assignments): .set(assignments.map(assignment))
    case .run(let lines): .run(lines.map(typed))
    case .question(let question): .question(self.question(question))
    case .refuted(let line, let part): .refuted(refuted(line), part)
    case .published(let published): .published(self.published(published))
    case .compared(let version, let part):
      .compared(self.version(version), part)
    }
  }

  private func derivation(_ line: DerivationLine) -> DerivationLine {
    DerivationLine(
      subject: formula(line.subject), expression: formula(line.expression),
      reason: line.reason.map { sight?.shown($0) ?? $0 },
      notes: line.notes.map(inlines), place: line.place,
      before: line.before.map(formula), letters: line.letters.map(letter),
      inner: line.inner.map { sight?.shown($0) ?? $0 },
      moving: line.moving.map { sight?.shown($0) ?? $0 })
  }

  private func letter(_ letter: Letter) -> Letter {
    Letter(
      name: sight?.shown(letter.name) ?? letter.name,
      shape: lens.examples == .rows ? letter.shape.transposed : letter.shape,
      domain: letter.domain, condition: letter.condition.map(formula))
  }

  private func plot(_ plot: PlotDescription) -> PlotDescription {
    PlotDescription(
      curves: plot.curves.map { curve in
        PlotDescription.Curve(
          expression: formula(curve.expression),
          variable: sight?.shown(curve.variable) ?? curve.variable,
          low: curve.low, high: curve.high, entry: curve.entry.map(formula))
      }, points: plot.points.map(formula), showsSlope: plot.showsSlope)
  }

  private func assignment(_ assignment: Assignment) -> Assignment {
    Assignment(
      target: formula(assignment.target), value: formula(assignment.value))
  }

  // MARK: Questions

  private func question(_ question: Question) -> Question {
    Question(
      prompt: inlines(question.prompt), kind: kind(question.kind),
      wrongs: question.wrongs.map {
        Question.Wrong(answer: formula($0.answer), reply: inlines($0.reply))
      }, hints: question.hints.map(inlines),
      right: question.right.map(inlines), when: question.when.map(formula),
      within: question.within.map(formula), line: question.line.map(formula),
      takesAll: question.takesAll)
  }

  private func kind(_ kind: Question.Kind) -> Question.Kind {
    switch kind {
    case .answer(let answers): .answer(answers.map(formula))
    case .choice(let choices):
      .choice(
        choices.map {
          Question.Choice(
            condition: formula($0.condition), text: inlines($0.text),
            reply: $0.reply.map(inlines))
        })
    case .until(let condition, let samples):
      .until(formula(condition), samples: samples.map(typed))
    }
  }

  // MARK: What others print

  private func refuted(_ line: RefutedLine) -> RefutedLine {
    RefutedLine(
      left: formula(line.left), right: formula(line.right),
      source: line.source,
      correction: line.correction.map {
        RefutedLine.Correction(left: formula($0.left), right: formula($0.right))
      }, letters: line.letters.map(letter))
  }

  private func version(_ version: SourceVersion) -> SourceVersion {
    SourceVersion(
      source: version.source,
      lines: version.lines.compactMap { sight?.shown($0) ?? $0 },
      sections: version.sections.map { section in
        SourceVersion.Section(
          update: section.update.map(update),
          shown: section.shown.map(formula))
      })
  }

  private func update(_ update: Published.Update) -> Published.Update {
    Published.Update(
      count: update.count,
      names: update.names.map { sight?.shown($0) ?? $0 },
      rate: update.rate.map(assignment))
  }

  private func published(_ published: Published) -> Published {
    Published(
      source: published.source,
      sections: published.sections.map { section in
        Published.Section(
          update: section.update.map(update),
          numbers: section.numbers.map { number in
            PublishedNumber(
              quantity: formula(number.quantity),
              printed: lens.examples == .rows
                ? number.printed.transposed : number.printed,
              disagreement: number.disagreement.map(inlines))
          })
      })
  }
}
