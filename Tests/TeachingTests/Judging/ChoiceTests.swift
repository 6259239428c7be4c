import Algebra
import Testing

@testable import Teaching

@Suite struct ChoiceTests {
  private static let lines = """
    choice: z1 < y
      It falls.
    choice: z1 > y
      It rises.
      reply: Is it too low or too high?
    choice: abs(z1 - y) < 0.0001
      It stays as it is.
    """

  @Test(arguments: [
    ("1", "right"), ("it falls", "right"), ("It falls.", "right"),
    ("2", "Is it too low or too high?"),
    ("It r", "Is it too low or too high?"),
    ("3", "That comes to something else."),
    ("4", "unreadable: none of the choices begins like that"),
    ("It", "unreadable: several choices begin like that"),
  ])
  func aChoiceIsANumberOrTheBeginningOfItsText(
    _ line: String, _ said: String
  ) throws {
    let asking = try Asking(Self.lines, on: Asking.oneWeight)
    #expect(asking.said(of: line) == said)
  }

  @Test func theRightChoiceIsComputedAtTheLearnersNumbers() throws {
    let asking = try Asking(Self.lines, on: Asking.oneWeight)
    let altered = try asking.after("set w1 = 4")
    #expect(altered.said(of: "2") == "right")
    #expect(
      altered.question.rightChoices(
        on: altered.bench, at: altered.valuation) == [1])
  }

  @Test func numbersFollowTheOrderShown() throws {
    let asking = try Asking(Self.lines, on: Asking.oneWeight)
    let judgement = asking.question.judgement(
      of: "3", on: asking.bench, at: asking.valuation, order: [1, 2, 0])
    #expect(judgement.isRight)
    #expect(judgement.choices == [0])
  }

  private static let several = """
    choose: all
    choice: z1 < y
      It is too low.
      reply: Which way is the target?
    choice: z1 > 0
      It is above nothing.
      reply: What is its sign?
    choice: z1 > y
      It is too high.
      reply: Compare it with the target.
    """

  @Test(arguments: [
    ("1 2", "right"), ("2,1", "right"), ("1 and 2", "right"),
    (
      "It is above", "You left one out: It is too low. Which way is the target?"
    ),
    ("1", "You left one out: It is above nothing. What is its sign?"),
    (
      "1 2 3",
      "This one does not hold: It is too high. Compare it with the target."
    ),
    (
      "3", "This one does not hold: It is too high. Compare it with the target."
    ),
    ("1 4", "unreadable: none of the choices begins like that"),
  ])
  func allThatHoldCanBeAskedFor(_ line: String, _ said: String) throws {
    let asking = try Asking(Self.several, on: Asking.oneWeight)
    #expect(asking.said(of: line) == said)
  }

  @Test func aStateIsRightAsSoonAsItHolds() throws {
    let asking = try Asking(
      "until: C < 1\nanswer: set w1 = 2", on: Asking.oneWeight)
    #expect(asking.said(of: "") == "not yet")
    #expect(try asking.after("set w1 = 1.9").said(of: "") == "right")
  }

  @Test func anAlterationReachesARowAndRefusesWhatIsComputed() throws {
    let asking = try Asking("until: abs(δ1[1]) < 0.001\nanswer: set x = x")
    let before = try #require(asking.valuation)
    let altered = try #require(
      Alteration("set W1[1,:] = 4 * W1[1,:]", in: before.scope)?
        .applied(to: before))
    #expect(altered.values["W1"]?[0, 1] == 4 * 0.61840113)
    #expect(altered.values["W1"]?[1, 1] == before.values["W1"]?[1, 1])
    #expect(
      Alteration("set z1[1] = 0", in: before.scope)?.applied(to: before) == nil)
    #expect(
      Alteration("set W1 = [1 2]", in: before.scope)?.applied(to: before)
        == nil)
  }
}
