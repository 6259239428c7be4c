import Algebra
import Presentation

extension Session {
  /// All quantities that the lesson has reached.
  func inventory() -> Reply {
    guard let live else { return noLesson() }
    let overview = Overview(.all, of: live.now, hiding: concealment)
    return Reply(inset { overview.text(for: $0) })
  }

  /// What a quantity is, or what a function does.
  func info(_ text: String) -> Reply {
    let name = Name(String(text[..<text.endOfName]).trimmed)
    if let function = scope.functions[name] { return Reply(about(function)) }
    guard let live, let value = live.value(of: name) else {
      return failure(
        Diagnostic(
          "nothing here is called \(name.text)",
          remedy: nearestQuantity(to: name).map { "info \($0)" } ?? "info"))
    }
    let asked = (try? Expression(text, in: scope)) ?? .name(name)
    if let refusal = refusal(ofHidden: asked) { return refusal }
    var parts = [board.prose(StyledText(role(of: name, in: live.worksheet)))]
    if let equation = live.worksheet.equation(name), withheld(name) == nil {
      parts.append(
        board.lines([equation]).indented(
          by: page.isPlain ? 0 : Blackboard.indent))
    }
    let shown = (try? live.value(of: asked)) ?? value
    parts.append(board.printed(asked, shown))
    return Reply(StyledText.stacked(parts))
  }

  private func role(of name: Name, in worksheet: Worksheet) -> String {
    let text = name.text(page.charset)
    if let given = worksheet.given(name) {
      switch given.role {
      case .input: return "\(text) is given: an input."
      case .target: return "\(text) is given: what should come out."
      case .parameter: return "\(text) is a parameter: set alters it."
      case .constant: return "\(text) is given: a number that stays."
      case .state: return "\(text) is carried from iteration to iteration."
      }
    }
    switch worksheet.equation(name)?.role {
    case .cost: return "\(text) is the cost."
    case .exampleCost: return "\(text) is the cost of each example."
    case .backward:
      let cost = worksheet.cost?.name.text ?? "C"
      let quantity = worksheet.quantity(withAdjoint: name)?.text ?? ""
      return "\(text) is the slope of \(cost) in \(quantity)."
    case .forward: return "\(text) is computed."
    default: return "\(text) was named with let."
    }
  }

  private func about(_ function: Function) -> StyledText {
    var parts = [
      board.prose(StyledText("\(function.name.text): \(function.summary)")),
      StyledText("for example ", .dim)
        .indented(by: page.isPlain ? 0 : Blackboard.indent)
        + StyledText(function.example, .typed),
    ]
    if !function.spellings.isEmpty {
      let list = function.spellings.joined(separator: ", ")
      parts.append(board.prose(StyledText("Also written \(list).", .dim)))
    }
    return StyledText.stacked(parts)
  }
}
