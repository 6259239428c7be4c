import Algebra
import Matrices
import Presentation

extension Why {
  /// The reason in words, formulas and numbers.
  public func text(
    _ valuation: Valuation, for page: Page,
    hiding hidden: Concealment = .nothing
  ) -> StyledText {
    switch self {
    case .given(let reason):
      reason.text(valuation, for: page, hiding: hidden)
    case .quantity(let reason):
      reason.text(
        valuation, for: page,
        isPartOnly: hidden.hides(reason.equation.name))
    case .part(let reason): reason.text(valuation, for: page)
    case .formula(let reason): reason.text(valuation, for: page)
    }
  }
}

extension Page {
  /// `ask again: why a1[2], why W2[1,2]`.
  func askAgain(_ parts: [Expression]) -> StyledText? {
    guard !parts.isEmpty else { return nil }
    let typed = parts.map { part in
      StyledText("why " + part.text(.ascii), .typed).unbroken
    }
    return prose(
      StyledText("ask again: ", .dim) + typed.joined(separator: ", "))
  }

  /// An equation with what it is for at the right edge.
  func equation(_ equation: Equation) -> StyledText {
    let line =
      self.formula(.name(equation.name)) + " " + StyledText("=", .symbol) + " "
      + formula(equation.expression)
    let role = equation.role.words
    if isPlain { return line + ", " + StyledText(role) }
    let hanging = Expression.name(equation.name).text().cells + 3
    let wrapped = longLine(line, indent: 0, hanging: hanging)
    guard wrapped.lines.count == 1, line.width + role.cells + 3 <= width else {
      return wrapped + "\n" + StyledText("  " + role, .dim)
    }
    return line.padded(to: min(width, 72) - role.cells) + StyledText(role, .dim)
  }

  /// `name ≈` and the matrix, with its shape behind it.
  func value(_ label: Expression, _ value: Matrix<Double>) -> StyledText {
    ValueList([ValueList.Item(label, value)]).text(for: self)
  }
}

extension String {
  /// The text with spaces at which no line ends.
  var withoutBreaks: String {
    String(map { $0 == " " ? "\u{A0}" : $0 })
  }
}

extension Equation.Role {
  /// What a reader calls it.
  var words: String {
    switch self {
    case .forward: "forward"
    case .exampleCost: "cost of each example"
    case .cost: "cost"
    case .backward: "backward, derived"
    case .update: "update"
    }
  }
}

// MARK: - Given quantities

extension GivenReason {
  func text(
    _ valuation: Valuation, for page: Page, hiding hidden: Concealment
  ) -> StyledText {
    var lines = Lines()
    lines.add(page.prose(page.name(given.name) + " " + role + "."))
    lines.add(page.value(asked, value))
    let forward = users.filter { $0.role != .backward && $0.role != .update }
    let backward = users.filter {
      $0.role == .backward && !hidden.hides($0.name)
    }
    for (place, equation) in forward.enumerated() {
      lines.add(
        page.longLine(
          (place == 0 ? "It goes into " : "and into ")
            + page.formula(.name(equation.name)) + " = "
            + page.formula(equation.expression),
          indent: 0, hanging: 2))
    }
    if !backward.isEmpty {
      lines.add(
        page.prose(
          "On the way back " + backward.map { page.name($0.name) }.listed
            + (backward.count == 1 ? " reads it." : " read it.")))
    }
    let slope = valuation.worksheet.adjoint(of: given.name)
    let isAsked = hidden.asksSlope(in: asked, of: valuation)
    let hasSlope = valuation.worksheet.equation(slope) != nil && !isAsked
    if hasSlope, let cost = valuation.worksheet.cost {
      lines.add(
        page.prose(
          "The slope of " + page.name(cost.name) + " in "
            + page.name(given.name) + " is " + page.name(slope) + "."))
    }
    if !isAsked, let effect = effect(valuation, page) { lines.add(effect) }
    let next =
      (forward + backward).prefix(3).map { Expression.name($0.name) }
      + (hasSlope ? [asked.renamingBase(to: slope)] : [])
    if let again = page.askAgain(Array(next)) { lines.add(again) }
    return lines.text
  }

  private var role: StyledText {
    switch given.role {
    case .input: "is given: it goes into the network"
    case .target: "is given: it is what the output should be"
    case .parameter: "is a parameter: nothing computes it, training alters it"
    case .constant: "is given: a number that stays as it is"
    case .state: "is carried by the updates from one iteration to the next"
    }
  }

  /// What raising a single parameter does.
  private func effect(_ valuation: Valuation, _ page: Page) -> StyledText? {
    guard given.role == .parameter, value.shape.isScalar,
      let cost = valuation.worksheet.cost,
      let slope = try? valuation.value(
        of: .derivative(.name(cost.name), by: asked, .partial)
      ).storage.first
    else { return nil }
    return page.effect(of: asked, on: cost.name, slope: slope)
  }
}

extension Page {
  /// What a small raise does: by how much the cost falls or rises.
  func effect(
    of target: Expression, on cost: Name, slope: Double
  ) -> StyledText? {
    guard slope.isFinite else { return nil }
    guard slope != 0 else {
      return prose(
        "Nudge " + formula(target) + " a little and " + name(cost)
          + " stays as it is.")
    }
    return prose(
      "Raise " + formula(target) + " by 0.01 and " + name(cost)
        + (slope < 0 ? " falls by about " : " rises by about ")
        + number((slope * 0.01).magnitude) + ".")
  }
}

extension Array<StyledText> {
  /// `a, b and c`.
  var listed: StyledText {
    guard let last else { return "" }
    return count == 1
      ? last : dropLast().joined(separator: ", ") + " and " + last
  }
}
