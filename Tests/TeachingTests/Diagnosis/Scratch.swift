import Algebra
import Matrices
import Networks
import Presentation
import Testing
@testable import Teaching

struct ScratchTests {
  @Test func look() throws {
    let net = try SampleNetwork([2,3,2], ["sigmoid","tanh"], cost: "half-squared-error", penalty: Penalty(strength: 0.1, over: .twiceExamples))
    let lines: [(String,String)] = [
      ("W2 @ δ2 .* sigmoid'(a1)", "δ1"),
      ("W2 @ δ2 .* g1'(a1)", "δ1"),
      ("W2 @ δ2 .* σ'(z1)", "δ1"),
      ("δ2 @ W2' .* σ'(z1)", "δ1"),
      ("a1 @ δ2' + (λ/m) W2", "dW2"), ("a1 @ δ2'", "dW2"),
      ("δ2 @ a1 + (λ/m) W2", "dW2"), ("δ2' @ a1 + (λ/m) W2", "dW2"),
      ("-(W2' @ δ2) .* σ'(z1)", "δ1"), ("(1/m) (y - a2) .* tanh'(z2)", "δ2"),
      ("(2/m) (a2 - y) .* tanh'(z2)", "δ2"), ("(a2 - y) .* tanh'(z2)", "δ2"), ("(1/n2) (a2 - y) .* tanh'(z2)", "δ2"), ("(1/m) δ2 @ a1' + (λ/m) W2", "dW2"),
      ("δ2 @ a1' + λ W2", "dW2"), ("δ2 @ a1'", "dW2"), ("δ2 @ a1' + (λ/(2m)) W2", "dW2"),
      ("W2' @ δ2", "δ1"), ("W2' @ δ2 .* σ'(a1)", "δ1"), ("W2' @ δ2 .* z1 .* (1 - z1)", "δ1"), ("W2' @ δ2 .* a1", "δ1"), ("W2' @ δ2 .* σ''(z1)", "δ1"), ("W2' @ δ2 .* σ'(σ'(z1))", "δ1"),
      ("W2' @ δ2 .* (1 - a1.^2)", "δ1"), ("W2' @ δ2 .* tanh'(z1)", "δ1"), ("(1/m) (a2 - y) .* a2 .* (1 - a2)", "δ2"),
      ("(W2' @ δ2) @ σ'(z1)", "δ1"), ("(W2' @ δ2) @ σ'(z1)'", "δ1"), ("δ2 .* a1 + (λ/m) W2", "dW2"), ("W2' @ δ2 .* σ'(z2)", "δ1"), ("W2' @ δ2 .* tanh'(z2)", "δ1"), ("W2' @ (δ2 .* σ'(z1))", "δ1"), ("W2' @ (δ2 .* tanh'(z2))", "δ1"),
      ("W1' @ δ2 .* σ'(z1)", "δ1"), ("W2' @ δ1 .* σ'(z1)", "δ1"), ("δ2 @ a2' + (λ/m) W2", "dW2"), ("δ2 @ x' + (λ/m) W2", "dW2"), ("δ1 @ a1' + (λ/m) W1", "dW1"), ("δ2 @ z1' + (λ/m) W2", "dW2"),
      ("(W2 - η dW2)' @ δ2 .* σ'(z1)", "δ1"), ("(W2 - 0.1 dW2)' @ δ2 .* σ'(z1)", "δ1"),
      ("δ2", "db2"), ("colsum(δ2)", "db2"), ("sum(δ2)", "db2"), ("rowsum(δ2)/m", "db2"), ("(W2' @ δ2 + b1) .* σ'(z1)", "δ1"), ("b2 .* rowsum(δ2)", "db2"), ("rowsum(δ2) + (λ/m) b2", "db2"),
      ("W2' @ (a2 - y) .* σ'(z1)", "δ1"), ("W2' @ ((1/m)(a2 - y)) .* σ'(z1)", "δ1"), ("W2' @ δ2 + σ'(z1)", "δ1"),
      ("W2' @ δ2 .* σ'(z1)", "δ1"), ("((1/m)*(a2-y).*(1-a2.^2))' @ W2", "δ1"), ("x", "δ1"), ("W2' @ δ2 .* x", "δ1"), ("7*W2' @ δ2 .* σ'(z1)", "δ1"),
    ]
    for (l, t) in lines {
      let clock = ContinuousClock(); 
      var d: Diagnosis?
      let time = try clock.measure { d = try net.diagnosis(l, t) }
      let reading = try Expression.reading(l, in: net.scope)
      guard let d else { continue }
      print("\(t) = \(l)   \(d.ids) \(d.ids.isEmpty ? "\(d.outcome)" : "")  \(time)")
      print(d.text(for: Page(), source: l, reading: reading).plain)
    }
  }
}
