import Algebra
import Matrices

/// What can be said of the gap between a line and what it should be, where no
/// slip explains it.
public enum Discrepancy: Hashable, Sendable {
  /// All entries are one factor away, the same at all numbers.
  case factor(Double)
  /// All entries are one factor away, another one at other numbers.
  case someFactor
  /// A quantity in sight was added.
  case added(Expression)
  /// What is missing is a quantity in sight.
  case termMissing
  /// A quantity in sight is a factor too many.
  case multiplied(Expression)
  case factorMissing
  /// Some entries agree.
  case entries(agreeing: Int, of: Int)
  /// It is right where this is above 0, and wrong elsewhere, or the reverse.
  case oneBranch(Expression, isRightAbove: Bool)
}

extension Evidence {
  /// What the gap is, compared with the quantities that are in sight.
  func discrepancy(in surroundings: Surroundings) -> Discrepancy? {
    guard let first = points.first, !first.claims.isEmpty,
      points.allSatisfy({ $0.claims[0].value.shape == $0.truth.shape })
    else { return nil }
    return factor ?? byQuantities(surroundings) ?? branch(surroundings)
      ?? agreement
  }

  private var factor: Discrepancy? {
    var ratios: [Double] = []
    for point in points {
      let origin = point.truth.map { _ in 0.0 }
      guard point.truth.storage.count > 1,
        let ratio = point.claims[0].share(from: origin, to: point.truth)
      else { return nil }
      ratios.append(ratio)
    }
    guard let one = ratios.first, one.magnitude > 1e-9 else { return nil }
    let isConstant = ratios.allSatisfy {
      ($0 - one).magnitude <= 1e-6 * one.magnitude
    }
    return isConstant && points.count > 1 ? .factor(one) : .someFactor
  }

  private func byQuantities(_ surroundings: Surroundings) -> Discrepancy? {
    for quantity in surroundings.inSight {
      if holds(quantity, { $1 + $0 }) { return .added(quantity) }
      if holds(quantity, { $1 - $0 }) { return .termMissing }
      if holds(quantity, { $1 * $0 }) { return .multiplied(quantity) }
      if holds(quantity, { $1 / $0 }) { return .factorMissing }
    }
    return nil
  }

  /// Whether the line is the truth joined with a quantity.
  private func holds(
    _ quantity: Expression, _ join: (Double, Double) -> Double
  ) -> Bool {
    points.allSatisfy { point in
      guard let value = point.sample.value(of: quantity),
        value.shape == point.truth.shape,
        let joined = try? Matrix(
          rows: value.rows, columns: value.columns,
          storage: zip(value.storage, point.truth.storage).map(join))
      else { return false }
      return point.claims[0].agree(with: joined)
    }
  }

  /// Whether the line is right on one side of a kink alone.
  private func branch(_ surroundings: Surroundings) -> Discrepancy? {
    for argument in surroundings.bentArguments {
      var above: Set<Bool> = []
      var below: Set<Bool> = []
      for point in points {
        guard let value = point.sample.value(of: argument),
          value.shape == point.truth.shape
        else { return nil }
        let agrees = point.agreeing
        // Where both are 0 nothing is told.
        for place in agrees.indices
        where !agrees[place] || point.truth.storage[place] != 0 {
          if value.storage[place] > 0 { above.insert(agrees[place]) }
          if value.storage[place] < 0 { below.insert(agrees[place]) }
        }
      }
      if above == [true], below == [false] {
        return .oneBranch(argument, isRightAbove: true)
      }
      if above == [false], below == [true] {
        return .oneBranch(argument, isRightAbove: false)
      }
    }
    return nil
  }

  private var agreement: Discrepancy? {
    guard points.count == 1, let point = points.first else { return nil }
    let agreeing = point.agreeing.count { $0 }
    return agreeing > 0
      ? .entries(agreeing: agreeing, of: point.truth.storage.count) : nil
  }
}

extension Evidence.Point {
  /// Which entries agree.
  var agreeing: [Bool] {
    let claim = claims[0]
    guard claim.value.shape == truth.shape else { return [] }
    let largest = truth.storage.reduce(0) { max($0, $1.magnitude) }
    return truth.storage.indices.map { place in
      (claim.value.storage[place] - truth.storage[place]).magnitude
        <= (claim.slack?[place] ?? 0) + 1e-9 * largest
    }
  }
}
