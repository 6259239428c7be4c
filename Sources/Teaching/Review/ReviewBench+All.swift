extension ReviewBench {
  /// One example through a bent layer and a plain one.
  static let oneExample = ReviewBench(
    "network",
    """
    layers 1 → 3 relu → 2 identity, no bias
    cost   half squared error
    x  = [2]
    y  = [1; -2]
    W1 = [1; 2; -1]
    W2 = [1 -2 3; 2 1 -1]
    """)

  /// The same with biases.
  static let withBiases = ReviewBench(
    "network",
    """
    layers 1 → 3 relu → 2 identity
    cost   half squared error
    x  = [2]
    y  = [1; -2]
    W1 = [1; 2; -1]
    b1 = [1; -1; 3]
    W2 = [1 -2 3; 2 1 -1]
    b2 = [-1; 2]
    """)

  /// Four examples, and a cost that is their mean.
  static let batch = ReviewBench(
    "network",
    """
    layers 1 → 3 relu → 2 identity
    cost   mean half squared error
    x  = [1 -1 2 -2]
    y  = [1 2 -1 1; 2 -2 1 3]
    W1 = [1; 2; -1]
    b1 = [-2; 1; 3]
    W2 = [1 -2 3; 2 1 -1]
    b2 = [-1; 2]
    """)

  /// A square without its half.
  static let wholeSquare = ReviewBench(
    "network",
    """
    layers 3 → 2 identity
    cost   squared error
    x  = [1; -1; 2]
    y  = [1; -2]
    W1 = [1 -1 2; 2 1 -1]
    b1 = [1; -1]
    """)

  /// A price on the weights.
  static let priced = ReviewBench(
    "network",
    """
    layers 3 → 2 identity
    cost   half squared error
    l2     2 over 2
    x  = [2; -1; 1]
    y  = [1; -2]
    W1 = [1 -2 3; 2 1 -1]
    b1 = [-1; 2]
    """)

  /// Outputs that bend as well.
  static let bentOutputs = ReviewBench(
    "network",
    """
    layers 1 → 3 relu → 2 relu, no bias
    cost   half squared error
    x  = [2]
    y  = [1; -2]
    W1 = [1; 2; -1]
    W2 = [1 -2 3; 2 1 -1]
    """)

  /// Two answers, each yes or no.
  static let yesOrNo = ReviewBench(
    "network",
    """
    layers 3 → 2 sigmoid
    cost   binary cross-entropy
    x  = [1; -1; 2]
    y  = [1; 0]
    W1 = [1 -1 2; 2 1 -1]
    b1 = [1; -1]
    """)

  /// A bent layer, and how steep the cost is in each of its outputs.
  static let bend = ReviewBench(
    "worksheet",
    """
    x  = [1; 2]                parameter
    W1 = [1 -1; 2 1; -1 1]     parameter
    u  = [3; -2; 1]            input
    z1 = W1 @ x
    a1 = σ(z1)
    C  = sum(u .* a1)          cost
    """)

  static let square = ReviewBench(
    "worksheet",
    """
    w1 = 2    parameter
    x  = 3    input
    y  = 4    input
    C  = (w1*x - y)^2   cost
    """)

  static let product = ReviewBench(
    "worksheet",
    """
    w1 = 2    parameter
    x  = 3    input
    y  = 4    input
    C  = w1*(w1*x + y)   cost
    """)

  static let exponential = ReviewBench(
    "worksheet",
    """
    w1 = 2    parameter
    x  = 3    input
    C  = x*exp(w1)   cost
    """)

  static let cube = ReviewBench(
    "worksheet",
    """
    w1 = 2    parameter
    x  = 3    input
    C  = x*w1^3   cost
    """)

  /// A weight that reaches its sum by two roads.
  static let fork = ReviewBench(
    "worksheet",
    """
    w1 = 2    parameter
    x  = 3    input
    y  = 4    input
    z1 = w1*x + w1
    C  = ½(z1 - y)^2   cost
    """)

  /// Two weights in a row.
  static let chain = ReviewBench(
    "worksheet",
    """
    w1 = 2    parameter
    w2 = 3    parameter
    x  = 3    input
    y  = 4    input
    z1 = w1*x
    z2 = w2*z1
    C  = ½(z2 - y)^2   cost
    """)
}
