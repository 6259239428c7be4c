import Matrices
import Networks
import Presentation
import Testing

@testable import Teaching

/// Examples of one's own: what is typed is read, and can be typed again.
@Suite struct DataWishTests {
  static let wishes = [
    "flowers.csv", "flowers.csv label species",
    "a/b.csv.gz label petal length test 0.25 standardise",
    "t.csv target -1 target price test 0.5 test-seed 7",
    "train-images-idx3-ubyte labels train-labels.gz seed 9",
    "~/t.csv label test test 0.1",
  ]

  @Test(arguments: wishes)
  func writingThenReadingIsIdentity(_ text: String) throws {
    let wish = try DataWish(text, isForNew: true)
    #expect(wish.words == text)
    #expect(try DataWish(wish.words, isForNew: true) == wish)
  }

  @Test func theCommandLineIsTheSameWithDashes() throws {
    var wish = DataWish(file: "my table.csv")
    try wish.take(.label, "petal length")
    try wish.take(.test, "20%")
    #expect(
      wish.options
        == "--data 'my table.csv' --label 'petal length' --test 0.2")
  }

  @Test func aFileIsNoPlainWord() {
    for file in ["t.csv", "./t", "~t", "train-images-idx3-ubyte", "a/b"] {
      #expect(DataWish.isFile(file))
    }
    for set in DataSet.all { #expect(!DataWish.isFile(set.name)) }
  }

  @Test(arguments: [
    ("t.csv lable kind", "t.csv label kind"),
    ("t.csv test 0.2 standardize", "t.csv test 0.2 standardise"),
    ("t.csv test x", nil), ("t.csv label", nil), ("t.csv test-seed -1", nil),
    ("t.csv nonsense", nil),
  ])
  func aSlipIsAnsweredWithTheLineThatWasMeant(
    _ text: String, _ better: String?
  ) {
    do throws(DataWishFault) {
      _ = try DataWish(text, isForNew: false)
      Issue.record("\(text) was read")
    } catch {
      #expect(error.instead?.words == better)
      #expect(error.diagnostic.remedy != nil)
    }
  }

  @Test func weightsAreDrawnForANewNetworkAlone() {
    #expect(throws: DataWishFault.self) {
      try DataWish("t.csv seed 3", isForNew: false)
    }
  }

  static func flowers() throws -> DataSet {
    try DataSet(
      x: Matrix([[1, 2, 3, 4], [0, 1, 0, 1]]),
      y: Matrix([[1, 0, 1, 0], [0, 1, 0, 1]]), classes: ["lily", "rose"],
      source: "t.csv")
  }

  @Test func twoClassesShareTheRowOfASingleOutput() throws {
    let wish = try DataWish("t.csv label kind", isForNew: true)
    let one = try wish.parts(of: Self.flowers(), outputs: 1).learned
    #expect(try one.y == Matrix([[0, 1, 0, 1]]))
    #expect(one.labels == (try Self.flowers().labels))
    let two = try wish.parts(of: Self.flowers(), outputs: 2).learned
    #expect(two == (try Self.flowers()))
  }

  /// A session, and the world's part of `network … on t.csv`.
  static func session(_ line: String, _ data: LearnedData) -> (Session, Reply) {
    var session = Session(library: LessonLibrary([]))
    let effects = session.type(line).effects
    guard case .read(let request)? = effects.first else {
      return (session, Reply(failed: true))
    }
    let reply = session.take(data, for: request)
    return (session, reply)
  }

  @Test func classesAreCalledByTheirNames() throws {
    let set = try Self.flowers().inOneRow()
    var (session, reply) = Self.session(
      "network 2 -> 3 tanh -> 1 sigmoid on t.csv label kind test 0.5",
      LearnedData(set, test: set))
    #expect(!reply.failed)
    #expect(reply.text.plain.contains("The classes: lily, rose."))
    let predicted = session.type("predict").text.plain
    #expect(predicted.contains("as lily  as rose"))
    #expect(predicted.contains("The 4 examples kept to test:"))
    #expect(session.type("plot surface").text.plain.contains("○ lily:"))
    session.type("examples circles 20")
    #expect(!session.type("predict").text.plain.contains("kept to test"))
    session.type("undo")
    #expect(session.type("predict").text.plain.contains("as lily"))
  }

  @Test func aNetworkThatDoesNotFitIsAnsweredWithOneThatDoes() throws {
    let data = LearnedData(try Self.flowers())
    let (session, reply) = Self.session(
      "network 3 -> 1 sigmoid on t.csv label kind", data)
    #expect(reply.failed && session.live?.worksheet.names.isEmpty ?? true)
    let remedy = try #require(reply.text.plain.remedies.first)
    #expect(remedy == "network 2 -> 8 tanh -> 2 softmax on t.csv label kind")
    #expect(!Self.session(remedy, data).1.failed)
  }

  @Test func aLessonReadsNoFile() throws {
    let text = """
      # Curious

      Needs nothing. Gives a look.

      ```run
      network 2 -> 1 sigmoid on secrets.csv
      examples secrets.csv
      ```
      """
    let lesson = try Lesson(id: "curious", text: text, library: { _ in nil })
    var session = Session(library: LessonLibrary([lesson]))
    let reply = session.type("")
    #expect(reply.effects.isEmpty)
    #expect(reply.text.plain.contains("a lesson looks and alters"))
  }

  @Test func longAndBrokenNamesStayInTheirTable() throws {
    let names = ["a\nb", String(repeating: "long", count: 20)]
    let set = try DataSet(
      x: Self.flowers().x, y: Self.flowers().y, classes: names,
      source: "t.csv")
    for page in [Page(), Page(width: 40)] {
      var (session, _) = Self.session(
        "network 2 -> 3 tanh -> 2 softmax on t.csv label kind",
        LearnedData(set))
      session.page = page
      let lines = session.type("predict").text.plain.split(separator: "\n")
      #expect(lines.allSatisfy { $0.count <= page.width }, "\(lines)")
      #expect(lines.contains { $0.contains("a b") })
    }
  }
}

/// Weights and trainings that the world has read.
@Suite struct SavedTrainingTests {
  static func xor() -> Session {
    var session = Session(library: LessonLibrary([]))
    session.type("network 2 -> 3 tanh -> 1 sigmoid on xor")
    return session
  }

  @Test func weightsComeBackAsOneAlteration() {
    var session = Self.xor()
    session.type("train 20 by adam")
    let (trained, cost) = (session.weights, session.live?.value(of: "C"))
    session.type("undo")
    let before = session.weights
    #expect(before != trained)
    #expect(!session.take(trained, from: "w.npz").failed)
    #expect(session.live?.value(of: "C") == cost)
    session.type("undo")
    #expect(session.weights == before)
  }

  @Test(arguments: ["descent", "momentum", "adam"])
  func aTrainingThatIsOpenedGoesOnToTheSameBits(rule: String) throws {
    var whole = Self.xor()
    whole.type("train 60 by \(rule) batch 2 schedule cosine")
    var half = Self.xor()
    half.type("train 25 by \(rule) batch 2 schedule cosine")
    let kept = try #require(half.training)
    let network = try #require(half.network)
    var next = Session(library: LessonLibrary([]))
    let reply = next.open(
      training: "half.training.json", network.description, network.values,
      kept.settings, kept.state)
    #expect(reply.text.plain.contains("left after 25 iterations"))
    next.type("train 35")
    #expect(next.weights == whole.weights)
    #expect(next.training?.state == whole.training?.state)
  }

  @Test func aStateThatDoesNotFitLeavesTheSessionAsItWas() throws {
    var session = Self.xor()
    session.type("train 5 by adam")
    let (kept, network) = (session.training, session.network)
    var state = try #require(kept?.state)
    state.values["W1"] = Matrix(scalar: 1)
    let before = session.live?.now.values
    let reply = session.open(
      training: "x.json", try #require(network).description,
      try #require(network).values, try #require(kept).settings, state)
    #expect(reply.failed)
    #expect(session.live?.now.values == before)
    #expect(session.prompt == "xor > ")
    #expect(session.training?.state == kept?.state)
  }

  @Test func onlyATrainingAsItStandsIsKept() {
    var session = Self.xor()
    #expect(session.type("save a.training.json").failed)
    session.type("train 5")
    let effects = session.type("save a.training.json").effects
    #expect(effects == [.saveTraining(file: "a.training.json")])
    session.type("set W1[1,1] = 9")
    let reply = session.type("save a.training.json")
    #expect(reply.failed && reply.effects.isEmpty)
    #expect(reply.text.plain.remedies == ["save a.json"])
    #expect(!session.type("save a.json").failed)
    #expect(session.type("save a.npz").effects == [.saveWeights(file: "a.npz")])
  }
}
