import Algebra
import Matrices
import Networks
import TestSupport
import Testing

@testable import Teaching

/// A network of some depth, with lines about it.
struct SampleNetwork {
  let worksheet: Worksheet

  init(
    _ layers: [Int], _ activations: [String], cost: String,
    reduction: Reduction = .mean, penalty: Penalty? = nil,
    delta: Worksheet.DeltaConvention = .mean,
    examples: NetworkDescription.Examples = .many, biases: Bool = true
  ) throws {
    let functions = try activations.map {
      try #require(Activation.named($0))
    }
    worksheet = try NetworkDescription(
      layers: layers, activations: functions,
      hasBias: functions.map { _ in biases },
      cost: try #require(Cost.named(cost)), reduction: reduction,
      penalty: penalty, delta: delta, examples: examples,
      targetColumnsSumToOne: cost == "cross-entropy"
    ).worksheet()
  }

  var scope: Scope {
    var scope = worksheet.scope
    scope.shapes["η"] = .scalar
    return scope
  }

  func read(_ line: String) throws -> Expression {
    try Expression(line, in: scope)
  }

  func diagnosis(_ line: String, _ target: String) throws -> Diagnosis {
    Diagnosis(of: try read(line), as: try read(target), in: worksheet)
  }

  func valuation(
    _ sizes: [Name: Int], seed: UInt64 = 5
  ) throws -> Valuation {
    try #require(worksheet.sample(sizes: sizes, seed: seed)).valuation
  }

  /// The diagnosis of the numbers that a line comes to, typed with so many
  /// digits.
  func diagnosis(
    numbersOf line: String, _ target: String, at valuation: Valuation,
    digits: Int = 5
  ) throws -> Diagnosis {
    let sample = Sample(valuation, locals: ["η": Matrix(scalar: 0.37)])
    let value = try #require(sample.value(of: try read(line)))
    let numbers = try #require(PlainNumbers(value.typed(digits: digits)))
    return Diagnosis(of: numbers, as: try read(target), at: valuation)
  }
}

extension Matrix<Double> {
  /// The matrix as a learner types it, rounded.
  func typed(digits: Int) throws -> Expression {
    let rows = rowArrays.map { row in
      "[" + row.map { $0.rounded(toDigits: digits) }.joined(separator: ", ")
        + "]"
    }
    return try Expression("[\(rows.joined(separator: ", "))]", in: Scope())
  }
}

extension Double {
  fileprivate func rounded(toDigits digits: Int) -> String {
    guard self != 0 else { return "0" }
    var places = digits
    var size = magnitude
    while size >= 1 { size /= 10; places -= 1 }
    while size < 0.1 { size *= 10; places += 1 }
    var scale = 1.0
    for _ in 0..<Swift.max(places, 0) { scale *= 10 }
    let whole = (magnitude * scale).rounded()
    var text = String(Int(whole))
    if places > 0 {
      while text.count <= places { text = "0" + text }
      text.insert(".", at: text.index(text.endIndex, offsetBy: -places))
    }
    return (self < 0 ? "-" : "") + text
  }
}

extension Diagnosis {
  /// The slips, each way as a set.
  var ids: [[String]] { ways.map { $0.map(\.slip.id).sorted() } }
}
