extension Box {
  /// Returns the box between brackets of its height.
  public func fenced(_ fence: Layout.Fence, charset: Charset) -> Box {
    let pieces = fence.pieces(charset)
    let left = Self.bracket(pieces.left, height: height, baseline: baseline)
    let right = Self.bracket(pieces.right, height: height, baseline: baseline)
    return .row([left, self, right])
  }

  private static func bracket(
    _ piece: Layout.Fence.Piece, height: Int, baseline: Int
  ) -> Box {
    guard height > 1 else { return Box(piece.single) }
    let middle = Array(repeating: Box(piece.middle), count: height - 2)
    return .column(
      [Box(piece.top)] + middle + [Box(piece.bottom)], baseline: baseline)
  }
}

extension Layout.Fence {
  /// What one bracket is drawn with: alone in its row, or in several rows.
  struct Piece {
    let single: String
    let top: String
    let middle: String
    let bottom: String

    init(_ single: String, _ top: String, _ middle: String, _ bottom: String) {
      self.single = single
      self.top = top
      self.middle = middle
      self.bottom = bottom
    }

    init(_ same: String) { self.init(same, same, same, same) }
  }

  func pieces(_ charset: Charset) -> (left: Piece, right: Piece) {
    switch (self, charset) {
    case (.round, .unicode):
      (Piece("(", "⎛", "⎜", "⎝"), Piece(")", "⎞", "⎟", "⎠"))
    case (.round, .ascii):
      (Piece("(", "/", "|", "\\"), Piece(")", "\\", "|", "/"))
    case (.square, .unicode):
      (Piece("[", "⎡", "⎢", "⎣"), Piece("]", "⎤", "⎥", "⎦"))
    case (.square, .ascii):
      (Piece("["), Piece("]"))
    case (.bar, .unicode):
      (Piece("|", "│", "│", "│"), Piece("|", "│", "│", "│"))
    case (.bar, .ascii):
      (Piece("|"), Piece("|"))
    case (.doubleBar, .unicode):
      (Piece("‖"), Piece("‖"))
    case (.doubleBar, .ascii):
      (Piece("||"), Piece("||"))
    }
  }
}
