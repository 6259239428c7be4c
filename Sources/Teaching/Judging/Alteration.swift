import Algebra
import Matrices

/// An alteration of a given quantity or of a part of one: `W1[1,:] = 0`.
public struct Alteration: Hashable, Sendable {
  public let target: Expression
  public let value: Expression

  public init(_ assignment: Assignment) {
    target = assignment.target
    value = assignment.value
  }

  /// Reads what stands behind `set`, or the whole command.
  ///
  /// - Returns: Nothing where the line is no alteration.
  public init?(_ line: String, in scope: Scope) {
    let text = line.hasPrefix("set ") ? String(line.dropFirst(4)) : line
    let source = SourceText(text, line: 1, column: 1)
    guard let (left, right) = source.sidesOfEquality,
      let target = try? Expression(left.text, in: scope),
      let value = try? Expression(right.text, in: scope)
    else { return nil }
    self.target = target
    self.value = value
  }

  /// Carries out a line with one alteration or several, all values being
  /// worked out before the first is set.
  ///
  /// - Returns: Nothing where a part of the line is no alteration, or cannot
  ///   be carried out.
  public static func carryOut(
    _ line: String, on valuation: Valuation
  ) -> Valuation? {
    let text = line.hasPrefix("set ") ? String(line.dropFirst(4)) : line
    guard let parts = Assignment.texts(in: text) else { return nil }
    var altered = valuation
    for part in parts {
      guard let alteration = Alteration(part, in: valuation.scope),
        let name = alteration.name,
        let own = alteration.applied(to: valuation),
        let before = valuation.values[name], let after = own.values[name],
        let value = altered.values[name]?
          .replacing(before.entries(differingIn: after)),
        (try? altered.set(name, to: value)) != nil
      else { return nil }
    }
    return altered
  }

  /// The quantity that is altered.
  public var name: Name? {
    switch target.ungrouped {
    case .name(let name): return name
    case .entry(let base, _):
      if case .name(let name) = base.ungrouped { return name }
      return nil
    default: return nil
    }
  }

  /// Returns the worksheet with the new value, and all that follows from it.
  ///
  /// Shapes: the value has the shape of the target.
  ///
  /// - Returns: Nothing where the target is not given, or the shapes differ.
  public func applied(to valuation: Valuation) -> Valuation? {
    guard let name, let before = valuation.values[name],
      let places = try? valuation.places(of: target, in: name),
      let value = try? valuation.value(of: value), places.shape == value.shape
    else { return nil }
    var storage = before.storage
    for (place, entry) in zip(places.storage, value.storage) {
      storage[place] = entry
    }
    var altered = valuation
    guard
      let after = try? Matrix(
        rows: before.rows, columns: before.columns, storage: storage),
      (try? altered.set(name, to: after)) != nil
    else { return nil }
    return altered
  }
}
