import Algebra
import Presentation

extension Diagnosis {
  /// What is said to the learner, in two sentences at most.
  ///
  /// It says what was done, and never what should stand there.
  public var sentences: String {
    let said = outcomeSentences
    switch arrangement {
    case .asAsked: return said
    case .transposed:
      return outcome == .right
        ? "The right numbers, with rows and columns changed over."
        : "Rows and columns are changed over. " + briefly
    case .flattenedByRows, .flattenedByColumns:
      return outcome == .right
        ? "The right numbers, all in one line." : briefly
    }
  }

  private var outcomeSentences: String {
    switch outcome {
    case .right: return "That is right."
    case .slips(let deeds):
      let wordings = deeds.map { $0.wording(in: surroundings) }
      guard wordings.count > 1 else { return wordings.first?.full ?? "" }
      return wordings.prefix(2).map(\.brief).uniqued.joined(separator: " ")
    case .ambiguous(let ways): return Diagnosis.sentences(of: ways)
    case .gap(let gap): return gap.sentences
    case .shape(let found, let wanted):
      return "Your line is \(found), and \(wanted) is asked."
    case .shapesOnly:
      return "The letters are right, and the shapes do not fit: "
        + "look at the sign between them."
    case .unexplained: return unexplained
    case .undecided: return undecided
    }
  }

  /// One sentence where another one goes before it.
  private var briefly: String {
    guard case .slips(let deeds) = outcome, let deed = deeds.first else {
      return ""
    }
    return deed.wording(in: surroundings).brief
  }

  private static func sentences(of ways: [[Deed]]) -> String {
    let clauses = ways.map { deeds in
      deeds.map(\.slip.clause).joined(separator: ", and ")
    }
    var said: [String] = []
    for clause in clauses where !said.contains(clause) { said.append(clause) }
    let list = said.joined(separator: "; or ")
    return "More than one slip gives this, and they cannot be told apart "
      + "here. Either \(list)."
  }

  private var unexplained: String {
    guard fault != nil else {
      return "That comes to something else. "
        + "Follow one entry along its roads to the cost."
    }
    return "The shapes do not fit, and with all sizes equal your line would "
      + "still come to something else."
  }

  private var undecided: String {
    fault == nil
      ? "There is nothing to hold this line against."
      : "Your line has no value as it stands."
  }

  /// The reply as it is shown: the line with the parts to blame underlined,
  /// and what is said of them.
  ///
  /// - Parameters:
  ///   - page: What it is laid out for.
  ///   - source: What the learner typed; nothing where it is not shown.
  ///   - reading: What it was read as, from which the columns come.
  ///   - offset: Where in the source the reading begins.
  /// - Returns: Lines of the page's width.
  public func text(
    for page: Page, source: String? = nil, reading: Reading? = nil,
    offset: Int = 0
  ) -> StyledText {
    var lines: [StyledText] = []
    if let source, let reading, !blame.isEmpty {
      let spans = blame.map { path in
        let columns = reading.columns(of: path)
        return SourceSpan(
          start: columns.lowerBound + offset, end: columns.upperBound + offset)
      }
      lines.append(StyledText.underlined(source, spans, for: page))
    }
    lines.append(StyledText(sentences).wrapped(to: page.width))
    return lines.joined(separator: "\n")
  }
}

extension Discrepancy {
  /// What is said, in two sentences at most.
  var sentences: String {
    switch self {
    case .factor(let factor) where factor > 0:
      "All entries are off by one factor, the same at all numbers. "
        + "Which number stands before the line?"
    case .factor:
      "All entries are off by one factor below 0, the same at all numbers. "
        + "Look at the signs first."
    case .someFactor:
      "All entries are off by one factor, so what depends on the place is "
        + "right. What stands before the line?"
    case .added(let quantity):
      "Your line holds \(quantity.inWords) besides. "
        + "Which road does it come by?"
    case .termMissing:
      "A whole term is left out. On how many roads does it reach the cost?"
    case .multiplied(let quantity):
      "Your line has \(quantity.inWords) as a factor besides. "
        + "Where does it come from?"
    case .factorMissing:
      "One factor is left out. Name each step from one end to the other."
    case .entries(let agreeing, let count):
      "\(agreeing) of \(count) entries agree."
    case .oneBranch(let argument, let isAbove):
      "Your line is right where \(argument.inWords) is "
        + "\(isAbove ? "above" : "below") 0, and on the other side it is not."
    }
  }
}
