import Algebra
import Matrices
import Presentation

/// A derivation of the learner's own: line after line, each judged against
/// the one before.
extension Session {
  /// The derivation that is being written.
  var chain: Chain? {
    get { (bench == nil ? triedChain : bench?.sheet.chain).map(seen) }
    set {
      guard var sheet = bench?.sheet else {
        triedChain = newValue
        return
      }
      sheet.chain = newValue
      let line = newValue?.lines.last?.right.text(.ascii) ?? ""
      bench?.take(sheet, deed: "= \(line.shortened)")
    }
  }

  /// A derivation in the notation of now, whichever it was written in.
  private func seen(_ chain: Chain) -> Chain {
    guard chain.lens.name != lens.name, let live, let written else {
      return chain
    }
    let before = Sight(chain.lens, of: written.worksheet)
    return chain.seen(
      through: lens, { sight.shown(before.meant($0)) },
      judge: { line, left, right in
        JudgedLine(
          left, right, in: live.worksheet, letters: line.letters,
          givens: givensOfNow, by: line.reason)
      })
  }

  /// `LEFT = RIGHT [by RULE]`, a line that opens a derivation.
  mutating func claim(_ text: String) -> Reply {
    do {
      let (line, reason) = try statement(text)
      let equality = try EqualityLine.reading(
        line, in: scope, takesLetters: false)
      let lens = self.lens
      return judge(equality, by: reason) { Chain($0, in: lens) }
    } catch { return unreadable(error, text) }
  }

  /// `= RIGHT [by RULE]`, a line that goes on from the one before.
  mutating func goOn(_ text: String) -> Reply {
    guard let chain else {
      return failure(
        Diagnostic(
          "there is no line before this one",
          notes: ["a derivation begins with two sides, LEFT = RIGHT"],
          remedy: "help bench"))
    }
    do {
      let (line, reason) = try statement(text)
      let before = chain.last.text(.ascii)
      let equality = try EqualityLine.reading(
        "\(before) \(line)", in: scope, takesLetters: false)
      return judge(equality, by: reason) {
        var longer = chain
        longer.append($0)
        return longer
      }
    } catch { return unreadable(error, text) }
  }

  /// A line without the rule that is named behind it.
  private func statement(
    _ text: String
  ) throws(DeclarationFault) -> (line: String, reason: Reason?) {
    guard let place = text.lastRange(ofWord: "by") else { return (text, nil) }
    let words = String(text[place.upperBound...]).trimmed
    return (
      String(text[..<place.lowerBound]).trimmed, try Reason.reading(words)
    )
  }

  private mutating func judge(
    _ equality: EqualityLine, by reason: Reason?,
    _ longer: (JudgedLine) -> Chain
  ) -> Reply {
    let worksheet = live?.worksheet ?? Worksheet()
    let judged = JudgedLine(
      opened(equality.left), opened(equality.right),
      in: equality.worksheet(from: worksheet), letters: equality.letters,
      givens: givensOfNow,
      wantsSmallNumbers: wantsSmallNumbers(equality.left, equality.right),
      by: reason)
    if case .meaningless(let side, let fault) = judged.verification.verdict {
      return failure(shapeFault(fault, on: side, of: equality))
    }
    judgedLines.append(judged)
    walk = Walk(judged) ?? walk
    chain = longer(judged)
    return Reply(report(onLast: judged), failed: !judged.holds)
  }

  private func report(onLast line: JudgedLine) -> StyledText {
    guard let chain else { return StyledText() }
    var parts = [board.lines(of: chain)]
    if line.holds {
      parts.append(rules(of: line))
    } else {
      parts.append(
        board.prose(
          board.headline(line.verification)
            + " The line stands, marked; undo takes it back."))
      if let example = line.counterexample {
        parts.append(board.counterexample(example, of: line))
      }
    }
    return StyledText.stacked(parts)
  }

  /// Which rules lead to a line, and whether it is the one that was named.
  private func rules(of line: JudgedLine) -> StyledText {
    let found = line.rulePath(givens: givensOfNow)?.text
    if let named = line.reason, !line.isExplained(givens: givensOfNow) {
      let other = found.map { " It follows by \($0)." } ?? ""
      return board.prose(
        "\(named.text) by itself does not lead to this line."
          + StyledText(other))
    }
    guard line.reason == nil, let found else { return StyledText() }
    return board.prose(StyledText("By \(found).", .dim))
  }

  private func unreadable(_ error: any Error, _ text: String) -> Reply {
    if let fault = error as? DeclarationFault {
      return failure(fault.diagnostic)
    }
    return failure(diagnostic(error, source: text))
  }

  /// `by RULE` names the rule of the latest line.
  mutating func nameRule(_ words: String) -> Reply {
    guard var chain, !chain.lines.isEmpty else {
      return Reply(
        board.prose(
          "No line was written yet that a rule could be named for. A "
            + "derivation begins with two sides, LEFT = RIGHT: help bench."))
    }
    do throws(DeclarationFault) {
      chain.name(try Reason.reading(words))
    } catch { return failure(error.diagnostic) }
    self.chain = chain
    let said = chain.lines.last.map(rules) ?? StyledText()
    return Reply(StyledText.stacked([board.lines(of: chain), said]))
  }
}

extension Reason {
  /// Reads the name of a rule as a learner types it.
  ///
  /// - Throws: ``DeclarationFault``, which offers the nearest rule.
  static func reading(_ words: String) throws(DeclarationFault) -> Reason {
    if let reason = Reason(words) { return reason }
    let names = Rule.all.map(\.name)
    let nearest = NearestName.nearest(to: words, among: names)
    throw DeclarationFault(
      "\(words.isEmpty ? "nothing" : words) is no rule",
      notes: nearest.map { ["the nearest is \($0)"] }
        ?? ["help rules lists all of them"],
      remedy: nearest.map { "by \($0)" } ?? "help rules")
  }
}

extension Blackboard {
  /// A derivation with a rule and a mark on each line.
  func lines(of chain: Chain) -> StyledText {
    guard !page.isPlain else { return spokenLines(of: chain) }
    let subject = formula(chain.subject)
    let rights = chain.lines.map { formula($0.right) }
    let widest = rights.map(\.width).max() ?? 0
    let reasons = chain.lines.map { $0.reason?.text ?? "" }
    let lines = chain.lines.indices.map { place -> StyledText in
      let line = chain.lines[place]
      let lead =
        place == 0 ? subject : StyledText(spaces(subject.width))
      let sign = line.holds ? " = " : charset == .unicode ? " ≠ " : " /="
      let isNarrow = subject.width + widest + 24 > page.width
      let right =
        isNarrow ? rights[place] : rights[place].padded(to: widest)
      let reason =
        reasons[place].isEmpty
        ? StyledText() : StyledText("   \(reasons[place])", .dim)
      let label = StyledText(
        "   \(line.verification.verdict.label)", line.holds ? .dim : .wrong)
      return lead + StyledText(sign, line.holds ? .symbol : .wrong) + right
        + reason + label
    }
    return StyledText.stacked(lines).indented(by: Self.indent)
  }

  private func spokenLines(of chain: Chain) -> StyledText {
    StyledText.stacked(
      chain.lines.enumerated().map { place, line in
        let left = place == 0 ? formula(chain.subject) : StyledText()
        let reason = line.reason.map { ", by \($0.text)" } ?? ""
        return "line \(place + 1): " + left + (line.holds ? " = " : " ≠ ")
          + formula(line.right)
          + StyledText("\(reason), \(line.verification.verdict.label)")
      })
  }
}

extension Verdict {
  /// The verdict in a word or two, to stand at the end of a line.
  var label: String {
    switch self {
    case .same: "the same"
    case .sameUpToOrder: "the same, reordered"
    case .exact: "exact"
    case .numeric(let points): "at \(points) points"
    case .refuted: "refuted"
    case .shapesDiffer: "shapes differ"
    case .meaningless: "no value"
    case .domainsDiffer: "domains differ"
    case .conventionOnly: "but at a kink"
    case .inconclusive: "in doubt"
    }
  }
}
