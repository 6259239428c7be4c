import Matrices

extension Worksheet {
  /// Numbers at which an equality fails, such as can be followed by hand.
  ///
  /// - Parameters:
  ///   - left: One side.
  ///   - right: The other.
  ///   - letters: Further names, which stand for anything.
  ///   - givens: The numbers that the worksheet is shown with, if any.
  ///   - moving: The quantity that changes where a side holds a differential.
  /// - Returns: The numbers given, if they show it; else the smallest case of
  ///   small whole numbers that was found; else nothing.
  public func counterexample(
    _ left: Expression, equals right: Expression,
    letters: [FreeLetter] = [], givens: [Name: Matrix<Double>] = [:],
    moving: Name? = nil
  ) -> Counterexample? {
    let equality = Equality(
      left, right, in: self, letters: letters, givens: givens, moving: moving)
    var trials = NumericTrials(equality)
    if case .refuted(let own)? = trials.verdictAtOwnNumbers() { return own }
    var search = SmallestCase(equality)
    if let small = search.counterexample { return small }
    switch trials.verdict() {
    case .refuted(let drawn), .domainsDiffer(_, let drawn): return drawn
    default: return nil
    }
  }
}

/// The search for the smallest case in which an equality fails.
private struct SmallestCase {
  private let equality: Equality
  private var trials: NumericTrials

  init(_ equality: Equality) {
    self.equality = equality
    trials = NumericTrials(equality)
  }

  /// So many points are tried for each choice of sizes.
  private static let patience = 10

  /// The whole numbers that are easiest to follow; the first ones suffice
  /// for most faults.
  private static let numbers: [Double] = [1, 2, -1, 0, 3, -2]

  var counterexample: Counterexample? {
    mutating get {
      var numbers = SeededNumbers(equality.text, 3)
      for sizes in choicesOfSizes {
        for attempt in 0..<SmallestCase.patience {
          let pool = SmallestCase.numbers.prefix(2 + attempt)
          guard
            let givens = equality.givens(
              sizes, &numbers,
              number: { pool.randomElement(using: &$0) ?? 1 })
          else { return nil }
          if let found = trials.counterexample(at: givens) {
            return plainer(found)
          }
        }
      }
      return nil
    }
  }

  /// Lengths for all free sizes, the fewest entries first.
  private var choicesOfSizes: [[Name: Int]] {
    let free = equality.worksheet.freeSizes
    guard free.count <= 6 else { return [] }
    var choices: [[Name: Int]] = [[:]]
    for name in free {
      choices = choices.flatMap { choice in
        [1, 2].map { choice.merging([name: $0]) { $1 } }
      }
    }
    let all =
      choices + (free.isEmpty ? [] : [free.reduce(into: [:]) { $0[$1] = 3 }])
    return all.sorted { total($0) < total($1) }
  }

  private func total(_ sizes: [Name: Int]) -> Int {
    sizes.values.reduce(0, +)
  }

  /// The case with as many ones as it can have.
  private mutating func plainer(_ found: Counterexample) -> Counterexample {
    var best = found
    for name in equality.worksheet.givens.map(\.name)
    where !equality.worksheet.assumptions.contains(where: { $0.name == name }) {
      for place in (best.givens[name]?.storage ?? []).indices {
        var givens = best.givens
        guard let value = givens[name], value.storage[place] != 1 else {
          continue
        }
        var storage = value.storage
        storage[place] = 1
        givens[name] = try? Matrix(
          rows: value.rows, columns: value.columns, storage: storage)
        if let next = trials.counterexample(at: givens) { best = next }
      }
    }
    return best
  }
}
