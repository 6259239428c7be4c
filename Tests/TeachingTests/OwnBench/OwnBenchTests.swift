import Networks
import Testing

@testable import Teaching

/// A bench of one's own: what is written down is computed at once, and can
/// be taken back line by line.
struct OwnBenchTests {
  static func bench(_ lines: String...) -> Session {
    var session = SmallLessons.session()
    session.type("", "new", "given W: k×n, x: n×m, b: k×1, y: k×m")
    for line in lines { session.type(line) }
    return session
  }

  static let equations = ["z = W @ x + b", "C = ½ sum((z - y).^2)/m"]

  static func derived() -> Session {
    bench(equations[0], equations[1])
  }

  @Test func newOpensAnEmptyBench() {
    var session = SmallLessons.session()
    #expect(!session.type("new").failed)
    #expect(session.prompt == "bench > ")
    #expect(session.type("").failed)
    #expect(session.progress.lesson == "straight")
  }

  @Test func freeSizesAreDistinctAndTheSameEveryTime() throws {
    let one = try #require(Self.bench().live)
    let other = try #require(Self.bench().live)
    #expect(one.now.values == other.now.values)
    let w = try #require(one.now.values["W"])
    let x = try #require(one.now.values["x"])
    #expect(Set([w.rows, w.columns, x.columns]).count == 3)
    #expect(w.columns == x.rows)
  }

  @Test func aColumnSumThatIsAssumedHolds() throws {
    var session = SmallLessons.session()
    session.type("given a: n×m, y: k×m with colsum(y) = 1")
    let live = try #require(session.live)
    let y = try #require(live.now.values["y"])
    #expect(y.columnsSumToOne)
    #expect(session.type("given t: 2×2 with rowsum(t) = 1").failed)
    #expect(session.type("given u: 2×2 with colsum(v) = 1").failed)
  }

  @Test(arguments: [
    "dW", "δ", "why dW[1,2]", "paths dW[1,1]", "nudge W[1,1] 0.01", "info",
    "graph", "dC/dW", "display db", "plot C for W[1,2] in 0..1",
  ])
  func slopesAreDerivedAtOnce(_ line: String) {
    var session = Self.derived()
    let reply = session.type(line)
    #expect(!reply.failed, "\(reply.text.plain)")
  }

  @Test func theSlopesAreThoseOfDifferences() throws {
    let live = try #require(Self.derived().live)
    let slope = try #require(live.now.values["dW"])
    let truth = try live.now.value(
      of: .derivative("C", by: "W", .straight), slopesBy: .differences)
    for (one, other) in zip(slope.storage, truth.storage) {
      #expect((one - other).magnitude < 1e-6)
    }
  }

  @Test func setFixesTheSizes() throws {
    var session = Self.derived()
    #expect(!session.type("set W = [1 2; 3 4; 5 6; 7 8; 9 10]").failed)
    let live = try #require(session.live)
    #expect(live.now.values["x"]?.rows == 2)
    #expect(live.now.values["y"]?.rows == 5)
    #expect(session.type("set x = [1 2; 3 4; 5 6]").failed)
    #expect(session.live?.now.values["x"]?.rows == 2)
  }

  @Test func undoTakesTheLastLineBack() {
    var session = Self.derived()
    session.type("undo")
    #expect(session.live?.worksheet.cost == nil)
    session.type("undo", "undo")
    #expect(session.live?.worksheet.names == [])
    #expect(session.type("undo").failed)
    session.type("redo 3")
    #expect(session.live?.worksheet.cost != nil)
  }

  @Test func anyNumberCanBeTheCost() {
    var session = Self.bench(Self.equations[0], "E = sum(z.^2)")
    #expect(session.live?.worksheet.cost == nil)
    #expect(!session.type("cost E").failed)
    #expect(!session.type("dW").failed)
    #expect(!session.type("F = sum(z)  cost").failed)
    #expect(session.live?.worksheet.cost?.name == "F")
    #expect(session.type("cost z").failed)
    #expect(session.live?.worksheet.cost?.name == "F")
  }

  static let wrong = [
    "z = W @ y", "W = 3", "given W: 2×2", "given dW: 2×2", "given δ1",
    "dW = 2", "given q: 2", "given q: a×", "given 3: 2×2", "given",
    "sigmoid = 2", "given k", "C = z +", "q = nothing", "= 3", "set z = 3",
    "cost nothing", "given a, a", "D[1] = 3", "new thing",
  ]

  @Test(arguments: wrong)
  func aRefusedLineLosesNothing(_ line: String) {
    var session = Self.derived()
    let before = session.live?.now.values
    let reply = session.type(line)
    #expect(reply.failed)
    #expect(!reply.text.plain.contains("Fault"))
    #expect(session.live?.now.values == before)
    for remedy in reply.text.plain.remedies {
      #expect(!session.type(remedy).failed, "\(line): \(remedy)")
    }
  }

  @Test func openLeavesTheBenchAndNewComesBack() {
    var session = Self.derived()
    session.type("open straight")
    #expect(session.prompt != "bench > ")
    #expect(session.type("new").text.plain.contains("as you left it"))
    #expect(session.live?.worksheet.cost != nil)
    session.type("new again")
    #expect(session.live?.worksheet.names == [])
  }

  @Test func functionsAndNamesOfOnesOwnCanBeUsed() {
    var session = Self.bench(
      Self.equations[0], "let swish(t) = t*sigmoid(t)", "let rate = 3")
    #expect(!session.type("C = rate*sum(swish(z))").failed)
    #expect(!session.type("dW").failed)
    #expect(session.type("let k = 3").failed)
    #expect(session.type("let dz = 3").failed)
  }
}

/// Network files: what is saved comes back, and what is none says so.
struct NetworkEffectTests {
  @Test func aLayeredLessonCanBeSavedAndOpened() throws {
    var session = Session(
      library: CourseLibrary.lessons, opening: "last-layer")
    session.type("", "set W1[1,1] = 2")
    #expect(session.type("save a.json").effects == [.save(file: "a.json")])
    #expect(session.type("load a.json").effects == [.load(file: "a.json")])
    let network = try #require(session.network)
    let before = session.live?.now.values
    let reply = session.open(
      file: "some/a.json", network.description, network.values)
    #expect(!reply.failed)
    #expect(session.prompt == "a.json > ")
    #expect(session.live?.now.values["C"] == before?["C"])
    #expect(session.live?.now.values["dW1"] == before?["dW1"])
    #expect(!session.type("set W1[1,1] = 3", "save b.json").failed)
  }

  @Test func whatIsNoLayeredNetworkIsNotSaved() {
    var session = OwnBenchTests.derived()
    let reply = session.type("save a.json")
    #expect(reply.failed && reply.effects.isEmpty)
    #expect(session.type("save").failed && session.type("load").failed)
  }

  /// λ/2m times the squares of all weights, in the cost and in each slope.
  @Test func newNetworkMayBePenalised() {
    var session = Session(library: CourseLibrary.lessons)
    let reply = session.type(
      "network 2 -> 3 tanh -> 1 sigmoid, l2 0.5, no bias on xor")
    #expect(!reply.failed)
    #expect(session.type("check").text.plain.contains("agrees"))
    #expect(session.type("print W1").failed == false)
    #expect(session.type("print b1").failed)
    let free = session.type("print C").text.plain
    _ = session.type("network 2 -> 3 tanh -> 1 sigmoid, no bias on xor")
    #expect(session.type("print C").text.plain != free)
    for line in ["l2", "l2 -1", "l2 x", "bias", ""] {
      let refused = session.type(
        "network 2 -> 3 tanh -> 1 sigmoid, \(line) on xor")
      #expect(refused.failed, "\(line)")
      #expect(refused.text.plain.contains("behind a comma stands"), "\(line)")
    }
  }

}
