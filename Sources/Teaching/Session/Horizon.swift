import Algebra
import Networks

/// Where a lesson first mentions each of its quantities.
///
/// What the picture of a worksheet shows is reached with its screen, whatever
/// stands above the picture; the piece is then -1. A mention of `da1[1]`
/// reaches that entry of a slope and no other.
///
/// What a lesson has not reached is not given away; what it never mentions
/// is free.
struct Horizon: Sendable {
  private var mentions: [Name: [QuantityPart: PieceID]] = [:]
  /// What each question asks for: the computed quantities, or entries, that
  /// its answer always equals.
  private(set) var asked: [PieceID: [QuantityPart]] = [:]

  init(_ lesson: Lesson) {
    for (screen, content) in lesson.screens.enumerated() {
      let reader = MentionReader(content.bench)
      for (place, piece) in content.pieces.enumerated() {
        let id = PieceID(
          screen: screen, piece: piece.content.showsBench ? -1 : place)
        for part in reader.parts(of: piece.content) { add(part, at: id) }
        guard case .question(let question) = piece.content else { continue }
        let parts = question.asked(on: content.bench)
        asked[id] = parts
        for part in parts { add(part, at: id) }
      }
    }
  }

  private mutating func add(_ part: QuantityPart, at id: PieceID) {
    let first = mentions[part.name]?[part] ?? id
    mentions[part.name, default: [:]][part] = min(first, id)
  }

  /// Where a part of a quantity comes, unless it is reached already: with the
  /// first mention that holds it, or where none does with the last of all.
  func piece(hiding part: QuantityPart, at place: Place) -> PieceID? {
    guard let all = mentions[part.name] else { return nil }
    let holding = all.filter { $0.key.holds(part) }.values.min()
    guard let id = holding ?? all.values.max() else { return nil }
    return isReached(id, at: place) ? nil : id
  }

  /// Where a quantity or a part of it is first mentioned, if anywhere.
  func piece(introducing name: Name) -> PieceID? {
    mentions[name]?.values.min()
  }

  private func isReached(_ id: PieceID, at place: Place) -> Bool {
    id.screen < place.screen
      || (id.screen == place.screen && id.piece < place.shown)
  }
}

/// Finds what a learner reads of a worksheet's quantities.
struct MentionReader {
  private let bench: Bench?
  private let scope: Scope
  private let names: Set<Name>
  private let slopes: Set<Name>

  init(_ bench: Bench?) {
    self.bench = bench
    scope = bench.scope
    names = Set(bench?.worksheet.names ?? [])
    slopes = Set(
      (bench?.worksheet.equations ?? []).filter { $0.role == .backward }
        .map(\.name))
  }

  /// The parts that a piece mentions; whatever is no slope is mentioned
  /// whole.
  func parts(of content: Piece.Content) -> [QuantityPart] {
    found(in: content).filter { names.contains($0.name) }.map {
      slopes.contains($0.name) ? $0 : QuantityPart($0.name)
    }
  }

  private func found(in content: Piece.Content) -> [QuantityPart] {
    switch content {
    case .paragraph(let inlines): parts(inlines)
    case .bench: (bench?.worksheet.shownNames ?? []).map { QuantityPart($0) }
    case .derivation(let line):
      parts(line.subject) + parts(line.expression)
        + line.notes.flatMap { parts($0) }
    case .show(let lines):
      lines.flatMap { ($0.left.map(parts) ?? []) + parts($0.expression) }
    case .plot(let plot):
      plot.curves.flatMap { parts($0.expression) }
        + plot.points.flatMap { parts($0) }
    case .set(let assignments):
      assignments.flatMap { parts($0.target) + parts($0.value) }
    case .run(let lines): lines.flatMap { parts(ofCode: $0) }
    case .question(let question): parts(question)
    case .refuted(let line, _): parts(line.left) + parts(line.right)
    case .published(let published):
      published.sections.flatMap(\.numbers).flatMap { parts($0.quantity) }
    case .compared(let version, .lines):
      version.lines.flatMap { parts(.name($0.name)) + parts($0.expression) }
    case .compared(let version, .section(let place)):
      version.sections[place].shown.flatMap { parts($0) }
    }
  }

  private func parts(_ question: Question) -> [QuantityPart] {
    guard case .choice(let choices) = question.kind else {
      return parts(question.prompt)
    }
    return parts(question.prompt) + choices.flatMap { parts($0.text) }
  }

  private func parts(_ inlines: [Inline]) -> [QuantityPart] {
    inlines.flatMap { inline in
      switch inline {
      case .text, .emphasis: [QuantityPart]()
      case .code(let text): parts(ofCode: text)
      case .formula(let expression), .value(let expression): parts(expression)
      }
    }
  }

  private func parts(_ expression: Expression) -> [QuantityPart] {
    expression.quantityParts(in: scope)
  }

  /// What a line to be typed is about: `paths dW1[1,2]`, or
  /// `set W1 = W1 - dW1, b1 = 0`.
  private func parts(ofCode line: String) -> [QuantityPart] {
    let sides = Session.parts(of: line).rest.partsAtCommas
      .flatMap { $0.split(separator: "=", maxSplits: 1) }
    let found = sides.compactMap { try? Expression(String($0), in: scope) }
    guard !sides.isEmpty, found.count == sides.count else {
      return line.wordsAsNames.map { QuantityPart($0) }
    }
    return found.flatMap { parts($0) }
  }
}

extension Piece.Content {
  fileprivate var showsBench: Bool {
    if case .bench = self { true } else { false }
  }
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

  /// The updates, where they are others than one expects.
  var shownUpdates: [Equation] {
    isUpdatedByDescent ? [] : equations.filter { $0.role == .update }
  }
}

extension String {
  /// The words of a line of code, each taken for a name.
  var wordsAsNames: [Name] {
    split { !($0.isLetter || $0.isNumber || $0 == "_") }
      .filter { $0.first?.isLetter ?? false }.map { Name(String($0)) }
  }
}
