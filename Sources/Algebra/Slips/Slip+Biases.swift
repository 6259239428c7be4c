// What a bias gathers, and what it does not pass on.

extension Slip {
  static let biasNotSummed = Slip(
    "bias-not-summed", "the slopes of the examples are not added up",
    of: .bias,
    .parts { part, _ in
      guard case .call("rowsum", 0, let arguments) = part else { return [] }
      return arguments
    }
  ) { _, _ in
    Wording(
      "You kept one column for each example. The bias joins them all: what "
        + "does a small change of it do to each?",
      brief: "You kept one column for each example, and the bias joins them "
        + "all.")
  }

  static let biasSummedOverUnits = Slip(
    "bias-summed-over-units", "the sum runs over the units", of: .bias,
    .parts { part, _ in
      guard case .call("rowsum", 0, let arguments) = part else { return [] }
      return [
        .call("colsum", primes: 0, arguments),
        .transpose(.call("colsum", primes: 0, arguments)),
      ]
    }
  ) { _, _ in
    Wording(
      "You added up over the units. Each unit has a bias of its own, and "
        + "the examples share it.",
      brief: "You added up over the units, and each has a bias of its own.")
  }

  static let biasSummedOverAll = Slip(
    "bias-summed-over-all", "all entries are added up into one", of: .bias,
    .parts { part, _ in
      guard case .call("rowsum", 0, let arguments) = part else { return [] }
      return [.call("sum", primes: 0, arguments)]
    }
  ) { _, _ in
    Wording(
      "You added up everything into one number. How many biases does the "
        + "layer have?",
      brief: "You added up everything into one number.")
  }

  static let biasAddedBack = Slip(
    "bias-added-back", "a bias is added on the way back", of: .moveLeft,
    .parts { part, surroundings in
      guard part.isBackProduct(in: surroundings) else { return [] }
      return surroundings.biases.map { part.plus(.name($0)) }
    }
  ) { deed, _ in
    guard case .binary(.add, _, let bias) = deed.after else {
      return Wording("A bias is added on the way back.")
    }
    return Wording(
      "You added \(bias.inWords) on the way back. A constant shift has no "
        + "part in how fast the cost changes.",
      brief: "You added \(bias.inWords) on the way back.")
  }

  static let biasAsFactor = Slip(
    "bias-as-factor", "a bias is a factor", of: .bias,
    .line { line, surroundings in
      surroundings.biases.flatMap { bias in
        [line.hadamard(.name(bias)), line.matmul(.transpose(.name(bias)))]
      }
    }
  ) { deed, _ in
    let factors = deed.after.factors
    let bias = factors?.right.withoutTranspose.inWords ?? "the bias"
    return Wording(
      "You multiplied by \(bias). A bias is added on the way forward: raise "
        + "it by a little, and by how much does its sum rise?",
      brief: "You multiplied by \(bias), which is added on the way forward.")
  }
}

extension Surroundings {
  /// What is added to every column on the way forward.
  var biases: [Name] {
    worksheet.givens.filter { given in
      guard given.role == .parameter,
        case .matrix(_, .one) = given.shape
      else { return false }
      return worksheet.equations.contains { equation in
        equation.expression.parts.contains { _, part in
          guard case .binary(.add, let left, let right) = part else {
            return false
          }
          return left == .name(given.name) || right == .name(given.name)
        }
      }
    }.map(\.name)
  }
}

extension Expression {
  /// Whether a slope goes back through a matrix here, or is a name of such.
  fileprivate func isBackProduct(in surroundings: Surroundings) -> Bool {
    guard case .binary(.matmul, .transpose(let matrix), _) = self,
      surroundings.name(of: matrix) != nil
    else { return false }
    return true
  }
}
