import Algebra
import Testing

@testable import Teaching

@Suite struct JudgeTests {
  // δ2[1] is -1.774887693.

  @Test(arguments: [
    ("-1.774888", "right"), ("-1.77", "right"), ("-1.775", "right"),
    ("-1.8", "right"), ("-1.774887693", "right"),
    ("-2", "That is near. Two digits at least, please."),
    ("-1.78", "That is near: look at the last digit that you typed."),
    ("-1.7", "That is near: look at the last digit that you typed."),
    ("1.77", "The right size, with the other sign."),
    ("-17.7", "The right digits. Where does the decimal point stand?"),
    ("-18", "The right digits. Where does the decimal point stand?"),
    ("-20", "That comes to something else."),
    ("-3.55", "You are off by a factor of 2."),
    ("-12.424", "That comes to something else."),
    ("10*(a2[1] - y[1])", "That comes to something else."),
    ("12", "That comes to something else."),
    ("[-1.77; 1.02]", "You gave 2×1 numbers, and one number is asked."),
    ("a2[1] - y[1]", "right"), ("z2[1] - 4", "right"),
    ("(a2 - y)[1]", "right"),
    ("δ2[1]", "δ₂[1] is the very thing that is asked. What is it made of?"),
    (
      "1*delta2[1]",
      "δ₂[1] is the very thing that is asked. What is it made of?"
    ),
    (
      "dC/dz2[1]",
      "dC/dz₂[1] is the very thing that is asked. What is it made of?"
    ),
    ("a2 - y)", "unreadable: this ‘)’ closes a bracket that was never opened"),
    ("foo", "unreadable: there is no foo here"),
  ])
  func numbersAgreeToTheDigitsTyped(_ line: String, _ said: String) throws {
    let asking = try Asking("answer: a2[1] - y[1]")
    #expect(asking.said(of: line) == said)
  }

  @Test(arguments: ["0.05", "1/20", "5e-2", ".05", "0.050", "w1/10", "5/100"])
  func anyFormOfANumberIsAccepted(_ line: String) throws {
    let asking = try Asking("answer: 1/20", on: Asking.oneWeight)
    #expect(asking.said(of: line) == "right")
  }

  @Test(arguments: [
    ("W2' @ δ2", "right"), ("(δ2' @ W2)'", "right"), ("W2'·δ2", "right"),
    ("W2 @ δ2", "The other way."), ("(W2) @ delta2", "The other way."),
    ("δ2' @ W2", "Lying down."),
    ("da1", "da₁ is the very thing that is asked. What is it made of?"),
    ("da1'", "Lying down."),
    ("-(W2' @ δ2)", "The right size, with the other sign."),
    ("W2", "You gave 2×3 numbers, and 3×1 numbers are asked."),
    ("W2' @ δ2 + [0; 0; 1]", "2 of 3 entries agree."),
  ])
  func aMatrixIsJudgedEntryByEntryAndByShape(
    _ line: String, _ said: String
  ) throws {
    let asking = try Asking(
      """
      answer: W2' @ δ2
      wrong: W2 @ δ2
        The other way.
      wrong: δ2' @ W2
        Lying down.
      """)
    #expect(asking.said(of: line) == said)
  }

  @Test func partsThatDoNotFitAreNamedWithTheirShapes() throws {
    let asking = try Asking("answer: W2' @ δ2")
    let said = asking.said(of: "W2 @ δ2")
    #expect(said.contains("2×3") && said.contains("2×1"))
    #expect(!said.contains("W2'"))
  }

  @Test(arguments: [
    ("W2' @ δ2", "right"),
    ("-1.25", "You gave one number, and 3×1 numbers are asked."),
  ])
  func aLineIsHeldAgainstItsEquation(_ line: String, _ said: String) throws {
    let asking = try Asking("line: da1")
    #expect(asking.said(of: line) == said)
  }

  @Test func aLineOfNumbersIsNoLine() throws {
    let asking = try Asking("line: δ1", on: Asking.oneWeight)
    #expect(asking.said(of: "-4.5") == Remark.numbersForLine.sentence)
    #expect(asking.said(of: "z1 - y") == "right")
    #expect(asking.said(of: "x*w1 - y") == "right")
    #expect(asking.said(of: "-3*z1") == Remark.onlyHere.sentence)
  }

  @Test(arguments: [
    ("negative", "right"), ("-1", "right"), ("-", "right"),
    ("positive", "The right size, with the other sign."),
  ])
  func aSignMayBeAWord(_ line: String, _ said: String) throws {
    let asking = try Asking("answer: sign(δ2[1])")
    #expect(asking.said(of: line) == said)
  }

  @Test(arguments: [
    ("3x1", "right"), ("3×1", "right"), ("3 by 1", "right"),
    ("[3 1]", "right"), ("1x3", "0 of 2"),
  ])
  func aShapeMayBeAWord(_ line: String, _ said: String) throws {
    let asking = try Asking("answer: shape(da1)")
    let found = asking.said(of: line)
    #expect((found == "right") == (said == "right"))
  }

  @Test func aRightAnswerWinsOverASlipOfTheSameValue() throws {
    let asking = try Asking(
      "answer: y/x\nwrong: 2\n  A slip.", on: Asking.oneWeight)
    #expect(asking.said(of: "y/x") == "right")
    #expect(asking.said(of: "2") == "right")
  }

  @Test func slipsAreMatchedAtTheLearnersNumbers() throws {
    let asking = try Asking(
      "answer: x*(z1 - y)\nwrong: -x*(z1 - y)\n  Turned.",
      on: Asking.oneWeight)
    #expect(asking.said(of: "13.5") == "Turned.")
    let altered = try asking.after("set w1 = 1")
    #expect(altered.said(of: "9") == "Turned.")
    #expect(altered.said(of: "-9") == "right")
  }

  @Test func aConditionThatFailsTakesTheLessonsNumbers() throws {
    let asking = try Asking(
      "answer: z1 - y\nwhen: z1 < y", on: Asking.oneWeight)
    let altered = try asking.after("set w1 = 4")
    let judgement = altered.judgement(of: "-4.5")
    #expect(judgement.isRight)
    #expect(judgement.usesLessonNumbers)
    #expect(!asking.judgement(of: "-4.5").usesLessonNumbers)
  }

  @Test func theAuthorsOwnNamesAreAllowed() throws {
    let asking = try Asking("answer: δ1*x", on: Asking.oneWeight)
    #expect(asking.said(of: "x*δ1") == "right")
    #expect(asking.said(of: "dw1") != "right")
    #expect(asking.said(of: "D(C, w1)") != "right")
  }

  @Test func aWithinAllowsForEstimates() throws {
    let asking = try Asking("answer: z1 - y\nwithin: 0.2", on: Asking.oneWeight)
    #expect(asking.said(of: "-4.35") == "right")
    #expect(asking.said(of: "-4.25") != "right")
  }

  @Test func roundedFactorsMayBeMultiplied() throws {
    // δ2[1]*a1[2] is -1.774888 * 0.979148.
    let asking = try Asking("answer: δ2[1]*a1[2]")
    #expect(asking.said(of: "-1.775 * 0.9791") == "right")
    #expect(asking.said(of: "-1.775 * 0.9") != "right")
  }

  @Test func aSlopeOfAPartIsNoRestatement() throws {
    let asking = try Asking("answer: W2' @ δ2")
    #expect(
      asking.said(
        of: "[W2[1,1]; W2[1,2]; W2[1,3]]*D(C, z2[1])"
          + " + [W2[2,1]; W2[2,2]; W2[2,3]]*D(C, z2[2])") == "right")
    let power = try Asking("answer: (1/4)^5")
    #expect(power.said(of: "σ'(0)^5") == "right")
  }

  @Test func aQuantityOfTheSameValueByChanceIsAllowed() throws {
    // With y = 0 the error and the output have one value.
    let asking = try Asking("answer: z1 - y", on: Asking.oneWeight)
      .after("set y = 0")
    #expect(asking.said(of: "z1*1") == "right")
    #expect(asking.said(of: "δ1*1") != "right")
  }

  @Test func thePromptIsNoAnswer() throws {
    let bench = Asking.oneWeight
    let asking = try Asking("answer: 4", on: bench)
    #expect(asking.said(of: "relu(4)") != "right")
    #expect(asking.said(of: "8/2") == "right")
  }

  @Test(arguments: [
    "0.0e-9223372036854775808", "1e-9223372036854775809", "0e99999999999999",
    "-9223372036854775808", "[1e308 1e308]", "1e308*10", "0/0", "",
    "((((((((((1))))))))))", "\u{1B}[31m", "δ2[9]", "W2[0,1]", "ln(-1)",
  ])
  func hostileAnswersAreAnswered(_ line: String) throws {
    let asking = try Asking("answer: a2[1] - y[1]")
    #expect(!asking.judgement(of: line).isRight)
    #expect(!asking.said(of: line).isEmpty)
    let choice = try Asking(
      "choice: 1 > 0\n  One.\nchoice: 0 > 1\n  Two.")
    #expect(!choice.judgement(of: line).isRight)
  }

  @Test func zeroIsOnlyTheNumberZero() throws {
    let small = try Asking("answer: w1/1000", on: Asking.oneWeight)
    #expect(small.said(of: "0") != "right")
    #expect(small.said(of: "0.00") != "right")
    #expect(small.said(of: "0.00050") == "right")
    let none = try Asking("answer: w1 - w1", on: Asking.oneWeight)
    #expect(none.said(of: "0") == "right")
    #expect(none.said(of: "0.0") == "right")
    #expect(none.said(of: "0.01") != "right")
  }
}
