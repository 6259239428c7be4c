/// A product of entries summed over indices, with its sign and its constants
/// in front: `-(1/m) sum(k, (k == j)*y[i,k]*…)`.
struct IndexTerm {
  var isNegative = false
  /// Numbers, sizes and constants.
  var constants: [Expression] = []
  /// Pairs of places that have to be the same.
  var deltas: [(left: Expression, right: Expression)] = []
  var factors: [Expression] = []
  /// The indices that are summed over, outermost first.
  var indices: [Name] = []

  func times(_ other: IndexTerm) -> IndexTerm {
    IndexTerm(
      isNegative: isNegative != other.isNegative,
      constants: constants + other.constants, deltas: deltas + other.deltas,
      factors: factors + other.factors, indices: indices + other.indices)
  }

  func times(_ factor: Expression) -> IndexTerm {
    var term = self
    term.factors.append(factor)
    return term
  }

  func times(constant: Expression) -> IndexTerm {
    var term = self
    term.constants.insert(constant, at: 0)
    return term
  }

  func summed(over names: [Name?]) -> IndexTerm {
    var term = self
    term.indices = names.compactMap { $0 } + indices
    return term
  }

  var negated: IndexTerm {
    var term = self
    term.isNegative.toggle()
    return term
  }

  // MARK: - Written down

  /// The term without its sign.
  var magnitude: Expression {
    let pairs = deltas.map { $0.left.equals($0.right) }
    var body = (factors + pairs).timesInOrder
    for index in indices.reversed() {
      body = .sum(over: index, body ?? 1)
    }
    guard let constant = constants.timesInOrder else { return body ?? 1 }
    return body.map { constant.times($0) } ?? constant
  }

  // MARK: - Steps

  /// The term in which every pair with an index of a sum is used up: of the
  /// sum one term stays.
  var picked: IndexTerm {
    var term = self
    var place = 0
    while place < term.deltas.count {
      let (left, right) = term.deltas[place]
      if left == right {
        term.deltas.remove(at: place)
        place = 0
      } else if let (index, value) = term.bound(left, right) {
        term.deltas.remove(at: place)
        term.replace(index, by: value)
        place = 0
      } else {
        place += 1
      }
    }
    return term
  }

  private func bound(
    _ left: Expression, _ right: Expression
  ) -> (Name, Expression)? {
    if case .name(let name) = left, indices.contains(name) {
      return (name, right)
    }
    if case .name(let name) = right, indices.contains(name) {
      return (name, left)
    }
    return nil
  }

  private mutating func replace(_ index: Name, by value: Expression) {
    indices.removeAll { $0 == index }
    let change = [index: value]
    factors = factors.map { $0.substituting(change) }
    deltas = deltas.map {
      ($0.left.substituting(change), $0.right.substituting(change))
    }
  }

  /// The term with other letters for its indices, the usual ones first.
  func renamed(_ letters: [Name]) -> IndexTerm {
    var term = self
    for (index, letter) in zip(indices, letters) {
      term.factors = term.factors.map {
        $0.substituting([index: .name(letter)])
      }
      term.deltas = term.deltas.map {
        (
          $0.left.substituting([index: .name(letter)]),
          $0.right.substituting([index: .name(letter)])
        )
      }
    }
    term.indices = zip(indices, letters).map(\.1)
    return term
  }
}

extension [IndexTerm] {
  func times(_ factor: Expression) -> [IndexTerm] {
    map { $0.times(factor) }
  }

  /// The sum of the terms.
  var sum: Expression { sum(\.magnitude) }

  /// The sum of what is made of each term, with its sign.
  func sum(_ written: (IndexTerm) -> Expression) -> Expression {
    var total: Expression?
    // What is added stands first.
    for term in filter({ !$0.isNegative }) + filter(\.isNegative) {
      let next = written(term)
      guard let sum = total else {
        total = term.isNegative ? next.negated : next
        continue
      }
      total = term.isNegative ? sum.minus(next) : sum.plus(next)
    }
    return total ?? 0
  }
}

extension [Expression] {
  /// The product of all that are not 1, from the left; nothing of none.
  var timesInOrder: Expression? {
    let factors = filter { $0 != 1 }
    guard let first = factors.first else { return nil }
    return factors.dropFirst().reduce(first) { $0.times($1) }
  }
}
