import Algebra

extension LintRule {
  static let equalities = LintRule(
    id: "equalities",
    sentence: "Both sides of every = have the same value, whatever the numbers."
  ) { subject, notes in
    for case .equality(let claim) in subject.compiled.claims {
      let verdict = claim.verdict
      notes.tally.count(verdict)
      if !verdict.holds {
        let (message, remedy) = words(of: claim, verdict)
        notes.add(message, try: remedy, at: claim.source)
      } else if subject.options.mutates {
        for mutant in claim.mutants { notes.count(mutant) }
      }
    }
  }

  private static func words(
    of claim: ClaimedEquality, _ verdict: Verdict
  ) -> (message: String, remedy: String) {
    let line = "\(claim.left.text()) = \(claim.right.text())"
    switch verdict {
    case .inconclusive:
      return (
        "\(line) is in doubt: \(verdict.sentence)",
        "write it so that both sides have a value at more numbers"
      )
    default:
      return (
        "\(line) does not hold: \(verdict.sentence)",
        "mend the line, or the one above it"
      )
    }
  }

  static let reasons = LintRule(
    id: "reasons", sentence: "Every rule named fits what it is applied to."
  ) { subject, notes in
    for case .reason(let reason, let bench, let source)
      in subject.compiled.claims
    {
      guard let name = reason.name else { continue }
      let function = bench.scope.functions[name]
      if reason.rule == .definition, function == nil,
        bench?.worksheet.equation(name) == nil
      {
        notes.add(
          "\(name.text) has no definition",
          try: "name a quantity that has an equation, or a function",
          at: source)
      }
      if reason.rule == .slope, function?.elementwise == nil {
        notes.add(
          "\(name.text) is no function of one number, and has no slope of its "
            + "own",
          try: "name an activation, such as sigmoid", at: source)
      }
    }
  }
}

extension LintNotes {
  /// Counts a spoiled line by its verdict, and keeps one that was not refuted.
  fileprivate mutating func count(_ mutant: ClaimedEquality) {
    let verdict = mutant.verdict
    tally.mutants += 1
    switch verdict {
    case _ where verdict.isRefuted: tally.mutantsRefuted += 1
    case .same, .sameUpToOrder, .exact: tally.mutantsTrue += 1
    default: survivors.append(LintSurvivor(mutant, verdict, in: file))
    }
  }
}
