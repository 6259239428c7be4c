/// The way from an expression to a part of it: which child at each level.
public typealias Path = [Int]

extension Expression {
  /// The parts that the outermost form is made of, from left to right.
  public var children: [Expression] {
    switch self {
    case .number, .name: []
    case .call(_, _, let arguments): arguments
    case .negation(let inner), .transpose(let inner), .group(let inner),
      .differential(let inner), .sum(_, let inner):
      [inner]
    case .binary(_, let left, let right): [left, right]
    case .entry(let base, let places): [base] + places.flatMap(\.children)
    case .matrix(let rows): rows.flatMap { $0 }
    case .derivative(let top, let bottom, _): [top, bottom]
    }
  }

  /// The same form around other parts.
  ///
  /// - Parameter parts: As many as `children` holds, in its order.
  /// - Returns: The new form, or the old one where the count differs.
  public func withChildren(_ parts: [Expression]) -> Expression {
    guard parts.count == children.count else { return self }
    switch self {
    case .number, .name: return self
    case .call(let name, let primes, _):
      return .call(name, primes: primes, parts)
    case .negation: return .negation(parts[0])
    case .transpose: return .transpose(parts[0])
    case .group: return .group(parts[0])
    case .differential: return .differential(parts[0])
    case .sum(let index, _): return .sum(over: index, parts[0])
    case .binary(let sign, _, _): return .binary(sign, parts[0], parts[1])
    case .derivative(_, _, let form):
      return .derivative(parts[0], by: parts[1], form)
    case .entry(_, let places):
      var rest = parts.dropFirst()
      return .entry(parts[0], places.map { $0.taking(&rest) })
    case .matrix(let rows):
      var rest = parts[...]
      return .matrix(
        rows.map { row in
          defer { rest = rest.dropFirst(row.count) }
          return Array(rest.prefix(row.count))
        })
    }
  }

  /// The part at `path`, or nothing where there is none.
  public func part(at path: Path) -> Expression? {
    var part = self
    for step in path {
      let children = part.children
      guard children.indices.contains(step) else { return nil }
      part = children[step]
    }
    return part
  }

  /// The expression with the part at `path` replaced.
  public func replacing(_ path: Path, with part: Expression) -> Expression {
    guard let step = path.first else { return part }
    var children = self.children
    guard children.indices.contains(step) else { return self }
    children[step] = children[step].replacing(
      Path(path.dropFirst()), with: part)
    return withChildren(children)
  }

  /// The expression with every part rewritten, innermost first.
  public func mapped(_ change: (Expression) -> Expression) -> Expression {
    change(withChildren(children.map { $0.mapped(change) }))
  }

  /// The expression with names replaced by what they stand for.
  public func substituting(_ values: [Name: Expression]) -> Expression {
    mapped { part in
      if case .name(let name) = part, let value = values[name] {
        value
      } else {
        part
      }
    }
  }

  /// Every part with its path, outermost first.
  public var parts: [(path: Path, part: Expression)] {
    [(path: [], part: self)]
      + children.enumerated().flatMap { step, child in
        child.parts.map { (path: [step] + $0.path, part: $0.part) }
      }
  }

  /// The names of the quantities in it, in order of their first appearance.
  public var names: [Name] {
    var seen = Set<Name>()
    return freeNames(bound: []).filter { seen.insert($0).inserted }
  }

  private func freeNames(bound: Set<Name>) -> [Name] {
    switch self {
    case .name(let name): bound.contains(name) ? [] : [name]
    case .sum(let index, let body):
      body.freeNames(bound: bound.union([index]))
    default: children.flatMap { $0.freeNames(bound: bound) }
    }
  }

  /// The expression without the parentheses that change nothing.
  public var withoutGroups: Expression { mapped(\.ungrouped) }
}

extension Expression.Subscript {
  var children: [Expression] {
    switch self {
    case .all: []
    case .at(let place): [place]
    case .range(let first, let last): [first, last]
    }
  }

  fileprivate func taking(_ parts: inout ArraySlice<Expression>) -> Self {
    switch self {
    case .all: return .all
    case .at:
      guard let place = parts.popFirst() else { return self }
      return .at(place)
    case .range:
      guard let first = parts.popFirst(), let last = parts.popFirst() else {
        return self
      }
      return .range(first, last)
    }
  }
}
