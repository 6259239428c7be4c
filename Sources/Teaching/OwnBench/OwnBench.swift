import Algebra
import Matrices

/// A bench of the learner's own, each state of which can be had again.
struct OwnBench: Sendable {
  /// What stands in the prompt: `bench`, or the name of a file.
  let title: String
  private(set) var sheet: BenchSheet
  private var past: [(sheet: BenchSheet, deed: String)] = []
  private var future: [(sheet: BenchSheet, deed: String)] = []

  /// Whether it came from a file and not from `new`.
  let isFile: Bool

  init() {
    title = "bench"
    sheet = BenchSheet()
    isFile = false
  }

  init(file: String, sheet: BenchSheet) {
    title = file
    self.sheet = sheet
    isFile = true
  }

  /// Goes on with another sheet; `undo` names the deed that led there.
  mutating func take(_ next: BenchSheet, deed: String) {
    past.append((sheet, deed))
    future = []
    sheet = next
  }

  /// Takes the latest deed back, and says which it was.
  mutating func undo() -> String? {
    guard let last = past.popLast() else { return nil }
    future.append((sheet, last.deed))
    sheet = last.sheet
    return last.deed
  }

  mutating func redo() -> String? {
    guard let next = future.popLast() else { return nil }
    past.append((sheet, next.deed))
    sheet = next.sheet
    return next.deed
  }
}

extension BenchSheet {
  /// The sheet with its numbers, computed.
  ///
  /// - Throws: ``WorksheetFault`` where an equation has no meaning or no
  ///   value, or a value does not fit its declaration.
  func live(with definitions: Definitions) throws(WorksheetFault) -> LiveBench {
    let now = try Valuation(
      try worksheet(with: definitions.functions), givens: numbers)
    return LiveBench(
      origin: "", worksheet: now.worksheet, lesson: now, now: now,
      locals: definitions.values(in: now))
  }
}
