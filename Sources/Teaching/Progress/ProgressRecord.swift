import Algebra

/// What is kept between two visits: where the learner stood in each lesson,
/// what was altered, answered and finished.
public struct ProgressRecord: Hashable, Sendable {
  /// The lesson that was open.
  public var lesson: String?
  /// The lessons that were gone through to their end.
  public var finished: [String]
  public var bookmarks: [String: Bookmark]
  public var alterations: Alterations
  public var attempts: [QuestionID: Attempt]
  /// The slips that were made, and when they come back.
  public var slips: SlipLog
  /// How long the learner stayed at what.
  public var times: TimeSpent
  /// Quantities that were shown before their time, by lesson.
  public var revealed: [String: Set<Name>]
  /// The digits that were asked for.
  public var digits: Int?
  /// The notation that was asked for.
  public var lens: String?

  public init() {
    finished = []
    bookmarks = [:]
    alterations = Alterations()
    attempts = [:]
    slips = SlipLog()
    times = TimeSpent()
    revealed = [:]
  }

  /// A place in a lesson that survives a change of the lesson's file.
  public struct Bookmark: Hashable, Sendable {
    public var screen: String
    public var shown: Int
    /// How many inner lines are open below pieces, by screen and piece.
    public var opened: [Opening]
    /// What the lesson's file held.
    public var fingerprint: String

    public struct Opening: Hashable, Sendable {
      public let screen: String
      public let piece: Int
      public let lines: Int
    }
  }
}

extension ProgressRecord {
  /// The newest format that this version can read.
  public static let format = 1
}

/// Why a record of progress cannot be read.
public enum ProgressFault: Error, Hashable, Sendable {
  /// The first line is not that of a record.
  case notARecord
  /// A later version wrote it.
  case newerFormat(Int)

  /// In one line.
  public var message: String {
    switch self {
    case .notARecord:
      "this is no record of progress: it does not begin with "
        + "\"backstep progress\""
    case .newerFormat(let format):
      "the record of progress has format \(format), and this version reads "
        + "up to format \(ProgressRecord.format); it is left as it is"
    }
  }
}
