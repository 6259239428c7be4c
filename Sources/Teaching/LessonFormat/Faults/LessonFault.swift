/// One thing that is wrong in a lesson file, where, and what to write instead.
public struct LessonFault: Hashable, Sendable {
  public var line: Int
  public var column: Int

  /// The problem: lower case, without a full stop.
  public var message: String

  /// What to write instead.
  public var remedy: String
}

extension LessonFault {
  /// What is said of a fault; the wording is in `LessonFault+….swift`.
  struct Words {
    var message: String
    var remedy: String

    init(_ message: String, try remedy: String) {
      self.message = message
      self.remedy = remedy
    }
  }
}

/// Everything that is wrong in a lesson file, in the order of the file.
public struct LessonFaults: Error, Hashable, Sendable {
  /// The faults, at most ``LessonLimits/faults`` of them.
  public private(set) var all: [LessonFault] = []

  /// How many more there are.
  public private(set) var unlisted = 0

  init() {}

  var isEmpty: Bool { all.isEmpty }

  mutating func add(_ words: LessonFault.Words, line: Int, column: Int) {
    guard all.count < LessonLimits.faults else {
      unlisted += 1
      return
    }
    all.append(
      LessonFault(
        line: line, column: column, message: words.message,
        remedy: words.remedy))
  }

  mutating func add(_ words: LessonFault.Words, at stretch: Stretch) {
    add(words, line: stretch.line, column: stretch.column)
  }

  mutating func add(_ words: LessonFault.Words, at source: SourceText) {
    add(words, line: source.line, column: source.column)
  }

  /// The same faults, those first that stand first in the file.
  var inOrder: LessonFaults {
    var ordered = self
    ordered.all = all.enumerated().sorted { one, other in
      (one.element.line, one.element.column, one.offset)
        < (other.element.line, other.element.column, other.offset)
    }.map(\.element)
    return ordered
  }
}
