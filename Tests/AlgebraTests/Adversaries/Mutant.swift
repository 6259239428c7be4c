import Algebra
import TestSupport

/// Draws a claim that differs from a true one by one slip.
struct MutantMaker {
  var generator: SeededGenerator

  /// A claim with one part of one side altered, or nothing where nothing can
  /// be.
  mutating func mutant(of claim: Claim) -> Claim? {
    var claim = claim
    let isRight = Int.random(in: 0..<4, using: &generator) > 0
    let side = isRight ? claim.right : claim.left
    for _ in 0..<8 {
      guard let site = side.parts.randomElement(using: &generator),
        let altered = slips(of: site.part, claim.bench)
          .randomElement(using: &generator)
      else { continue }
      let result = side.replacing(site.path, with: altered)
      if isRight { claim.right = result } else { claim.left = result }
      return claim
    }
    return nil
  }

  private static let families: [[Name]] = [
    ["sigmoid", "tanh", "softplus", "relu", "gelu", "leakyrelu", "identity"],
    ["abs", "sign", "step", "relu"], ["exp", "softplus", "sinh", "cosh"],
    ["sin", "cos"], ["ln", "log1p", "sqrt"], ["sum", "mean"],
    ["rowsum", "colsum"], ["max", "min"], ["softmax", "logsoftmax", "sigmoid"],
    ["Phi", "phi", "erf"], ["swish", "gelu", "elu"], ["g", "f"],
    ["sinh", "tanh"], ["cosh", "sech"],
  ]

  private static let families2: [[Name]] = [
    ["z", "u", "v", "w"], ["s", "t"], ["p", "q"], ["X", "Y", "Z"], ["S", "T"],
    ["b", "e"], ["n", "m", "k"],
  ]

  /// All that one slip can make of a part.
  private func slips(
    of part: Expression, _ bench: AdversaryBench
  ) -> [Expression] {
    switch part {
    case .number(let numeral):
      let value = numeral.value
      guard value == value.rounded(), value < 1000 else {
        return [.group(part.times(2)), .group(part.times(.decimal("1.001")))]
      }
      return [
        .number(Numeral(Int(value) + 1)), .group(part.negated),
        .group(part.plus(.decimal("0.001"))),
      ]
    case .name(let name):
      return Self.families2.filter { $0.contains(name) }.flatMap { $0 }
        .filter { $0 != name && bench.knows($0) }.map { .name($0) }
        + neighbours(of: name, bench).map { .name($0) }
    case .negation(let inner): return [inner]
    case .transpose(let inner): return [inner]
    case .binary(let sign, let left, let right):
      return slips(of: sign, left, right)
    case .call(let name, let primes, let arguments):
      var slips = Self.families.filter { $0.contains(name) }.flatMap { $0 }
        .filter { $0 != name && bench.worksheet.scope.functions[$0] != nil }
        .map { Expression.call($0, primes: primes, arguments) }
      if primes > 0 {
        slips.append(.call(name, primes: primes - 1, arguments))
      }
      if let first = arguments.first, arguments.count == 1, primes == 0 {
        slips.append(.call(name, .group(first.negated)))
      }
      return slips
    case .group(let inner): return [.group(inner.negated)]
    default: return []
    }
  }

  private func slips(
    of sign: BinaryOperator, _ left: Expression, _ right: Expression
  ) -> [Expression] {
    func joined(_ other: BinaryOperator) -> Expression {
      .binary(other, left, right)
    }
    switch sign {
    case .add: return [.group(left.minus(right)), left, right]
    case .subtract:
      return [.group(left.plus(right)), .group(right.minus(left)), left]
    case .times: return [left, right, .group(joined(.divide))]
    case .divide: return [left, .group(right.over(left)), joined(.times)]
    case .hadamard: return [left, right, .group(joined(.matmul))]
    case .hadamardDivide: return [left, .binary(.hadamardDivide, right, left)]
    case .matmul:
      return [
        right.matmul(left), .transpose(.group(left)).matmul(right),
        left.matmul(.transpose(.group(right))), .group(joined(.hadamard)),
      ]
    case .power, .hadamardPower:
      return [left, .binary(sign, left, .group(right.plus(1)))]
    case .less, .greater: return [.group(.binary(sign, right, left))]
    default: return []
    }
  }

  /// A quantity of the layer before or behind, or of another kind.
  private func neighbours(of name: Name, _ bench: AdversaryBench) -> [Name] {
    guard let layer = Int(name.index) else { return [] }
    let others: [Name] = [
      Name(stem: name.stem, index: "\(layer - 1)"),
      Name(stem: name.stem, index: "\(layer + 1)"),
      Name(stem: name.stem == "z" ? "a" : "z", index: name.index),
    ]
    return others.filter { bench.knows($0) }
  }
}

extension AdversaryBench {
  fileprivate func knows(_ name: Name) -> Bool {
    worksheet.scope.isKnown(name) || letters.contains { $0.name == name }
  }
}
