/// Writes a document in the Markdown of code hosts, its formulas between
/// `math` fences and in code spans between dollar signs.
struct MarkdownWriter {
  let document: Document
  private let math = LaTeXFormula(reader: .codeHost)

  func text() -> String {
    let heading = "# \(MarkdownText.escaped(document.title))\(edition)"
    let parts =
      [heading] + document.lead.map(block)
      + document.sections.flatMap { section -> [String] in
        let title = section.title.map {
          ["## \(MarkdownText.escaped($0))"]
        }
        return (title ?? []) + section.blocks.map(block)
      }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private var edition: String {
    switch document.edition {
    case .full: ""
    case .handout: " (handout)"
    case .key: " (answer key)"
    }
  }

  // MARK: - Blocks

  private func block(_ block: Block) -> String {
    switch block {
    case .paragraph(let spans): MarkdownText.startEscaped(prose(spans))
    case .remark(let spans): remark(spans)
    case .lines(let lines): fence("math", self.lines(lines))
    case .flow(let formulas): flow(formulas)
    case .table(let table): self.table(table)
    case .figure(let figure): self.figure(figure)
    case .typed(let lines):
      fence("text", lines.map { "> " + $0 }.joined(separator: "\n"))
    case .printed(let text, _): fence("text", text)
    case .question(let question): self.question(question)
    case .entry(let entry): self.entry(entry)
    case .room(let count): room(count)
    }
  }

  /// A fence longer than any within.
  private func fence(_ word: String, _ text: String) -> String {
    var marks = "```"
    while text.contains(marks) { marks += "`" }
    return "\(marks)\(word)\n\(text)\n\(marks)"
  }

  private func remark(_ spans: [Span]) -> String {
    "> " + MarkdownText.startEscaped(prose(spans))
  }

  private func flow(_ formulas: [Formula]) -> String {
    var rows: [[Formula]] = []
    var used = 0.0
    for formula in formulas {
      if rows.isEmpty || used + formula.width + 3 > 40 {
        rows.append([])
        used = 0
      }
      rows[rows.count - 1].append(formula)
      used += formula.width + 3
    }
    return rows.map { row in
      fence("math", row.map(math.text).joined(separator: " \\qquad "))
    }.joined(separator: "\n\n")
  }

  private func lines(_ lines: [Line]) -> String {
    let rows = lines.map { line in
      var row = line.left.map(math.text) ?? ""
      row += " &" + math.text(line.right)
      if !line.reason.isEmpty { row += " &&" + reason(line.reason) }
      if let label = line.label {
        row += (line.reason.isEmpty ? " &&" : "") + " && \\text{\(label)}"
      }
      return row
    }
    return "\\begin{aligned}\n" + rows.joined(separator: " \\\\\n")
      + "\n\\end{aligned}"
  }

  private func reason(_ spans: [Span]) -> String {
    spans.map { span in
      switch span {
      case .formula(let formula): math.text(formula)
      case .text(let text), .emphasis(let text), .strong(let text),
        .code(let text):
        "\\text{\(LaTeXText.escaped(text))}"
      }
    }.joined()
  }

  private func table(_ table: TextTable) -> String {
    func row(_ cells: [String]) -> String {
      "| " + cells.joined(separator: " | ") + " |"
    }
    let rule = row(table.isNumber.map { $0 ? "---:" : ":---" })
    let rows = table.rows.map { cells in
      row(cells.map { prose($0).replacingBars })
    }
    return
      ([row(table.heading.map(MarkdownText.escaped)), rule] + rows)
      .joined(separator: "\n")
  }

  private func figure(_ figure: Figure) -> String {
    ([fence("text", figure.drawing)] + figure.caption.map(remark))
      .joined(separator: "\n\n")
  }

  private func room(_ count: Int) -> String {
    Array(repeating: MarkdownText.line, count: count)
      .joined(separator: "\n\n")
  }

  // MARK: - Questions

  private func question(_ question: AskedQuestion) -> String {
    var parts = ["**Question \(question.number).** \(prose(question.prompt))"]
    if !question.choices.isEmpty {
      parts.append(
        question.choices.enumerated().map { place, text in
          "\(place + 1). \(prose(text))"
        }.joined(separator: "\n"))
    }
    if let room = question.room {
      let lead = prose(room.lead)
      parts.append((lead.isEmpty ? "" : lead + " ") + MarkdownText.line)
      if room.lines > 1 { parts.append(self.room(room.lines - 1)) }
    }
    return parts.joined(separator: "\n\n")
  }

  private func entry(_ entry: AnswerEntry) -> String {
    var parts = entry.hints.map(prose)
    parts += entry.lines.enumerated().map { place, line in
      (place > 0 ? "or " : "") + inline(line)
    }
    for choice in entry.choices {
      parts.append("Choice \(choice.number): \(prose(choice.text))")
    }
    parts += entry.typed.enumerated().map { place, line in
      (place > 0 ? "or " : "") + MarkdownText.code(line)
    }
    if !entry.why.isEmpty { parts.append(prose(entry.why)) }
    parts += entry.slips.map {
      "*Slip:* \(prose($0.taken)) – \(prose($0.reply))"
    }
    let lead =
      document.edition == .key ? "**Answer.** " : "**\(entry.number).** "
    return parts.enumerated().map { place, part in
      place == 0 ? lead + part : part
    }.joined(separator: "\n\n")
  }

  private func inline(_ line: Line) -> String {
    let whole = Formula.joined([line.left, line.right].compactMap(\.self))
    return prose([.formula(whole)])
  }

  // MARK: - Prose

  func prose(_ spans: [Span]) -> String { spans.map(span).joined() }

  private func span(_ span: Span) -> String {
    switch span {
    case .text(let text): MarkdownText.escaped(text)
    case .emphasis(let text): "*\(MarkdownText.escaped(text))*"
    case .strong(let text): "**\(MarkdownText.escaped(text))**"
    case .code(let text): MarkdownText.code(text)
    case .formula(.number(let text)) where text.allSatisfy(\.isPlainDigit):
      text.replacing("-", with: "−")
    case .formula(let formula): "$`\(math.text(formula))`$"
    }
  }
}

extension Character {
  fileprivate var isPlainDigit: Bool {
    isASCII && isNumber || self == "." || self == "-"
  }
}

extension String {
  /// The text with every bar escaped, since one ends a cell.
  fileprivate var replacingBars: String {
    var text = ""
    var last: Character?
    for character in self {
      text += character == "|" && last != "\\" ? "\\|" : String(character)
      last = character
    }
    return text
  }
}
