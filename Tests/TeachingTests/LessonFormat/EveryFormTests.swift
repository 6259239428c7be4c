import Testing

@testable import Teaching

/// The forms that the model lesson does without.
@Suite struct EveryFormTests {
  private let document: LessonDocument

  init() throws {
    document = try LessonDocument(
      id: "every-form", reading: LessonFiles.fixture("every-form"))
  }

  private var opening: [PieceSyntax] { document.screens[0].pieces }
  private var pictures: [PieceSyntax] { document.screens[1].pieces }

  @Test func openingMayGoOverLines() {
    #expect(document.needs.isEmpty)
    #expect(
      document.gives.spans.map(\.source.text) == [
        "one lesson in\n", "which everything stands",
      ])
    #expect(document.minutes == 12)
  }

  @Test func networkHasItsSettings() {
    guard case .network(.described(let network)) = opening[0] else {
      Issue.record("no network")
      return
    }
    #expect(network.layers.input.text == "n0")
    #expect(network.layers.layers[0].activation.text == "leaky-relu")
    #expect(network.layers.hasBias)
    #expect(network.examples?.text == "m")
    #expect(network.delta?.text == "per-example")
    #expect(network.penalty?.strength.text == "0.1")
    #expect(network.penalty?.divisor.text == "2m")
    #expect(network.reluSlopeAtZero?.text == "1")
    #expect(network.weightSource?.key == "seed")
    #expect(network.weightSource?.source.text == "7")
    #expect(
      network.values.map(\.name.text) == ["W1", "W2", "b1", "b2", "x"])
    #expect(
      network.values[0].content
        == .literal(
          SourceText(
            "[0.5 -0.25\n      1   2\n\n      3   4]", line: 15, column: 6)))
    #expect(
      network.values[1].content
        == .initial(
          SourceText("normal 0.01", line: 19, column: 6),
          seed: SourceText("0", line: 19, column: 23)))
    #expect(
      network.values[3].content
        == .initial(SourceText("zeros", line: 21, column: 4), seed: nil))
    #expect(
      opening[1]
        == .network(.borrowed(SourceText("one-weight", line: 26, column: 6))))
  }

  @Test func worksheetLinesHaveRoles() {
    guard case .worksheet(let lines) = opening[2] else {
      Issue.record("no worksheet")
      return
    }
    guard case .given(let declarations, let condition) = lines[0] else {
      Issue.record("nothing given")
      return
    }
    #expect(declarations.map(\.name.text) == ["x", "y"])
    #expect(declarations.map(\.shape.text) == ["n×m", "k×m"])
    #expect(condition?.text == "colsum(y) = 1")
    #expect(
      lines[2]
        == .equation(
          name: SourceText("C", line: 32, column: 1),
          expression: SourceText(
            "mean([1 2\n           3 4])", line: 32, column: 6),
          role: SourceText("cost", line: 33, column: 23)))
    #expect(
      lines[3]
        == .equation(
          name: SourceText("t", line: 34, column: 1),
          expression: SourceText("a .* b", line: 34, column: 6), role: nil))
    #expect(
      lines[4]
        == .update(
          name: SourceText("W1", line: 35, column: 1),
          expression: SourceText("W1 - eta*dW1", line: 35, column: 7)))
  }

  @Test func derivationsKeepGivensAndNotes() {
    guard case .derivation(let chain) = opening[3] else {
      Issue.record("no derivation")
      return
    }
    #expect(chain.givens.map(\.text) == ["W: k×n, x: n×m"])
    #expect(chain.left.text == "dW")
    #expect(
      chain.steps.map(\.expression.text) == ["(a == b) .* [1 = 2]", "x", "y"])
    #expect(chain.steps.map(\.notes.count) == [0, 1, 2])
    #expect(chain.steps[1].notes[0].spans.count == 5)
  }

  @Test func plotsHaveCurvesAndPoints() {
    guard case .plot(let plot) = pictures[1] else {
      Issue.record("no plot")
      return
    }
    #expect(
      plot.curves.map(\.expression.text) == ["sigmoid(z)", "sum(k, W[k])"])
    #expect(plot.curves.map(\.name.text) == ["z", "k"])
    #expect(plot.curves.map(\.low.text) == ["-6", "0.5"])
    #expect(plot.curves.map(\.high.text) == ["6", "1.5"])
    #expect(plot.points.map(\.text) == ["z1[1]"])
    #expect(plot.showsSlope)
  }

  @Test func statementsHaveSides() {
    guard case .set(let set) = pictures[2], case .run(let run) = pictures[3],
      case .show(let show) = pictures[4]
    else {
      Issue.record("no statements")
      return
    }
    #expect(set.map(\.left?.text) == ["W1[1,:]", "W1"])
    #expect(set[1].expression.text == "[1 2\n      3 4]")
    #expect(run.map(\.text) == ["set w1 = 1", "plot sigmoid(z)"])
    #expect(show.map(\.left?.text) == [nil, nil])
    #expect(show.map(\.expression.text) == ["C", "a1 <= 2"])
  }

  @Test func choicesHaveTextsAndReplies() {
    guard case .ask(let question) = pictures[5],
      case .choice(let choices) = question.kind
    else {
      Issue.record("no choice")
      return
    }
    #expect(question.prompt.spans.count == 2)
    #expect(choices.map(\.condition.text) == ["a > b", "a <= b"])
    #expect(choices[0].text.spans.count == 3)
    #expect(
      choices[0].reply?.spans.map(\.source.text)
        == ["No: look\n", "at both."])
    #expect(choices[1].reply == nil)
    #expect(question.when?.text == "a != 0")
    #expect(question.within?.text == "[0.1\n  0.2]")
    #expect(question.right?.spans.count == 3)
  }

  @Test func refutedLinesHaveTheirKeys() {
    guard case .refuted(let refuted) = document.screens[2].pieces[0] else {
      Issue.record("nothing refuted")
      return
    }
    #expect(refuted.givens.map(\.text) == ["z, t > 0"])
    #expect(refuted.line.left.text == "D(z^2, z)")
    #expect(refuted.line.right.text == "2")
    #expect(
      refuted.source.map(\.text) == ["a page that was found", "in a drawer"])
    #expect(refuted.slip.spans.count == 6)
    #expect(refuted.right?.right.text == "2z")
  }

  @Test func publishedNumbersHaveReasonsAndUpdates() {
    guard case .published(let published) = document.screens[2].pieces[1]
    else {
      Issue.record("nothing published")
      return
    }
    #expect(published.source.map(\.text) == ["a page,", "torn"])
    let numbers = published.lines.compactMap { line in
      if case .number(let number) = line { number } else { nil }
    }
    #expect(numbers.map(\.quantity.text) == ["C", "W1[1,:]", "C"])
    #expect(numbers.map(\.printed.text) == ["0.50", "[0.5 -0.25]", "-1e-3"])
    #expect(numbers.map { $0.disagreement?.spans.count } == [nil, 3, nil])
    let updates = published.lines.compactMap { line in
      if case .update(let update) = line { update } else { nil }
    }
    #expect(updates.map { $0.names.map(\.text) } == [[], ["W1", "b1"]])
    #expect(updates[1].rate?.left.text == "eta")
    #expect(updates[1].rate?.right.text == "0.5")
    #expect(updates[0].rate == nil)
  }

  @Test func everyFenceKindHasAFixture() {
    let read = document.screens.flatMap(\.pieces).compactMap {
      Mirror(reflecting: $0).children.first?.label
    }
    for kind in FenceKind.all {
      #expect(read.contains(kind.name), "\(kind.name) stands nowhere")
    }
  }
}
