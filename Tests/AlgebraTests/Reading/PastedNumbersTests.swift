import Testing

@testable import Algebra

/// Numbers as NumPy and PyTorch print them.
struct PastedNumbersTests {
  @Test(arguments: [
    "[[1., -2.], [3., 4.5]]", "[[ 1.  -2. ]\n [ 3.   4.5]]",
    "array([[ 1. , -2. ],\n       [ 3. ,  4.5]])",
    "array([[1, -2], [3, 4.5]], dtype=float32)",
    "np.array([[1., -2.], [3., 4.5]])",
    "tensor([[ 1.0000, -2.0000],\n        [ 3.0000,  4.5000]])",
    "tensor([[1., -2.], [3., 4.5]], grad_fn=<MulBackward0>)",
    "tensor([[1., -2.], [3., 4.5]], device='cuda:0', dtype=torch.float64)",
    "tensor([[1., -2.], [3., 4.5]], grad_fn=<F(x)>, requires_grad=True)",
    "torch.tensor([[1e0, -2e+00], [3., 4.5]])",
    "Parameter containing:\ntensor([[1., -2.],\n [3., 4.5]], requires_grad=True)",
  ])
  func whatIsPrintedIsRead(_ text: String) throws {
    let read = try Expression(text, in: Scope())
    #expect(read == (try Expression("[1 -2; 3 4.5]", in: Scope())))
  }

  @Test(arguments: [
    "array(2.5)", "tensor(2.5, grad_fn=<SumBackward0>)", "np.float64(2.5)",
  ])
  func oneNumberIsRead(_ text: String) throws {
    #expect(try Expression(text, in: Scope()) == .decimal("2.5"))
  }

  @Test(arguments: [
    ("[[1., nan], [2., 3.]]", "nan"), ("array([inf, 1.])", "inf"),
    ("tensor([[1., -inf]])", "inf"), ("tensor(nan)", "nan"),
    ("[[1. NaN]\n [2. 3.]]", "NaN"),
  ])
  func whatIsNoNumberIsRefused(_ text: String, _ word: String) {
    #expect {
      _ = try Expression(text, in: Scope())
    } throws: { error in
      (error as? ReadingFault)?.problem == .notFinite(word)
    }
  }

  @Test(arguments: [
    "array([[1., 2.], [3.]])", "tensor([[1., 2.]", "array([[1., ..., 2.]])",
    "tensor([])", "np.array", "np.array(", "Parameter containing:",
  ])
  func whatIsBrokenIsRefused(_ text: String) {
    #expect(throws: ReadingFault.self) {
      try Expression(text, in: Scope())
    }
  }

  @Test func aNameOfOnesOwnStays() throws {
    let scope = Scope(shapes: ["inf": .scalar])
    #expect(try Expression("[inf 1]", in: scope) == .matrix([["inf", 1]]))
  }
}
