/// How what is typed before the cursor can go on.
public struct Completion: Hashable, Sendable {
  /// The offset, in characters, where that which is completed begins.
  public var replaceFrom: Int
  /// What could stand there instead.
  public var candidates: [String]
  /// What follows a candidate once it is the only one, such as a space.
  public var suffix: String

  public init(replaceFrom: Int, candidates: [String], suffix: String = "") {
    self.replaceFrom = replaceFrom
    self.candidates = candidates
    self.suffix = suffix
  }
}

extension Completion {
  /// What a Tab does.
  enum Effect: Hashable {
    case replace(with: String)
    case list
    case nothing
  }

  /// Returns what a Tab does to the characters that are completed.
  ///
  /// Several candidates are listed at the second Tab; the first puts in what
  /// they have in common, if that is more than what was typed.
  func effect(on typed: String, again: Bool) -> Effect {
    if candidates.count == 1 {
      return .replace(with: candidates[0] + suffix)
    }
    let common = Self.commonPrefix(of: candidates)
    if common.count > typed.count, common.hasPrefix(typed) {
      return .replace(with: common)
    }
    return again && !candidates.isEmpty ? .list : .nothing
  }

  static func commonPrefix(of words: [String]) -> String {
    guard var common = words.first else { return "" }
    for word in words {
      let agreeing = zip(common, word).prefix { $0 == $1 }.count
      common = String(common.prefix(agreeing))
    }
    return common
  }

  /// Returns words set in columns, read downwards, each line ended.
  static func columns(_ words: [String], width: Int) -> String {
    guard let longest = words.map(\.count).max() else { return "" }
    let across = max(1, (width + 1) / (longest + 2))
    let down = (words.count + across - 1) / across
    return (0..<down).map { row in
      let cells = stride(from: row, to: words.count, by: down).map { words[$0] }
      let padded = cells.dropLast().map { cell in
        cell + String(repeating: " ", count: longest + 2 - cell.count)
      }
      return padded.joined() + (cells.last ?? "") + "\n"
    }.joined()
  }
}
