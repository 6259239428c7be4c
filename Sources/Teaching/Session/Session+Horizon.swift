import Algebra
import Matrices
import Presentation

/// Why a part of a quantity is not shown.
enum Withheld: Hashable {
  /// The lesson comes to it there.
  case comes(PieceID)
  /// It is the answer to the open question.
  case asked
}

extension Session {
  /// Why a part of a quantity is not shown, if it is not.
  func withheld(_ part: QuantityPart) -> Withheld? {
    withheld(part, asked: askedParts)
  }

  /// Why a quantity is not shown whole, if it is not.
  func withheld(_ name: Name) -> Withheld? { withheld(QuantityPart(name)) }

  private func withheld(
    _ part: QuantityPart, asked: [QuantityPart]
  ) -> Withheld? {
    guard let lesson, live?.now.values[part.name] != nil else { return nil }
    if asked.contains(where: part.meets) { return .asked }
    if revealed[lesson.id]?.contains(part.name) ?? false { return nil }
    return horizon?.piece(hiding: part, at: place).map(Withheld.comes)
  }

  /// What the open question asks for, under the names of quantities.
  var askedParts: [QuantityPart] {
    openQuestion.flatMap { horizon?.asked[$0.piece] } ?? []
  }

  /// All that explanations and lists must not give away.
  var concealment: Concealment {
    let asked = askedParts
    var hidden = Concealment(asked: asked)
    for name in live?.worksheet.names ?? []
    where withheld(QuantityPart(name), asked: asked) != nil {
      guard let value = live?.now.values[name] else { continue }
      hidden.names.insert(name)
      for offset in value.storage.indices {
        let (column, row) = offset.quotientAndRemainder(
          dividingBy: value.rows)
        let entry = QuantityPart(
          name, row: row, column: column, in: scope.notation)
        if withheld(entry, asked: asked) == nil {
          hidden.shownEntries.insert(EntryKey(name, offset))
        }
      }
    }
    return hidden
  }

  /// Refuses an expression that shows what is not to be shown.
  func refusal(ofHidden expression: Expression) -> Reply? {
    for part in shownParts(of: expression) {
      if let reason = withheld(part) { return refusal(of: part, reason) }
    }
    return nil
  }

  /// Refuses an expression that shows what is asked.
  func refusal(ofAsked expression: Expression) -> Reply? {
    shownParts(of: expression).first { withheld($0) == .asked }
      .map { refusal(of: $0, .asked) }
  }

  private func shownParts(of expression: Expression) -> [QuantityPart] {
    let opened = self.opened(expression)
    return opened.quantityParts(in: scope) + slopes(in: opened)
  }

  func refusal(of part: QuantityPart, _ reason: Withheld) -> Reply {
    let shown = board.formula(part.name)
    switch reason {
    case .comes(let piece):
      let line = "reveal \(part.name.text(page.charset))"
      return Reply(
        board.prose(
          shown + " comes on screen \(piece.screen + 1); "
            + StyledText(line, .typed) + " shows it now."), failed: true)
    case .asked:
      return Reply(
        board.prose(
          shown + " gives away what is asked" + helpWithWhatIsAsked),
        failed: true)
    }
  }

  /// The quantities that an expression asks for by another name: `dC/dz1` is
  /// `δ1`.
  private func slopes(in expression: Expression) -> [QuantityPart] {
    guard let cost = live?.worksheet.cost?.name else { return [] }
    return expression.parts.flatMap { _, part -> [QuantityPart] in
      guard case .derivative(let top, let bottom, _) = part,
        top.names.contains(cost)
      else { return [] }
      return slopes(inPartsOf: bottom)
    }
  }

  /// Refuses to show the slope in a quantity where it is not to be shown.
  func refusal(ofSlopeIn expression: Expression) -> Reply? {
    for part in slopes(inPartsOf: expression) {
      if let reason = withheld(part) { return refusal(of: part, reason) }
    }
    return nil
  }

  /// Refuses the forecast of a nudge where its slope is what is asked.
  func refusal(ofNudging expression: Expression) -> Reply? {
    slopes(inPartsOf: expression).first { withheld($0) == .asked }
      .map { refusal(of: $0, .asked) }
  }

  /// Whether a name may be offered: all or some of it was mentioned.
  func isIntroduced(_ name: Name) -> Bool {
    guard let reason = withheld(name) else { return true }
    guard reason != .asked, let place = horizon?.piece(introducing: name),
      let current = self.place.current
    else { return reason == .asked }
    return place <= current
  }

  /// The slopes in the quantities that stand in an expression.
  private func slopes(inPartsOf expression: Expression) -> [QuantityPart] {
    let worksheet = live?.worksheet ?? Worksheet()
    return expression.quantityParts(in: scope).map {
      $0.renamed(worksheet.adjoint(of: $0.name))
    }
  }

  /// The expression with names of the learner's own replaced by what they
  /// stand for.
  func opened(_ expression: Expression) -> Expression {
    let own = definitions.seen(by: sight).formulas.reversed().filter {
      live?.now.values[$0.name] == nil
    }
    guard expression.names.contains(where: { own.map(\.name).contains($0) })
    else { return expression }
    return own.reduce(expression) { $0.substituting([$1.name: $1.expression]) }
  }
}
