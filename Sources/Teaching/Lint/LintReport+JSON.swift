extension LintReport {
  /// The counts, the findings and the survivors as an object of JSON, for
  /// other programs.
  public var json: String {
    object([
      ("lessons", "\(tally.lessons)"),
      (
        "equalities",
        object([
          ("exact", "\(tally.exact)"), ("numeric", "\(tally.numeric)"),
          ("same", "\(tally.same)"), ("refuted", "\(tally.refuted)"),
          ("inconclusive", "\(tally.inconclusive)"),
        ])
      ),
      (
        "mutants",
        object([
          ("made", "\(tally.mutants)"), ("refuted", "\(tally.mutantsRefuted)"),
          ("true", "\(tally.mutantsTrue)"),
          ("surviving", "\(tally.survivors)"),
        ])
      ),
      ("linesRefuted", "\(tally.linesRefuted)"),
      ("printedNumbers", "\(tally.printed)"),
      ("answers", "\(tally.answers)"),
      ("findings", list(findings.map(object))),
      ("survivors", list(survivors.map(object))),
    ])
  }

  private func object(_ finding: LintFinding) -> String {
    object([
      ("file", finding.file.quoted), ("line", "\(finding.line)"),
      ("column", "\(finding.column)"), ("rule", finding.rule.quoted),
      ("message", finding.message.quoted), ("remedy", finding.remedy.quoted),
    ])
  }

  private func object(_ survivor: LintSurvivor) -> String {
    object([
      ("file", survivor.file.quoted), ("line", "\(survivor.line)"),
      ("column", "\(survivor.column)"),
      ("equality", survivor.equality.quoted),
      ("verdict", survivor.verdict.quoted),
    ])
  }

  private func object(_ fields: [(name: String, value: String)]) -> String {
    "{"
      + fields.map { "\($0.name.quoted): \($0.value)" }.joined(separator: ", ")
      + "}"
  }

  private func list(_ items: [String]) -> String {
    "[" + items.joined(separator: ", ") + "]"
  }
}
