import Algebra
import Matrices
import Testing

@testable import Teaching

/// One of the known networks, with lines about it.
struct DiagnosedNetwork {
  let entry: KnownNetworks.Entry
  let worksheet: Worksheet

  init(_ entry: KnownNetworks.Entry) throws {
    self.entry = entry
    worksheet = try entry.worksheet()
  }

  func read(_ line: String) throws -> Expression {
    var scope = worksheet.scope
    scope.shapes["η"] = .scalar
    return try Expression(line, in: scope)
  }

  func diagnosis(_ line: String, _ target: String) throws -> Diagnosis {
    Diagnosis(of: try read(line), as: try read(target), in: worksheet)
  }

  /// The network at numbers that are drawn, of its own widths unless they are
  /// given.
  func valuation(
    width: Int? = nil, examples: Int = 5, seed: UInt64 = 3
  ) throws -> Valuation {
    var sizes: [Name: Int] = [:]
    for name in worksheet.freeSizes {
      let layer = Int(name.index) ?? 0
      sizes[name] = name == "m" ? examples : width ?? entry.layers[layer]
    }
    return try #require(worksheet.sample(sizes: sizes, seed: seed)).valuation
  }

  /// The diagnosis of the numbers that a line comes to, typed with so many
  /// digits.
  func diagnosis(
    ofNumbersOf line: String, _ target: String, at valuation: Valuation,
    digits: Int = 5
  ) throws -> Diagnosis? {
    let sample = Sample(valuation, locals: ["η": Matrix(scalar: 0.37)])
    guard let value = sample.value(of: try read(line)) else { return nil }
    return Diagnosis(
      of: PlainNumbers(rounding: value, to: digits), as: try read(target),
      at: valuation)
  }
}

extension PlainNumbers {
  /// Numbers as they are typed with so many digits.
  init(rounding value: Matrix<Double>, to digits: Int) {
    var slack: [Double] = []
    let rounded = value.map { number in
      guard number != 0 else {
        slack.append(0)
        return number
      }
      var (scale, low) = (1.0, 1.0)
      for _ in 1..<digits { low *= 10 }
      while number.magnitude * scale < low { scale *= 10 }
      while number.magnitude * scale >= 10 * low { scale /= 10 }
      slack.append(0.5 / scale * (1 + 1e-9))
      return (number * scale).rounded() / scale
    }
    self.init(rounded, slack: slack)
  }
}

extension Diagnosis {
  /// The slips of each way in which the line may have come about.
  var ids: [[String]] { ways.map { $0.map(\.slip.id).sorted() } }
}
