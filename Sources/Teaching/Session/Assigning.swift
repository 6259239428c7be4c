import Algebra
import Matrices

/// What keeps an alteration from being made.
public enum AlterationFault: Error, Sendable {
  /// A quantity that is computed, with an entry of it that can be nudged.
  case derived(Name, entry: String)
  case unknown(Name)
  /// A name that a `let` gave.
  case defined(Name)
  /// What stands before `=` is no quantity and no part of one.
  case noPart(Expression)
  case shape(Expression, target: Shape, found: Shape, value: Expression)
  case notFinite(Double)
  case expression(any Error, isTarget: Bool)
}

extension LiveBench {
  /// What an assignment makes of a given quantity.
  struct Outcome {
    let name: Name
    let label: String
    let before: Matrix<Double>
    let after: Matrix<Double>

    var entries: [Alterations.Entry] { before.entries(differingIn: after) }
  }

  /// Works out an assignment at the numbers of a valuation.
  ///
  /// Shapes: the part before `=` and the value after it have the same.
  func outcome(
    of assignment: Assignment, at valuation: Valuation
  ) throws(AlterationFault) -> Outcome {
    let name = try base(of: assignment.target)
    guard let before = valuation.values[name], worksheet.given(name) != nil
    else { throw refusal(of: name, assignment.target) }
    let places = try computed(isTarget: true) {
      let numbered = try Matrix(
        rows: before.rows, columns: before.columns,
        storage: before.storage.indices.map(Double.init))
      return try valuation.value(
        of: assignment.target, locals: [name: numbered])
    }
    let value = try computed(isTarget: false) {
      try valuation.value(of: assignment.value, locals: locals)
    }
    guard places.shape == value.shape else {
      throw .shape(
        assignment.target, target: places.shape, found: value.shape,
        value: assignment.value)
    }
    if let number = value.storage.first(where: { !$0.isFinite }) {
      throw .notFinite(number)
    }
    let entries = zip(places.storage, value.storage).map {
      Alterations.Entry(offset: Int($0), value: $1)
    }
    return Outcome(
      name: name, label: assignment.target.text(.ascii), before: before,
      after: before.replacing(entries))
  }

  /// What quantities become by outcomes that were worked out at the same
  /// numbers.
  static func joined(_ outcomes: [Outcome]) -> [Name: Matrix<Double>] {
    var after: [Name: Matrix<Double>] = [:]
    for outcome in outcomes {
      after[outcome.name] = (after[outcome.name] ?? outcome.before)
        .replacing(outcome.entries)
    }
    return after
  }

  private func computed(
    isTarget: Bool, _ work: () throws -> Matrix<Double>
  ) throws(AlterationFault) -> Matrix<Double> {
    do { return try work() } catch {
      throw .expression(error, isTarget: isTarget)
    }
  }

  private func base(of target: Expression) throws(AlterationFault) -> Name {
    switch target.ungrouped {
    case .name(let name): return name
    case .entry(let base, _):
      if case .name(let name) = base.ungrouped { return name }
      throw .noPart(target)
    default: throw .noPart(target)
    }
  }

  private func refusal(
    of name: Name, _ target: Expression
  ) -> AlterationFault {
    if now.values[name] != nil {
      let isWhole = target.ungrouped == .name(name)
      let entry =
        isWhole
        ? now.expression(EntryKey(name, 0)).text(.ascii) : target.text(.ascii)
      return .derived(name, entry: entry)
    }
    return locals[name] == nil ? .unknown(name) : .defined(name)
  }
}

extension Assignment {
  /// Reads `W1[1,2] = 0.3`.
  ///
  /// - Returns: Nothing where there is no single `=` in the line.
  /// - Throws: A ``ReadingFault`` whose columns are those of the line.
  static func reading(
    _ text: String, in scope: Scope
  ) throws(LineFault) -> Assignment? {
    guard let sign = Assignment.equalsSign(in: text) else { return nil }
    let left = String(text[..<sign])
    let right = String(text[text.index(after: sign)...])
    return Assignment(
      target: try .reading(left, of: text, in: scope),
      value: try .reading(right, of: text, in: scope))
  }

  /// The assignments of a line, with commas between them.
  ///
  /// - Returns: The text of each; nothing where a part has no single `=`.
  static func texts(in line: String) -> [String]? {
    if equalsSign(in: line) != nil { return [line] }
    let parts = line.partsAtCommas
    return parts.allSatisfy { equalsSign(in: $0) != nil } ? parts : nil
  }

  /// The place of the one `=` that is no part of `==`, `<=`, `>=` or `!=`.
  static func equalsSign(in text: String) -> String.Index? {
    var found: String.Index?
    var before: Character = " "
    for index in text.indices where text[index] == "=" {
      let next = text.index(after: index)
      let isDouble = next < text.endIndex && text[next] == "="
      before = index > text.startIndex ? text[text.index(before: index)] : " "
      guard !isDouble, !"=<>!".contains(before) else { continue }
      if found != nil { return nil }
      found = index
    }
    return found
  }
}

/// A part of a line that cannot be understood, and the line.
struct LineFault: Error {
  let error: any Error
  /// The line that is shown.
  let source: String
  /// The column at which the faulty part begins.
  let column: Int
  /// The expression, where it was read.
  var reading: Reading?
}

extension Expression {
  /// Reads a part of a line.
  static func reading(
    _ part: String, of line: String, in scope: Scope
  ) throws(LineFault) -> Expression {
    do { return try Expression(part, in: scope) } catch {
      let column =
        line.range(ofPart: part).map {
          line.distance(from: line.startIndex, to: $0)
        } ?? 0
      throw LineFault(error: error, source: line, column: column)
    }
  }
}

extension String {
  /// Where a part of the text begins, which is its end where it is its end.
  func range(ofPart part: String) -> String.Index? {
    if hasSuffix(part) { return index(endIndex, offsetBy: -part.count) }
    return hasPrefix(part) ? startIndex : nil
  }
}
