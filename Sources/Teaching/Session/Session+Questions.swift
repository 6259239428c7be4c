import Algebra
import Presentation

/// A question that waits for its answer.
struct OpenQuestion {
  let question: Question
  let id: QuestionID
  let piece: PieceID
}

extension Session {
  /// The question that keeps Enter from going on, if one does.
  var openQuestion: OpenQuestion? {
    guard let lesson, let current = place.current,
      case .question(let question)? = lesson.piece(current)?.content,
      let id = questionID(current), isOpen(id)
    else { return nil }
    return OpenQuestion(question: question, id: id, piece: current)
  }

  private func isOpen(_ id: QuestionID) -> Bool {
    switch attempts[id]?.outcome ?? .open {
    case .open: true
    case .skipped: reopened.contains(id)
    case .right, .revealed: false
    }
  }

  /// Lets the questions of a screen that were skipped be answered after all.
  mutating func reopenSkipped(on screen: Screen) {
    guard let lesson else { return }
    reopened.formUnion(
      attempts.filter {
        $0.key.lesson == lesson.id && $0.key.screen == screen.id
          && $0.value.outcome == .skipped
      }.keys)
  }

  func questionID(_ piece: PieceID) -> QuestionID? {
    guard let lesson else { return nil }
    let screen = lesson.screens[piece.screen]
    let before = screen.pieces.prefix(piece.piece).count { $0.isQuestion }
    return QuestionID(lesson: lesson.id, screen: screen.id, place: before)
  }

  /// The screens with questions that were skipped.
  func questionsLeft(in lesson: Lesson) -> [String] {
    lesson.screens.map(\.id).filter { screen in
      attempts.contains {
        $0.key.lesson == lesson.id && $0.key.screen == screen
          && $0.value.outcome == .skipped
      }
    }
  }

  /// A question as it is first shown, or with how it went.
  func asked(_ question: Question, at id: PieceID) -> StyledText {
    var parts = [board.question(question, order: order(of: question, at: id))]
    if let key = questionID(id), let attempt = attempts[key],
      attempt.outcome != .open, !reopened.contains(key)
    {
      parts.append(board.prose(StyledText(attempt.summary, .dim)))
    } else if question.usesLessonNumbers(on: lessonBench, at: live?.now) {
      parts.append(notYours)
    }
    return StyledText.stacked(parts)
  }

  private var notYours: StyledText {
    board.prose(
      StyledText(
        "This is asked about the lesson's own numbers, not yours.", .dim))
  }

  /// What is said when an alteration takes the open question from the
  /// learner's numbers to the lesson's.
  func departure(since before: LiveBench) -> StyledText? {
    guard let question = openQuestion?.question,
      question.usesLessonNumbers(on: lessonBench, at: live?.now),
      !question.usesLessonNumbers(on: lessonBench, at: before.now)
    else { return nil }
    return notYours
  }

  /// The question once more, in one line.
  ///
  /// - Parameters:
  ///   - open: The question.
  ///   - inDigits: Whether words were typed, which cannot be judged.
  /// - Returns: What is wanted, and the words that help.
  func asked(again open: OpenQuestion, inDigits: Bool = false) -> Reply {
    let way =
      switch open.question.kind {
      case .answer where inDigits: "A number in digits or a formula, please."
      case .answer: "Your answer, please."
      case .choice where open.question.takesAll:
        "Type the numbers of all that hold, as in 1 3."
      case .choice(let choices): "Type a number from 1 to \(choices.count)."
      case .until(_, let samples) where samples.contains(where: \.isTraining):
        "Not yet: train on, or alter something with set."
      case .until: "Not yet: alter something with set."
      }
    return Reply(
      board.prose(
        StyledText(way) + StyledText(helping(helpingWords(at: open)), .dim)))
  }

  /// The sentence that names the words that help.
  private func helping(_ words: [Command]) -> String {
    guard let last = words.last?.name else { return "" }
    guard words.count > 1 else { return " \(last) helps." }
    let others = words.dropLast().map(\.name).joined(separator: ", ")
    return " \(others) and \(last) help."
  }

  /// The choices in an order that is the same on every visit and that the
  /// author's order does not tell.
  func order(of question: Question, at id: PieceID) -> [Int] {
    guard case .choice(let choices) = question.kind,
      let key = questionID(id)
    else { return [] }
    let seed = "\(key.lesson) \(key.screen) \(key.place)"
    return choices.indices.sorted {
      ("\(seed) \($0)".scattered, $0) < ("\(seed) \($1)".scattered, $1)
    }
  }
}

extension Piece {
  var isQuestion: Bool {
    if case .question = content { true } else { false }
  }
}

extension Attempt {
  /// How it went, in words.
  var summary: String {
    switch outcome {
    case .open: ""
    case .right: answers <= 1 ? "Answered." : "Answered at attempt \(answers)."
    case .revealed: "Revealed."
    case .skipped: "Skipped."
    }
  }
}

extension String {
  /// A number that depends on every byte, the same in every run.
  ///
  /// Source: Fowler, Noll and Vo, FNV-1a with 64 bits.
  var scattered: UInt64 {
    utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
