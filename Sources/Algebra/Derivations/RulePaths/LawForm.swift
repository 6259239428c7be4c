/// A law as a search uses it: where the left side is seen, the right one may
/// stand.
struct LawForm {
  /// What the step may be called, the best name first.
  let reasons: [Reason]
  let left: TermNumber
  let right: TermNumber
  let conditions: [Expression]
  /// The sizes that stand in the right side only.
  let sizes: [Axis]

  /// A size of a law, as the axis of a letter that has it.
  struct Axis: Hashable {
    let size: Name
    let letter: Name
    let isOfRows: Bool
  }
}

/// A law of a rule, read, with its letters marked as such.
struct MarkedLaw: Sendable {
  let rule: Rule
  let left: Expression
  let right: Expression
  let conditions: [Expression]
  let axes: [LawForm.Axis]

  /// Every law of every rule that can be read.
  static let all: [MarkedLaw] =
    Rule.all.flatMap { rule in
      rule.laws.compactMap { MarkedLaw(rule, $0) }
    }
    + (Rewrite.lowerings + Rewrite.complements + Rewrite.closings).map {
      MarkedLaw($0)
    }

  private init(_ rewrite: Rewrite) {
    let marks = Marks(functions: [], calls: [])
    rule = rewrite.rule
    left = marks.marked(rewrite.pattern)
    right = marks.marked(rewrite.replacement)
    conditions = []
    axes = []
  }

  private init?(_ rule: Rule, _ law: Law) {
    guard let reading = try? law.read() else { return nil }
    let formulas = [reading.left, reading.right]
    let own = Set(reading.worksheet.functions.keys)
    let calls = formulas.flatMap(\.parts).compactMap { _, part -> Name? in
      guard case .call(let name, let primes, let arguments) = part,
        own.contains(name)
      else { return nil }
      let isPlain = arguments.count == 1 && arguments[0].isName
      return primes == 0 && isPlain ? nil : name
    }
    let marks = Marks(functions: own, calls: Set(calls))
    self.rule = rule
    left = marks.marked(reading.left)
    right = marks.marked(reading.right)
    conditions = reading.conditions.map(marks.marked)
    axes = reading.letters.flatMap(\.axes)
  }
}

/// Which functions of a law are its own.
private struct Marks {
  let functions: Set<Name>
  /// Those that stand for a call and not for any formula.
  let calls: Set<Name>

  func marked(_ expression: Expression) -> Expression {
    expression.mapped { part in
      switch part {
      case .name(let name): .name(name.asLetter)
      case .call(let name, let primes, let arguments)
      where functions.contains(name):
        .call(
          calls.contains(name)
            ? Name(stem: "?!" + name.stem, index: name.index) : name.asLetter,
          primes: primes, arguments)
      default: part
      }
    }
  }
}

extension FreeLetter {
  /// The axes whose sizes have a name.
  fileprivate var axes: [LawForm.Axis] {
    guard case .matrix(let rows, let columns) = shape else { return [] }
    return [(rows, true), (columns, false)].compactMap { dimension, isOfRows in
      guard case .size(let size) = dimension else { return nil }
      return LawForm.Axis(
        size: size.asLetter, letter: name.asLetter, isOfRows: isOfRows)
    }
  }
}

extension Expression {
  fileprivate var isName: Bool {
    if case .name = self { true } else { false }
  }
}

extension TermTable {
  /// The laws, in both directions, that say something in this table.
  mutating func lawForms() -> [LawForm] {
    MarkedLaw.all.flatMap { law in
      forms(
        term(law.left), term(law.right), [Reason(law.rule)],
        where: law.conditions, axes: law.axes)
    }
  }

  /// An equality as one or two forms; one between the same terms is none.
  mutating func forms(
    _ left: TermNumber, _ right: TermNumber, _ reasons: [Reason],
    where conditions: [Expression] = [], axes: [LawForm.Axis] = []
  ) -> [LawForm] {
    guard left != right else { return [] }
    return [(left, right), (right, left)].compactMap { left, right in
      guard hasForm(left) else { return nil }
      return LawForm(
        reasons: reasons, left: left, right: right, conditions: conditions,
        sizes: sizes(of: right, unnamedIn: left, axes))
    }
  }

  /// The sizes that a side names and the other one only has, each once.
  private mutating func sizes(
    of right: TermNumber, unnamedIn left: TermNumber, _ axes: [LawForm.Axis]
  ) -> [LawForm.Axis] {
    let named = names(of: left)
    return names(of: right).subtracting(named).sorted().compactMap { size in
      axes.first { $0.size == size && named.contains($0.letter) }
    }
  }

  /// Whether a term is more than a number and a letter.
  private func hasForm(_ term: TermNumber) -> Bool {
    switch nodes[term] {
    case .letter: return false
    case .product(_, let powers):
      guard powers.count == 1, case .letter = nodes[powers[0].base] else {
        return !powers.isEmpty
      }
      return abs(powers[0].exponent) > 1
    case .form(.call(let name, _, _), _):
      return !name.isLetter || name.standsForCall
    default: return true
    }
  }

  /// How many letters a form has, functions included.
  mutating func letterCount(of form: TermNumber) -> Int {
    let functions = all(in: form).compactMap { part -> Name? in
      guard case .form(.call(let name, _, _), _) = nodes[part] else {
        return nil
      }
      return name.isLetter ? name : nil
    }
    return names(of: form).count + Set(functions).count
  }

  /// What a term becomes by a law, in each way in which the law is seen in
  /// it.
  mutating func results(
    of form: LawForm, at term: TermNumber
  ) -> [(term: TermNumber, meanings: Meanings)] {
    switch (nodes[form.left], nodes[term]) {
    case (.sum, .sum):
      return matchesOfSum(term, form.left, Meanings(), leavesRest: true)
        .compactMap { way in
          result(of: form, way.meanings).map {
            (sum([$0, way.rest]), $1)
          }
        }
    case (.product, .product):
      return matchesOfProduct(term, form.left, Meanings(), leavesRest: true)
        .compactMap { way in
          result(of: form, way.meanings).map {
            (product([$0, way.rest]), $1)
          }
        }
    case (.chain, .chain):
      return matchesOfChain(term, form.left, Meanings(), leavesRest: true)
        .compactMap { way in
          result(of: form, way.meanings).map {
            (chain(way.before + [$0] + way.after), $1)
          }
        }
    default:
      return matches(term, form.left).compactMap { result(of: form, $0) }
    }
  }

  /// The right side of a law, and what its letters stand for, the sizes that
  /// only this side names among them.
  private mutating func result(
    of form: LawForm, _ meanings: Meanings
  ) -> (term: TermNumber, meanings: Meanings)? {
    var meanings = meanings
    for axis in form.sizes {
      guard let letter = meanings.letters[axis.letter],
        let size = size(of: letter, isOfRows: axis.isOfRows)
      else { return nil }
      meanings.letters[axis.size] = size
    }
    return filled(form.right, meanings).map { ($0, meanings) }
  }

  /// How many rows or columns a matrix has.
  private mutating func size(
    of matrix: TermNumber, isOfRows: Bool
  ) -> TermNumber? {
    guard
      case .matrix(let rows, let columns)? =
        try? written(matrix).shape(in: surroundings.scope)
    else { return nil }
    return switch isOfRows ? rows : columns {
    case .one: term(1)
    case .fixed(let count): term(count)
    case .size(let name): atom(name)
    }
  }
}
