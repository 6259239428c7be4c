import Algebra
import Matrices

/// The worksheet at which the learner stands, with numbers.
struct LiveBench: Sendable {
  let origin: String
  let worksheet: Worksheet
  /// The lesson's numbers at this place.
  let lesson: Valuation
  /// The same with the learner's alterations.
  let now: Valuation
  /// What the learner has named with `let`.
  let locals: [Name: Matrix<Double>]

  var scope: Scope { now.scope(with: locals) }

  func value(of expression: Expression) throws -> Matrix<Double> {
    try now.value(of: expression, locals: locals)
  }

  /// What a name stands for now.
  func value(of name: Name) -> Matrix<Double>? {
    now.values[name] ?? locals[name]
  }

  /// Whether a quantity is a number rather than a matrix.
  func isNumber(_ name: Name) -> Bool {
    scope.shape(of: name)?.isScalar ?? false
  }
}

extension LiveBench {
  /// The bench as a book lays it out; the worksheet itself where the book's
  /// cannot be computed.
  func seen(by sight: Sight, with definitions: Definitions) -> LiveBench {
    guard !sight.isOwn, let now = try? sight.seen(self.now),
      let lesson = try? sight.seen(self.lesson)
    else { return self }
    return LiveBench(
      origin: origin, worksheet: sight.seen, lesson: lesson, now: now,
      locals: definitions.seen(by: sight).values(in: now))
  }

  /// A bench with nothing on it but what the learner has named.
  init?(empty definitions: Definitions) {
    let worksheet = Worksheet(functions: definitions.functions)
    guard let now = try? Valuation(worksheet, givens: [:]) else { return nil }
    self.init(
      origin: "", worksheet: worksheet, lesson: now, now: now,
      locals: definitions.values(in: now))
  }
}

/// What the learner has named with `let`.
public struct Definitions: Sendable {
  /// Names that stand for formulas, in the order in which they were given.
  var formulas: [(name: Name, expression: Expression)] = []
  var functions: [Name: Function] = [:]

  /// The names as a book's notation has what they stand for.
  func seen(by sight: Sight) -> Definitions {
    var seen = self
    seen.formulas = formulas.map { ($0.name, sight.shown($0.expression)) }
    return seen
  }

  /// The values of those formulas that have one here.
  func values(in valuation: Valuation) -> [Name: Matrix<Double>] {
    var values: [Name: Matrix<Double>] = [:]
    for formula in formulas where valuation.values[formula.name] == nil {
      values[formula.name] = try? valuation.value(
        of: formula.expression, locals: values)
    }
    return values
  }
}
