extension Layout {
  /// Returns the formula as a picture.
  ///
  /// - Parameters:
  ///   - density: How much height it may take.
  ///   - charset: The characters to draw with.
  /// - Returns: A box whose cells know the part that they belong to.
  public func box(_ density: Density, _ charset: Charset) -> Box {
    if density == .inline { return inlineText(charset).box }
    switch self {
    case .text(let unicode, let ascii, let style):
      return Box(charset == .unicode ? unicode : ascii, style)
    case .row(let parts):
      return .row(parts.map { $0.box(density, charset) })
    case .script(let base, let below, let above):
      return Self.scripted(base, below, above, density, charset)
    case .fraction(let numerator, let denominator):
      return Self.fraction(numerator, denominator, density, charset)
    case .fence(let fence, let inner, let inlineOnly):
      let box = inner.box(density, charset)
      return inlineOnly ? box : box.fenced(fence, charset: charset)
    case .grid(let rows):
      return Self.grid(rows.map { $0.map { $0.box(density, charset) } })
        .fenced(.square, charset: charset)
    case .sign(let unicode, let ascii, let below, let above, let body, _):
      let above = above?.box(density, charset)
      let below = below?.box(density, charset)
      let sign = Box(charset == .unicode ? unicode : ascii, .symbol)
      let limited = Box.column(
        [above, sign, below].compactMap(\.self), baseline: above?.height ?? 0)
      return .row([limited, Box(" "), body.box(density, charset)])
    case .alternatives(_, let drawn):
      return drawn.box(density, charset)
    case .tagged(let path, let inner):
      return inner.box(density, charset).tagged(path)
    }
  }

  /// Returns the formula in two dimensions if it has something to show in
  /// them and fits, else in one line.
  ///
  /// - Parameters:
  ///   - width: The cells of a line.
  ///   - charset: The characters to draw with.
  /// - Returns: A box, which is wider than `width` only if every form is;
  ///   then it is the narrowest.
  public func fitted(width: Int, charset: Charset) -> Box {
    let line = box(.inline, charset)
    guard isTall else { return line }
    let drawn = box(.compact, charset)
    return drawn.width <= width || drawn.width <= line.width ? drawn : line
  }

  /// Whether the formula has a part that is drawn in several rows.
  public var isTall: Bool {
    switch self {
    case .text: false
    case .row(let parts): parts.contains(where: \.isTall)
    case .script(let base, _, _): base.isTall
    case .fraction, .grid: true
    case .sign(_, _, let below, let above, let body, _):
      below != nil || above != nil || body.isTall
    case .fence(_, let inner, _), .tagged(_, let inner): inner.isTall
    case .alternatives(_, let drawn): drawn.isTall
    }
  }

  private static func fraction(
    _ numerator: Layout, _ denominator: Layout, _ density: Density,
    _ charset: Charset
  ) -> Box {
    let upper = numerator.box(density, charset)
    let lower = denominator.box(density, charset)
    // A longer bar tells the outer fraction from the one within it.
    let isNested = numerator.hasFraction || denominator.hasFraction
    let width = max(upper.width, lower.width) + (isNested ? 2 : 0)
    let bar = String(
      repeating: charset == .unicode ? "─" : "-", count: width)
    return .column([upper, Box(bar), lower], baseline: upper.height)
  }

  private var hasFraction: Bool {
    switch self {
    case .fraction: true
    case .row(let parts): parts.contains(where: \.hasFraction)
    case .script(let base, _, _): base.hasFraction
    case .fence(_, let inner, _), .tagged(_, let inner): inner.hasFraction
    case .sign(_, _, _, _, let body, _): body.hasFraction
    case .alternatives(_, let drawn): drawn.hasFraction
    case .text, .grid: false
    }
  }
}

extension InlineText {
  /// The line as a box.
  var box: Box {
    var box = Box(text)
    let plain = Array(text.plain)
    var cells = [0]
    for character in plain {
      cells.append(
        (cells.last ?? 0) + CharacterWidth.cells(of: character))
    }
    // Inner parts come last in the list and have the last word.
    for part in parts where part.columns.upperBound < cells.count {
      let columns =
        cells[part.columns.lowerBound]..<cells[part.columns.upperBound]
      box = box.tagged(part.path, columns: columns)
    }
    return box
  }
}
