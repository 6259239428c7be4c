/// A word behind a file of examples, with what follows it: one row of help,
/// in a session and on the command line.
public struct DataOption: Sendable {
  /// What stands behind the word.
  public enum Value: Hashable, Sendable {
    case nothing
    case word
    /// The name of a column, which may have spaces in it, or its number.
    case column
  }

  /// As it is typed; with two dashes before it on the command line.
  public let word: String
  /// The word with an example of its value.
  public let usage: String
  public let summary: String
  public let value: Value
  /// Whether it speaks of a network that is made for the examples.
  let isForNew: Bool
  /// Takes a value; false where it is none.
  let take: @Sendable (inout DataWish, String) -> Bool
  /// The values that a wish has, each as it is typed.
  let values: @Sendable (DataWish) -> [String]

  private init(
    _ usage: String, _ value: Value, _ summary: String, isForNew: Bool = false,
    take: @escaping @Sendable (inout DataWish, String) -> Bool,
    values: @escaping @Sendable (DataWish) -> [String]
  ) {
    word = String(usage.prefix { $0 != " " })
    self.usage = usage
    self.summary = summary
    self.value = value
    self.isForNew = isForNew
    self.take = take
    self.values = values
  }

  /// Every word with its meaning, for help.
  static func rows(
    isForNew: Bool
  ) -> [(word: String, meaning: String)] {
    [("FILE", DataWish.sentence)]
      + all.filter { isForNew || !$0.isForNew }.map { ($0.usage, $0.summary) }
  }
}

extension DataOption {
  public static let all: [DataOption] = [
    label, target, labels, test, testSeed, standardise, seed,
  ]

  public static let label = DataOption(
    "label species", .column,
    "the column that holds the class: its name or number; -1 is the last"
  ) { wish, text in
    wish.label = text
    return true
  } values: {
    $0.label.map { [$0] } ?? []
  }

  public static let target = DataOption(
    "target price", .column,
    "a column to be predicted as a number; may be said several times"
  ) { wish, text in
    wish.targets.append(text)
    return true
  } values: {
    $0.targets
  }

  public static let labels = DataOption(
    "labels FILE", .word,
    "a file of whole numbers, the class of each example, as MNIST has it"
  ) { wish, text in
    wish.labels = text
    return true
  } values: {
    $0.labels.map { [$0] } ?? []
  }

  public static let test = DataOption(
    "test 0.2", .word, "keeps this share of the examples to test with"
  ) { wish, text in
    guard let share = text.asNumber else { return false }
    wish.test = share
    return true
  } values: {
    $0.test.map { ["\($0)"] } ?? []
  }

  public static let testSeed = DataOption(
    "test-seed 7", .word, "what the choice of those follows from"
  ) { wish, text in
    guard let seed = UInt64(text) else { return false }
    wish.testSeed = seed
    return true
  } values: {
    $0.testSeed == 1 ? [] : ["\($0.testSeed)"]
  }

  public static let standardise = DataOption(
    "standardise", .nothing, "gives each input the mean 0 and the deviation 1"
  ) { wish, _ in
    wish.isStandardised = true
    return true
  } values: {
    $0.isStandardised ? [""] : []
  }

  static let seed = DataOption(
    "seed 7", .word, "what the first weights follow from", isForNew: true
  ) { wish, text in
    guard let seed = UInt64(text) else { return false }
    wish.seed = seed
    return true
  } values: {
    $0.seed == 1 ? [] : ["\($0.seed)"]
  }
}
