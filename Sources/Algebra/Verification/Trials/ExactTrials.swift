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

  /// Whether both sides agree in so many trials.
  ///
  /// That they do not is no refutation: it may be a function of which nothing
  /// is known here.
  ///
  /// - Parameter count: How many trials.
  /// - Returns: Whether all could be made, and agreed.
  mutating func agree(in count: Int) -> Bool {
    var sizes: [Name: Int] = [:]
    for trial in 0..<count {
      if trial % 2 == 0 || sizes.isEmpty {
        sizes = equality.sizes(&numbers, unlike: sizes)
      }
      guard agreeOnce(sizes) else { return false }
    }
    return true
  }

  private mutating func agreeOnce(_ sizes: [Name: Int]) -> Bool {
    for _ in 0..<ExactTrials.patience {
      guard let givens = equality.residues(sizes, &numbers) else {
        return false
      }
      let seed = numbers.next()
      do {
        let (left, right) = try sides(at: givens, seed)
        return left.shape == right.shape
          && zip(left.storage, right.storage).allSatisfy {
            $0.value == $1.value
          }
      } catch is ExactArithmetic.Failure {
        continue
      } catch {
        return false
      }
    }
    return false
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
      form: \.expression)
    return (
      try situation.value(of: equality.left),
      try situation.value(of: equality.right)
    )
  }
}
