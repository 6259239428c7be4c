/// Writes a document for `pdflatex`, in pure ASCII, with amsmath and nothing
/// else.
struct LaTeXWriter {
  let document: Document
  private let math = LaTeXFormula(reader: .latex)

  /// About how many ems a line of the page holds.
  static let measure = 40.0

  func text() -> String {
    ([preamble, heading] + document.sections.map(section)
      + ["\\end{document}"]).joined(separator: "\n\n") + "\n"
  }

  private var heading: String {
    let edition =
      switch document.edition {
      case .full: ""
      case .handout:
        "\\hfill{\\normalsize\\normalfont Name\\ \\rule{12em}{0.4pt}}"
      case .key: "\\hfill{\\normalsize\\normalfont Answer key}"
      }
    let title = LaTeXText.escaped(document.title)
    return "{\\LARGE\\bfseries \(title)}\(edition)\\par\n\\smallskip\n"
      + document.lead.map(block).joined(separator: "\n")
      + "\n\\medskip\\hrule\\medskip"
  }

  private func section(_ section: Document.Section) -> String {
    var parts: [String] = []
    if section.beginsPage { parts.append("\\clearpage") }
    if let title = section.title {
      parts.append("\\section*{\(LaTeXText.escaped(title))}")
    }
    let blocks = section.blocks
    parts += blocks.indices.map { place in
      block(
        blocks[place],
        before: place + 1 < blocks.count ? blocks[place + 1] : nil)
    }
    return parts.joined(separator: "\n\n")
  }

  /// A block that stays on the page of the next where the two are one thing.
  private func block(_ block: Block, before next: Block?) -> String {
    switch (block, next) {
    case (.lines(let lines), .remark): self.lines(lines, staysWithNext: true)
    case (.remark, .lines): self.block(block) + "\\nopagebreak"
    case (.paragraph(let spans), .some) where spans.announcesMore:
      self.block(block) + "\\nopagebreak"
    default: self.block(block)
    }
  }

  // MARK: - Blocks

  func block(_ block: Block) -> String {
    switch block {
    case .paragraph(let spans): prose(spans) + "\\par"
    case .remark(let spans): "{\\small \(prose(spans))\\par}"
    case .lines(let lines): self.lines(lines)
    case .flow(let formulas): flow(formulas)
    case .table(let table): self.table(table)
    case .figure(let figure): LaTeXFigure(figure: figure).text(caption: prose)
    case .typed(let lines): code(lines.map { "> " + $0 })
    case .printed(_, let ascii):
      code(
        ascii.split(separator: "\n", omittingEmptySubsequences: false)
          .map(String.init))
    case .question(let question): self.question(question)
    case .entry(let entry): self.entry(entry)
    case .room(let count): room(count)
    }
  }

  func prose(_ spans: [Span]) -> String { spans.map(span).joined() }

  private func span(_ span: Span) -> String {
    switch span {
    case .text(let text): LaTeXText.escaped(text)
    case .emphasis(let text): "\\emph{\(LaTeXText.escaped(text))}"
    case .strong(let text): "\\textbf{\(LaTeXText.escaped(text))}"
    case .code(let text): "\\texttt{\(LaTeXText.code(text))}"
    case .formula(let formula): "$\(math.text(formula))$"
    }
  }

  /// Formulas with gaps between them, in as many lines as they need.
  private func flow(_ formulas: [Formula]) -> String {
    let parts = formulas.map { "\\mbox{$\\displaystyle \(math.text($0))$}" }
    return "\\begin{display}\n"
      + parts.joined(separator: "\\qquad\n") + "\n\\end{display}"
  }

  /// Lines of letters of one width, every space kept.
  private func code(_ lines: [String]) -> String {
    let rows = lines.map { line in
      line.isEmpty ? "\\strut" : LaTeXText.code(line, keepsSpaces: true)
    }
    // What a page can hold stays on one.
    let end = rows.count <= 24 ? "\\\\*\n" : "\\\\\n"
    return "\\begin{console}\n" + rows.joined(separator: end)
      + "\n\\end{console}"
  }

  private func room(_ count: Int) -> String {
    String(repeating: "\\writingline\n", count: count)
  }

  // MARK: - Tables

  /// A table does not break; rows that a page may not hold go to a second.
  private func table(_ table: TextTable) -> String {
    let columns = table.isNumber.map { $0 ? "r" : "l" }.joined()
    let heading = table.heading.map { LaTeXText.escaped($0) }
      .joined(separator: " & ")
    return stride(from: 0, to: table.rows.count, by: 30).map { start in
      let rows = table.rows[start...].prefix(30).map { row in
        row.map(prose).joined(separator: " & ")
      }
      return "\\begin{display}\n\\begin{tabular}{\(columns)}\n\(heading) \\\\\n"
        + "\\hline\\rule{0pt}{2.6ex}%\n" + rows.joined(separator: " \\\\\n")
        + "\n\\end{tabular}\n\\end{display}"
    }.joined(separator: "\n")
  }
}

// MARK: - Questions

extension LaTeXWriter {
  private func question(_ question: AskedQuestion) -> String {
    var parts = [
      "\\begin{question}{\(question.number)}%",
      prose(question.prompt),
    ]
    if !question.choices.isEmpty {
      let isOpen = !question.isAnswered && document.edition == .handout
      parts.append(
        question.choices.enumerated().map { place, text in
          let box = "\\fbox{\\rule{0pt}{0.5em}\\rule{0.5em}{0pt}}\\ "
          let label = isOpen ? "{3.2em}{\(box)" : "{2em}{"
          return "\\choice\(label)\(place + 1)}{\(prose(text))}"
        }.joined(separator: "\n"))
    }
    if let room = question.room {
      parts.append(
        room.lead.isEmpty
          ? self.room(room.lines)
          : "\\writinglead{\(prose(room.lead))}\n"
            + self.room(room.lines - 1))
    }
    return parts.joined(separator: "\n") + "\n\\end{question}"
  }

  private func entry(_ entry: AnswerEntry) -> String {
    let lead =
      document.edition == .key
      ? "{4em}{$\\to$}" : "{2em}{\\bfseries \(entry.number)}"
    var parts = ["\\begin{answer}\(lead)%"]
    var rows = entry.hints.map(prose)
    rows += entry.lines.enumerated().map { place, line in
      (place > 0 ? "or " : "") + inline(line)
    }
    for choice in entry.choices {
      rows.append("Choice \(choice.number): \(prose(choice.text))")
    }
    rows += entry.typed.enumerated().map { place, line in
      (place > 0 ? "or " : "") + "\\texttt{\(LaTeXText.code(line))}"
    }
    if !entry.why.isEmpty { rows.append(prose(entry.why)) }
    rows += entry.slips.map {
      "\\slip{\(prose($0.taken))}{\(prose($0.reply))}"
    }
    parts.append(rows.joined(separator: "\\par\\nopagebreak\n"))
    return parts.joined(separator: "\n") + "\n\\end{answer}"
  }

  /// A line in running text.
  private func inline(_ line: Line) -> String {
    let whole = Formula.joined([line.left, line.right].compactMap(\.self))
    return "$\(mathText(whole))$"
  }

  func mathText(_ formula: Formula) -> String {
    LaTeXFormula(reader: .latex).text(formula)
  }
}

extension [Span] {
  /// Whether what follows belongs to it: it ends with a colon.
  fileprivate var announcesMore: Bool {
    if case .text(let text)? = last { text.hasSuffix(":") } else { false }
  }
}
