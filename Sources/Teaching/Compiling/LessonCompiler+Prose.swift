import Algebra

extension LessonCompiler {
  /// The spans of a paragraph, their expressions understood.
  mutating func inlines(_ prose: Prose, on bench: Bench?) -> [Inline] {
    let scope = bench.scope
    return prose.spans.flatMap { span -> [Inline] in
      switch span {
      case .text(let source):
        [.text(String(source.text.map { $0 == "\n" ? " " : $0 }))]
      case .emphasis(let source): [.emphasis(source.text)]
      case .value(let source):
        expression(source, in: scope).map { [.value($0)] } ?? []
      case .code(let source): code(source, scope, bench)
      }
    }
  }

  /// A code span: a formula, an equality, or else what stands there.
  private mutating func code(
    _ source: SourceText, _ scope: Scope, _ bench: Bench?
  ) -> [Inline] {
    if let formula = formula(source.text, scope) { return [.formula(formula)] }
    if let (left, right) = source.sidesOfEquality,
      let one = formula(left.text, scope),
      let other = formula(right.text, scope)
    {
      if (one.names + other.names).allSatisfy(scope.isKnown) {
        claims.append(
          .equality(
            ClaimedEquality(
              left: one, right: other, letters: [], bench: bench,
              source: source)))
      }
      return [.formula(one), .text(" = "), .formula(other)]
    }
    claims.append(.code(source))
    return [.code(source.text)]
  }

  private func formula(_ text: String, _ scope: Scope) -> Expression? {
    guard let formula = try? Expression(text, in: scope) else { return nil }
    if case .name(let name) = formula, !scope.isKnown(name) {
      let isLetter = name.index.isEmpty && name.stem.count == 1
      return scope.functions[name] != nil
        || (isLetter && !CommandWords.letters.contains(name.stem))
        ? formula : nil
    }
    // A letter may stand for any number, as in exp(-z); a word may not.
    let unknown = formula.names.filter { !scope.isKnown($0) }
    return unknown.allSatisfy { $0.stem.count == 1 } ? formula : nil
  }
}

extension SourceText {
  /// The sides of the only `=` that stands by itself.
  var sidesOfEquality: (left: SourceText, right: SourceText)? {
    let characters = Array(text)
    let places = characters.indices.filter { place in
      guard characters[place] == "=" else { return false }
      let before = place > 0 ? characters[place - 1] : " "
      let after = place + 1 < characters.count ? characters[place + 1] : " "
      return !"<>=!~".contains(before) && after != "="
    }
    guard places.count == 1, let place = places.first else { return nil }
    return (keeping(place), self.place(place + 1))
  }
}
