import Matrices

/// An equality put to the test without rounding, at one random point after
/// another.
struct ExactTrials {
  private let equality: Equality
  private let hidesActivations: Bool
  private var numbers: SeededNumbers

  init(_ equality: Equality, hidesActivations: Bool) {
    self.equality = equality
    self.hidesActivations = hidesActivations
    numbers = SeededNumbers(equality.text, hidesActivations ? 1 : 0)
  }

  /// A trial may hit a division by zero; so many are made for one that counts.
  private static let patience = 24

  enum Outcome {
    /// All trials could be made, and both sides agreed.
    case agree
    /// The sides differ, and nothing was drawn that could be the reason.
    case differ
    /// They differ, but it may be a function of which nothing is known here;
    /// or there were no values.
    case unclear
  }

  /// Whether both sides agree in so many trials, each of other sizes.
  ///
  /// - Parameter count: How many trials.
  /// - Returns: What the first trial shows that does not agree, else that all
  ///   agree.
  mutating func outcome(of count: Int) -> Outcome {
    var sizes: [Name: Int] = [:]
    for _ in 0..<count {
      sizes = equality.sizes(&numbers, unlike: sizes)
      let outcome = outcome(sizes)
      guard case .agree = outcome else { return outcome }
    }
    return .agree
  }

  private mutating func outcome(_ sizes: [Name: Int]) -> Outcome {
    for _ in 0..<ExactTrials.patience {
      guard let givens = equality.residues(sizes, &numbers) else {
        return .unclear
      }
      let seed = numbers.next()
      do {
        let (left, right) = try sides(at: givens, seed)
        guard left.shape == right.shape else { return .unclear }
        return comparison(left.storage, right.storage)
      } catch is ExactArithmetic.Failure {
        continue
      } catch {
        return .unclear
      }
    }
    return .unclear
  }

  private func comparison(_ left: [Residue], _ right: [Residue]) -> Outcome {
    let gaps = zip(left, right).filter { $0.value != $1.value }
    if gaps.isEmpty { return .agree }
    let isClear = gaps.contains { !$0.isDrawn && !$1.isDrawn }
    return isClear ? .differ : .unclear
  }

  private func sides(
    at givens: [Name: Matrix<Residue>], _ seed: UInt64
  ) throws -> (left: Matrix<Residue>, right: Matrix<Residue>) {
    var givens = givens
    if let moving = equality.moving {
      givens[Situation<ExactArithmetic>.change(of: moving)] =
        try equality.change(of: moving, givens) {
          var numbers = SeededNumbers("change", seed &+ UInt64($0))
          return .random(using: &numbers)
        }
    }
    var situation = try Situation(
      equality, givens: givens,
      in: ExactArithmetic(seed: seed, hidesActivations: hidesActivations),
      form: { equation, _ in equation.expression })
    return (
      try situation.value(of: equality.sides.left),
      try situation.value(of: equality.sides.right)
    )
  }
}
