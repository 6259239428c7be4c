import Presentation
import Testing

@testable import Teaching

struct HostileInputTests {
  static let lines: [String] = [
    "foo", "W9", "print", "print W9", "print W1 @ x", "C[1]", "x[2]", "1 2",
    "(((", ")))", "[", "]", "'", "=", "==", "a = b = c", "set", "set w1",
    "set w1 = ", "set = 3", "set w1 = w9", "set w1 == 2", "nudge", "nudge w1",
    "nudge w1 x y", "nudge w1 0", "nudge q 1", "until", "until 3", "goto",
    "goto 99999999999999999999", "goto -1", "goto a b c", "back 0",
    "back -1", "back 1000000000000000000000", "next 999999", "digits 0",
    "digits 999", "open", "open nowhere", "open 0", "help nothing",
    "help help help", "why", "why 99", "why foo", "why 3 +", "paths 3",
    "plot", "plot z for", "plot z for z in", "plot z for z in 5..1",
    "plot z for z in a..b", "plot W9", "plot 1/z", "let", "let = 3",
    "let C = 3", "let q = 3", "let f(", "let f( = 3", "let f(z) = w9",
    "let sigmoid(z) = z", "let t = t + 1", "shape", "shape foo", "info foo",
    "info 3", "display", "display foo", "undisplay foo", "transcript a b",
    "record", "record a b", "record --cast", "record --film a", "record -",
    "transcript --cast a", "progress off", "progress --export",
    "progress --export a b", "hint", "reveal foo", "skip", "reveal", "undo 99",
    "redo", "reset 3",
    "history 99999", "train 5", "δ", "\\delta", "\\", "ŵ", "🦆", "w1🦆",
    "0/0", "1/0", "exp(1000)", "ones(1000000, 1000000)", "1e999",
    "sum(k, k)", "D(C, w1)", "dC/dw1", "d(w1)", "w1''''", "w1[", "w1[1",
    "rm -rf /", "; ls", "$(ls)", "`ls`", "%s%n", "\u{1B}[31mred", "a\u{0}b",
    "\t", "   ", "next\tnext", "-", "--help", "?", "? set", "!", "#",
  ]

  static let long: [String] = [
    String(repeating: "a", count: 100_000),
    String(repeating: "(", count: 4000),
    String(repeating: "(", count: 100_000),
    String(repeating: "-", count: 4000) + "1",
    String(repeating: "[", count: 2000) + String(repeating: "]", count: 2000),
    "print " + String(repeating: "1+", count: 2000) + "1",
    "set w1 = " + String(repeating: "sin(", count: 900) + "1"
      + String(repeating: ")", count: 900),
    String(repeating: "é", count: 10_000),
    "goto " + String(repeating: "x", count: 4000),
    "let " + String(repeating: "z", count: 3000) + " = 1",
  ]

  static let everything = lines + long

  @Test(arguments: everything.indices)
  func oneClearAnswerAndNothingLost(_ index: Int) {
    let line = Self.everything[index]
    var session = SmallLessons.session()
    session.type("", "set w1 = 2.5")
    let values = session.live?.now.values
    let reply = session.reply(to: line)
    #expect(reply.text.runs.count < 4000)
    if reply.failed {
      #expect(session.live?.now.values == values)
      #expect(!reply.text.isEmpty)
      #expect(!reply.text.plain.contains("Fault"))
    }
    let strange = reply.text.plain.unicodeScalars.contains {
      $0.properties.generalCategory == .control && $0 != "\n"
    }
    #expect(!strange)
    #expect(!session.reply(to: "z1").failed)
  }

  /// Every line behind `try:` can be typed.
  @Test(arguments: lines.indices)
  func everyRemedyWorksAsTyped(_ index: Int) {
    var session = SmallLessons.session()
    session.type("", "set w1 = 2.5")
    let reply = session.reply(to: Self.lines[index])
    for remedy in reply.text.plain.remedies {
      var other = session
      let cure = other.reply(to: remedy)
      let text = cure.text.plain
      let isHidden = text.contains("comes on screen")
      #expect(
        !cure.failed || isHidden, "\(Self.lines[index]): \(remedy): \(text)")
    }
  }

  @Test(arguments: lines.indices)
  func aQuestionSurvivesAnything(_ index: Int) {
    var session = QuestionTests.atQuestion()
    _ = session.reply(to: Self.lines[index])
    _ = session.prompt
    #expect(!session.reply(to: "print z1").failed)
  }
}

extension String {
  /// What stands behind `try:`, each remedy by itself.
  var remedies: [String] {
    var lines = split(separator: "\n").map(String.init)
    guard let start = lines.lastIndex(where: { $0.hasPrefix("try: ") }) else {
      return []
    }
    lines = lines[start...].map { $0.trimmed }
    let text = String(lines.joined(separator: " ").dropFirst(5))
    var remedies: [String] = []
    var rest = text[...]
    while let comma = rest.firstRange(of: ", or ") {
      remedies.append(String(rest[..<comma.lowerBound]))
      rest = rest[comma.upperBound...]
    }
    return remedies + [String(rest)]
  }
}
