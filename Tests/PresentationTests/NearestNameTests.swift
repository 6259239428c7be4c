import Presentation
import Testing

@Suite struct NearestNameTests {
  private let names = [
    "set", "step", "reset", "sigmoid", "softmax", "undo", "until", "W1", "x",
  ]

  private func nearest(_ word: String) -> String? {
    NearestName.nearest(to: word, among: names)
  }

  @Test func slipsOfTheFingerAreForgiven() {
    #expect(nearest("sigmiod") == "sigmoid")
    #expect(nearest("sgimod") == "sigmoid")
    #expect(nearest("softmaxx") == "softmax")
    #expect(nearest("udno") == "undo")
    #expect(nearest("est") == "set")
    #expect(nearest("w1") == "W1")
    #expect(nearest("X") == "x")
  }

  @Test func beginningsCount() {
    #expect(nearest("sig") == "sigmoid")
    #expect(nearest("unt") == "until")
    #expect(nearest("ste") == "step")
  }

  @Test func shortNamesForgiveLess() {
    #expect(nearest("y") == nil)
    #expect(nearest("W2") == "W1")
    #expect(nearest("b2") == nil)
    #expect(nearest("abc") == nil)
    #expect(nearest("relu") == nil)
    #expect(nearest("") == nil)
  }

  @Test func theFirstOfEquallyNearNamesIsTaken() {
    #expect(NearestName.nearest(to: "W3", among: ["W1", "W2"]) == "W1")
    #expect(NearestName.nearest(to: "W3", among: ["W2", "W1"]) == "W2")
    #expect(NearestName.nearest(to: "W1", among: ["W2", "W1"]) == "W1")
  }
}
