import Algebra
import Matrices

/// Finds the parts of a learner's line in which its slips stand.
struct Blame {
  let line: Expression
  let evidence: Evidence
  /// The right lines.
  let forms: [Expression]

  /// The slips in the order in which they stand in the line, and the parts to
  /// underline, none inside another.
  func found(_ deeds: [Deed]) -> (deeds: [Deed], paths: [Path]) {
    let placed = deeds.map { (deed: $0, path: path(of: $0) ?? []) }
    let sorted = placed.enumerated().sorted { one, other in
      let (left, right) = (one.element.path, other.element.path)
      if left.isEmpty != right.isEmpty { return right.isEmpty }
      return left == right
        ? one.offset < other.offset : left.lexicographicallyPrecedes(right)
    }.map(\.element)
    var paths: [Path] = []
    for (_, path) in sorted where !path.isEmpty && !paths.contains(path) {
      paths.append(path)
    }
    if paths.isEmpty, let path = smallestReplaceable { paths = [path] }
    return (
      sorted.map(\.deed),
      paths.filter { path in
        !paths.contains { $0 != path && path.starts(with: $0) }
      }
    )
  }

  /// The part that is, by its value, what the slip put there.
  private func path(of deed: Deed) -> Path? {
    guard let sample = evidence.points.first?.sample,
      let wanted = sample.value(of: deed.after)
    else { return nil }
    let found = line.parts.filter { _, part in
      sample.value(of: part).map { PlainNumbers($0).agree(with: wanted) }
        ?? false
    }
    guard let outer = found.max(by: { $0.path.count < $1.path.count }) else {
      return nil
    }
    let path = narrowed(outer.path, outer.part, deed, sample)
    return path.isEmpty ? path : withoutBrackets(path)
  }

  /// The same part without the brackets around it.
  private func withoutBrackets(_ path: Path) -> Path {
    guard case .group? = line.part(at: path) else { return path }
    return withoutBrackets(path + [0])
  }

  /// The smallest part that the slip altered, where the learner's line has
  /// the same form down to it.
  private func narrowed(
    _ path: Path, _ part: Expression, _ deed: Deed, _ sample: Sample
  ) -> Path {
    var path = path
    var (own, after) = (part, deed.after)
    for step in deed.place {
      while case .group(let inner) = own {
        path.append(0)
        own = inner
      }
      while case .group(let inner) = after { after = inner }
      guard own.children.indices.contains(step),
        after.children.indices.contains(step),
        own.children.count == after.children.count
      else { return path }
      path.append(step)
      (own, after) = (own.children[step], after.children[step])
      guard let one = sample.value(of: own), let two = sample.value(of: after),
        PlainNumbers(one).agree(with: two)
      else { return Path(path.dropLast()) }
    }
    return path
  }

  /// The smallest part that a part of a right line can replace so that the
  /// whole comes right.
  var smallestReplaceable: Path? {
    var seen: Set<Expression> = []
    let parts = forms.prefix(3).flatMap { $0.parts.map(\.part) }
      .filter { seen.insert($0).inserted }
    let places = line.parts.sorted {
      ($0.part.parts.count, $0.path.count)
        < ($1.part.parts.count, $1.path.count)
    }
    var tries = 0
    for (path, part) in places where !path.isEmpty {
      for candidate in parts + part.oneEdit where candidate != part {
        tries += 1
        if tries > Blame.mostTries { return nil }
        if evidence.isTrue(line.replacing(path, with: candidate)) {
          return path
        }
      }
    }
    return nil
  }

  private static let mostTries = 1000
}

extension Expression {
  /// The part with its sign or its rows and columns changed over.
  fileprivate var oneEdit: [Expression] {
    switch self {
    case .negation(let inner), .transpose(let inner): [inner]
    default: [.negation(self), .transpose(self)]
    }
  }
}
