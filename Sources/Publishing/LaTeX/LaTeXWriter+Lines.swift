extension LaTeXWriter {
  /// Lines aligned at their first sign, with reasons and numbers beside them.
  ///
  /// What is too wide for the page is broken before an operation; where the
  /// reasons have no room beside the formulas they go below.
  func lines(_ lines: [Line], staysWithNext: Bool = false) -> String {
    guard !lines.isEmpty else { return "" }
    let hasReasons = lines.contains { !$0.reason.isEmpty }
    let free = Self.measure - (lines.contains { $0.label != nil } ? 2 : 0)
    let lead = lines.compactMap(\.left?.width).max() ?? 0
    let reasons = lines.map { width(of: $0.reason) }.max() ?? 0
    let widest = lines.map(\.right.width).max() ?? 0
    let isBeside = lead + widest + 2 + reasons <= free
    let isAlone = lead > 0.4 * free && lead + widest > free
    let room = free - (isAlone ? 2 : lead)
    let rows = lines.flatMap { line in
      self.rows(
        line, room: room, isAlone: isAlone,
        reasonBeside: hasReasons && isBeside)
    }
    // What a page can hold stays on one.
    let breaks = rows.count > 14 ? "\\allowdisplaybreaks" : ""
    let bond = staysWithNext ? "\\postdisplaypenalty=10000" : ""
    return "{\\tight\(bond)\(breaks)\\begin{alignat*}{2}\n"
      + rows.joined(separator: " \\\\\n") + "\n\\end{alignat*}}"
  }

  private func rows(
    _ line: Line, room: Double, isAlone: Bool, reasonBeside: Bool
  ) -> [String] {
    var rows: [String] = []
    var lead = line.left.map(mathText) ?? ""
    if isAlone, let left = line.left {
      rows = left.folded(to: Self.measure - 2).map { "&\(mathText($0))" }
      lead = ""
    }
    let indent = isAlone ? "\\quad " : ""
    var parts = line.steps.flatMap { step in
      step.right.folded(to: room - 2).enumerated().map { place, part in
        place == 0
          ? mathText(.joined([.sign(step.sign, .relation), part]))
          : "\\quad{}" + mathText(part)
      }
    }
    // A value stays behind its formula while the line holds both.
    if line.steps.count > 1, line.right.width <= room {
      parts = [mathText(line.right)]
    }
    for (place, part) in parts.enumerated() {
      rows.append((place == 0 ? lead : "") + " &\(indent)" + part)
    }
    if rows.isEmpty || line.steps.isEmpty && !isAlone {
      rows.append(lead + " &")
    }
    // A hand needs more room than type.
    if line.right.hasBlank { rows[rows.count - 1] += "\\rule{0pt}{1.8em}" }
    return finished(rows, line, reasonBeside: reasonBeside)
  }

  /// The rows with the reason and the number of the line.
  private func finished(
    _ rows: [String], _ line: Line, reasonBeside: Bool
  ) -> [String] {
    var rows = rows
    let reason = math(line.reason)
    let last = rows.count - 1
    if !reason.isEmpty {
      if reasonBeside {
        rows[last] += " &\\qquad&\(reason)"
      } else {
        rows.append("&\\qquad \(reason)")
      }
    }
    if let label = line.label {
      rows[last] += " \\tag*{\\footnotesize \(LaTeXText.escaped(label))}"
    }
    return rows
  }

  /// Prose as it stands within a formula.
  private func math(_ spans: [Span]) -> String {
    spans.map { span in
      switch span {
      case .formula(let formula): mathText(formula)
      default: "\\text{\\small \(prose([span]))}"
      }
    }.joined()
  }

  private func width(of spans: [Span]) -> Double {
    spans.reduce(0) { sum, span in
      switch span {
      case .formula(let formula): sum + formula.width
      case .text(let text), .emphasis(let text), .strong(let text),
        .code(let text):
        sum + 0.44 * Double(text.count)
      }
    }
  }
}
