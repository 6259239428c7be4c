/// A line of a `network` fence that begins with a fixed word.
///
/// Another line is one more entry in ``all``.
public struct NetworkKey: Sendable {
  /// What the line begins with; a colon may follow.
  public var name: String

  /// The line as an author would write it.
  public var example: String

  /// Takes what follows the name into the description, or returns false if
  /// it is not what the example shows.
  let read: @Sendable (Stretch, inout NetworkFence, inout LessonFaults) -> Bool
}

extension NetworkKey {
  public static let all: [NetworkKey] = [
    NetworkKey(name: "layers", example: "layers 2 → 3 sigmoid → 2 identity") {
      $1.layers = LayersReader.layers($0, &$2)
      return true
    },
    NetworkKey(name: "cost", example: "cost half squared error") {
      text, network, _ in
      network.cost = text.source
      return true
    },
    NetworkKey(name: "examples", example: "examples one, or examples m") {
      text, network, _ in
      network.examples = text.source
      return ["one", "m"].contains(text.text)
    },
    NetworkKey(name: "delta", example: "delta mean, or delta per-example") {
      text, network, _ in
      network.delta = text.source
      return ["mean", "per-example"].contains(text.text)
    },
    NetworkKey(name: "l2", example: "l2 0.1 over 2m") { text, network, _ in
      let words = text.words
      guard words.count == 3, words[1].text == "over" else { return false }
      network.penalty = .init(
        strength: words[0].source, divisor: words[2].source)
      return true
    },
    NetworkKey(name: "relu' at zero", example: "relu' at zero 1") {
      text, network, _ in
      network.reluSlopeAtZero = text.source
      return text.words.count == 1
    },
    NetworkKey(name: "seed", example: "seed 0") { text, network, _ in
      network.weightSource = .init(key: "seed", source: text.source)
      return text.words.count == 1
    },
    NetworkKey(
      name: "numpy", example: "numpy seed 0, or numpy seed 0 transposed"
    ) { text, network, _ in
      network.weightSource = .init(key: "numpy", source: text.source)
      return text.words.first?.text == "seed"
    },
    NetworkKey(name: "from", example: "from one-weight") { text, network, _ in
      network.lender = text.source
      return LessonID.isWellFormed(text.text)
    },
  ]
}
