import Networks
import Presentation

/// `flowers.csv label species test 0.2 standardise`: a file of examples, what
/// is to be learned of it, and what is kept to test.
///
/// A session reads it behind `on` and `examples`, the command line behind
/// `--data` and its other options; every word is a row of `DataOption.all`.
public struct DataWish: Hashable, Sendable {
  public let file: String
  /// A file with the class of each example, where the first has none.
  public internal(set) var labels: String?
  /// The column of a table that holds the class.
  public internal(set) var label: String?
  /// The columns of a table that are predicted as numbers.
  public internal(set) var targets: [String] = []
  /// The share of the examples that is kept to test.
  public internal(set) var test: Double?
  public internal(set) var testSeed: UInt64 = 1
  public internal(set) var isStandardised = false
  /// What the initial weights of a new network follow from.
  var seed: UInt64 = 1

  /// What the file may be.
  public static let sentence =
    "a file: csv, npz, json, npy or idx, also gzipped"

  public init(file: String) { self.file = file }

  /// Whether a word is a file rather than the name of a set: those are plain
  /// words.
  static func isFile(_ word: String) -> Bool {
    word.contains { !$0.isLetter && !$0.isNumber }
  }

  /// Reads a file and the words behind it.
  ///
  /// - Parameters:
  ///   - text: What was typed.
  ///   - isForNew: Whether a network is made for the examples.
  /// - Throws: ``DataWishFault``, which names the word to blame.
  init(_ text: String, isForNew: Bool) throws(DataWishFault) {
    let all = text.split(separator: " ").map(String.init)
    var words = all[...]
    self.init(file: words.popFirst() ?? "")
    let options = DataOption.all.filter { isForNew || !$0.isForNew }
    func option(_ word: String) -> DataOption? {
      options.first { $0.word == word }
    }
    while let word = words.popFirst() {
      guard let found = option(word) else {
        throw DataWishFault(unknown: word, among: options) { nearest in
          let before = all.dropLast(words.count + 1)
          let line = before + [nearest] + words
          return try? DataWish(
            line.joined(separator: " "), isForNew: isForNew)
        }
      }
      var value = found.value == .nothing ? "" : words.popFirst() ?? ""
      // A column may be called as it likes; spaces are part of its name.
      while found.value == .column, let next = words.first,
        option(next) == nil
      {
        value += " \(next)"
        words.removeFirst()
      }
      try take(found, value)
    }
  }

  /// Takes what stands behind a word.
  ///
  /// - Throws: ``DataWishFault`` where it is no value of it.
  public mutating func take(
    _ option: DataOption, _ value: String
  ) throws(DataWishFault) {
    guard option.value == .nothing || !value.isEmpty,
      option.take(&self, value)
    else { throw DataWishFault(option, value, self) }
  }

  // MARK: - As it is typed

  /// What was wished for, behind `on` and `examples`.
  public var words: String {
    let said = said.map { word, value in
      value.isEmpty ? word : "\(word) \(value)"
    }
    return ([file] + said).joined(separator: " ")
  }

  /// What was wished for, behind `backstep train NETWORK.json`.
  public var options: String {
    (["--data \(file.quotedForShell)"]
      + said.map { word, value in
        value.isEmpty ? "--\(word)" : "--\(word) \(value.quotedForShell)"
      }).joined(separator: " ")
  }

  private var said: [(word: String, value: String)] {
    DataOption.all.flatMap { option in
      option.values(self).map { (option.word, $0) }
    }
  }
}

extension DataWish {
  /// Chooses the examples to learn and those to test with.
  ///
  /// Two classes share one row where the network gives one number.
  ///
  /// - Parameters:
  ///   - whole: What the file holds.
  ///   - outputs: How many numbers come out of the network.
  /// - Returns: Those to learn, and those to test with.
  /// - Throws: `DataFault` where no such parts can be made.
  public func parts(
    of whole: DataSet, outputs: Int
  ) throws(DataFault) -> LearnedData {
    var whole = whole
    if outputs == 1, whole.classes.count == 2 { whole = try whole.inOneRow() }
    guard let test else {
      guard isStandardised else { return LearnedData(whole) }
      return LearnedData(
        try whole.standardised(by: Standardisation(of: whole.x)))
    }
    let parts = try whole.split(test: test, seed: testSeed)
    let settled = isStandardised ? try parts.standardised().parts : parts
    return LearnedData(settled.training, test: settled.test)
  }
}

extension String {
  /// The text as a shell takes it for one word.
  fileprivate var quotedForShell: String {
    let isPlain = allSatisfy {
      $0.isLetter || $0.isNumber || "._-/~+,:=%".contains($0)
    }
    guard !isPlain || isEmpty else { return self }
    let parts = split(separator: "'", omittingEmptySubsequences: false)
    return "'" + parts.joined(separator: "'\\''") + "'"
  }
}
