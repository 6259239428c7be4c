import Matrices
import Networks
import Presentation
import Testing

@testable import Algebra

/// The formulas of each book, letter for letter, under its lens.
@Suite struct BookFormulaTests {
  struct Book: CustomTestStringConvertible {
    let lens: String
    let network: NetworkDescription
    /// What each quantity is in the book's own words.
    let formulas: [(name: String, formula: String)]

    var testDescription: String { lens }
  }

  private static func network(
    _ layers: [Int], _ activations: [String], _ cost: String,
    bias: Bool = true, penalty: Penalty? = nil,
    examples: NetworkDescription.Examples = .many
  ) -> NetworkDescription {
    NetworkDescription(
      layers: layers, activations: activations.compactMap(Activation.named),
      hasBias: activations.map { _ in bias },
      cost: Cost.named(cost) ?? Cost.all[0],
      reduction: examples == .one ? .sum : .mean, penalty: penalty,
      examples: examples)
  }

  static let books = [
    Book(
      lens: "cost",
      network: network([3, 4, 2], ["relu", "relu"], "half-squared-error"),
      formulas: [
        ("Z^[1]", "W^[1]·X + b^[1]"), ("A^[1]", "relu(Z^[1])"),
        ("Z^[2]", "W^[2]·A^[1] + b^[2]"), ("A^[2]", "relu(Z^[2])"),
        ("cost", "colsum((A^[2] - y).²)"), ("Cost", "mean(cost)"),
        ("dA^[2]", "(2/m) (A^[2] - y)"),
        ("dA^[1]", "W^[2]ᵀ·(dA^[2] ⊙ relu′(Z^[2]))"),
        ("dW^[1]", "(dA^[1] ⊙ relu′(Z^[1]))·Xᵀ"),
      ]),
    Book(
      lens: "yhat",
      network: network(
        [2, 3, 3, 1], ["relu", "relu", "sigmoid"], "binary-cross-entropy",
        bias: false),
      formulas: [
        ("Z1", "X₁·W₁"), ("X2", "relu(Z₁)"), ("Z3", "X₃·W₃"),
        ("ŷ", "σ(Z₃)"), ("J", "sum(j)"), ("δ3", "ŷ - Y"),
        ("dW3", "X₃ᵀ·δ₃"), ("δ2", "δ₃·W₃ᵀ ⊙ relu′(Z₂)"),
        ("dW2", "X₂ᵀ·δ₂"), ("δ1", "δ₂·W₂ᵀ ⊙ relu′(Z₁)"),
        ("dW1", "X₁ᵀ·δ₁"),
      ]),
    Book(
      lens: "delta",
      network: network([3, 4, 2], ["sigmoid", "sigmoid"], "cross-entropy"),
      formulas: [
        ("Z^1", "W¹·A⁰ + b¹"), ("A^1", "σ(Z¹)"), ("J", "mean(C)"),
        ("Delta^2", "dA² ⊙ σ′(Z²)"), ("Delta^1", "σ′(Z¹) ⊙ (W²ᵀ·Δ²)"),
        ("db^1", "(1/m) rowsum(Δ¹)"), ("dW^1", "(1/m) Δ¹·A⁰ᵀ"),
      ]),
    Book(
      lens: "delta",
      network: network(
        [3, 4, 2], ["sigmoid", "identity"], "half-squared-error",
        examples: .one),
      formulas: [
        ("z^1", "W¹·a⁰ + b¹"), ("delta^1", "σ′(z¹) ⊙ (W²ᵀ·δ²)"),
        ("db^1", "δ¹"), ("dW^1", "δ¹·a⁰ᵀ"),
      ]),
    Book(
      lens: "mse",
      network: network(
        [2, 3, 2], ["sigmoid", "identity"], "half-squared-error", bias: false,
        examples: .one),
      formulas: [
        ("z^(1)", "W⁽¹⁾·x"), ("y", "W⁽²⁾·a⁽¹⁾"),
        ("MSE", "½ sum((t - y).²)"), ("delta^(2)", "y - t"),
        ("delta^(1)", "W⁽²⁾ᵀ·δ⁽²⁾ ⊙ a⁽¹⁾ ⊙ (1 - a⁽¹⁾)"),
        ("dW^(2)", "δ⁽²⁾·a⁽¹⁾ᵀ"), ("dW^(1)", "δ⁽¹⁾·xᵀ"),
      ]),
    Book(
      lens: "theta",
      network: network(
        [3, 4, 4, 2], ["sigmoid", "sigmoid", "sigmoid"],
        "binary-cross-entropy",
        penalty: Penalty(strength: 1, over: .twiceExamples)),
      formulas: [
        ("a^(1)", "[1; x]"), ("z^(2)", "Θ⁽¹⁾·a⁽¹⁾"), ("z^(4)", "Θ⁽³⁾·a⁽³⁾"),
        ("delta^(4)", "a⁽⁴⁾ - y"),
        ("delta^(3)", "Θ⁽³⁾[:,1:n⁽³⁾]ᵀ·δ⁽⁴⁾ ⊙ σ′(z⁽³⁾)"),
        ("D^(3)", "(1/m) δ⁽⁴⁾·a⁽³⁾ᵀ + (λ/m)·[0, Θ⁽³⁾[:,1:n⁽³⁾]]"),
      ]),
    Book(
      lens: "nielsen",
      network: network(
        [3, 4, 2], ["sigmoid", "sigmoid"], "half-squared-error",
        examples: .one),
      formulas: [
        ("z^2", "w²·a¹ + b²"), ("delta^3", "(a³ - y) ⊙ σ′(z³)"),
        ("delta^2", "w³ᵀ·δ³ ⊙ σ′(z²)"), ("db^2", "δ²"), ("dw^2", "δ²·a¹ᵀ"),
      ]),
    Book(
      lens: "ng",
      network: network(
        [3, 4, 1], ["relu", "sigmoid"], "binary-cross-entropy"),
      formulas: [
        ("Z^[1]", "W^[1]·A^[0] + b^[1]"), ("dZ^[2]", "A^[2] - Y"),
        ("dW^[2]", "(1/m) dZ^[2]·A^[1]ᵀ"),
        ("db^[2]", "(1/m) rowsum(dZ^[2])"),
        ("dZ^[1]", "W^[2]ᵀ·dZ^[2] ⊙ relu′(Z^[1])"),
        ("dW^[1]", "(1/m) dZ^[1]·A^[0]ᵀ"),
      ]),
    Book(
      lens: "numpy",
      network: network([3, 4, 2], ["tanh", "softmax"], "cross-entropy"),
      formulas: [
        ("Z1", "X·W₁ + b₁"), ("losses", "-rowsum(Y ⊙ ln(A₂))"),
        ("grad_W2", "A₁ᵀ·grad_Z2"), ("grad_b2", "colsum(grad_Z2)"),
        ("grad_Z1", "grad_Z2·W₂ᵀ ⊙ (1 - A₁.²)"), ("grad_W1", "Xᵀ·grad_Z1"),
      ]),
  ]

  @Test(arguments: books)
  func everyFormulaHolds(_ book: Book) throws {
    let lens = try #require(Lens.named(book.lens))
    let sight = Sight(lens, of: try book.network.worksheet())
    let scope = sight.seen.scope
    for (name, formula) in book.formulas {
      let left = try Expression(name, in: scope)
      let right = try Expression(formula, in: scope)
      #expect(left.names.allSatisfy(scope.isKnown), "\(name)")
      #expect(right.text() == formula)
      let verdict = sight.seen.verify(left, equals: right)
      #expect(verdict.holds, "\(name) = \(formula): \(verdict.sentence)")
    }
  }

  /// Both forms of a line are the same equality: what a book writes holds
  /// exactly where the worksheet's own line does.
  @Test(arguments: books)
  func ownLinesHoldAsTheBookWritesThem(_ book: Book) throws {
    let lens = try #require(Lens.named(book.lens))
    let sight = Sight(lens, of: try book.network.worksheet())
    for equation in sight.own.equations where equation.role != .update {
      let left = sight.shown(Expression.name(equation.name))
      let right = sight.shown(equation.expression)
      let verdict = sight.seen.verify(left, equals: right)
      #expect(verdict.holds, "\(left) = \(right): \(verdict.sentence)")
    }
  }
}
