import Algebra
import Presentation

extension Session {
  /// How many equalities of a derivation were checked, and what was found.
  func footer(_ last: DerivationLine) -> StyledText {
    // The last row of a room is too far away for small print.
    guard let live, room == nil else { return StyledText() }
    let lines = [last.subject] + last.before + [last.expression]
    let letters = last.letters.map {
      FreeLetter($0.name, $0.shape, domain: $0.domain)
    }
    let verdicts = zip(lines, lines.dropFirst()).map { left, right in
      live.worksheet.verify(
        left, equals: right, letters: letters,
        givens: live.lesson.givens, moving: last.moving)
    }
    return board.footer(verdicts)
  }
}

extension Blackboard {
  /// One line on the verdicts of a derivation.
  func footer(_ verdicts: [Verdict]) -> StyledText {
    let held = verdicts.count { $0.holds }
    let noun = verdicts.count == 1 ? "equality" : "equalities"
    var text = StyledText("\(verdicts.count) \(noun) checked", .dim)
    if held == verdicts.count {
      text.append(", " + Blackboard.words(for: verdicts), .dim)
    } else {
      for (place, verdict) in verdicts.enumerated() where !verdict.holds {
        text.append("; line \(place + 1): \(verdict.sentence)", .wrong)
      }
    }
    return text.wrapped(to: measure - Self.indent)
      .indented(by: page.isPlain ? 0 : Self.indent)
  }

  /// How sure it is that all of them hold.
  private static func words(for verdicts: [Verdict]) -> String {
    let points = verdicts.compactMap { verdict -> Int? in
      if case .numeric(let points) = verdict { points } else { nil }
    }
    let all = verdicts.count == 1 ? "" : "all "
    guard let fewest = points.min() else { return all + "exact" }
    let rest = verdicts.count - points.count
    let number = "\(points.count) at \(fewest) random points"
    return rest == 0
      ? "\(all)at \(fewest) random points" : "\(rest) exact, \(number)"
  }
}
