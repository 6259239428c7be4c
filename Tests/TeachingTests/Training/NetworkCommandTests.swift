import Algebra
import Matrices
import Networks
import Presentation
import Testing

@testable import Teaching

/// Networks and examples that are made in a session, and pictures of them.
@Suite struct NetworkCommandTests {
  private static func circles() -> Session {
    var session = Session(library: LessonLibrary([]))
    session.type("network 2 → 6 tanh → 1 sigmoid on circles 80 seed 3")
    return session
  }

  @Test func aNetworkIsMadeWithItsExamples() {
    var session = Self.circles()
    #expect(session.live?.value(of: "x")?.shape == Shape(rows: 2, columns: 80))
    #expect(session.live?.value(of: "W1")?.shape == Shape(rows: 6, columns: 2))
    let reply = session.type("train 400 by adam rate 0.05")
    #expect(reply.text.plain.contains("→ 100 %"))
  }

  @Test func theSameLineMakesTheSameNetwork() {
    let (one, other) = (Self.circles(), Self.circles())
    #expect(one.live?.now.values == other.live?.now.values)
  }

  @Test(arguments: InitialWeights.all.map(\.name))
  func initialWeightsFollowFromTheirSeed(name: String) throws {
    let kind = try #require(InitialWeights.named(name))
    let shape = Shape(rows: 40, columns: 60)
    let drawn = try kind.matrix(for: "W1", shape, seed: 4)
    #expect(drawn == (try kind.matrix(for: "W1", shape, seed: 4)))
    let mean = drawn.storage.reduce(0, +) / 2400
    #expect(mean.magnitude < 0.06)
    guard name != "zeros" else { return }
    #expect(drawn != (try kind.matrix(for: "W1", shape, seed: 5)))
    #expect(drawn != (try kind.matrix(for: "W2", shape, seed: 4)))
    let variance = drawn.storage.reduce(0) { $0 + $1 * $1 } / 2400
    let expected = [
      "glorot": 2.0 / 100, "he": 2.0 / 60, "uniform": 1.0 / 3, "normal": 1,
    ][name]
    let wanted = try #require(expected)
    #expect((variance / wanted - 1).magnitude < 0.1, "\(variance)")
  }

  @Test(arguments: LearningPicture.all.map(\.name))
  func everyPictureIsDrawnOrSaysWhatItNeeds(name: String) {
    for page in [Page(), Page(width: 40), Page(isPlain: true)] {
      var session = Self.circles()
      session.page = page
      session.type("train 10")
      let reply = session.type("plot \(name)")
      if name == "images" {
        #expect(reply.text.plain.contains("try: network 144"))
      } else {
        #expect(!reply.failed, "\(reply.text.plain)")
        #expect(
          page.isPlain
            || reply.text.plain.split(separator: "\n").allSatisfy {
              $0.count <= page.width
            })
      }
    }
  }

  @Test func digitsAreShownWithWhatTheyAreTakenFor() {
    var session = Session(library: LessonLibrary([]))
    session.type("network 144 -> 12 tanh -> 10 softmax on digits 60")
    let before = session.type("plot images 10").text.plain
    #expect(before.contains(" as "))
    session.type("train 150 by adam rate 0.02")
    #expect(!session.type("plot images 10").text.plain.contains(" as "))
  }

  @Test func otherExamplesCanBeTakenAndGivenBack() {
    var session = Self.circles()
    let before = session.live?.value(of: "x")
    #expect(!session.type("examples moons 30").failed)
    #expect(session.live?.value(of: "x")?.columns == 30)
    session.type("undo")
    #expect(session.live?.value(of: "x") == before)
  }

  @Test(arguments: [
    "network", "network 2 → 3 tanh", "network 2 → 3 tahn → 1 sigmoid on xor",
    "network 2 → 3 → 1 sigmoid on xor", "network x → 1 sigmoid on xor",
    "network 3 → 1 sigmoid on circles", "network 2 → 1 sigmoid on squares",
    "network 2 → 1 sigmoid, fast on xor", "examples squares", "examples digits",
    "examples circles -3", "examples circles noise", "plot heat nosuch",
    "plot surface now", "plot images x",
  ])
  func slipsAreAnsweredWithARemedyThatWorks(line: String) {
    var session = Self.circles()
    let values = session.live?.now.values
    let reply = session.type(line)
    let text = reply.text.plain
    #expect(reply.failed, "\(text)")
    #expect(session.live?.now.values == values)
    let remedy = text.split(separator: "\n").first { $0.contains("try: ") }
      .map { $0.drop { $0 != ":" }.dropFirst(2) }
    guard let remedy else { return }
    #expect(!session.type(String(remedy)).failed, "\(remedy)")
  }

  @Test func aLessonMayDrawItsInitialWeights() throws {
    let text = """
      # Drawn

      Needs nothing. Gives a look.

      ```network
      layers 2 → 3 tanh → 1 sigmoid
      cost   binary cross-entropy
      x  = [0 1; 1 0]
      y  = [1 0]
      W1 ~ glorot seed 3
      b1 ~ zeros
      W2 ~ normal 0.1
      b2 ~ zeros
      ```

      Some words.
      """
    let lesson = try Lesson(id: "drawn", text: text, library: { _ in nil })
    let values = try #require(lesson.screens.first?.bench?.givens)
    let same = try #require(InitialWeights.named("glorot"))
      .matrix(for: "W1", Shape(rows: 3, columns: 2), seed: 3)
    #expect(values["W1"] == same)
    #expect(values["W2"]?.storage.allSatisfy { $0.magnitude < 0.6 } == true)
  }
}

extension NetworkCommandTests {
  /// The network of a notebook, drawn as it draws.
  @Test func weightsAreDrawnAsItIsSaid() throws {
    var session = Session(library: LessonLibrary([]))
    session.type(
      "network 2 -> 3 relu -> 1 sigmoid, no bias, uniform sqrt(6/(2 + 1)), "
        + "numpy seed 0 transposed on xor")
    #expect(
      try session.live?.value(of: "W1")
        == Matrix([
          [0.13806543856194997, 0.12694881223337018],
          [0.6086474408046969, -0.2159368363940326],
          [0.29065872031153117, 0.4126508667385178],
        ]))
    session.type("network 2 -> 3 tanh -> 1 sigmoid, zeros on xor")
    #expect(
      session.live?.value(of: "W1")?.storage.allSatisfy { $0 == 0 } == true)
    for line in ["normal x", "zeros 3", "numpy seed", "glorot 2"] {
      let reply = session.type(
        "network 2 -> 3 tanh -> 1 sigmoid, \(line) on xor")
      #expect(reply.failed)
    }
  }

  @Test func aSetMayKeepAPartToTest() {
    var session = Session(library: LessonLibrary([]))
    session.type(
      "network 144 -> 12 tanh -> 10 softmax on digits 60 test 0.5")
    #expect(session.live?.value(of: "x")?.columns == 30)
    #expect(session.type("predict test").text.plain.contains("The 30 examples"))
    #expect(session.type("plot images wrong 2").text.plain.contains(" as "))
    let weights = session.type("plot images W1[1:2,:]")
    #expect(!weights.failed && weights.text.plain.contains("▒"))
    for line in [
      "plot images W2", "plot images wrong x", "plot images 0", "predict x",
    ] {
      #expect(session.type(line).failed, "\(line)")
    }
    session.type("train 200 by adam rate 0.02", "examples digits 40")
    #expect(session.type("predict test").failed)
    #expect(!session.type("plot images wrong").failed)
  }
}
