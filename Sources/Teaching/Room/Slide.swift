import Presentation

/// A screen of a lesson as far as it is reached, drawn at the numbers of now.
struct Slide {
  var heading: StyledText
  var parts: [Part] = []

  struct Part {
    var text: StyledText
    var kind: Kind
    /// Whether it belongs to the part above it, without a blank row between.
    var standsClose: Bool
  }

  /// What a part is made of.
  enum Kind: Hashable {
    case words
    case formula
    case numbers
  }
}

extension Session {
  /// The open screen as far as it is reached.
  var slide: Slide {
    var slide = Slide(heading: heading)
    guard let screen else { return slide }
    // A `run` fence may not be carried out by looking at it.
    var copy = self
    for index in 0..<place.shown {
      let id = PieceID(screen: place.screen, piece: index)
      let opened = innerLines(of: id).prefix(place.opened[id] ?? 0)
      slide.parts.append(
        Slide.Part(
          text: StyledText.stacked([copy.piece(id).text] + opened),
          kind: screen.pieces[index].content.kind,
          standsClose: index > 0 && screen.pieces[index].standsClose))
    }
    return slide
  }
}

extension Piece.Content {
  fileprivate var kind: Slide.Kind {
    switch self {
    case .derivation, .refuted, .compared: .formula
    case .bench, .show: .numbers
    case .paragraph, .plot, .set, .run, .question, .published: .words
    }
  }
}
