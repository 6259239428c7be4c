import Networks
import Presentation

/// Why examples cannot be had as they were wished for.
public struct DataWishFault: Error, Hashable, Sendable {
  /// Who is to blame.
  public enum Cause: Hashable, Sendable {
    case words
    case file
  }

  /// What is wrong; its remedy is one within the file.
  public var diagnostic: Diagnostic
  /// The same wish with what is wrong put right, where that can be known.
  public var instead: DataWish?
  public let cause: Cause

  public init(
    _ diagnostic: Diagnostic, instead: DataWish? = nil, cause: Cause
  ) {
    self.diagnostic = diagnostic
    self.instead = instead
    self.cause = cause
  }

  /// - Parameters:
  ///   - fault: What keeps the examples from being parted.
  ///   - wish: What asked for it.
  public init(_ fault: DataFault, of wish: DataWish) {
    var instead: DataWish?
    switch fault {
    case .shareOutOfRange, .partWithoutExamples:
      instead = wish
      instead?.test = wish.test == 0.5 ? nil : 0.5
    default: break
    }
    self.init(
      Diagnostic(fault.headline, remedy: fault.remedy), instead: instead,
      cause: .words)
  }

  /// - Parameters:
  ///   - word: A word that is none of the options.
  ///   - options: Those that could stand there.
  ///   - corrected: Reads the line with another word in its place.
  init(
    unknown word: String, among options: [DataOption],
    corrected: (String) -> DataWish?
  ) {
    let known = options.map(\.word)
    self.init(
      Diagnostic(
        "\(word) says nothing of examples",
        notes: ["known are " + known.joined(separator: ", ")],
        remedy: "help examples"),
      instead: NearestName.nearest(to: word, among: known).flatMap(corrected),
      cause: .words)
  }

  init(_ option: DataOption, _ value: String, _ wish: DataWish) {
    self.init(
      Diagnostic(
        value.isEmpty
          ? "behind \(option.word) stands a value"
          : "\(value) is no value of \(option.word)",
        notes: ["as \(option.usage): \(option.summary)"],
        remedy: "help examples"), cause: .words)
  }

  /// The fault with a remedy that is a whole line.
  ///
  /// - Parameters:
  ///   - otherwise: What helps where neither the wish nor the file can be
  ///     put right.
  ///   - line: What is typed to get a wish.
  /// - Returns: What is shown.
  public func diagnostic(
    or otherwise: String, _ line: (DataWish) -> String
  ) -> Diagnostic {
    var diagnostic = diagnostic
    diagnostic.remedy = instead.map(line) ?? diagnostic.remedy ?? otherwise
    return diagnostic
  }
}

extension DataWish {
  /// The wish with another column in place of one that is not there.
  ///
  /// - Parameters:
  ///   - column: The column that was asked for.
  ///   - known: Those that are there.
  /// - Returns: The wish; nothing where it did not ask for that column.
  public func replacing(_ column: String, among known: [String]) -> DataWish? {
    guard
      let other = NearestName.nearest(to: column, among: known) ?? known.last
    else { return nil }
    var wish = self
    if wish.label == column { wish.label = other }
    wish.targets = wish.targets.map { $0 == column ? other : $0 }
    return wish == self ? nil : wish
  }

  /// The wish with a column of classes, where none was named.
  public func labelled(by column: String) -> DataWish? {
    guard label == nil, targets.isEmpty, labels == nil else { return nil }
    var wish = self
    wish.label = column
    return wish
  }
}
