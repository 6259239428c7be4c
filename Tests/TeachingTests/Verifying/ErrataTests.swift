import Testing

@testable import Teaching

/// The errors of the five notebooks that are equalities: each is refuted, and
/// its correction holds.
struct ErrataTests {
  @Test(arguments: Erratum.all)
  func theErrorIsRefutedAndItsCorrectionHolds(_ erratum: Erratum) {
    #expect(!erratum.holds(erratum.asWritten), "\(erratum)")
    #expect(erratum.holds(erratum.correct), "\(erratum)")
  }
}

struct Erratum: CustomTestStringConvertible, Sendable {
  /// The notebook and the number of the error in it.
  let id: String
  let bench: [String]
  let asWritten: String
  let correct: String

  init(
    _ id: String, _ bench: [String], _ asWritten: String, correct: String
  ) {
    self.id = id
    self.bench = bench
    self.asWritten = asWritten
    self.correct = correct
  }

  var testDescription: String { "\(id): \(asWritten)" }

  /// Whether the verifier says so, on a bench with the equations.
  func holds(_ line: String) -> Bool {
    var session = Session(library: LessonLibrary([]))
    for written in ["new"] + bench where session.reply(to: written).failed {
      Issue.record("\(id): \(written) is not understood")
    }
    _ = session.reply(to: "verify \(line)")
    guard let judged = session.judgedLines.last else {
      Issue.record("\(id): \(line) is not understood")
      return false
    }
    return judged.holds
  }
}

extension Erratum {
  private static let product = ["given X: 3×4, W: 4×2"]
  private static let layer = ["given W: k×n, x: n×m, b: k×1", "z = W @ x + b"]
  private static let smallLayer = ["given W: 2×3, x: 3×1", "z = W @ x"]
  private static let sigmoidCost = [
    "given W: k×n, x: n×m, b: k×1, y: k×m, λ constant", "z = W @ x + b",
    "a = σ(z)",
    "L = -sum(y .* ln(a) + (1 - y) .* ln(1 - a))",
  ]
  private static let meanCost = sigmoidCost + ["C = L/m"]
  private static let summedCost = sigmoidCost + ["C = L + 0"]
  private static let penalty = sigmoidCost + ["C = L/m + λ/(2m)*sum(W.^2)"]
  private static let twoLayers = [
    "given W1: h×n, b1: h×1, W2: k×h, b2: k×1, x: n×m, y: k×m",
    "z1 = W1 @ x + b1", "a1 = σ(z1)", "z2 = W2 @ a1 + b2", "a2 = σ(z2)",
    "C = ½ sum((a2 - y).^2)/m",
  ]
  private static let oneExample = [
    "given W1: 3×2, W2: 2×3, x: 2×1, y: 2×1", "z1 = W1 @ x", "a1 = σ(z1)",
    "z2 = W2 @ a1", "a2 = z2", "C = ½ sum((a2 - y).^2)",
  ]
  private static let rows = [
    "given X: m×n, W: n×k, Y: m×k target", "Z = X @ W", "A = σ(Z)",
    "C = ½ sum((A - Y).^2)",
  ]

  static let all: [Erratum] =
    notebook0 + notebook1 + notebook2 + notebook3
    + notebook4

  private static let notebook0 = [
    Erratum(
      "000-1", product, "(X @ W)[1,1] = X[1,1]*W[1,1]",
      correct: "(X @ W)[1,1] = sum(k, X[1,k]*W[k,1])"),
    Erratum(
      "000-2", [], "ln(p/(1 - p)) = sigmoid(p)",
      correct: "ln(sigmoid(z)/(1 - sigmoid(z))) = z"),
    Erratum(
      "000-3", [], "D(sigmoid(x*w), x) = sigmoid(x*w)*(1 - sigmoid(x*w))",
      correct: "D(sigmoid(x*w), x) = sigmoid(x*w)*(1 - sigmoid(x*w))*w"),
    Erratum(
      "000-3", [], "D(tanh(x*w), x) = 1 - tanh(x*w)^2",
      correct: "D(tanh(x*w), x) = (1 - tanh(x*w)^2)*w"),
    Erratum(
      "000-7", twoLayers, "dC/da2 = a2 - y", correct: "dC/da2 = (a2 - y)/m"),
    Erratum(
      "000-8", twoLayers, "dC/dW2 = a1 .* σ'(z2) .* (a2 - y)",
      correct: "dC/dW2 = δ2 @ a1'"),
    Erratum(
      "000-9", rows, "X @ W + rowsum(X) = Z", correct: "X @ W = Z"),
  ]

  private static let notebook1 = [
    Erratum(
      "001-1", [], "sqrt(6/(2 + 1)) = sqrt(6/5)",
      correct: "sqrt(6/(2 + 3)) = sqrt(6/5)"),
    Erratum(
      "001-2", ["given a: m×1, y: 1×m"], "a - y = a - y'",
      correct: "a - y' = (a' - y)'"),
    Erratum(
      "001-4", [], "D(1/(1 + exp(-z)), z) = (1 + exp(-z))*(-z)",
      correct: "D(1/(1 + exp(-z)), z) = exp(-z)/(1 + exp(-z))^2"),
    Erratum(
      "001-5", meanCost, "dC/dz = a - y", correct: "dC/dz = (a - y)/m"),
    Erratum(
      "001-5", summedCost, "dC/dz = (a - y)/m", correct: "dC/dz = a - y"),
    Erratum(
      "001-6", rows, "dC/dW = dC/dZ @ X'", correct: "dC/dW = X' @ dC/dZ"),
  ]

  private static let notebook2 = [
    Erratum("002-1", twoLayers, "z1 = σ(z1)", correct: "a1 = σ(z1)"),
    Erratum(
      "002-2", twoLayers, "dC/dW1 = δ1 @ x'/m", correct: "dC/dW1 = δ1 @ x'"),
    Erratum(
      "002-3", layer, "z = W @ x + ones(m, 1) @ b'",
      correct: "z = W @ x + b @ ones(1, m)"),
    Erratum(
      "002-4", smallLayer + ["given b: 2×1"],
      "D((W @ x + b)[1], b) = ones(2, 1)",
      correct: "D((W @ x + b)[1], b) = eye(2)[:,1]"),
    Erratum(
      "002-5", twoLayers, "δ2 = dC/da2 @ σ'(z2)",
      correct: "δ2 = dC/da2 .* σ'(z2)"),
    Erratum(
      "002-6", twoLayers, "dC/db1 = colsum(δ1)",
      correct: "dC/db1 = rowsum(δ1)"),
    Erratum("002-7", twoLayers, "dW1 = dC/db1", correct: "dW1 = dC/dW1"),
  ]

  private static let notebook3 = [
    Erratum(
      "003-1", [], "D(½(t - a)^2, a) = t - a",
      correct: "D(½(t - a)^2, a) = -(t - a)"),
    Erratum("003-2", oneExample, "z2 = W2 @ z1", correct: "z2 = W2 @ a1"),
    Erratum(
      "003-5", smallLayer, "z[1] = sum(i, sum(j, W[i,j]*x[j]))",
      correct: "z[1] = sum(j, W[1,j]*x[j])"),
    Erratum(
      "003-8", oneExample, "D(z1[3], W1[2,1]) = x[1]",
      correct: "D(z1[3], W1[3,1]) = x[1]"),
    Erratum(
      "003-10", oneExample, "δ1 = (W2 @ δ2) .* σ'(z1)",
      correct: "δ1 = (W2' @ δ2) .* σ'(z1)"),
  ]

  private static let notebook4 = [
    Erratum(
      "004-3", meanCost, "dC/dz = (y - a)/m", correct: "dC/dz = (a - y)/m"),
    Erratum(
      "004-4", oneExample, "dC/dW2[1,3] = a1[1]*δ2[2]",
      correct: "dC/dW2[1,3] = a1[3]*δ2[1]"),
    Erratum(
      "004-5", [], "1/1 + exp(-z) = sigmoid(z)",
      correct: "1/(1 + exp(-z)) = sigmoid(z)"),
    Erratum(
      "004-7", [], "σ'(z) = z*(1 - z)", correct: "σ'(z) = σ(z)*(1 - σ(z))"),
    Erratum(
      "004-8", penalty, "dC/dW = (a - y) @ x'/m + λ*W",
      correct: "dC/dW = (a - y) @ x'/m + λ/m*W"),
    Erratum(
      "004-9", meanCost, "C = L + L/(-m)", correct: "C = L/m"),
    Erratum(
      "004-11", penalty, "dC/dW = (a - y) @ x'/m + W/m",
      correct: "dC/dW = (a - y) @ x'/m + λ/m*W"),
    Erratum(
      "004-14", smallLayer, "z[1] = W[1,1]*x[1]*W[1,2]*x[2] + W[1,3]*x[3]",
      correct: "z[1] = W[1,1]*x[1] + W[1,2]*x[2] + W[1,3]*x[3]"),
    Erratum(
      "004-15", smallLayer, "z[1] = sum(i, W[i,1]*x[1])",
      correct: "z[1] = sum(j, W[1,j]*x[j])"),
  ]
}
