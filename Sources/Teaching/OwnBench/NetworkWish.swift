import Algebra
import Networks
import Presentation

/// `2 → 8 tanh → 1 sigmoid on circles 200 seed 3`: a network to be made, and
/// the examples that it is to learn, which a file may hold.
struct NetworkWish {
  enum Examples {
    case made(ExamplesWish)
    case read(DataWish)
  }

  /// What stands before `on`, as typed.
  let layersText: String
  private(set) var layers: [Int] = []
  private(set) var activations: [Activation] = []
  private var hasBias = true
  private var penalty: Penalty?
  /// How the weights are drawn; as fits each activation where not said.
  private(set) var weights: WeightWish?
  /// What they are drawn from; the seed of the examples where not said.
  private(set) var source: WeightSource?
  let examples: Examples

  /// Reads what stands behind `network`.
  ///
  /// - Throws: ``DeclarationFault``, which names the part to blame.
  init(_ text: String) throws(DeclarationFault) {
    guard let on = text.firstRange(of: " on ") else {
      throw DeclarationFault(
        "nothing says what the network is to learn",
        notes: ["behind the layers stands on, and a set of examples or a file"],
        remedy: Self.example)
    }
    layersText = String(text[..<on.lowerBound]).trimmed
    let rest = String(text[on.upperBound...]).trimmed
    examples =
      DataWish.isFile(String(rest.prefix { $0 != " " }))
      ? .read(try Self.file(rest, for: layersText))
      : .made(try ExamplesWish(rest))
    let parts = layersText.partsAtCommas
    for addition in parts.dropFirst() { try take(addition: addition) }
    for part in (parts.first ?? "").partedByArrows { try take(part) }
    guard layers.count > 1 else {
      throw DeclarationFault(
        "a network has an input and one layer at least",
        notes: ["an arrow → or -> stands before each layer"],
        remedy: Self.example)
    }
  }

  private static func file(
    _ text: String, for layers: String
  ) throws(DeclarationFault) -> DataWish {
    do throws(DataWishFault) {
      return try DataWish(text, isForNew: true)
    } catch {
      throw DeclarationFault(
        error.diagnostic(or: "help network") {
          "network \(layers) on \($0.words)"
        })
    }
  }

  private static let example = "network 2 -> 3 tanh -> 1 sigmoid on xor"

  /// What may stand behind a comma, and the sets and files of examples.
  static var rows: [(word: String, meaning: String)] {
    [
      (", no bias", "layers without biases"),
      (", l2 0.1", "a penalty on the squares of the weights"),
      (
        ", normal 0.01",
        "first weights: "
          + InitialWeights.all.map(\.name).joined(separator: ", ")
      ),
      (", numpy seed 0", "the numbers that NumPy draws; or seed 3"),
    ] + ExamplesWish.rows(isForNew: true)
  }

  /// What stands behind a comma.
  private mutating func take(
    addition text: String
  ) throws(DeclarationFault) {
    let words = text.split(separator: " ")
    if words == ["no", "bias"] {
      hasBias = false
    } else if words.first == "l2", words.count == 2,
      let strength = Double(words[1]), strength >= 0, strength.isFinite
    {
      penalty = Penalty(strength: strength, over: .twiceExamples)
    } else if let wish = WeightWish(text) {
      weights = wish
    } else if let known = WeightSource(text) {
      source = known
    } else {
      throw DeclarationFault(
        "\(text.isEmpty ? "nothing" : text) says nothing of a network",
        notes: [
          "behind a comma stands no bias, or l2 and λ: the cost then has "
            + "λ/2m times the squares of all weights",
          "or how weights are drawn: "
            + WeightWish.forms.joined(separator: ", ")
            + "; seed 3, numpy seed 0",
        ],
        remedy: "network 2 -> 8 tanh -> 1 sigmoid, l2 0.1 on circles")
    }
  }

  /// The input is a size, a layer a size and an activation.
  private mutating func take(_ part: String) throws(DeclarationFault) {
    let words = part.split(separator: " ").map(String.init)
    let isInput = layers.isEmpty
    guard let size = words.first.flatMap(Int.init), (1...65536).contains(size),
      words.count == (isInput ? 1 : 2)
    else {
      throw DeclarationFault(
        "\(part.isEmpty ? "nothing" : part) is no "
          + (isInput ? "size of an input" : "layer"),
        notes: [isInput ? "as 2" : "a size and an activation, as 3 tanh"],
        remedy: Self.example)
    }
    layers.append(size)
    guard !isInput else { return }
    guard let activation = Activation.named(words[1]) else {
      let known = Activation.all.map(\.name)
      throw DeclarationFault(
        "there is no activation \(words[1])",
        notes: ["there are " + known.joined(separator: ", ")],
        remedy: "network \(layers[0]) -> \(size) "
          + "\(NearestName.nearest(to: words[1], among: known) ?? "tanh") -> 1 "
          + "sigmoid on xor")
    }
    activations.append(activation)
  }

  /// The network, with the cost that fits its last activation.
  var description: NetworkDescription {
    let cost =
      switch activations.last?.name {
      case "sigmoid": Cost.named("binary-cross-entropy")
      case "softmax": Cost.named("cross-entropy")
      default: Cost.named("half-squared-error")
      }
    return NetworkDescription(
      layers: layers, activations: activations,
      hasBias: activations.map { _ in hasBias }, cost: cost ?? Cost.all[0],
      reduction: .mean, penalty: penalty,
      targetColumnsSumToOne: activations.last?.name == "softmax")
  }
}

/// `circles 200 noise 0.1 seed 3`: examples to be made.
struct ExamplesWish {
  let generator: DataSet.Generator
  private(set) var count: Int?
  private(set) var noise: Double?
  private(set) var seed: UInt64 = 1
  /// The share of the examples that is kept to test.
  private(set) var test: Double?

  private static var rows: [(word: String, meaning: String)] {
    DataSet.all.map { ($0.name, $0.sentence) }
  }

  /// Every set, then a file with the words that may stand behind it.
  ///
  /// - Parameter isForNew: Whether a network is made for the examples.
  /// - Returns: What may stand there, and its meaning.
  static func rows(
    isForNew: Bool
  ) -> [(word: String, meaning: String)] {
    rows + DataOption.rows(isForNew: isForNew)
  }

  /// Reads the name of a set, and how it is to be made.
  ///
  /// - Throws: ``DeclarationFault``, which names the word to blame.
  init(_ text: String) throws(DeclarationFault) {
    var words = text.split(separator: " ").map(String.init)[...]
    let name = words.popFirst() ?? ""
    let known = DataSet.all.map(\.name)
    guard let generator = DataSet.named(name) else {
      throw DeclarationFault(
        name.isEmpty
          ? "nothing says which examples" : "there is no set \(name)",
        notes: [
          "there are " + known.joined(separator: ", "),
          "a file has an ending, as flowers.csv",
        ],
        remedy: "examples "
          + (NearestName.nearest(to: name, among: known) ?? known[0]))
    }
    self.generator = generator
    if let first = words.first, let count = Int(first) {
      self.count = count
      words.removeFirst()
    }
    while let word = words.popFirst() {
      let value = words.popFirst() ?? ""
      if word == "seed", let seed = UInt64(value) {
        self.seed = seed
      } else if word == "noise", let noise = Double(value) {
        self.noise = noise
      } else if word == "test", let test = value.asNumber {
        self.test = test
      } else {
        throw DeclarationFault(
          "\(word) \(value)".trimmed + " says nothing of examples",
          notes: [
            "a number of them, noise and a number, seed and a number, test and "
              + "the share that is kept to test"
          ],
          remedy: "examples \(name) 100 seed 7")
      }
    }
  }

  /// The examples, and those kept to test.
  ///
  /// - Throws: ``DeclarationFault`` where a number makes no sense.
  func learned() throws(DeclarationFault) -> LearnedData {
    do throws(DataFault) {
      let whole = try generator.dataSet(
        count: count, noise: noise, seed: seed)
      guard let test else { return LearnedData(whole) }
      let parts = try whole.split(test: test, seed: seed)
      return LearnedData(parts.training, test: parts.test)
    } catch {
      throw DeclarationFault(
        error.headline, notes: [error.remedy],
        remedy: "examples \(generator.name)")
    }
  }
}

extension String {
  /// The parts between arrows, `→` or `->`, without spaces around them.
  fileprivate var partedByArrows: [String] {
    var parts = [""]
    var rest = self[...]
    while let letter = rest.first {
      if letter == "→" || rest.hasPrefix("->") {
        parts.append("")
        rest = rest.dropFirst(letter == "→" ? 1 : 2)
      } else {
        parts[parts.count - 1].append(letter)
        rest = rest.dropFirst()
      }
    }
    return parts.map(\.trimmed)
  }
}
