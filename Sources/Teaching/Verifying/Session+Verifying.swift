import Algebra
import Matrices
import Presentation

extension Session {
  /// `verify LEFT = RIGHT [with CONDITION] [without CONDITION]`.
  mutating func verify(_ text: String) -> Reply {
    let worksheet = live?.worksheet ?? Worksheet()
    let line: EqualityLine
    do {
      line = try EqualityLine.reading(text, in: scope, takesLetters: true)
    } catch let fault as DeclarationFault {
      return failure(fault.diagnostic)
    } catch {
      return failure(diagnostic(error, source: text))
    }
    if let refusal = refusal(of: line, in: worksheet) { return refusal }
    let judged = JudgedLine(
      opened(line.left), opened(line.right),
      in: line.worksheet(from: worksheet), letters: line.letters,
      givens: givensOfNow,
      wantsSmallNumbers: wantsSmallNumbers(line.left, line.right))
    return verdict(on: judged, typed: line)
  }

  /// Whether the numbers here are none of the learner's choosing, or values at
  /// them are not to be seen yet.
  func wantsSmallNumbers(_ expressions: Expression...) -> Bool {
    bench.map { !$0.isFile } ?? false
      || expressions.contains { refusal(ofHidden: $0) != nil }
  }

  /// The numbers of everything that is given here.
  var givensOfNow: [Name: Matrix<Double>] {
    live?.now.givens ?? [:]
  }

  private func refusal(
    of line: EqualityLine, in worksheet: Worksheet
  ) -> Reply? {
    let missing = (line.dropped).first {
      !worksheet.assumptions.contains($0)
    }
    guard let missing else { return nil }
    let known = worksheet.assumptions.map(\.text).sorted()
    return failure(
      Diagnostic(
        "\(missing.text) is not taken for granted here",
        notes: [
          known.isEmpty
            ? "nothing is"
            : "what is: " + known.joined(separator: ", ")
        ],
        remedy: "verify \(line.text)"))
  }

  /// Says what was found, and keeps it for what may be asked next.
  private mutating func verdict(
    on judged: JudgedLine, typed line: EqualityLine
  ) -> Reply {
    judgedLines.append(judged)
    walk = Walk(judged)
    if case .meaningless(let side, let fault) = judged.verification.verdict {
      return failure(shapeFault(fault, on: side, of: line))
    }
    var text = board.report(judged)
    if let live, !live.worksheet.names.isEmpty, !line.letters.isEmpty {
      let names = line.letters.map { board.formula($0.name) }
      text = StyledText.stacked([
        text,
        board.prose(
          names.joined(separator: ", ")
            + (names.count == 1 ? " stands" : " stand") + " for any number."),
      ])
    }
    if walk != nil {
      text = StyledText.stacked([
        text, board.prose("walk goes through it number by number."),
      ])
    }
    return Reply(text, failed: !judged.holds)
  }

  /// What is wrong with a side that has no value, under the side itself.
  func shapeFault(
    _ fault: ExpressionFault, on side: Verdict.Side, of line: EqualityLine
  ) -> Diagnostic {
    guard let sign = Assignment.equalsSign(in: line.text) else {
      return diagnostic(fault, source: line.text)
    }
    let start = line.text.index(after: sign)
    let part = String(
      side == .left ? line.text[..<sign] : line.text[start...])
    let column =
      side == .left
      ? 0 : line.text.distance(from: line.text.startIndex, to: start)
    return diagnostic(
      fault, source: line.text, column: column,
      reading: try? Expression.reading(part, in: scope))
  }

  /// `walk [COUNT]` goes through the latest counterexample.
  mutating func walkOn(_ count: Int) -> Reply {
    guard var walk else {
      return Reply(
        board.prose(
          "There is no counterexample to walk through. One is found where "
            + "verify or try refutes a line."))
    }
    let lines = walk.next(max(count, 1), on: board)
    self.walk = walk
    return Reply(StyledText.stacked(lines))
  }
}
