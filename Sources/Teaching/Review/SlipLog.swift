import Algebra

/// The slips that were made: which, where, how often, and when each is looked
/// at again.
///
/// Time is counted in visits. A slip comes back in the visit after the one in
/// which it was made, then after two, then after four; a wrong answer begins
/// that anew.
public struct SlipLog: Hashable, Sendable {
  /// The visit that this is, counted from 1; 0 where nothing was ever noted.
  public var visit = 0
  public private(set) var entries: [Kind: Entry] = [:]

  public init() {}

  /// What is counted together.
  public enum Kind: Hashable, Sendable {
    /// A slip that the engine names, by its id.
    case named(String)
    /// One that its author alone foresaw, at a question.
    case question(QuestionID)
  }

  public struct Entry: Hashable, Sendable {
    /// How often it was made.
    public var times = 0
    /// The questions at which it was made, the latest last.
    public var places: [QuestionID] = []
    /// How often in a row it was avoided since.
    public var stage = 0
    /// The visit from which on it is looked at again; nothing once it was
    /// avoided often enough.
    public var due: Int?

    public init() {}
  }

  /// The visits between two looks at the same slip.
  static let gaps = [1, 2, 4]
}

extension SlipLog {
  /// Notes that a slip was made.
  ///
  /// - Parameters:
  ///   - kind: The slip.
  ///   - place: The question, unless it was one of a review.
  mutating func note(_ kind: Kind, at place: QuestionID?) {
    var entry = entries[kind] ?? Entry()
    entry.times += 1
    if let place {
      entry.places.removeAll { $0 == place }
      entry.places.append(place)
    }
    entries[kind] = entry.put(off: 0, from: visit)
  }

  /// Notes how a look at a slip went.
  mutating func settle(_ kind: Kind, isAvoided: Bool) {
    guard let entry = entries[kind] else { return }
    entries[kind] = entry.put(
      off: isAvoided ? entry.stage + 1 : 0, from: visit)
  }

  /// Takes an entry over as it was written down.
  mutating func take(_ kind: Kind, _ entry: Entry) { entries[kind] = entry }

  /// The slips to be looked at in this visit, the longest due first.
  var due: [Kind] {
    inOrder.filter { ($0.entry.due ?? .max) <= visit }.map(\.kind)
  }

  /// All slips, those that come back first at the top.
  var inOrder: [(kind: Kind, entry: Entry)] {
    entries.sorted {
      ($0.value.due ?? .max, -$0.value.times, $0.key.text)
        < ($1.value.due ?? .max, -$1.value.times, $1.key.text)
    }.map { (kind: $0.key, entry: $0.value) }
  }
}

extension SlipLog {
  /// A slip, how often it was made, and on which screens.
  public struct Count: Hashable, Sendable {
    /// What the engine calls it, or the question at which its author foresaw
    /// it.
    public let name: String
    public let times: Int
    /// As in `one-weight#slope`, each once.
    public let screens: [String]
  }

  /// All slips, the commonest first.
  public var counts: [Count] {
    entries.map { kind, entry in
      var screens: [String] = []
      for place in entry.places.map({ "\($0.lesson)#\($0.screen)" })
      where !screens.contains(place) { screens.append(place) }
      return Count(name: kind.title, times: entry.times, screens: screens)
    }
    .sorted { (-$0.times, $0.name) < (-$1.times, $1.name) }
  }
}

extension SlipLog.Entry {
  fileprivate func put(off stage: Int, from visit: Int) -> Self {
    var entry = self
    entry.stage = stage
    entry.due =
      SlipLog.gaps.indices.contains(stage) ? visit + SlipLog.gaps[stage] : nil
    return entry
  }
}

extension SlipLog.Kind {
  /// The kind as one word: `transpose-missing`, `last-layer/bend/0`.
  var text: String {
    switch self {
    case .named(let id): id
    case .question(let id): "\(id.lesson)/\(id.screen)/\(id.place)"
    }
  }

  /// The kind for somebody who reads it: `one-weight#slope, question 1`.
  var title: String {
    switch self {
    case .named(let id): id
    case .question(let id):
      "\(id.lesson)#\(id.screen), question \(id.place + 1)"
    }
  }

  init?(_ text: String) {
    let parts = text.split(
      separator: "/", omittingEmptySubsequences: false
    ).map(String.init)
    if parts.count == 1, !text.isEmpty {
      self = .named(text)
    } else if parts.count == 3, let place = Int(parts[2]), place >= 0 {
      self = .question(
        QuestionID(lesson: parts[0], screen: parts[1], place: place))
    } else {
      return nil
    }
  }
}
