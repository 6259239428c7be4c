import Algebra
import Matrices

/// The learner's own changes, which moving never touches.
public struct Alterations: Hashable, Sendable {
  /// What was done, the latest last.
  public private(set) var done: [Change] = []
  /// What was taken back and can be done again, the latest first to return.
  public private(set) var undone: [Change] = []

  public init(done: [Change] = [], undone: [Change] = []) {
    self.done = done
    self.undone = undone
  }

  /// One thing that can be undone.
  public enum Change: Hashable, Sendable {
    /// Entries of a given quantity and what they became.
    case set(origin: String, Name, label: String, [Entry])
    /// Several parts set at once.
    case together(origin: String, [Part])
    /// All changes to a worksheet dropped.
    case reset(origin: String)

    public var origin: String {
      switch self {
      case .set(let origin, _, _, _), .together(let origin, _),
        .reset(let origin):
        origin
      }
    }

    /// What was set, each part by itself.
    var parts: [Part] {
      switch self {
      case .set(_, let name, let label, let entries):
        [Part(name: name, label: label, entries: entries)]
      case .together(_, let parts): parts
      case .reset: []
      }
    }
  }

  /// Entries of a given quantity that were set, and how they are called.
  public struct Part: Hashable, Sendable {
    public let name: Name
    public let label: String
    public let entries: [Entry]
  }

  /// A number of a matrix by its place in the storage.
  public struct Entry: Hashable, Sendable {
    public let offset: Int
    public let value: Double

    public init(offset: Int, value: Double) {
      self.offset = offset
      self.value = value
    }
  }

  public mutating func make(_ change: Change) {
    done.append(change)
    undone = []
  }

  /// Takes the latest change back.
  ///
  /// - Returns: The change, or nil where there is none.
  public mutating func undo() -> Change? {
    guard let change = done.popLast() else { return nil }
    undone.append(change)
    return change
  }

  /// Does again what was taken back.
  ///
  /// - Returns: The change, or nil where there is none.
  public mutating func redo() -> Change? {
    guard let change = undone.popLast() else { return nil }
    done.append(change)
    return change
  }

  /// Drops everything that concerns worksheets of one lesson.
  mutating func drop(lesson id: String) {
    let isOther: (Change) -> Bool = {
      $0.origin != id && !$0.origin.hasPrefix(id + "#")
    }
    done = done.filter(isOther)
    undone = undone.filter(isOther)
  }

  /// The changes to a worksheet that are in force, the latest last.
  func changes(
    to origin: String
  ) -> [Part] {
    var changes: [Part] = []
    for change in done where change.origin == origin {
      if case .reset = change { changes = [] }
      changes += change.parts
    }
    return changes
  }

  /// What is altered on a worksheet, each part named once.
  func labels(of origin: String) -> [String] {
    var labels: [String] = []
    for change in changes(to: origin) where !labels.contains(change.label) {
      labels.append(change.label)
    }
    return labels
  }

  /// The given quantities of a worksheet with the changes made.
  ///
  /// A change that no longer fits the matrix is left out.
  func applied(
    to givens: [Name: Matrix<Double>], of origin: String
  ) -> [Name: Matrix<Double>] {
    var givens = givens
    for part in changes(to: origin) {
      guard let matrix = givens[part.name] else { continue }
      givens[part.name] = matrix.replacing(part.entries)
    }
    return givens
  }
}

extension Matrix where Element == Double {
  /// The matrix with some entries replaced; those outside it are left out.
  func replacing(_ entries: [Alterations.Entry]) -> Matrix {
    var matrix = self
    for entry in entries where storage.indices.contains(entry.offset) {
      let (column, row) = entry.offset.quotientAndRemainder(dividingBy: rows)
      matrix[row, column] = entry.value
    }
    return matrix
  }

  /// The entries in which another matrix of the same shape differs.
  func entries(differingIn other: Matrix) -> [Alterations.Entry] {
    zip(storage, other.storage).enumerated().compactMap { offset, pair in
      let isSame = pair.0 == pair.1 || (pair.0.isNaN && pair.1.isNaN)
      return isSame ? nil : Alterations.Entry(offset: offset, value: pair.1)
    }
  }
}
