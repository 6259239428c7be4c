import Algebra
import Matrices
import Presentation
import Synchronization
import Testing

@testable import Teaching

/// `train` and what looks back at it, on a bench with one layer.
@Suite struct TrainCommandTests {
  private static func bench() -> Session {
    var session = Session(library: LessonLibrary([]))
    session.type(
      "new", "given x: 2×m, y: 1×m, W: 1×2, b: 1×1", "z = W @ x + b",
      "a = tanh(z)", "C = mean(colsum((a - y).^2))",
      "set x = [0 0 1 1; 0 1 0 1], y = [0 0.5 0.5 0.9]",
      "set W = [0.3 -0.2], b = 0.1")
    return session
  }

  private func weights(_ session: Session) -> [Matrix<Double>?] {
    [session.live?.value(of: "W"), session.live?.value(of: "b")]
  }

  private func cost(_ session: Session) -> Double {
    session.live?.value(of: "C")?.storage.first ?? .nan
  }

  @Test func undoTakesAWholeTrainingBack() {
    var session = Self.bench()
    let (before, first) = (weights(session), cost(session))
    let reply = session.type("train 300 rate 0.3")
    #expect(!reply.failed)
    #expect(reply.text.plain.contains("300 iterations by descent, η = 0.3"))
    #expect(cost(session) < first / 2)
    session.type("undo")
    #expect(weights(session) == before)
  }

  @Test(arguments: ["descent", "momentum", "adam"])
  func aTrainingGoesOnAsIfItHadBeenOne(rule: String) {
    var (once, twice) = (Self.bench(), Self.bench())
    once.type("train 120 rate 0.05 by \(rule)")
    twice.type("train 50 rate 0.05 by \(rule)", "train 70")
    #expect(weights(once) == weights(twice))
  }

  @Test func wayToAnIterationCanBeStopped() {
    var session = Self.bench()
    session.type("train 300 rate 0.3 every 300")
    let before = weights(session)
    let reply = Interruption.watched(by: { true }) {
      session.type("goto iteration 200")
    }
    #expect(reply.failed)
    #expect(
      reply.text.plain.contains("the way to iteration 200 was stopped"))
    #expect(reply.text.plain.contains("the weights are as they were before"))
    #expect(weights(session) == before)
    #expect(!session.type("goto iteration 200").failed)
    #expect(weights(session) != before)
    session.type("undo")
    #expect(weights(session) == before)
  }

  /// Ctrl-C stays pressed, so to speak, while the weights are taken over.
  @Test func whatWasLearnedBeforeAnInterruptionIsKept() {
    var session = Self.bench()
    let before = weights(session)
    let asked = Mutex(0)
    let reply = Interruption.watched(
      by: {
        asked.withLock {
          $0 += 1
          return $0 > 60
        }
      }
    ) {
      session.type("train 1000 rate 0.3 batch 1 every 1000")
    }
    #expect(
      reply.text.plain.contains("The weights are those after iteration"))
    let kept = weights(session)
    #expect(kept != before)
    #expect(session.trained?.record.state.values["W"] == kept[0])
    session.type("undo")
    #expect(weights(session) == before)
  }

  @Test func whatIsAlteredByHandBeginsAnotherTraining() {
    var session = Self.bench()
    session.type("train 50 by momentum", "set b = 0", "train 10")
    let reply = session.type("goto iteration 11")
    #expect(reply.failed)
    #expect(reply.text.plain.contains("from 0 to 10"))
  }

  @Test func everyIterationCanBeHadBack() {
    var (session, short) = (Self.bench(), Self.bench())
    session.type("train 200 by adam rate 0.02")
    let end = weights(session)
    for count in [0, 1, 77, 199] {
      short = Self.bench()
      short.type("train \(count) by adam rate 0.02")
      let reply = session.type("goto iteration \(count)")
      #expect(!reply.failed)
      #expect(weights(session) == weights(short))
    }
    session.type("goto iteration 200")
    #expect(weights(session) == end)
  }

  @Test func oneIterationIsGoneThroughNumberByNumber() {
    var (session, plain) = (Self.bench(), Self.bench())
    session.type("train 1 step")
    plain.type("train 1")
    #expect(weights(session) == weights(plain))
    let walk = session.type("walk 99").text.plain
    #expect(walk.contains("W ← W - η·dW"))
    #expect(walk.contains("C = mean"))
  }

  @Test func aNumberThatWasNotRecordedIsFoundAgain() {
    var (session, recorded) = (Self.bench(), Self.bench())
    session.type("train 100")
    recorded.type("train 100 record W[1,2]")
    let plot = session.type("plot training W[1,2]").text.plain
    #expect(plot == recorded.type("plot training W[1,2]").text.plain)
    #expect(plot.contains("W[1,2], up, against the iteration"))
  }

  @Test func theNumbersOnTheWayAreATable() {
    var session = Self.bench()
    session.type("train 10 every 5 record W[1,1]")
    guard
      case .write("way.csv", let text)? =
        session.type("save way.csv").effects.first
    else {
      Issue.record("nothing is written")
      return
    }
    let lines = text.split(separator: "\n")
    #expect(lines.first == "iteration,epoch,cost,\"W[1,1]\"")
    #expect(
      lines.dropFirst().map { $0.prefix { $0 != "," } } == ["0", "5", "10"])
  }

  @Test func conditionsEndATraining() {
    var session = Self.bench()
    let low = session.type("train 100000 rate 0.3 until C < 0.02")
    #expect(low.text.plain.contains("as low as was asked"))
    #expect(cost(session) <= 0.02)
    // The condition was for that training alone.
    #expect(session.type("train 5").text.plain.contains("5 iterations"))
    session = Self.bench()
    let rise = session.type("train 100 rate 60 every 1 while falling")
    #expect(rise.text.plain.contains("the cost rose"))
  }

  @Test func numbersThatOverflowAreNamedAndNotKept() {
    var session = Session(library: LessonLibrary([]))
    session.type(
      "new", "given x: 1×m, y: 1×m, w: 1×1", "a = w @ x",
      "C = mean(colsum((a - y).^2))", "set x = [1 2], y = [1 2], w = 0")
    let reply = session.type("train 1000 rate 100")
    #expect(reply.failed)
    #expect(reply.text.plain.contains("too large to be held"))
    let left = session.live?.value(of: "w")?.storage ?? []
    #expect(left.allSatisfy(\.isFinite) && !left.isEmpty)
  }

  @Test func theRuleIsShownInTheLanguage() {
    var session = Self.bench()
    let text = session.type("train 0 by adam").text.plain
    for part in ["vW ← β₂·vW + (1 - β₂)·dW.²", "β₁ = 0.9", "Kingma"] {
      #expect(text.contains(part), "\(text)")
    }
  }

  @Test(arguments: [
    "train bacth 2", "train rate nothing", "train rate -1", "train by adma",
    "train batch", "train batch 0", "train schedule fast", "train until C",
    "train 3 step", "train while rising", "train 5000000000", "train seed x",
    "train μ 0.5", "train record W", "goto iteration x",
  ])
  func whatCannotBeDoneIsAnsweredWithARemedyThatWorks(line: String) {
    var session = Self.bench()
    session.type("train 2")
    let before = weights(session)
    let reply = session.type(line)
    let text = reply.text.plain
    #expect(reply.failed, "\(text)")
    #expect(weights(session) == before)
    let remedy = text.split(separator: "\n").first { $0.contains("try: ") }
      .map { $0.drop { $0 != ":" }.dropFirst(2) }
    guard let remedy else { return }
    #expect(!session.type(String(remedy)).failed, "\(remedy)")
  }

  @Test func wordsAreCompleted() {
    let session = Self.bench()
    let found = { (line: String) in
      session.completions(of: line, cursor: line.count).candidates
    }
    #expect(found("train 100 ra").contains("rate"))
    #expect(found("train by mo").contains("momentum"))
  }
}
