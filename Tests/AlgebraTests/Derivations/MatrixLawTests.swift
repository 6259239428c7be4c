import TestSupport
import Testing

@testable import Algebra

@Suite struct MatrixLawTests {
  /// What is nearly a law is none: a transpose dropped, an order swapped.
  @Test(arguments: [
    (Rule.moveLeft, "inner(A, B @ C) = inner(A, C)"),
    (.moveLeft, "inner(A, B @ C) = inner(B @ A, C)"),
    (.moveRight, "inner(A, B @ C) = inner(C' @ A, B)"),
    (.moveRight, "inner(A, B @ C) = inner(A @ C, B)"),
    (.flip, "inner(A, B') = inner(A, B)"),
    (.productTransposed, "(A @ B)' = A' @ B'"),
    (.slide, "inner(A, B .* C) = inner(A + B, C)"),
    (.undoBroadcast, "inner(A, b @ ones(1, m)) = m*inner(rowsum(A), b)"),
    (.undoSum, "sum(colsum(A)) = mean(A)"),
    (.split, "inner(A, B + C) = inner(A, B) - inner(A, C)"),
    (.readOff, "D(inner(G, X), X) = X"), (.bias, "rowsum(G) = sum(G)*b"),
    (.dProduct, "d(X @ Y) = d(X) @ Y + X @ Y"),
    (.dProduct, "d(X @ Y) = d(X) @ Y - X @ d(Y)"),
    (.dElementwise, "d(g(X)) = g'(X)"),
    (.dElementwise, "d(g(X)) = g(X) .* d(X)"),
    (.dTranspose, "d(X') = d(X)"),
    (.dSoftmax, "d(softmax(X)) = softmax(X) .* d(X)"),
    (.dNorm, "d(norm(X)^2) = inner(X, d(X))"),
    (.dSum, "d(colsum(X)) = ones(1, n) @ d(X)*2"),
    (.softmax, "D(inner(G, softmax(Z)), Z) = softmax(Z) .* G"),
    (.kronecker, "sum(k, (k == i)*v[k]) = sum(k, v[k])"),
    (.readAsProduct, "sum(k, A[i,k]*B[k,j]) = (A' @ B)[i,j]"),
    (.rowOfTranspose, "A[k,i] = A[i,k]"),
    (.slopeOfProduct, "D(sum(k, A[p,k]*B[k,q]), A[i,j]) = B[j,q]"),
    (.slopeOfEntry, "D(A[p,q], A[i,j]) = 1"),
    (.oneInEachColumn, "A .* (ones(n, 1) @ colsum(A)) = A"),
  ])
  func whatIsNearlyALawIsRefuted(_ rule: Rule, _ text: String) throws {
    let law = try #require(rule.laws.first)
    let verdict = try law.reading(of: text).verdict
    #expect(verdict.isRefuted, "\(text): \(verdict.sentence)")
  }

  @Test func everyMatrixRuleHasALaw() {
    for rule in Rule.entries + Rule.matrices + Rule.differentials
      + Rule.functions
    {
      #expect(!rule.laws.isEmpty, "\(rule.name)")
    }
  }
}
