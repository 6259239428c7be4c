import Algebra
import TestSupport

/// The claims that the verifier is put to.
enum Adversaries {
  /// All that is true.
  static func trueClaims() throws -> [Claim] {
    let numbers = try TrueIdentities.numbers.map { try Claim(.numbers, $0) }
    let ofZ = numbers.filter { $0.left.names.contains("z") }
    let scaled = ofZ.filter { !$0.text.contains("exp(exp") }
      .map { $0.substituting(["z": .group(Expression(30).times("z"))]) }
    let shifted = ofZ.enumerated().filter { $0.offset % 4 == 0 }
      .map { $1.substituting(["z": .group(Expression("z").minus("v"))]) }
    return try numbers + scaled + shifted + otherTrueClaims()
  }

  private static func otherTrueClaims() throws -> [Claim] {
    try TrueIdentities.slopesOfNumbers.map { try Claim(.numbers, $0) }
      + TrueIdentities.matrices.map { try Claim(.matrices, $0) }
      + AdversaryBench.networks().flatMap { $0.gradientClaims() }
  }

  /// True claims from which slips make others.
  static func models() throws -> [Claim] {
    try TrueIdentities.numbers.map { try Claim(.numbers, $0) }
      + otherTrueClaims()
  }

  /// Claims that differ from a model by one slip, each with what plain
  /// doubles have to say of it.
  static func mutants(
    seed: UInt64, perModel: Int
  ) throws -> [(claim: Claim, testimony: PlainWitness.Testimony)] {
    var maker = MutantMaker(generator: SeededGenerator(seed))
    var seen = Set<String>()
    return try models().flatMap { model in
      (0..<perModel).compactMap { turn in
        guard let claim = maker.mutant(of: model),
          seen.insert(claim.text).inserted
        else { return nil }
        var witness = PlainWitness(claim, seed: seed &+ UInt64(turn))
        return (claim, witness.testimony)
      }
    }
  }

  /// Falsehoods made by hand.
  static func nearMisses() throws -> [Claim] {
    try NearMisses.numbers.map { try Claim(.numbers, $0) }
      + NearMisses.matrices.map { try Claim(.matrices, $0) }
      + slipsInNetworks()
  }

  /// Slips of which the verifier cannot tell.
  static let undecided: Set = [
    // Rounding decides which of two equal numbers is the larger one.
    "numbers: exp(abs(z)) ≡ max(exp(z), exp(z))",
    // There is no number at which the left side could be looked at.
    "numbers: d(ln((-s))) ≡ d(s)/s | s",
  ]

  /// What cannot be seen to be false in doubles.
  static func hidden() throws -> [Claim] {
    try NearMisses.hidden.map { try Claim(.numbers, $0) }
  }

  /// Slips that are made in backward passes, where shapes let them pass.
  private static func slipsInNetworks() throws -> [Claim] {
    let square = try AdversaryBench.network(
      ["tanh", "sigmoid"], cost: AdversaryBench.squares, isSquare: true)
    let batch = try AdversaryBench.network(
      ["tanh", "sigmoid"], cost: AdversaryBench.squares)
    let classes = try AdversaryBench.network(
      ["tanh", "softmax"], cost: AdversaryBench.surprise)
    let units = try [[:], ["w1": 0.5, "x": 3, "y": 6]].map {
      try AdversaryBench.unit("relu", givens: $0)
    }
    var sized = batch
    sized.name += ", of known sizes"
    sized.worksheet.sizes = [
      "m": .size("m"), "n0": .fixed(2), "n1": .fixed(3), "n2": .fixed(2),
    ]
    return try slipsOnSquares.map { try Claim(square, $0) }
      + slipsOnBatches.map { try Claim(batch, $0) }
      + slipsOnClasses.map { try Claim(classes, $0) }
      + units.flatMap { unit in
        try slipsOnUnits.map { try Claim(unit, $0) }
      }
      + [batch, sized].flatMap { bench in
        try slipsBySizes.map { try Claim(bench, $0) }
      }
  }

  private static let slipsOnUnits = [
    "dC/da1*relu'(z1) ≡ (a1 - y)*relu'(δ1)", "dC/dz1 ≡ (a1 - y)*relu'(δ1)",
    "δ1 ≡ (a1 - y)*relu'(da1)", "δ1 ≡ (a1 - y)*relu'(w1)",
    "δ1 ≡ (a1 - y)*relu(z1)", "δ1 ≡ a1 - y",
  ]

  /// Lengths of axes as numbers.
  private static let slipsBySizes = [
    "δ1 @ x' ≡ (n0/n1)*(dC/dW1)", "δ1 ≡ dC/dz1/n0", "δ1 ≡ n1*(dC/dz1)",
    "δ1 @ x' ≡ (n0/m)*(dC/dW1)", "dC/dW1 ≡ (n2/n1)*δ1 @ x'",
  ]

  private static let slipsOnSquares = [
    "dC/dz1 ≡ W2 @ δ2 .* tanh'(z1)", "dC/dz1 ≡ (W2' @ δ2) .* tanh'(a1)",
    "dC/dz1 ≡ W1' @ δ2 .* tanh'(z1)", "dC/dz1 ≡ (W2' @ δ2) .* tanh(z1)",
    "dC/dz1 ≡ W2' @ δ2", "dC/dW2 ≡ (δ2 @ a1')'", "dC/dW2 ≡ δ1 @ a1'",
    "dC/dW2 ≡ δ2 @ z1'", "dC/dW1 ≡ δ2 @ x'", "dC/da1 ≡ W2 @ δ2",
    "dC/dx ≡ W1 @ δ1", "dC/dx ≡ W1' @ δ2", "dC/dW1 ≡ δ1 @ x'/n",
    "dC/dW1 ≡ δ1 @ x'/m", "dC/dW1 ≡ m*(δ1 @ x')", "dC/db1 ≡ rowsum(δ2)",
  ]

  private static let slipsOnBatches = [
    "dC/dz2 ≡ (a2 - y) .* sigmoid'(a2)/m", "dC/dz2 ≡ (a2 - y)/m",
    "dC/dz2 ≡ (a2 - y) .* sigmoid'(z2)", "dC/dz2 ≡ (y - a2) .* sigmoid'(z2)/m",
    "dC/dz2 ≡ (a2 - y) .* sigmoid'(z2)/n2", "dC/dz2 ≡ (a2 - y) .* a2/m",
    "dC/db2 ≡ rowsum(δ2)/m", "dC/db2 ≡ n2*rowsum(δ2)/m",
    "dC/dW2 ≡ δ2 @ z1'", "dC/dW2 ≡ δ2 @ a1'/m", "dC/dz1 ≡ (W2' @ δ2) .* a1",
    "dC/dz1 ≡ (W2' @ δ2) .* (1 - a1)", "dC/dz1 ≡ (W2' @ δ2) .* (1 - z1.^2)",
    "C ≡ ½*norm(a2 - y)^2", "C ≡ ½*norm(a2 - y)^2/n2", "C ≡ sum(c)",
  ]

  private static let slipsOnClasses = [
    "dC/dz2 ≡ (a2 - y)/m", "dC/dz2 ≡ a2 - y",
    "dC/dz2 ≡ -y .* (1 - a2)/m", "dC/dz2 ≡ -(y ./ a2) .* a2 .* (1 - a2)/m",
    "dC/dz2 ≡ (a2 - y) .* a2 .* (1 - a2)/m", "dC/da2 ≡ -y ./ a2",
    "sum(a2) ≡ 1", "colsum(y) ≡ ones(1, m)",
  ]
}
