/// Writes a document as one page of HTML that needs nothing but itself.
struct HTMLWriter {
  let document: Document

  func text() -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>\(document.title.escapedForHTML)\(edition)</title>
    <style>
    \(Self.style)
    </style>
    </head>
    <body>
    <main>
    \(heading)
    \(document.sections.map(section).joined(separator: "\n"))
    </main>
    </body>
    </html>

    """
  }

  private var edition: String {
    switch document.edition {
    case .full: ""
    case .handout: " (handout)"
    case .key: " (answer key)"
    }
  }

  private var heading: String {
    let title = "\(document.title.escapedForHTML)\(edition)"
    let name =
      document.edition == .handout
      ? "<p class=\"writer\">Name <span class=\"line\"></span></p>\n" : ""
    let id = document.id.escapedForHTML
    return "<header>\n<h1 id=\"\(id)\">\(title)</h1>\n\(name)"
      + document.lead.map(block).joined(separator: "\n") + "\n</header>"
  }

  private func section(_ section: Document.Section) -> String {
    let id = section.id.escapedForHTML
    let title =
      section.title.map { "<h2 id=\"\(id)\">\($0.escapedForHTML)</h2>\n" }
      ?? ""
    let kind = section.beginsPage ? " class=\"back\"" : ""
    return "<section\(kind)>\n\(title)"
      + section.blocks.map(block).joined(separator: "\n") + "\n</section>"
  }

  // MARK: - Blocks

  private func block(_ block: Block) -> String {
    switch block {
    case .paragraph(let spans): "<p>\(prose(spans))</p>"
    case .remark(let spans): "<p class=\"remark\">\(prose(spans))</p>"
    case .lines(let lines): self.lines(lines)
    case .flow(let formulas):
      "<div class=\"flow\">"
        + formulas.map(MathML.display)
        .joined(separator: "\n") + "</div>"
    case .table(let table): self.table(table)
    case .figure(let figure):
      HTMLFigure(figure: figure).text(prose: prose)
    case .typed(let lines):
      "<pre><kbd>"
        + lines.map { "&gt; " + $0.escapedForHTML }.joined(separator: "\n")
        + "</kbd></pre>"
    case .printed(let text, _): "<pre>\(text.escapedForHTML)</pre>"
    case .question(let question): self.question(question)
    case .entry(let entry): self.entry(entry)
    case .room(let count): room(count)
    }
  }

  /// Rows of a grid: the left side, what it equals, why, and the number.
  private func lines(_ lines: [Line]) -> String {
    let rows = lines.map { line in
      let left = line.left.map(MathML.stretches) ?? ""
      let right = MathML.stretches(line.right)
      return "<div class=\"left\">\(left)</div>"
        + "<div class=\"right\">\(right)</div>"
        + "<div class=\"reason\">\(prose(line.reason))</div>"
        + "<div class=\"label\">\((line.label ?? "").escapedForHTML)</div>"
    }
    let isLong = (lines.compactMap(\.left?.width).max() ?? 0) > 14
    return "<div class=\"lines\(isLong ? " long" : "")\">\n"
      + rows.joined(separator: "\n") + "\n</div>"
  }

  private func table(_ table: TextTable) -> String {
    let kinds = table.isNumber.map { $0 ? " class=\"number\"" : "" }
    let heading = zip(table.heading, kinds).map {
      "<th\($1)>\($0.escapedForHTML)</th>"
    }.joined()
    let rows = table.rows.map { cells in
      "<tr>"
        + zip(cells, kinds).map { "<td\($1)>\(prose($0))</td>" }.joined()
        + "</tr>"
    }
    return "<div class=\"wide\"><table>\n<thead><tr>\(heading)</tr></thead>\n"
      + "<tbody>\n" + rows.joined(separator: "\n")
      + "\n</tbody></table></div>"
  }

  private func room(_ count: Int) -> String {
    String(repeating: "<div class=\"line\"></div>\n", count: count)
  }

  // MARK: - Questions

  private func question(_ question: AskedQuestion) -> String {
    let number = question.number
    let label =
      question.isAnswered
      ? "<a href=\"#answer-\(number)\" title=\"to the answer\">\(number)</a>"
      : "\(number)"
    var parts = [
      "<p><strong class=\"number\">\(label)</strong> "
        + "\(prose(question.prompt))</p>"
    ]
    if !question.choices.isEmpty {
      let kind = document.edition == .handout ? " class=\"open\"" : ""
      parts.append(
        "<ol\(kind)>\n"
          + question.choices.map { "<li>\(prose($0))</li>" }
          .joined(separator: "\n") + "\n</ol>")
    }
    if let room = question.room {
      if !room.lead.isEmpty {
        parts.append(
          "<div class=\"lead\"><span>\(prose(room.lead))</span>"
            + "<span class=\"line\"></span></div>")
      }
      parts.append(self.room(room.lines - (room.lead.isEmpty ? 0 : 1)))
    }
    return "<div class=\"question\" id=\"question-\(number)\">\n"
      + parts.joined(separator: "\n") + "\n</div>"
  }

  private func entry(_ entry: AnswerEntry) -> String {
    var parts = entry.hints.map { "<p>\(prose($0))</p>" }
    parts += entry.lines.enumerated().map { place, line in
      "<p>\(place > 0 ? "or " : "")\(inline(line))</p>"
    }
    for choice in entry.choices {
      parts.append("<p>Choice \(choice.number): \(prose(choice.text))</p>")
    }
    parts += entry.typed.enumerated().map { place, line in
      "<p>\(place > 0 ? "or " : "")<kbd>\(line.escapedForHTML)</kbd></p>"
    }
    if !entry.why.isEmpty { parts.append("<p>\(prose(entry.why))</p>") }
    parts += entry.slips.map {
      "<p class=\"slip\"><em>Slip:</em> \(prose($0.taken))&emsp;"
        + "\(prose($0.reply))</p>"
    }
    let body = parts.joined(separator: "\n")
    guard document.edition != .key else {
      return "<div class=\"entry key\">\n\(body)\n</div>"
    }
    let number =
      "<a href=\"#question-\(entry.number)\" title=\"to the question\">"
      + "\(entry.number)</a>"
    let id = entry.hints.isEmpty ? " id=\"answer-\(entry.number)\"" : ""
    return "<div class=\"entry\"\(id)>\n"
      + "<strong class=\"number\">\(number)</strong>\n\(body)\n</div>"
  }

  private func inline(_ line: Line) -> String {
    MathML.stretches(
      .joined([line.left, line.right].compactMap(\.self)))
  }

  // MARK: - Prose

  func prose(_ spans: [Span]) -> String { spans.map(span).joined() }

  private func span(_ span: Span) -> String {
    switch span {
    case .text(let text): text.escapedForHTML
    case .emphasis(let text): "<em>\(text.escapedForHTML)</em>"
    case .strong(let text): "<strong>\(text.escapedForHTML)</strong>"
    case .code(let text): "<code>\(text.escapedForHTML)</code>"
    case .formula(let formula): MathML.inline(formula)
    }
  }
}
