/// The lines typed so far, oldest first.
public final class History {
  /// How many lines are kept, unless told otherwise.
  public static let limit = 2000

  public private(set) var lines: [String] = []

  /// Why the file could not be read or written the last time.
  public private(set) var failure: FileFailure?

  private let file: HistoryFile?
  private let limit: Int

  /// Creates a history, reading what the file holds.
  ///
  /// A file that cannot be used is no reason not to begin; see ``failure``.
  ///
  /// - Parameters:
  ///   - path: The file; nil keeps the lines in memory only.
  ///   - limit: How many lines are kept.
  public init(path: String? = nil, limit: Int = History.limit) {
    self.limit = limit
    file = path.map { HistoryFile(path: $0) }
    guard let file else { return }
    do {
      let all = try file.load()
      lines = all.suffix(limit)
      // Rewriting it now and then, not at each start.
      if all.count > limit * 2 { try file.replace(with: lines) }
    } catch {
      failure = error
    }
  }

  /// Adds a line, unless it is blank or the same as the last.
  ///
  /// - Parameter line: Without a line feed.
  /// - Returns: Whether it was added.
  @discardableResult
  public func add(_ line: String) -> Bool {
    let isBlank = line.allSatisfy(\.isWhitespace)
    guard !isBlank, line != lines.last, !line.contains(where: \.isNewline)
    else { return false }
    lines.append(line)
    if lines.count > limit { lines.removeFirst() }
    do {
      try file?.append(line)
    } catch {
      failure = error
    }
    return true
  }
}
