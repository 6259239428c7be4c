import Algebra
import Presentation

extension Session {
  /// The worksheet at which the learner stands, with the numbers of now, as
  /// it is on disk: in Backstep's own notation.
  public var valuation: Valuation? { written?.now }

  /// What the worksheet is called in a script, as `last-layer#bend`.
  public var worksheetTitle: String {
    guard let origin = written?.origin, !origin.isEmpty, bench == nil else {
      return "A worksheet from a session"
    }
    return "\(origin), with the numbers of a session"
  }

  /// The open lesson as it is written, to be put on paper.
  public var lessonForPaper: Lesson? { writtenLesson }

  /// `export FILE.py`, `export FILE.html`.
  func export(_ file: String) -> Reply {
    guard !file.isEmpty else { return wants(Command.export) }
    guard let kind = ExportKind(file: file) else {
      return failure(
        Diagnostic(
          "the ending of \(file) says nothing of what to write",
          notes: [
            "a lesson ends in .html, .tex or .md, a script in .py, one for "
              + "PyTorch in .torch.py"
          ],
          remedy: "export \(file.withoutEnding).html"))
    }
    guard kind.isScript else { return exportLesson(file, kind) }
    guard let live, !live.worksheet.equations.isEmpty else {
      return failure(
        Diagnostic(
          "nothing here has equations to be checked",
          remedy: "network 2 -> 3 tanh -> 1 sigmoid on xor"))
    }
    let isAhead = live.worksheet.names.contains {
      refusal(ofHidden: .name($0)) != nil
    }
    return Reply(
      isAhead
        ? board.prose(
          "It holds the whole worksheet, also what the lesson has still to "
            + "show.")
        : StyledText(),
      effects: [.export(file: file, library: kind.name)])
  }

  private func exportLesson(_ file: String, _ kind: ExportKind) -> Reply {
    guard lesson != nil else {
      return failure(
        Diagnostic(
          "no lesson is open that could be written",
          notes: ["a bench is written as a script"],
          remedy: "export \(file.withoutEnding).py"))
    }
    return Reply(
      board.prose(
        "It holds the whole lesson, its answers at the end, in the lesson's "
          + "own numbers."),
      effects: [.publish(file: file, format: kind.name)])
  }
}

extension String {
  /// The name of a file without its ending.
  fileprivate var withoutEnding: String {
    guard let dot = lastIndex(of: "."), dot != startIndex else { return self }
    return String(self[..<dot])
  }
}
