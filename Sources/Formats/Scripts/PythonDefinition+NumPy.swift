extension PythonDefinition {
  static let sigmoid = PythonDefinition(
    "sigmoid",
    """
    def sigmoid(x):
        e = np.exp(-np.abs(x))  # it never overflows
        return np.where(x < 0, e, 1.0) / (1.0 + e)
    """)

  static let erf = PythonDefinition(
    "erf", "erf = np.vectorize(math.erf, otypes=[float])")

  static let normalShare = PythonDefinition(
    "Phi",
    """
    def Phi(x):
        return 0.5 * erfc(-x / math.sqrt(2.0))
    """,
    needs: [
      PythonDefinition(
        "erfc", "erfc = np.vectorize(math.erfc, otypes=[float])")
    ])

  static let normalDensity = PythonDefinition(
    "phi",
    """
    def phi(x):
        return np.exp(-0.5 * x * x) / math.sqrt(2.0 * math.pi)
    """)

  static let gelu = PythonDefinition(
    "gelu",
    """
    def gelu(x):
        return np.maximum(x, -1e300) * Phi(x)  # and not -inf times 0
    """, needs: [normalShare])

  static let sech = PythonDefinition(
    "sech",
    """
    def sech(x):
        e = np.exp(-np.abs(x))  # it never overflows
        return 2.0 * e / (1.0 + e * e)
    """)

  static let leakyRelu = PythonDefinition(
    "leakyrelu",
    """
    def leakyrelu(x):
        return np.where(x < 0, 0.01 * x, x)
    """)

  static let softmax = PythonDefinition(
    "softmax",
    """
    def softmax(z):
        e = np.exp(z - np.max(z, axis=0, keepdims=True))
        return e / np.sum(e, axis=0, keepdims=True)
    """)

  /// The largest entry's own power is 1 exactly: the others alone are added,
  /// so that none of their digits is lost.
  private static let logRest = PythonDefinition(
    "log_rest",
    """
    def log_rest(z):
        # ln of the sum of exp in each column, less the largest entry, whose
        # own power is 1: the others alone are added, and keep their digits.
        e = np.exp(z - np.max(z, axis=0, keepdims=True))
        e[np.argmax(z, axis=0), np.arange(z.shape[1])] = 0.0
        return np.log1p(np.sum(e, axis=0, keepdims=True))
    """)

  static let logSoftmax = PythonDefinition(
    "logsoftmax",
    """
    def logsoftmax(z):
        return z - np.max(z, axis=0, keepdims=True) - log_rest(z)
    """, needs: [logRest])

  static let logSumExp = PythonDefinition(
    "lse",
    """
    def lse(z):
        return np.max(z, axis=0, keepdims=True) + log_rest(z)
    """, needs: [logRest])

  static let sumOthers = PythonDefinition(
    "sumothers",
    """
    def sumothers(a):
        # For each entry the sum of the others in its column.
        return np.array(
            [np.sum(np.delete(a, i, axis=0), axis=0) for i in range(len(a))])
    """)

  static let logSumOthers = PythonDefinition(
    "lseothers",
    """
    def lseothers(z):
        # For each entry lse of the others in its column.
        if len(z) == 1:
            return np.full(z.shape, -inf)
        return np.concatenate(
            [lse(np.delete(z, i, axis=0)) for i in range(len(z))])
    """, needs: [logSumExp])

  static let passOthers = PythonDefinition(
    "passothers",
    """
    def passothers(z, slope):
        # What a slope in each entry of lseothers(z) sends to the others.
        shares = np.exp(z[None, :, :] - lseothers(z)[:, None, :])
        for i in range(len(z)):
            shares[i, i] = 0.0
        return np.sum(slope[:, None, :] * shares, axis=0)
    """, needs: [logSumOthers])

  /// What every script needs in which a comparison is a number.
  static func truth(in library: PythonLibrary) -> [PythonDefinition] {
    let number =
      library == .numpy
      ? "np.where(what, 1.0, 0.0)"
      : "torch.as_tensor(what).to(torch.get_default_dtype())"
    return [
      PythonDefinition(
        "is_true",
        """
        def is_true(x):
            return (x < 0) | (x > 0)
        """),
      PythonDefinition(
        "truth",
        """
        def truth(what):
            return \(number)
        """),
    ]
  }
}
