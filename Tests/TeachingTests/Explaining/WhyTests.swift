import Algebra
import Matrices
import Networks
import Presentation
import Testing

@testable import Teaching

/// A reason names the equation, what is read, and numbers that are true.
struct WhyTests {
  private func quantity(
    _ text: String, _ valuation: Valuation
  ) throws -> QuantityReason {
    let why = try Why(valuation.expression(text), in: valuation)
    guard case .quantity(let reason) = why else {
      throw ExplanationFault.noCost
    }
    return reason
  }

  private func part(
    _ text: String, _ valuation: Valuation, near name: Name? = nil
  ) throws -> PartReason {
    let why = try Why(
      valuation.expression(text), in: valuation, near: name)
    guard case .part(let reason) = why else { throw ExplanationFault.noCost }
    return reason
  }

  @Test func entryOfAProductReadsARowAndAColumn() throws {
    let reason = try quantity("z2[1]", Notebook.valuation())
    let reading = try #require(reason.reading)
    #expect(
      reading.form.text(.ascii)
        == "W2[1,1]*a1[1] + W2[1,2]*a1[2] + W2[1,3]*a1[3]")
    #expect((reading.value - 2.225112306971764).magnitude < 1e-15)
    #expect(reading.reads.map(\.name) == ["W2", "a1"])
    #expect(reading.reads.map(\.part) == [.row(0), .whole])
  }

  @Test func transposedProductReadsAColumn() throws {
    let reading = try quantity("da1[2]", Notebook.valuation()).reading
    #expect(reading?.reads.map(\.part) == [.column(1), .whole])
  }

  @Test func errorsAreSlopesOfTheCostInTheSum() throws {
    let reason = try quantity("δ1[2]", Notebook.valuation())
    #expect(
      reason.slope
        == SlopeMeaning(cost: "C", quantity: "z1", isPerExample: false))
    let batch = try quantity("δ1[2,1]", Notebook.batch(delta: .perExample))
    #expect(batch.slope?.isPerExample == true)
    let weights = try quantity("dW1[2,1]", Notebook.batch(delta: .perExample))
    #expect(weights.slope?.isPerExample == false)
  }

  @Test(arguments: [
    Worksheet.DeltaConvention.mean, .perExample,
  ])
  func everyWrittenOutEntryHasTheQuantitysValue(
    delta: Worksheet.DeltaConvention
  ) throws {
    for valuation in [
      try Notebook.batch(delta: delta), try HandWritten.softmax(),
      try HandWritten.residual(), try HandWritten.shared(),
    ] {
      for equation in valuation.worksheet.equations
      where equation.role != .update {
        let value = try #require(valuation.values[equation.name])
        for offset in value.storage.indices {
          let reading = try EntryReading(
            EntryKey(equation.name, offset), of: equation, in: valuation)
          let scale = max(1, reading.value.magnitude)
          #expect(
            (reading.value - value.storage[offset]).magnitude
              <= 1e-12 * scale,
            "\(reading.target.text()) = \(reading.form.text())")
        }
      }
    }
  }

  @Test func transposeFindsItsForwardProduct() throws {
    let left = try part("W2'", Notebook.valuation())
    #expect(left.equation.name == "da1")
    #expect(left.forward?.equation == "z2")
    #expect(left.forward?.isLeft == true)
    let right = try part("x'", Notebook.valuation())
    #expect(right.equation.name == "dW1")
    #expect(right.forward?.isLeft == false)
  }

  @Test func divisionByTheExamplesComesFromTheMean() throws {
    let reason = try part("1/m", Notebook.batch(delta: .perExample))
    #expect(reason.origin?.name == "C")
    #expect(reason.others == ["dW1"])
  }

  @Test func theNearbyEquationComesFirst() throws {
    let valuation = try Notebook.batch(delta: .perExample)
    #expect(try part("1/m", valuation).equation.name == "dW2")
    #expect(
      try part("1/m", valuation, near: "dW1").equation.name == "dW1")
  }

  @Test func longSumsStandUnderTheSignAndAreCounted() throws {
    let sheet = try NetworkDescription(
      layers: [30, 1], activations: [Activation.all[0]], hasBias: [true],
      cost: Cost.all[0], examples: .one
    ).worksheet()
    var numbers = Numbers(2)
    let valuation = try Valuation(
      sheet,
      givens: [
        "x": try numbers.matrix(30, 1), "W1": try numbers.matrix(1, 30),
        "b1": try numbers.matrix(1, 1), "y": try numbers.matrix(1, 1),
      ])
    let reading = try #require(try quantity("z1[1]", valuation).reading)
    let text = reading.form.elided(valuation, limit: 8).text(.ascii)
    #expect(text.contains("x[8] + ... (22 more) + b1"))
    #expect(!text.contains("x[9]"))
  }

  @Test func linesSayWhatChanged() throws {
    let valuation = try Notebook.valuation()
    let before = try valuation.expression("(a2 - y) .* sigmoid'(z2)")
    let after = try valuation.expression("(a2 - y) .* (a2 .* (1 - a2))")
    let line = DerivationLine(
      subject: "δ2", expression: after, reason: Reason(.slope, "sigmoid"),
      notes: [], place: 1, before: [before], letters: [])
    let reason = LineReason(line, in: valuation)
    #expect(
      reason.changes == [
        LineReason.Change(
          before: try valuation.expression("sigmoid'(z2)"),
          after: try valuation.expression("a2 .* (1 - a2)"))
      ])
    #expect(
      reason.text(valuation, for: Page(isPlain: true)).spoken().plain.hasPrefix(
        """
        delta 2 equals open bracket a 2 minus y close bracket entry by entry \
        times open bracket a 2 entry by entry times open bracket 1 minus a 2 \
        close bracket close bracket
        Slope of sigma: the slope of a function is known and written in its \
        output or input.
        sigma prime of z 2 became a 2 entry by entry times open bracket 1 \
        minus a 2 close bracket.
        """))
  }

  static let questions = [
    "z2[1]", "z2", "δ1[2]", "δ1", "W2'", "C", "W2[1,2]", "x", "y[1]", "W1",
    "dW1[1,2]", "a1[3]", "a2 - y", "W1 @ x", "½", "1 - 2*C", "sigmoid'(z1)",
    "da2[1]",
  ]

  @Test(arguments: questions)
  func everyAnswerFitsItsPage(text: String) throws {
    let valuation = try Notebook.valuation()
    let why = try Why(valuation.expression(text), in: valuation)
    for width in [80, 60, 40] {
      for charset in [Charset.unicode, .ascii] {
        let page = Page(width: width, charset: charset)
        let answer = why.text(valuation, for: page)
        #expect(answer.width <= width, "\(answer.plain)")
        #expect(!answer.plain.contains("\u{A0}"))
        let isASCII = answer.plain.utf8.count == answer.plain.count
        #expect(isASCII || charset == .unicode, "\(answer.plain)")
      }
    }
    let spoken = why.text(valuation, for: Page(isPlain: true)).plain
    #expect(!spoken.contains("\u{A0}"))
    #expect(Set(spoken).isDisjoint(with: "⎡⎢⎣≈·"))
  }

  @Test(arguments: questions)
  func everyQuestionOfferedCanBeAsked(text: String) throws {
    let valuation = try Notebook.valuation()
    let answer = try Why(valuation.expression(text), in: valuation)
      .text(valuation, for: Page(isPlain: true)).plain
    let last = answer.split(separator: "\n").last ?? ""
    guard last.hasPrefix("ask again: ") else { return }
    for question in last.dropFirst(11).split(separator: ", ") {
      let asked = String(question.dropFirst(4))
      _ = try Why(valuation.expression(asked), in: valuation)
    }
  }

  @Test func questionsWithoutAnAnswerNameTheWayOut() throws {
    let valuation = try Notebook.valuation()
    do throws(ExplanationFault) {
      _ = try Why(.entry("δ1", [.at(9)]), in: valuation)
      Issue.record("δ1[9] does not exist")
    } catch {
      let diagnostic = error.diagnostic("why")
      #expect(diagnostic.headline == "there is no δ₁[9]")
      #expect(diagnostic.remedy == "shape delta1")
    }
  }
}
