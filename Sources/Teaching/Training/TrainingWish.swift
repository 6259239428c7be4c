import Algebra
import Matrices
import Networks
import Presentation

/// What stands behind `train`: how long, and how.
public struct TrainingWish: Sendable {
  public var settings: TrainingSettings
  /// What is recorded besides cost and accuracy, as typed.
  public var tracked: [String] = []
  /// Whether one iteration is gone through number by number.
  public var walks = false
  /// Whether anything was said that another training would be.
  public private(set) var isNew = false

  /// Reads `1000 rate 0.5 by adam until C < 0.01`.
  ///
  /// - Parameters:
  ///   - text: What stands behind `train`.
  ///   - settings: What holds for all that is not said.
  ///   - cost: What the cost is called.
  /// - Throws: ``TrainingWishFault``, which names the word to blame.
  public init(
    _ text: String, from settings: TrainingSettings, cost: Name
  ) throws(TrainingWishFault) {
    self.settings = settings
    // When to stop and how often to look is said anew each time.
    self.settings.stops = TrainingSettings.Stops()
    self.settings.interval = nil
    var words = text.split(separator: " ").map(String.init)
    if let first = words.first, let count = Int(first) {
      try take(length: count, of: &words)
    }
    while !words.isEmpty {
      let word = words.removeFirst()
      let takesPhrase = TrainingOption.named(word)?.takesPhrase ?? false
      let next = words.firstIndex(where: isOption) ?? words.endIndex
      let end = takesPhrase ? next : min(next, 1)
      let rest = words[..<end].joined(separator: " ")
      words.removeFirst(end)
      try take(word, rest, cost)
    }
  }

  /// Looks about a hundred times in the run, at a round number of iterations,
  /// where nobody has said how often.
  ///
  /// - Parameter examples: How many examples there are, on which the length
  ///   of an epoch depends.
  mutating func chooseInterval(examples: Int) {
    guard settings.interval == nil else { return }
    let batch =
      switch settings.batch {
      case .all: examples
      case .one: 1
      case .size(let size): min(max(size, 1), examples)
      }
    let iterations =
      switch settings.length {
      case .iterations(let count): count
      case .epochs(let count):
        count.multipliedReportingOverflow(
          by: (examples + batch - 1) / max(batch, 1)
        ).partialValue
      }
    settings.interval = Self.roundNumber(upTo: iterations / 100)
  }

  /// The largest of 1, 2, 5, 10, 20 and so on that is not above a number.
  private static func roundNumber(upTo limit: Int) -> Int {
    var power = 1
    while power * 10 <= limit { power *= 10 }
    return [5, 2].map { $0 * power }.first { $0 <= limit } ?? power
  }

  private mutating func take(
    length count: Int, of words: inout [String]
  ) throws(TrainingWishFault) {
    guard (0...1_000_000_000).contains(count) else { throw .count(words[0]) }
    words.removeFirst()
    settings.length = .iterations(count)
    guard let unit = words.first else { return }
    if ["epochs", "epoch"].contains(unit) {
      settings.length = .epochs(count)
      words.removeFirst()
    } else if ["iterations", "iteration"].contains(unit) {
      words.removeFirst()
    }
  }

  private func isOption(_ word: String) -> Bool {
    TrainingOption.named(word) != nil || constant(word) != nil
  }

  private mutating func take(
    _ word: String, _ rest: String, _ cost: Name
  ) throws(TrainingWishFault) {
    if let option = TrainingOption.named(word) {
      isNew = isNew || option.makesNew
      try option.take(&self, rest, cost)
    } else if let constant = constant(word) {
      guard let number = rest.asNumber else { throw .number(word, rest) }
      isNew = true
      settings.constants[constant.name] = number
    } else {
      throw .unknown(word, known: constants.map(\.name))
    }
  }

  /// The constants of the rule and the schedule chosen so far.
  private var constants: [TrainingConstant] {
    (settings.optimizer?.constants ?? []) + settings.schedule.constants
  }

  private func constant(_ word: String) -> TrainingConstant? {
    guard word.isOneName else { return nil }
    return constants.first { $0.name == Name(word) }
  }
}

/// A word behind `train` with what follows it: one row of its help.
struct TrainingOption: Sendable {
  let words: [String]
  let usage: String
  let summary: String
  /// Whether another training begins with it, rather than the last going on.
  let makesNew: Bool
  /// The values that it can have, where these are words.
  let choices: [String]?
  /// Whether all words up to the next option belong to it, not one alone.
  let takesPhrase: Bool
  let take:
    @Sendable (inout TrainingWish, String, Name) throws(TrainingWishFault) ->
      Void

  static func named(_ word: String) -> TrainingOption? {
    all.first { $0.words.contains(word) }
  }

  /// Every word with its meaning, for help.
  static var rows: [(word: String, meaning: String)] {
    [("1000", "iterations; or epochs, as 50 epochs")]
      + all.map { ($0.usage, $0.summary) }
  }

  /// What may stand there next: the values of the last word, else words.
  static func words(after rest: String) -> [String] {
    let isWhole = rest.last?.isWhitespace ?? true
    let words = rest.split(separator: " ").dropLast(isWhole ? 0 : 1)
    let choices = words.last.flatMap { named(String($0))?.choices }
    return choices ?? all.map { $0.words[0] }
  }

  init(
    _ words: String..., usage: String, makesNew: Bool = true,
    choices: [String]? = nil, takesPhrase: Bool = false, _ summary: String,
    take:
      @escaping @Sendable (
        inout TrainingWish, String, Name
      ) throws(TrainingWishFault) -> Void
  ) {
    self.words = words
    self.usage = usage
    self.summary = summary
    self.makesNew = makesNew
    self.choices = choices
    self.takesPhrase = takesPhrase
    self.take = take
  }
}

extension TrainingOption {
  static let all: [TrainingOption] = [
    TrainingOption(
      "rate", "η", "eta", usage: "rate 0.5", "the learning rate η"
    ) { wish, text, _ throws(TrainingWishFault) in
      guard let rate = text.asNumber else { throw .number("rate", text) }
      wish.settings.rate = rate
    },
    TrainingOption(
      "by", "with", usage: "by adam", choices: Optimizer.all.map(\.name),
      "the rule: " + Optimizer.all.map(\.name).joined(separator: ", ")
    ) { wish, text, _ throws(TrainingWishFault) in
      guard let optimizer = Optimizer.named(text) else {
        throw .choice("by", text, Optimizer.all.map(\.name))
      }
      if wish.settings.optimizer != optimizer {
        wish.settings.rate = optimizer.rate
        wish.settings.constants = [:]
      }
      wish.settings.optimizer = optimizer
    },
    TrainingOption(
      "batch", usage: "batch 32", choices: ["all", "one"],
      "examples an iteration: all, one, a number"
    ) { wish, text, _ throws(TrainingWishFault) in
      switch text {
      case "all": wish.settings.batch = .all
      case "one", "1": wish.settings.batch = .one
      default:
        guard let size = Int(text) else {
          throw .choice("batch", text, ["all", "one", "32"])
        }
        wish.settings.batch = .size(size)
      }
    },
    TrainingOption(
      "schedule", usage: "schedule cosine", choices: Schedule.all.map(\.name),
      "the rate: " + Schedule.all.map(\.name).joined(separator: ", ")
    ) { wish, text, _ throws(TrainingWishFault) in
      guard let schedule = Schedule.named(text) else {
        throw .choice("schedule", text, Schedule.all.map(\.name))
      }
      wish.settings.schedule = schedule
    },
    TrainingOption(
      "until", usage: "until C < 0.01", makesNew: false, takesPhrase: true,
      "stops at a cost, or at accuracy > 0.95"
    ) { wish, text, cost throws(TrainingWishFault) in
      try wish.settings.stops.take(text, cost)
    },
    TrainingOption(
      "while", usage: "while falling", makesNew: false, choices: ["falling"],
      "stops when the cost rises"
    ) { wish, text, _ throws(TrainingWishFault) in
      guard text == "falling" else {
        throw .choice("while", text, ["falling"])
      }
      wish.settings.stops.whenCostRises = true
    },
    TrainingOption(
      "seed", usage: "seed 7", "the order of examples in batches"
    ) { wish, text, _ throws(TrainingWishFault) in
      guard let seed = UInt64(text) else { throw .number("seed", text) }
      wish.settings.seed = seed
    },
    TrainingOption(
      "every", usage: "every 10", makesNew: false,
      "iterations between two looks"
    ) { wish, text, _ throws(TrainingWishFault) in
      guard let count = Int(text) else { throw .number("every", text) }
      wish.settings.interval = count
    },
    TrainingOption(
      "record", usage: "record W1[1,2]", takesPhrase: true,
      "numbers kept for plot training"
    ) { wish, text, _ throws(TrainingWishFault) in
      guard !text.isEmpty else { throw .number("record", text) }
      wish.tracked = text.partsAtCommas
    },
    TrainingOption(
      "step", "--step", usage: "1 step", makesNew: false,
      "goes through one iteration, number by number"
    ) { wish, text, _ throws(TrainingWishFault) in
      guard text.isEmpty, wish.settings.length == .iterations(1) else {
        throw .stepAlone
      }
      wish.walks = true
    },
  ]
}

extension TrainingSettings.Stops {
  /// Reads `C < 0.01` and `accuracy > 95%`.
  fileprivate mutating func take(
    _ text: String, _ cost: Name
  ) throws(TrainingWishFault) {
    for (sign, isUpper) in [
      ("<=", true), (">=", false), ("≤", true), ("≥", false), ("<", true),
      (">", false),
    ] {
      let sides = text.split(separator: sign).map { String($0).trimmed }
      guard sides.count == 2, let number = sides[1].asNumber else { continue }
      if sides[0] == "accuracy", !isUpper {
        accuracyAtLeast = number
      } else if sides[0].isOneName, Name(sides[0]) == cost, isUpper {
        costAtMost = number
      } else {
        break
      }
      return
    }
    throw .until(text, cost: cost)
  }
}

extension String {
  /// The number that was typed: `0.1`, `1e-3`, `95%` or `1/10`.
  var asNumber: Double? {
    if let number = Double(self) { return number }
    if hasSuffix("%"), let number = Double(dropLast()) { return number / 100 }
    guard let formula = try? Expression(self, in: Scope()),
      formula.names.isEmpty
    else { return nil }
    return (try? formula.value(in: Scope(), values: [:]))?.storage.first
  }
}
