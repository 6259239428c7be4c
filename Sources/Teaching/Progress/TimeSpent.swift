/// How long the learner stayed at lessons and at questions that were open.
///
/// Units: seconds. Nothing tells when that was.
public struct TimeSpent: Hashable, Sendable {
  public var lessons: [String: Double] = [:]
  public var questions: [QuestionID: Double] = [:]

  public init() {}

  /// The longest time between two lines that counts; whoever was away longer
  /// was not learning.
  static let longestPause = 300.0

  /// The times as they are written down.
  var inWholeSeconds: TimeSpent {
    var whole = self
    whole.lessons = lessons.mapValues { $0.rounded() }.filter { $0.value > 0 }
    whole.questions = questions.mapValues { $0.rounded() }
      .filter { $0.value > 0 }
    return whole
  }

  mutating func forgetQuestions(of lesson: String) {
    questions = questions.filter { $0.key.lesson != lesson }
  }
}

extension Session {
  /// Counts the time since the last line to where the learner stands.
  mutating func takeTime() {
    guard let witness else { return }
    let now = witness.clock()
    let spent = min(max(now - (moment ?? now), 0), TimeSpent.longestPause)
    moment = now
    guard review == nil, let lesson else { return }
    times.lessons[lesson.id, default: 0] += spent
    if let open = openQuestion {
      times.questions[open.id, default: 0] += spent
    }
  }
}

// A `time` line has a lesson and seconds, or a question and seconds. An
// earlier version leaves both out.
extension ProgressRecord {
  var timeLines: [String] {
    let lessons = times.lessons.map { "time \($0) \(Int($1))" }
    let questions = times.questions.map { id, seconds in
      "time \(id.lesson) \(id.screen) \(id.place) \(Int(seconds))"
    }
    return lessons.sorted() + questions.sorted()
  }

  mutating func takeTime(_ words: [String]) {
    guard let seconds = words.last.flatMap({ Int($0) }),
      (0...Self.mostSeconds).contains(seconds)
    else { return }
    if words.count == 2 {
      times.lessons[words[0]] = Double(seconds)
    } else if words.count == 4, let place = Int(words[2]), place >= 0 {
      let id = QuestionID(lesson: words[0], screen: words[1], place: place)
      times.questions[id] = Double(seconds)
    }
  }

  /// More than a life has; a larger number is none that was counted.
  private static let mostSeconds = 1_000_000_000
}
