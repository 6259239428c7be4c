import Matrices

/// The search for the rules that lead from one line to the next.
public struct RuleSearch {
  /// So many formulas are looked at before a search is given up.
  public static let budget = 1500

  let worksheet: Worksheet
  let letters: [FreeLetter]
  let givens: [Name: Matrix<Double>]
  let from: Expression
  let to: Expression
  var table: TermTable
  let start: TermNumber
  let goal: TermNumber
  var remaining: Int
  /// The laws, the equations and the slopes, by the form that they look for.
  private var forms: [Shape: [LawForm]] = [:]
  private var lawMoves: [TermNumber: [RuleMove]] = [:]
  private var allMoves: [TermNumber: [RuleMove]] = [:]

  init(
    _ worksheet: Worksheet, from: Expression, to: Expression,
    letters: [FreeLetter], givens: [Name: Matrix<Double>], budget: Int
  ) {
    let worksheet = worksheet.withSlopes(for: from.names + to.names)
    self.worksheet = worksheet
    self.letters = letters
    self.givens = givens
    self.from = from
    self.to = to
    remaining = budget
    table = TermTable(
      in: KnownNames(worksheet, letters: letters, lines: [from, to]))
    start = table.term(from.withoutGroups)
    goal = table.term(to.withoutGroups)
    // A law with fewer letters says more.
    let laws = table.lawForms().map { ($0, table.letterCount(of: $0.left)) }
      .sorted { $0.1 < $1.1 }.map(\.0)
    for form in laws + equationForms() + functionForms() {
      forms[Shape(form.left, in: table), default: []].append(form)
    }
  }

  /// What a form is at its outside.
  private enum Shape: Hashable {
    case sum
    case product
    case chain
    case transpose
    case power
    case derivative
    case atom
    /// A call of any function.
    case anyCall
    case form(Expression)

    init(_ term: TermNumber, in table: TermTable) {
      switch table.nodes[term] {
      case .sum: self = .sum
      case .product: self = .product
      case .chain: self = .chain
      case .transpose: self = .transpose
      case .power: self = .power
      case .derivative: self = .derivative
      case .atom, .letter: self = .atom
      case .form(.call(let name, _, _), _) where name.isLetter:
        self = .anyCall
      case .form(let hollow, _): self = .form(hollow)
      }
    }
  }

  // MARK: - Steps at one part

  /// What a term becomes by the laws, the equations and the slopes.
  mutating func movesByLaw(at term: TermNumber) -> [RuleMove] {
    if let known = lawMoves[term] { return known }
    var moves = RuleMoves()
    let shape = Shape(term, in: table)
    for form in (forms[shape] ?? []) + (forms[.anyCall] ?? []) {
      for (result, meanings) in table.results(of: form, at: term)
      where result != term {
        moves.add(
          RuleMove(
            reasons: form.reasons, result: result,
            conditions: conditions(of: form, meanings)))
      }
    }
    lawMoves[term] = moves.all
    return moves.all
  }

  /// The conditions of a law that were declared.
  private mutating func conditions(
    of form: LawForm, _ meanings: Meanings
  ) -> [Expression] {
    form.conditions.compactMap { condition in
      guard let filled = table.filled(table.term(condition), meanings) else {
        return nil
      }
      let written = table.written(filled)
      return declares(written) ? written : nil
    }
  }

  /// Whether a step holds.
  func holds(_ left: Expression, _ right: Expression) -> Bool {
    worksheet.verify(left, equals: right, letters: letters, givens: givens)
      .holds
  }

  private func declares(_ condition: Expression) -> Bool {
    switch condition {
    case .binary(let sign, .name(let name), 0):
      let domain = letters.first { $0.name == name }?.domain
      switch sign {
      case .greater:
        return domain == .positive
          || worksheet.assumptions.contains(.positive(name))
      case .less: return domain == .negative
      case .notEqual: return domain == .notZero
      default: return false
      }
    case .binary(.equal, .call("colsum", 0, let arguments), 1):
      guard case .name(let name)? = arguments.first else { return false }
      return worksheet.assumesColumnsSumToOne(of: name)
    default: return false
    }
  }

  /// What a term becomes in one step.
  mutating func moves(at term: TermNumber) -> [RuleMove] {
    if let known = allMoves[term] { return known }
    allMoves[term] = []
    let moves =
      movesByLaw(at: term) + movesIntoSlope(term)
      + movesAlongRoads(term)
    allMoves[term] = moves
    return moves
  }
}

/// A step from a term to another.
struct RuleMove {
  /// What the step may be called, the best name first.
  var reasons: [Reason]
  var result: TermNumber
  var definitions: [Name] = []
  var conditions: [Expression] = []
}

/// Steps from one term, each result once with all that the step may be called.
struct RuleMoves {
  private(set) var all: [RuleMove] = []
  private var places: [TermNumber: Int] = [:]

  mutating func add(_ move: RuleMove) {
    guard let place = places[move.result] else {
      places[move.result] = all.count
      all.append(move)
      return
    }
    let known = all[place]
    let reasons = (known.reasons + move.reasons).uniqued
    // What a name stands for is the least that can be said.
    all[place].reasons =
      reasons.filter { $0.rule != .definition }
      + reasons.filter { $0.rule == .definition }
    if known.conditions.isEmpty { all[place].conditions = move.conditions }
  }
}

extension Worksheet {
  /// The worksheet with the slopes of its cost, if they are asked for and
  /// missing.
  fileprivate func withSlopes(for names: [Name]) -> Worksheet {
    guard cost != nil, !equations.contains(where: { $0.role == .backward })
    else { return self }
    return (try? withBackwardPass()) ?? self
  }
}
