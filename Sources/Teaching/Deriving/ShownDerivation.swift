import Algebra
import Presentation

/// A derivation that `derive` showed, until the learner goes on.
struct ShownDerivation: Sendable {
  /// Its lines, those of each case together.
  let groups: [[DerivationLine]]
  /// How many lines `step` has opened.
  var opened = 0

  var lines: [DerivationLine] { groups.flatMap { $0 } }
}

extension DerivationLine {
  /// The lines of a derivation, as those of a lesson.
  static func lines(
    of derivation: Derivation, letters: [Letter] = []
  ) -> [DerivationLine] {
    var before: [Expression] = []
    return derivation.lines.enumerated().map { place, line in
      defer { before.append(line.expression) }
      return DerivationLine(
        subject: derivation.subject, expression: line.expression,
        reason: line.reason, notes: [], place: place, before: before,
        letters: letters, inner: line.inner, moving: derivation.moving)
    }
  }

  /// The lines of a derivation, and what follows from its last line.
  static func groups(of derivation: Derivation) -> [[DerivationLine]] {
    guard let conclusion = derivation.conclusion else {
      return [lines(of: derivation)]
    }
    let end = Derivation(
      .name(conclusion.name),
      lines: [
        Derivation.Line(conclusion.expression, by: conclusion.reason)
      ])
    return [lines(of: derivation), lines(of: end)]
  }

  /// The lines of one case of a slope.
  static func lines(of one: SlopeDerivation.Case) -> [DerivationLine] {
    let letters = one.letters.map { letter in
      let isBound = one.condition?.names.contains(letter.name) ?? false
      return Letter(
        name: letter.name, shape: letter.shape, domain: letter.domain,
        condition: isBound ? one.condition : nil)
    }
    return lines(of: one.derivation, letters: letters)
  }

  /// The smaller steps that lead to the line, as lines of their own.
  var smallerLines: [DerivationLine] {
    var before = self.before.last.map { [$0] } ?? []
    return inner.enumerated().map { place, line in
      defer { before.append(line.expression) }
      return DerivationLine(
        subject: subject, expression: line.expression, reason: line.reason,
        notes: [], place: place + 1, before: before, letters: letters,
        moving: moving)
    }
  }
}
