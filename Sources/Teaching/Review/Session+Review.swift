import Algebra
import Presentation

extension Session {
  /// Asks about the slips that are due, each on a network of its own.
  mutating func startReview() -> Reply {
    guard review == nil else {
      return Reply(board.prose("This is the review; Enter goes on."))
    }
    let items = dueScreens
    guard !items.isEmpty else { return Reply(board.prose(nothingDue)) }
    if let lesson { bookmarks[lesson.id] = bookmark(in: lesson) }
    let kinds = items.map { ($0.screen.id, $0.kind) }
    review = Review(
      kinds: Dictionary(kinds) { first, _ in first },
      lesson: lesson?.id ?? lastLesson, bench: bench)
    leaveBench()
    let lesson = Lesson(
      id: Review.id, title: "Review", needs: [], gives: [], minutes: nil,
      screens: items.map(\.screen), fingerprint: "")
    begin(lesson)
    horizon = self.lesson.map { Horizon($0) }
    return proceed()
  }

  /// As many questions as one review holds, the slip longest due first.
  private var dueScreens: [(kind: SlipLog.Kind, screen: Screen)] {
    var items: [(kind: SlipLog.Kind, screen: Screen)] = []
    for kind in dueSlips where items.count < Review.most {
      guard let screen = screen(reviewing: kind),
        !items.contains(where: { $0.screen.id == screen.id })
      else { continue }
      items.append((kind, screen))
    }
    return items
  }

  /// The slips that are due and that something can be asked about: a lesson
  /// of one's own may be gone.
  private var dueSlips: [SlipLog.Kind] {
    slips.due.filter { kind in
      let places = slips.entries[kind]?.places ?? []
      return ReviewQuestion.about(kind) != nil
        || places.contains { library.ids.contains($0.lesson) }
    }
  }

  private var nothingDue: StyledText {
    let next = slips.entries.values.compactMap(\.due).min()
    guard let next, next > slips.visit else {
      return "No slip is due. Slips that you make come back as questions in a "
        + "later visit."
    }
    let count = next - slips.visit
    let time = count == 1 ? "the next visit" : "\(count) visits from now"
    return StyledText("No slip is due. The next one comes back \(time).")
  }

  /// How many slips are due, and the word for it.
  ///
  /// - Parameter place: Where the word is to be typed, if not here.
  /// - Returns: The sentence; nothing where none is due.
  func dueSentence(typedIn place: String = "") -> StyledText? {
    let count = dueSlips.count
    guard review == nil, count > 0 else { return nil }
    let slips = count == 1 ? "1 slip" : "\(count) slips"
    return StyledText("\(slips) to look at again\(place): ")
      + StyledText("review", .typed)
  }

  // MARK: The questions

  /// A question about a slip: one of its kind, or else the one at which it
  /// was made.
  private func screen(reviewing kind: SlipLog.Kind) -> Screen? {
    let seed = UInt64(slips.visit)
    if let own = ReviewQuestion.about(kind)?.screen(seed: seed) { return own }
    let places = slips.entries[kind]?.places ?? []
    return places.reversed().lazy.compactMap {
      screen(asking: $0, seed: seed)
    }.first
  }

  /// A question of a lesson on its own worksheet, with other numbers where it
  /// has an answer at them.
  func screen(asking id: QuestionID, seed: UInt64) -> Screen? {
    guard let lesson = try? library.lesson(id.lesson),
      let screen = lesson.screens.first(where: { $0.id == id.screen })
    else { return nil }
    let pieces = screen.pieces.filter(\.isQuestion).dropFirst(id.place)
    guard let piece = pieces.first, case .question(let question) = piece.content
    else { return nil }
    let name = "\(id.lesson)-\(id.screen)-\(id.place)"
    let origin = Review.origin(of: name)
    let bench = screen.bench.map { bench in
      FreshQuestion(question: question, bench: bench)
        .bench(name, seed: seed, origin: origin)
        ?? Bench(
          worksheet: bench.worksheet, givens: bench.givens, origin: origin)
    }
    let shown = bench.map { _ in Piece(content: .bench, line: piece.line) }
    return Screen(
      id: name, title: "\(lesson.title): \(screen.title)", bench: bench,
      pieces: [shown, piece].compactMap { $0 })
  }

  // MARK: How it went

  /// Notes how the question of a review went; the first that is known counts.
  mutating func settleReview(of id: QuestionID, isAvoided: Bool) {
    guard id.lesson == Review.id, let kind = review?.kinds[id.screen],
      review?.isAvoided[kind] == nil
    else { return }
    review?.isAvoided[kind] = isAvoided
    slips.settle(kind, isAvoided: isAvoided)
  }

  /// Says how the review went, and goes back to where the learner was.
  mutating func endOfReview() -> Reply {
    guard let review else { return noLesson() }
    let count = review.isAvoided.values.count { $0 }
    let left = review.kinds.count - count
    var text = StyledText("End of the review.", .heading)
    text.append(" \(count) of \(review.kinds.count) right at once.")
    if left > 0 {
      text.append(
        left == 1
          ? " The other comes back in the next visit."
          : " The others come back in the next visit.")
    }
    leaveReview()
    if let bench = review.bench {
      enterBench(bench)
      text.append(" You are back at your bench.")
    } else if let id = review.lesson {
      enter(id)
      text.append(" You are back: \(whereText)")
    }
    return Reply(board.prose(text))
  }

  /// Puts the review away, as something else is opened.
  mutating func leaveReview() {
    guard let review else { return }
    self.review = nil
    lesson = nil
    writtenLesson = nil
    lastLesson = review.lesson
    attempts = attempts.filter { $0.key.lesson != Review.id }
    alterations.drop(lesson: Review.id)
    revealed[Review.id] = nil
  }

  /// The session as if the review had been left.
  var withoutReview: Session {
    var session = self
    session.leaveReview()
    return session
  }
}
