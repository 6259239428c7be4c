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

  /// `export FILE.py`.
  func export(_ file: String) -> Reply {
    guard !file.isEmpty else { return wants(Command.export) }
    guard let kind = ScriptKind(file: file) else {
      return failure(
        Diagnostic(
          "a script is written, and its name ends in .py",
          notes: ["one that ends in .torch.py is for PyTorch"],
          remedy: "export \(file.withoutEnding).py"))
    }
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
      effects: [.export(file: file, library: kind.library)])
  }
}

extension String {
  /// The name of a file without its ending.
  fileprivate var withoutEnding: String {
    guard let dot = lastIndex(of: "."), dot != startIndex else { return self }
    return String(self[..<dot])
  }
}
