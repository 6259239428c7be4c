import Algebra
import Matrices

/// Whether an answer is the true value, as precisely as it was typed.
struct Agreement {
  let truth: Matrix<Double>
  /// How far an answer may be away, where the author says so.
  let within: Double?
  /// The factors whose mention helps where one number is asked.
  var tellTales: Set<Int> = [2]

  func holds(_ answer: TypedAnswer) -> Bool {
    holds(answer.value, answer.slack)
  }

  func holds(_ value: Matrix<Double>, _ slack: [Double]? = nil) -> Bool {
    guard Agreement.sameShape(value, truth) else { return false }
    return agreeing(value, slack).allSatisfy { $0 }
  }

  /// Which entries agree.
  func agreeing(_ value: Matrix<Double>, _ slack: [Double]? = nil) -> [Bool] {
    let floor = 1e-12 * (truth.storage.map(\.magnitude).max() ?? 0)
    return value.storage.indices.map { place in
      let (typed, actual) = (value.storage[place], truth.storage[place])
      if typed == actual { return true }
      guard typed.isFinite, actual.isFinite else { return false }
      let gap = (typed - actual).magnitude
      let size = max(typed.magnitude, actual.magnitude)
      let allowed = max(within ?? 0, slack?[place] ?? 0, 1e-9 * size, floor)
      return gap <= allowed
    }
  }

  /// A matrix of one entry may stand for a number.
  static func sameShape(
    _ one: Matrix<Double>, _ other: Matrix<Double>
  ) -> Bool {
    one.shape == other.shape
  }
}

extension Agreement {
  /// What can be said of a value that does not agree.
  func remark(on answer: TypedAnswer) -> Remark {
    let value = answer.value
    guard value.storage.allSatisfy(\.isFinite) else { return .notFinite }
    guard value.shape == truth.shape else { return shapeRemark(on: answer) }
    if holds(value.map { -$0 }, answer.slack) { return .otherSign }
    if answer.looseSlack.map({ holds(value, $0) }) ?? false {
      return .tooFewDigits
    }
    if let slack = answer.slack, holds(value, slack.map { $0 * 2.2 }) {
      return .lastDigit
    }
    if let factor = factor(of: answer) { return factor }
    let agreeing = agreeing(value, answer.slack).count { $0 }
    return agreeing > 0
      ? .entries(agreeing: agreeing, of: value.storage.count) : .otherValue
  }

  private func shapeRemark(on answer: TypedAnswer) -> Remark {
    let value = answer.value
    if value.shape == truth.shape.transposed,
      value.transposed.storage.count == truth.storage.count
    {
      let turned = Agreement(truth: truth.transposed, within: within)
      if turned.holds(answer) {
        return .transposed(found: value.shape, asked: truth.shape)
      }
    }
    return .shape(found: value.shape, asked: truth.shape)
  }

  /// Whether all entries are one and the same small factor away.
  private func factor(of answer: TypedAnswer) -> Remark? {
    guard truth.storage.contains(where: { $0 != 0 }) else { return nil }
    // A single digit fits too many numbers to be told that it does.
    let isDigit =
      truth.shape.isScalar && answer.looseSlack != nil
      && answer.looseSlack != answer.slack
    let slack = isDigit ? nil : answer.slack
    func isRight(times ratio: Double) -> Bool {
      holds(answer.value.map { $0 * ratio }, slack?.map { $0 * ratio })
    }
    for factor in [10.0, 100, 1000]
    where isRight(times: factor) || isRight(times: 1 / factor) {
      return answer.slack == nil ? named(Int(factor)) : .decimalPoint
    }
    return tellTales.union(2...9).sorted()
      .first { isRight(times: Double($0)) || isRight(times: 1 / Double($0)) }
      .flatMap(named)
  }

  /// What is said of a factor: of one number any factor could be told, and
  /// most of them give nothing but the answer away.
  private func named(_ factor: Int) -> Remark? {
    guard truth.shape.isScalar else { return .factor(factor) }
    return tellTales.contains(factor) ? .tellTaleFactor(factor) : nil
  }
}
