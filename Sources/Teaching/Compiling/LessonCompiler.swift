import Algebra

/// Turns a lesson as it is written into one whose expressions are understood.
///
/// All faults are gathered; a part with a fault is left out.
struct LessonCompiler {
  let id: String
  let library: BenchLibrary
  var faults = LessonFaults()
  var claims: [Claim] = []

  init(_ id: String, _ library: BenchLibrary) {
    self.id = id
    self.library = library
  }

  mutating func screens(of document: LessonDocument) -> [Screen] {
    var bench: Bench?
    return document.screens.map { syntax in
      if let own = self.bench(of: syntax) { bench = own }
      return Screen(
        id: syntax.id, title: syntax.title.text, bench: bench,
        pieces: syntax.pieces.flatMap { pieces($0, on: bench) })
    }
  }

  /// The worksheet that is written down on a screen, which all of the screen
  /// knows, whatever stands before it.
  private mutating func bench(of screen: ScreenSyntax) -> Bench? {
    let written = screen.pieces.filter(\.isBench)
    if written.count > 1 {
      faults.add(.secondBench, at: written[1].start ?? screen.title)
    }
    guard let piece = written.first else { return nil }
    let origin = screen.id == id ? id : "\(id)#\(screen.id)"
    var compiler = BenchCompiler(origin: origin, library: library)
    let bench = compiler.bench(of: piece)
    faults.add(compiler.faults)
    claims += compiler.claims
    if let bench, bench.origin == origin, let source = piece.start {
      claims += bench.claims(at: source)
    }
    return bench
  }

  private mutating func pieces(
    _ syntax: PieceSyntax, on bench: Bench?
  ) -> [Piece] {
    let line = syntax.start?.line ?? 1
    if case .derivation(let derivation) = syntax {
      return lines(of: derivation, on: bench)
    }
    if case .refuted(let refuted) = syntax {
      return pieces(of: refuted, on: bench)
    }
    if case .compare(let compare) = syntax {
      return pieces(of: compare, on: bench)
    }
    if case .derive(let slopes) = syntax {
      return slopes.flatMap { lines(of: $0, on: bench) }
    }
    return content(syntax, on: bench).map { [Piece(content: $0, line: line)] }
      ?? []
  }

  private mutating func content(
    _ syntax: PieceSyntax, on bench: Bench?
  ) -> Piece.Content? {
    switch syntax {
    case .paragraph(let prose): .paragraph(inlines(prose, on: bench))
    case .network, .worksheet: .bench
    case .derivation, .refuted, .derive, .compare: nil
    case .show(let lines): .show(lines.compactMap { show($0, on: bench) })
    case .plot(let plot): self.plot(plot, on: bench).map(Piece.Content.plot)
    case .set(let lines):
      .set(lines.compactMap { assignment($0, on: bench) })
    case .run(let commands): run(commands)
    case .ask(let syntax):
      question(syntax, on: bench).map(Piece.Content.question)
    case .published(let syntax): .published(published(syntax, on: bench))
    }
  }
}

extension PieceSyntax {
  var isBench: Bool {
    switch self {
    case .network, .worksheet: true
    default: false
    }
  }

  /// Where the first text of the piece stands.
  var start: SourceText? {
    switch self {
    case .paragraph(let prose): prose.spans.first?.source
    case .derivation(let derivation):
      derivation.givens.first ?? derivation.left
    case .derive(let slopes): slopes.first?.formula
    case .show(let lines), .set(let lines):
      lines.first.map { $0.left ?? $0.expression }
    case .plot(let plot): plot.curves.first?.expression
    case .run(let commands): commands.first
    case .ask(let question): question.prompt.spans.first?.source
    case .network(.borrowed(let id)): id
    case .network(.described(let network)): network.layers.input
    case .worksheet(let lines): lines.first?.start
    case .refuted(let refuted): refuted.givens.first ?? refuted.line.left
    case .published(let published): published.source.first
    case .compare(let compare): compare.source.first
    }
  }
}

extension WorksheetLineSyntax {
  var start: SourceText? {
    switch self {
    case .given(let declarations, _): declarations.first?.name
    case .equation(let name, _, _), .update(let name, _): name
    case .set(let set): set.names.first
    }
  }
}
