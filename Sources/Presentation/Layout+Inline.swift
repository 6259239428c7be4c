extension Layout {
  /// Returns the formula in one line, in the form that can be typed.
  public func inline(_ charset: Charset) -> StyledText {
    inlineText(charset).text
  }

  /// Returns where in the line each part came to stand, outer parts before
  /// the parts in them, in columns of characters.
  public func inlineColumns(
    _ charset: Charset
  ) -> [(path: [Int], columns: Range<Int>)] {
    inlineText(charset).parts
  }

  func inlineText(_ charset: Charset) -> InlineText {
    var line = InlineText()
    switch self {
    case .text(let unicode, let ascii, let style):
      line.append(charset == .unicode ? unicode : ascii, style)
    case .row(let parts):
      for part in parts { line.append(part.inlineText(charset)) }
    case .script(let base, let below, let above):
      line = base.inlineText(charset)
      if let below = below?.inlineText(charset) {
        line.append(below.script(.below, after: line, charset))
      }
      if let above { line.append(above.exponent(charset)) }
    case .fraction(let numerator, let denominator):
      line.append(numerator.inlineText(charset))
      line.append("/")
      line.append(denominator.inlineText(charset))
    case .fence(let fence, let inner, _):
      let pieces = fence.pieces(charset)
      line.append(pieces.left.single)
      line.append(inner.inlineText(charset))
      line.append(pieces.right.single)
    case .grid(let rows):
      line = Self.inlineGrid(rows, charset)
    case .sign(_, _, _, _, _, let inline), .alternatives(let inline, _):
      line.append(inline.inlineText(charset))
    case .tagged(let path, let inner):
      line = inner.inlineText(charset)
      line.tag(path)
    }
    return line
  }

  private static func inlineGrid(
    _ rows: [[Layout]], _ charset: Charset
  ) -> InlineText {
    var line = InlineText()
    line.append("[")
    for (row, cells) in rows.enumerated() {
      if row > 0 { line.append("; ") }
      for (column, cell) in cells.enumerated() {
        if column > 0 { line.append(", ") }
        line.append(cell.inlineText(charset))
      }
    }
    line.append("]")
    return line
  }
}

extension Layout {
  /// Returns the layout as an exponent in one line, in a form that can be
  /// read back: whole numbers and primes raised, all else behind a `^`.
  private func exponent(_ charset: Charset) -> InlineText {
    let bare = withoutInlineFence
    let text = bare.inlineText(charset)
    let plain = text.text.plain
    if plain.allSatisfy({ $0 == "′" || $0 == "'" }) { return text }
    if charset == .unicode, plain.isRaisedNumber,
      let raised = text.small(.above)
    {
      return raised
    }
    return text.marked(.above, inBrackets: bare != self)
  }

  /// The layout without brackets that only one line needs.
  var withoutInlineFence: Layout {
    switch self {
    case .fence(_, let inner, inlineOnly: true): inner.withoutInlineFence
    case .tagged(let path, let inner): .tagged(path, inner.withoutInlineFence)
    default: self
    }
  }
}

extension String {
  /// Whether small characters can be read back: a whole number, a minus
  /// before it or not, all of it between one pair of brackets or none.
  fileprivate var isRaisedNumber: Bool {
    let isBracketed = hasPrefix("(") && hasSuffix(")")
    let number = isBracketed ? dropFirst().dropLast() : self[...]
    let digits = number.hasPrefix("-") ? number.dropFirst() : number
    return !digits.isEmpty && digits.allSatisfy(\.isWholeNumber)
  }
}
