import Algebra

/// Where a lesson first mentions each of its quantities.
///
/// What the picture of a worksheet shows is reached with its screen, whatever
/// stands above the picture; the piece is then -1.
///
/// What a lesson has not reached is not given away; what it never mentions
/// is free.
struct Horizon: Sendable {
  private let first: [Name: PieceID]

  init(_ lesson: Lesson) {
    var first: [Name: PieceID] = [:]
    for (screen, content) in lesson.screens.enumerated() {
      let names = Set(content.bench?.worksheet.names ?? [])
      for (place, piece) in content.pieces.enumerated() {
        let id = piece.content.showsBench ? -1 : place
        let found = PieceID(screen: screen, piece: id)
        for name in piece.content.mentions(names, on: content.bench) {
          first[name] = min(first[name] ?? found, found)
        }
      }
    }
    self.first = first
  }

  /// Where a quantity is first mentioned, unless it is reached already.
  func piece(hiding name: Name, at place: Place) -> PieceID? {
    guard let id = first[name] else { return nil }
    return isReached(id, at: place) ? nil : id
  }

  /// Where a quantity is first mentioned, if anywhere.
  func piece(introducing name: Name) -> PieceID? { first[name] }

  private func isReached(_ id: PieceID, at place: Place) -> Bool {
    id.screen < place.screen
      || (id.screen == place.screen && id.piece < place.shown)
  }
}

extension Piece.Content {
  fileprivate var showsBench: Bool {
    if case .bench = self { true } else { false }
  }

  /// The quantities of the worksheet that a learner reads here.
  func mentions(_ names: Set<Name>, on bench: Bench?) -> [Name] {
    found(on: bench).filter(names.contains)
  }

  private func found(on bench: Bench?) -> [Name] {
    switch self {
    case .paragraph(let inlines): inlines.flatMap(\.mentions)
    case .bench: bench?.worksheet.shownNames ?? []
    case .derivation(let line):
      line.subject.mentions + line.expression.mentions
        + line.notes.flatMap { $0.flatMap(\.mentions) }
    case .show(let lines):
      lines.flatMap { ($0.left?.mentions ?? []) + $0.expression.mentions }
    case .plot(let plot):
      plot.curves.flatMap(\.expression.mentions)
        + plot.points.flatMap(\.mentions)
    case .set(let assignments):
      assignments.flatMap { $0.target.mentions + $0.value.mentions }
    case .run(let lines): lines.flatMap(\.wordsAsNames)
    case .question(let question): question.mentions
    }
  }
}

extension Question {
  fileprivate var mentions: [Name] {
    guard case .choice(let choices) = kind else {
      return prompt.flatMap(\.mentions)
    }
    return prompt.flatMap(\.mentions)
      + choices.flatMap { $0.text.flatMap(\.mentions) }
  }
}

extension Inline {
  fileprivate var mentions: [Name] {
    switch self {
    case .text, .emphasis: []
    case .code(let text): text.wordsAsNames
    case .formula(let expression), .value(let expression): expression.mentions
    }
  }
}

extension Expression {
  /// The quantities in it; `dC/dz1` mentions `C` and `z1`, not `δ1`.
  fileprivate var mentions: [Name] { names }
}

extension Worksheet {
  /// What the picture of the worksheet shows: all but the slopes.
  var shownNames: [Name] {
    givens.map(\.name) + shownEquations.map(\.name)
  }

  /// The equations that are written down, not derived.
  var shownEquations: [Equation] {
    equations.filter { $0.role != .backward && $0.role != .update }
  }
}

extension String {
  /// The words of a line of code, each taken for a name.
  var wordsAsNames: [Name] {
    split { !($0.isLetter || $0.isNumber || $0 == "_") }
      .filter { $0.first?.isLetter ?? false }.map { Name(String($0)) }
  }
}
