import Algebra
import Matrices
import Presentation

extension Session {
  /// A line that is only an expression.
  func printed(_ reading: Reading, source: String) -> Reply {
    if let refusal = refusal(ofHidden: reading.expression) { return refusal }
    do {
      guard let value = try live?.value(of: reading.expression) else {
        return noLesson()
      }
      return Reply(board.printed(reading.expression, value))
    } catch {
      return failure(
        diagnostic(error, source: source, column: 0, reading: reading))
    }
  }

  /// `print EXPRESSION`.
  func printed(_ text: String) -> Reply {
    withExpression(text) { printed($0, source: text) }
  }

  /// Reads an expression and goes on with it, or says what is wrong with it.
  func withExpression(_ text: String, _ use: (Reading) -> Reply) -> Reply {
    do {
      return use(try Expression.reading(text, in: scope))
    } catch {
      return failure(diagnostic(error, source: text))
    }
  }

  /// Where the first quantity of an expression comes that is still hidden.
  func hidden(_ name: Name) -> PieceID? {
    guard let lesson, !(revealed[lesson.id]?.contains(name) ?? false),
      live?.now.values[name] != nil
    else { return nil }
    return horizon?.piece(hiding: name, at: place)
  }

  func refusal(ofHidden expression: Expression) -> Reply? {
    for name in expression.names + slopes(in: expression) {
      guard let piece = hidden(name) else { continue }
      let shown = board.formula(name)
      return Reply(
        board.prose(
          shown + " comes on screen \(piece.screen + 1); "
            + StyledText("reveal \(name.text(page.charset))", .typed)
            + " shows it now."), failed: true)
    }
    return nil
  }

  /// The quantities that an expression asks for by another name: `dC/dz1` is
  /// `δ1`.
  private func slopes(in expression: Expression) -> [Name] {
    let cost = live?.worksheet.cost?.name
    return expression.parts.compactMap { _, part in
      guard case .derivative(let top, let bottom, _) = part,
        case .name(let name) = top.ungrouped, name == cost
      else { return nil }
      return bottom.baseName.map(Worksheet.adjoint)
    }
  }

  func shape(_ text: String) -> Reply {
    withExpression(text) { reading in
      do {
        guard let live else { return noLesson() }
        let symbolic = try reading.expression.shape(in: live.scope)
        let value = try live.value(of: reading.expression)
        let isNumber = symbolic.isScalar
        let detail =
          "\(symbolic)" == "\(value.shape)" || isNumber
          ? "" : ", that is \(symbolic)"
        return Reply(
          (board.formula(reading.expression) + " is "
            + (isNumber ? "a number" : "\(board.shape(value))\(detail)"))
            .wrapped(to: board.measure).indented(by: Blackboard.indent))
      } catch {
        return failure(
          diagnostic(error, source: text, column: 0, reading: reading))
      }
    }
  }

  // MARK: Displays

  mutating func display(_ text: String) -> Reply {
    do {
      let reading = try Expression.reading(text, in: scope)
      let reply = printed(reading, source: text)
      guard !reply.failed else { return reply }
      displays.removeAll { $0.expression == reading.expression }
      displays.append(
        Display(
          expression: reading.expression,
          last: try? live?.value(of: reading.expression)))
      return reply
    } catch {
      return failure(diagnostic(error, source: text))
    }
  }

  func displayed() -> Reply {
    guard !displays.isEmpty else {
      return Reply(board.prose("Nothing is displayed. Try: display C"))
    }
    return Reply(
      StyledText.stacked(
        displays.map { drawn($0.expression) ?? StyledText() }))
  }

  mutating func undisplay(_ text: String) -> Reply {
    let count = displays.count
    if text.isEmpty {
      displays = []
    } else if let expression = try? Expression(text, in: scope) {
      displays.removeAll { $0.expression == expression }
    }
    let gone = count - displays.count
    return Reply(
      board.prose(
        gone == 1 ? "1 display stopped." : "\(gone) displays stopped."))
  }

  /// The displays whose values are no longer what they were.
  mutating func changedDisplays() -> StyledText? {
    var lines: [StyledText] = []
    for index in displays.indices {
      let value = try? live?.value(of: displays[index].expression)
      guard let value, value != displays[index].last else { continue }
      displays[index].last = value
      if let line = drawn(displays[index].expression) { lines.append(line) }
    }
    return lines.isEmpty ? nil : StyledText.stacked(lines)
  }

  private func drawn(_ expression: Expression) -> StyledText? {
    guard let value = try? live?.value(of: expression) else { return nil }
    return board.printed(expression, value)
  }

  mutating func digits(_ count: Int?) -> Reply {
    if let count { page.digits = min(max(count, 1), 17) }
    return Reply(
      board.prose("Numbers are shown with \(page.digits) significant digits."))
  }
}

extension Name {
  /// The name as it is typed with the characters at hand.
  func text(_ charset: Charset) -> String {
    charset == .unicode ? text : ascii
  }
}
