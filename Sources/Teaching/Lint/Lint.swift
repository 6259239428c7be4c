/// Checks lessons.
///
/// - Parameters:
///   - files: The name of each file without its ending, and what it holds.
///   - library: Lessons that are not checked, and may be named or lend their
///     network.
///   - options: What the checks need of the world.
/// - Returns: The findings and the totals.
public func lint(
  files: [(id: String, text: String)],
  library: [(id: String, text: String)] = [],
  options: LintOptions = LintOptions()
) -> LintReport {
  let texts = Dictionary(
    (files + library).map { ($0.id, $0.text) },
    uniquingKeysWith: { first, _ in first })
  let document = { (id: String) in
    texts[id].flatMap { try? LessonDocument(id: id, reading: $0) }
  }
  var report = LintReport()
  for (id, text) in files {
    report.tally.lessons += 1
    do {
      let compiled = try CompiledLesson(id: id, text: text, library: document)
      let subject = LintSubject(
        compiled: compiled, lessons: Set(texts.keys), options: options)
      for rule in LintRule.all { report.apply(rule, to: subject) }
    } catch {
      report.add(error, in: id)
    }
  }
  report.sort(by: files.map(\.id))
  return report
}

extension LintReport {
  fileprivate mutating func apply(_ rule: LintRule, to subject: LintSubject) {
    var notes = LintNotes(
      file: subject.compiled.document.id, rule: rule.id, tally: tally)
    rule.check(subject, &notes)
    findings += notes.findings
    survivors += notes.survivors
    tally = notes.tally
  }

  fileprivate mutating func add(_ faults: LessonFaults, in file: String) {
    findings += faults.all.map {
      LintFinding(
        file: file, line: $0.line, column: $0.column, rule: LintRule.reads.id,
        message: $0.message, remedy: $0.remedy)
    }
  }

  fileprivate mutating func sort(by files: [String]) {
    let rank = Dictionary(
      zip(files, files.indices), uniquingKeysWith: { first, _ in first })
    findings = findings.enumerated().sorted { one, other in
      let (left, right) = (one.element, other.element)
      return (rank[left.file] ?? 0, left.line, left.column, one.offset)
        < (rank[right.file] ?? 0, right.line, right.column, other.offset)
    }.map(\.element)
  }
}
