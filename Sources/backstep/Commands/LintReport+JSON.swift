import Formats
import Teaching

extension LintReport {
  /// The counts, the findings and the survivors as an object of JSON, for
  /// other programs.
  var json: String {
    JSONText.object([
      ("lessons", "\(tally.lessons)"),
      (
        "equalities",
        JSONText.object([
          ("exact", "\(tally.exact)"), ("numeric", "\(tally.numeric)"),
          ("same", "\(tally.same)"), ("refuted", "\(tally.refuted)"),
          ("inconclusive", "\(tally.inconclusive)"),
        ])
      ),
      (
        "mutants",
        JSONText.object([
          ("made", "\(tally.mutants)"), ("refuted", "\(tally.mutantsRefuted)"),
          ("true", "\(tally.mutantsTrue)"),
          ("surviving", "\(tally.survivors)"),
        ])
      ),
      ("linesRefuted", "\(tally.linesRefuted)"),
      ("printedNumbers", "\(tally.printed)"),
      ("answers", "\(tally.answers)"),
      ("findings", JSONText.list(findings.map(object))),
      ("survivors", JSONText.list(survivors.map(object))),
    ])
  }

  private func object(_ finding: LintFinding) -> String {
    JSONText.object([
      ("file", JSONText.quoted(finding.file)), ("line", "\(finding.line)"),
      ("column", "\(finding.column)"), ("rule", JSONText.quoted(finding.rule)),
      ("message", JSONText.quoted(finding.message)),
      ("remedy", JSONText.quoted(finding.remedy)),
    ])
  }

  private func object(_ survivor: LintSurvivor) -> String {
    JSONText.object([
      ("file", JSONText.quoted(survivor.file)), ("line", "\(survivor.line)"),
      ("column", "\(survivor.column)"),
      ("equality", JSONText.quoted(survivor.equality)),
      ("verdict", JSONText.quoted(survivor.verdict)),
    ])
  }
}
