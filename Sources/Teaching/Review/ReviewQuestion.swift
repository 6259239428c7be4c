import Algebra
import Matrices

/// What is asked of somebody who made a slip of one kind: a question on a
/// small network, whose numbers are drawn anew each time.
///
/// Another one is one more entry in ``all``.
struct ReviewQuestion: Sendable {
  /// The id of the slip.
  let slip: String
  /// The quantity that is asked, or an entry of it.
  let target: String
  let bench: ReviewBench
  /// What stands above it; it does not tell what to look out for.
  let title: String
  /// The quantities whose values are shown, so that one step is left to do.
  let shown: [String]
  /// The lines of an `ask` fence.
  let ask: String

  init(
    _ slip: String, of target: String, on bench: ReviewBench, _ title: String,
    showing shown: [String] = [], _ ask: String
  ) {
    self.slip = slip
    self.target = target
    self.bench = bench
    self.title = title
    self.shown = shown
    self.ask = ask
  }

  static let all: [ReviewQuestion] = products + factors + slopes + biases

  /// The question about slips of a kind, if there is one.
  static func about(_ kind: SlipLog.Kind) -> ReviewQuestion? {
    guard case .named(let id) = kind else { return nil }
    return all.first { $0.slip == id }
  }

  /// The lesson that the question is a part of, with numbers of its own.
  var text: String {
    let values =
      shown.isEmpty ? "" : "```show\n\(shown.joined(separator: "\n"))\n```\n\n"
    return """
      # \(title)

      Needs nothing. Gives nothing new.

      \(bench.fence)

      \(values)```ask
      \(ask)
      ```
      """
  }

  /// The question on a screen of its own, with numbers of this time.
  ///
  /// - Parameter seed: What tells this time from others.
  /// - Returns: The screen, or nothing where no numbers will do.
  func screen(seed: UInt64) -> Screen? {
    guard
      let lesson = try? Lesson(
        id: Review.id, text: text, library: { _ in nil }),
      let screen = lesson.screens.first, let bench = screen.bench,
      let question = screen.question,
      let target = try? Expression(target, in: bench.scope)
    else { return nil }
    let fresh = FreshQuestion(
      question: question, bench: bench,
      slipped: slipped(target, in: bench.worksheet))
    return fresh.bench(slip, seed: seed, origin: Review.origin(of: slip)).map {
      Screen(id: slip, title: title, bench: $0, pieces: screen.pieces)
    }
  }

  /// What the slip makes of the right lines.
  func slipped(
    _ target: Expression, in worksheet: Worksheet
  ) -> [Expression] {
    let slips = Slip.all.filter { $0.id == slip }
    let surroundings = Surroundings(worksheet, asked: target)
    return surroundings.forms(of: target).flatMap {
      surroundings.mutants(of: $0, by: slips).map(\.expression)
    }
  }
}

/// A small network on which slips show: its sizes differ, and so do its
/// numbers.
struct ReviewBench: Sendable {
  /// The fence that writes it down.
  let fence: String

  init(_ kind: String, _ lines: String) {
    fence = "```\(kind)\n\(lines)\n```"
  }
}

extension Screen {
  /// The first question on the screen.
  var question: Question? {
    for piece in pieces {
      if case .question(let question) = piece.content { return question }
    }
    return nil
  }
}
