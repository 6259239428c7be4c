extension Formula {
  /// About how wide the formula is, in ems; rather too wide than too narrow.
  var width: Double {
    switch self {
    case .number(let text): Double(text.count) * 0.52
    case .name(let text):
      text.count > 1 ? Double(text.count) * 0.54 : 0.62
    case .word(let text): Double(text.count) * 0.56
    case .sign(let sign): sign.width
    case .row(let parts): parts.reduce(0) { $0 + $1.width }
    case .script(let base, let below, let above):
      base.width + 0.05 + 0.75 * max(below?.width ?? 0, above?.width ?? 0)
    case .fraction(let upper, let lower): max(upper.width, lower.width) + 0.3
    case .root(let inner): inner.width + 0.9
    case .fence(_, let inner): inner.width + (inner.isTall ? 1.6 : 0.8)
    case .grid(let rows): Self.width(ofGrid: rows)
    case .large(_, let below, let above, let body):
      max(1.1, 0.75 * max(below?.width ?? 0, above?.width ?? 0)) + 0.2
        + body.width
    case .labelled(let inner, let below): max(inner.width, 0.75 * below.width)
    case .gap: 0.2
    case .room(let text): Double(text.count) * 0.52
    case .blank(let width): width
    }
  }

  private static func width(ofGrid rows: [[Formula]]) -> Double {
    let count = rows.map(\.count).max() ?? 0
    let columns = (0..<count).map { column in
      rows.map { column < $0.count ? $0[column].width : 0 }.max() ?? 0
    }
    return columns.reduce(0, +) + Double(max(count - 1, 0)) + 1.2
  }
}

extension Formula.Sign {
  fileprivate var width: Double {
    switch role {
    case .operation: text == "·" ? 0.75 : 1.25
    case .relation: text.count > 1 ? 2.2 : 1.4
    case .prefix: 0.8
    case .opening, .closing: 0.3
    case .separator: 0.45
    case .plain: 0.5
    }
  }
}

// MARK: - Breaking

extension Formula {
  /// The formula in stretches, each but the first beginning with an
  /// operation, so that a line can end before each of them.
  var stretches: [Formula] {
    var stretches: [[Formula]] = [[]]
    for part in openedRow {
      if case .sign(let sign) = part, sign.role == .operation,
        !stretches[stretches.count - 1].isEmpty
      {
        stretches.append([])
      }
      stretches[stretches.count - 1].append(part)
    }
    return stretches.map { .joined($0) }
  }

  /// The parts side by side, with brackets that need not grow as signs.
  private var openedRow: [Formula] {
    inRow.flatMap { part -> [Formula] in
      guard case .fence(.round, let inner) = part, !inner.isTall else {
        return [part]
      }
      return [.sign("(", .opening)] + inner.openedRow + [.sign(")", .closing)]
    }
  }

  /// The formula in lines of at most so many ems, where it can be broken.
  func folded(to width: Double) -> [Formula] {
    guard self.width > width else { return [self] }
    var lines: [[Formula]] = []
    for stretch in stretches {
      let used = lines.last?.reduce(0) { $0 + $1.width } ?? 0
      if lines.isEmpty || used + stretch.width > width {
        lines.append([stretch])
      } else {
        lines[lines.count - 1].append(stretch)
      }
    }
    return lines.map { .joined($0) }
  }
}
