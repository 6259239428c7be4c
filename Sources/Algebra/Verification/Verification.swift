import Matrices

/// A verdict and what it rests on.
public struct Verification: Hashable, Sendable {
  public let verdict: Verdict
  /// Whether it was found without looking at what the activations are, so
  /// that it holds for every one of them.
  public let holdsForEveryActivation: Bool
  /// How many slopes in it were also measured by differences, and agreed.
  public let measuredSlopes: Int
  /// What was taken for granted of the quantities in it.
  public let assumptions: [Worksheet.Assumption]

  init(
    _ verdict: Verdict, of equality: Equality,
    holdsForEveryActivation: Bool = false, measuredSlopes: Int = 0
  ) {
    self.verdict = verdict
    self.holdsForEveryActivation = holdsForEveryActivation
    self.measuredSlopes = measuredSlopes
    assumptions = equality.assumptions
  }

  /// The power of ten in one of which, at most, a false equality gets this
  /// verdict, where that can be said.
  public var powerOfTenAgainstError: Int? {
    guard case .exact(let trials) = verdict else { return nil }
    // A false one survives a trial that bends with a chance of one half; 2⁴⁰
    // is a little more than 10¹².
    return trials > Equality.trials ? 12 : 45
  }
}

extension Worksheet {
  /// What the verifier says of `left = right`, and what it rests on.
  ///
  /// - Parameters:
  ///   - left: One side.
  ///   - right: The other.
  ///   - letters: Further names, which stand for anything.
  ///   - givens: The numbers that the worksheet is shown with, if any.
  /// - Returns: The same for the same question.
  public func verification(
    _ left: Expression, equals right: Expression,
    letters: [FreeLetter] = [], givens: [Name: Matrix<Double>] = [:]
  ) -> Verification {
    let equality = Equality(
      left, right, in: self, letters: letters, givens: givens)
    let verdict = verifyAtEveryPlace(
      left, equals: right, letters: letters, moving: nil)
    return verdict.map { Verification($0, of: equality) }
      ?? equality.verification
  }
}

extension Equality {
  /// So many trials without rounding are enough where nothing bends: in each
  /// a false equality has a chance below 10⁻¹⁵.
  static let trials = 3

  /// So many are made where something bends, since a trial may look at one
  /// of two branches.
  static let trialsWithBranches = 40

  /// What the verifier says.
  public var verdict: Verdict { verification.verdict }

  /// What the verifier says, and what it rests on.
  public var verification: Verification {
    if let fault = shapeVerdict { return Verification(fault, of: self) }
    if left.withoutGroups == right.withoutGroups {
      return Verification(.same, of: self)
    }
    if left.normalForm == right.normalForm {
      return Verification(.sameUpToOrder, of: self)
    }
    var numeric = NumericTrials(self)
    if let refuted = numeric.verdictAtOwnNumbers() {
      return Verification(refuted, of: self)
    }
    let exact = exactVerification(&numeric)
    let found = exact ?? Verification(numeric.verdict(), of: self)
    return holdsSlope && found.verdict.holds ? refereed(found) : found
  }

  /// What the trials without rounding say, if they find that it holds.
  private func exactVerification(
    _ numeric: inout NumericTrials
  ) -> Verification? {
    for hidesActivations in callsActivation ? [true, false] : [false] {
      let bends = bends(hidingActivations: hidesActivations)
      let count = bends ? Equality.trialsWithBranches : Equality.trials
      var trials = ExactTrials(self, hidesActivations: hidesActivations)
      switch trials.outcome(of: count) {
      case .unclear: continue
      case .differ where bends || holdsLetterToOneNumber: continue
      case .differ: return Verification(numeric.verdictOnFalsehood(), of: self)
      case .agree: break
      }
      let proven = Verification(
        .exact(trials: count), of: self,
        holdsForEveryActivation: hidesActivations)
      // What holds wherever both sides have values may have a side without
      // one, and a branch may be told apart only by real numbers.
      let verdict =
        bends || hasDomain || formulas.contains(where: \.holdsLongNumeral)
        ? numeric.verdict(isProven: true) : numeric.glance() ?? .same
      switch verdict {
      case .refuted, .domainsDiffer, .conventionOnly, .meaningless:
        return Verification(verdict, of: self)
      case .inconclusive where numeric.counted < Equality.confirmations:
        return Verification(verdict, of: self)
      default: return proven
      }
    }
    return nil
  }

  /// So many points in doubles have to agree where a trial without rounding
  /// cannot see everything.
  private static let confirmations = 4

  /// Whether a letter stands for one number only, which is drawn at random
  /// where nothing is rounded.
  private var holdsLetterToOneNumber: Bool {
    letters.contains {
      if case .closed(let low, let high) = $0.domain {
        low == high
      } else {
        false
      }
    }
  }

  /// Holds the slopes against differences, which know nothing of our rules.
  private func refereed(_ found: Verification) -> Verification {
    var referee = Referee(self)
    switch referee.opinion {
    case .agrees(let count):
      return Verification(
        found.verdict, of: self,
        holdsForEveryActivation: found.holdsForEveryActivation,
        measuredSlopes: count)
    case .disagrees:
      return Verification(.inconclusive(.refereeDisagrees), of: self)
    }
  }

  // MARK: - What stands in it

  /// The functions that are called on either side or on the way to it.
  private var calledFunctions: [(function: Function, primes: Int)] {
    let functions = symbols.functions
    return formulas.flatMap(\.parts).compactMap { _, part in
      guard case .call(let name, let primes, _) = part,
        let function = functions[name]
      else { return nil }
      return (function, primes)
    }
  }

  private var formulas: [Expression] {
    [left, right] + worksheet.equations.map(\.expression)
  }

  private var callsActivation: Bool {
    calledFunctions.contains {
      $0.function.isActivation && $0.function.elementwise?.isUnknown == false
    }
  }

  private func bends(hidingActivations: Bool) -> Bool {
    formulas.contains(where: \.compares)
      || calledFunctions.contains { function, _ in
        let isHidden = hidingActivations && function.isActivation
        return !isHidden && function.bends(symbols.functions)
      }
  }

  /// Whether a function is called that is not defined for all numbers, or a
  /// power taken that may be no number.
  private var hasDomain: Bool {
    formulas.contains(where: \.takesRoot)
      || calledFunctions.contains { function, _ in
        function.hasDomain(symbols.functions)
      }
  }

  /// What is taken for granted of the quantities in it.
  fileprivate var assumptions: [Worksheet.Assumption] {
    worksheet.assumptions.filter { assumption in
      worksheet.given(assumption.name) != nil
    }.sorted { $0.text < $1.text }
  }
}

extension Function {
  /// Whether its value or its slope jumps or bends somewhere.
  fileprivate func bends(_ functions: [Name: Function]) -> Bool {
    // A norm is a root, and which of two is found tells no sign.
    guard let elementwise else { return body is Extremum || body is Norm }
    if !elementwise.kinks.isEmpty { return true }
    return elementwise.definition?.compares ?? false
      || inner(functions).contains { $0.bends(functions) }
  }

  /// Whether it is not defined for all numbers.
  fileprivate func hasDomain(_ functions: [Name: Function]) -> Bool {
    (elementwise?.domain ?? .all) != .all
      || elementwise?.definition?.takesRoot ?? false
      || inner(functions).contains { $0.hasDomain(functions) }
  }

  /// The functions by which it is defined.
  private func inner(_ functions: [Name: Function]) -> [Function] {
    (elementwise?.definition?.parts ?? []).compactMap { _, part in
      guard case .call(let name, _, _) = part, name != self.name else {
        return nil
      }
      return elementwise?.functions?[name] ?? functions[name]
    }
  }
}

extension Expression {
  /// Whether something in it is larger than something else or not.
  fileprivate var compares: Bool {
    parts.contains { _, part in
      guard case .binary(let sign, _, _) = part else { return false }
      return sign.precedence == .comparison
    }
  }

  /// Whether a numeral has more digits than a double: it may be the very
  /// prime by which residues are taken.
  fileprivate var holdsLongNumeral: Bool {
    parts.contains { _, part in
      guard case .number(let numeral) = part else { return false }
      let digits = numeral.text.prefix { $0 != "e" && $0 != "E" }
      return digits.filter(\.isNumber).drop { $0 == "0" }.count > 17
    }
  }

  /// Whether a power is taken that may be no number.
  fileprivate var takesRoot: Bool {
    parts.contains { _, part in
      switch part {
      case .binary(.power, _, let exponent),
        .binary(.hadamardPower, _, let exponent):
        exponent.constant.flatMap { Int(exactly: $0) } == nil
      default: false
      }
    }
  }
}
