import Testing

@testable import Teaching

@Suite struct ModelLessonTests {
  private let document: LessonDocument

  init() throws {
    document = try LessonDocument(
      id: "hidden-layer", reading: LessonFiles.fixture("hidden-layer"))
  }

  @Test func openingSaysWhatIsNeededAndGiven() {
    #expect(
      document.title == SourceText("The hidden layer", line: 1, column: 3))
    #expect(
      document.needs == [
        SourceText("last-layer", line: 3, column: 8),
        SourceText("paths", line: 3, column: 25),
      ])
    #expect(
      document.gives.spans == [
        .text(SourceText("the error ", line: 3, column: 39)),
        .code(SourceText("δ1", line: 3, column: 50)),
        .text(
          SourceText(
            ", and the reason for its transpose", line: 3, column: 53)),
      ])
    #expect(document.minutes == nil)
  }

  @Test func screensFollowTheHeadings() {
    #expect(
      document.screens.map(\.id) == [
        "hidden-layer", "roads", "columns", "bend", "error", "silence",
      ])
    #expect(document.screens[0].title == document.title)
    #expect(document.screens[0].label == nil)
    #expect(
      document.screens[3].title
        == SourceText("Where the slope is taken", line: 66, column: 4))
    #expect(
      document.screens.map { $0.pieces.map(\.kind) } == [
        ["network", "paragraph"],
        ["paragraph", "show", "paragraph", "derivation", "ask"],
        ["paragraph", "ask"], ["paragraph", "ask"], ["derivation"], ["ask"],
      ])
  }

  @Test func networkKeepsItsLinesAsText() throws {
    guard
      case .network(.described(let network)) = document.screens[0].pieces[0]
    else {
      Issue.record("no network")
      return
    }
    #expect(network.layers.input.text == "2")
    #expect(network.layers.layers.map(\.size.text) == ["3", "2"])
    #expect(
      network.layers.layers.map(\.activation.text) == ["sigmoid", "identity"])
    #expect(!network.layers.hasBias)
    #expect(network.cost?.text == "half squared error")
    #expect(network.values.map(\.name.text) == ["x", "y", "W1", "W2"])
    #expect(
      network.values[0].content
        == .literal(SourceText("[1; 3]", line: 8, column: 6)))
  }

  @Test func proseIsSpans() {
    guard case .paragraph(let prose) = document.screens[0].pieces[1] else {
      Issue.record("no paragraph")
      return
    }
    #expect(prose.spans.count == 11)
    #expect(
      prose.spans[2] == .text(SourceText(".\n", line: 14, column: 72)))
    #expect(prose.spans[4] == .code(SourceText("a1[1]", line: 15, column: 43)))
    guard case .paragraph(let value) = document.screens[1].pieces[2] else {
      Issue.record("no paragraph")
      return
    }
    #expect(
      value.spans.suffix(2) == [
        .value(SourceText("da1[1]", line: 28, column: 54)),
        .text(SourceText(".", line: 28, column: 61)),
      ])
  }

  @Test func derivationIsAChain() {
    guard case .derivation(let chain) = document.screens[4].pieces[0] else {
      Issue.record("no derivation")
      return
    }
    #expect(chain.left.text == "δ1")
    #expect(
      chain.steps.map(\.expression.text) == [
        "dC/dz1", "dC/da1 .* g1'(z1)", "(W2' @ δ2) .* g1'(z1)",
        "(W2' @ δ2) .* a1 .* (1 - a1)",
      ])
    #expect(
      chain.steps.map(\.rule?.text) == [
        nil, "chain rule", "definition of da1", "slope of sigmoid",
      ])
    #expect(chain.steps.map(\.notes.count) == [0, 0, 0, 1])
  }

  @Test func questionsHaveTheirParts() {
    let questions = document.screens.flatMap(\.pieces).compactMap(\.question)
    #expect(questions.map(\.wrongs.count) == [2, 2, 2, 0])
    #expect(questions.map(\.hints.count) == [2, 2, 2, 1])
    #expect(questions.map { $0.right != nil } == [false, true, false, true])
    #expect(
      questions[0].wrongs[0].reply.spans.map(\.source.text) == [
        "You read row 2 of W2: that is what comes into output 2.\n",
        "What leaves unit 2 stands in column 2.",
      ])
    #expect(
      questions[1].kind
        == .line(SourceText("da1", line: 56, column: 7), forms: []))
    guard case .until(let condition, let samples) = questions[3].kind else {
      Issue.record("no until")
      return
    }
    #expect(condition.text == "abs(δ1[1]) < 0.001")
    #expect(
      samples.map(\.text) == [
        "set W1[1,:] = 4 * W1[1,:]", "set W2[:,1] = 0 * W2[:,1]",
      ])
  }
}

extension PieceSyntax {
  fileprivate var kind: String {
    Mirror(reflecting: self).children.first?.label ?? ""
  }

  fileprivate var question: QuestionSyntax? {
    if case .ask(let question) = self { return question }
    return nil
  }
}
