import Algebra
import Matrices
import TestSupport
import Testing

@testable import Formats

/// Every form of the language in Python.
@Suite struct ScriptFormTests {
  private static let forms = [
    "W @ x + b", "W·x - b", "b - W @ x", "1 - x", "W .* W ./ (1 + W.^2)",
    "W'", "(W @ x)'", "s'", "2*s - -s", "-s^2", "(-s)^2", "s^-2", "2^s",
    "s/3/2", "s/(3/2)", "2 - (3 - s)", "2 - (s + 1)", "-(W @ x)", "½ s",
    "W[1,2]", "W[1,:]", "W[:,3]", "W[:,2:3]", "W[2,1:2]", "W[2:2,:]", "x[2]",
    "x[2:3]", "x[:]", "x'[3]", "x'[1:2]", "W'[n,k0]", "W[:,n]",
    "W[1,:]·x", "W[1:1,:][1,2:3]",
    "sum(i, W[1,i]*x[i])", "sum(i, i*x[i])", "sum(i, sum(j, W[i,j]*x[j]))",
    "sum(i, W[i,1:n])", "sum(i, x[i]*b)", "sum(i, (W·W')[i,i])",
    "[1 2; 3 4]", "[s 2; 3 s]", "[b W]", "[1; x]", "[1 W[1,:]]",
    "[W; x']", "[b W; 7]", "[s; x]", "[W[1,1] s; 1 2]", "[[b W]; 1; 2]",
    "x > 0", "x >= 0", "x < 0", "x <= 0", "x == 0", "x != 0", "s > 1 and s < 3",
    "s > 1 or s < 0", "(x > 0) .* x", "sum(x > 0)", "2*(s > 1)", "-(x > 0)",
    "(x > 0) + (x < 1)", "not(x > 0)", "all(x > -9)", "any(x > 9)",
    "n", "n + 1", "1/n", "ones(n, k0 + 1)", "ones(2, n) * s", "eye(n)",
    "shape(W)", "shape(s)", "diag(x)", "diag(x')", "diag(W[:,1:2])",
    "norm(W)^2", "‖x‖", "exp(2)", "sqrt(2)*s", "max(2, s)", "max(0, x)",
    "softmax(x)", "colsum(W)", "rowsum(W)", "mean(W)", "abs(s)", "sum(s)",
    "ln(s)", "1e-3 s", "007 s", "123456789012345678901*s", ".5*s",
    "σ'(W) .* W", "tanh''(s)", "lse(W)", "x·x'", "x'·x", "(x'·x)*W",
    "λ*W", "lambda*W", "λ/2 * norm(W)^2", "(W)", "((W))·x", "-W·x", "-W + W",
    "s - x", "1/(n - 2)", "1/0", "10^-3*s", "(1 - n)^0.5", "(-8)^(1/3)",
    "s/0", "0^0", "0*s/0", "gelu(-1/0)", "sigmoid(1/0) - s", "tanh(-1/0)",
    "x·x'·x", "x'·x - s", "softplus(-1/0)", "sech(1/0)", "relu(0/0)",
    "sign(0/0)",
    "max(0/0, s)", "0/0 == 0/0", "0/0 != s", "not(0/0)", "1/0 != 1/0",
  ]

  private static let givens: [(Name, String)] = [
    ("W", "[0.5 -1 2; 1.5 0.25 -0.75]"), ("x", "[1; -2; 3]"),
    ("b", "[0.1; -0.2]"), ("s", "2.5"), ("λ", "0.3"),
  ]

  private static func sheet(_ lines: [String]) throws -> ScriptSheet {
    try ScriptSheet(givens, lines, sizes: ["n": .fixed(2), "k0": .fixed(1)])
  }

  @Test(arguments: PythonLibrary.allCases)
  func everyFormHasOurValue(_ library: PythonLibrary) throws {
    try expectAgreement(
      Self.forms.map { ($0, try Self.sheet(["q = \($0)"]).script(library)) })
  }

  /// Where a slope passes, PyTorch's is ours and so are the differences.
  @Test(arguments: PythonLibrary.allCases)
  func everyFormHasOurSlope(_ library: PythonLibrary) throws {
    var scripts: [(label: String, text: String)] = []
    for form in Self.forms {
      for cost in ["C = sum(q .* q)", "C = q^2 + q"] {
        guard let sheet = try? Self.sheet(["q = \(form)", "r = q", cost])
        else { continue }
        scripts.append(("\(form), \(cost)", try sheet.script(library)))
      }
    }
    #expect(scripts.count > Self.forms.count / 2)
    try expectAgreement(scripts)
  }

  /// The slope in a quantity is that of what follows from it alone.
  @Test func anotherNameForAQuantityHasItsOwnSlope() throws {
    let sheet = try Self.sheet([
      "p = tanh(s)", "q = p", "r = identity(q)", "C = p*q + r^2",
    ])
    try expectAgreement(
      PythonLibrary.allCases.map { ("\($0)", try sheet.script($0)) })
  }

  /// The penalty of weights that are all 0 has the slope 0 there.
  @Test func theSquareOfANormHasASlopeAtZero() throws {
    let sheet = try ScriptSheet(
      [("W", "[0 0; 0 0]"), ("s", "0")],
      ["C = 3 norm(W)^2 + ‖s‖^2 + 0.5*(norm(W))^2"])
    try expectAgreement(
      PythonLibrary.allCases.map { ("\($0)", try sheet.script($0)) })
    #expect(try sheet.valuation.values["dW"]?.storage == [0, 0, 0, 0])
  }

  @Test func whatHasNoValueIsRefused() throws {
    var sheet = try Self.sheet(["q = 2*s"])
    let expression = Expression.differential("s")
    var writer = PythonWriter(try sheet.valuation, library: .numpy)
    #expect(throws: ScriptFault.noValue(expression)) {
      try writer.text(expression)
    }
    sheet.worksheet.equations = []
    let empty = try sheet.valuation
    #expect(throws: ScriptFault.noEquations) {
      try PythonScript(empty, library: .numpy, title: "nothing")
    }
  }

  @Test func anotherBooksNotationIsRefused() throws {
    var sheet = try Self.sheet(["q = 2*s"])
    sheet.worksheet.notation = Notation(examples: .rows)
    let valuation = try sheet.valuation
    #expect(throws: ScriptFault.otherNotation) {
      try PythonScript(valuation, library: .numpy, title: "rows")
    }
  }

  @Test func whatIsTooLargeToBeReadIsRefused() throws {
    let sheet = try ScriptSheet([("s", "2")], ["q = s*ones(400, 300)"])
    let valuation = try sheet.valuation
    #expect(throws: ScriptFault.tooManyNumbers(120_001, limit: 100_000)) {
      try PythonScript(valuation, library: .numpy, title: "large")
    }
  }
}
