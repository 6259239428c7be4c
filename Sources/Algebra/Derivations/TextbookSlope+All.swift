extension TextbookSlope {
  /// The functions whose slopes every book derives.
  static let all: [TextbookSlope] = [
    TextbookSlope(
      "sigmoid",
      Case(
        "D(sigmoid(z), z)",
        """
        D(1/(1 + exp(-z)), z) by definition of sigmoid
        -D(1 + exp(-z), z)/(1 + exp(-z))^2 by reciprocal rule
          -D(exp(-z), z)/(1 + exp(-z))^2 by sum rule
          -(exp(-z)*D(-z, z))/(1 + exp(-z))^2 by exponential rule
          -(-exp(-z))/(1 + exp(-z))^2 by constant multiple
        -(-exp(-z))/(1 + exp(-z))^2 by exponential rule
        exp(-z)/(1 + exp(-z))^2 by arithmetic
        1/(1 + exp(-z))*(exp(-z)/(1 + exp(-z))) by split fraction
        1/(1 + exp(-z))*((1 + exp(-z) - 1)/(1 + exp(-z))) by add and subtract
          1/(1 + exp(-z))*((1 + exp(-z))/(1 + exp(-z)) - 1/(1 + exp(-z))) by \
        split fraction
        1/(1 + exp(-z))*(1 - 1/(1 + exp(-z))) by cancel
        sigmoid(z)*(1 - sigmoid(z)) by definition of sigmoid
        """)),
    TextbookSlope(
      "tanh",
      Case(
        "D(tanh(z), z)",
        """
        D((exp(z) - exp(-z))/(exp(z) + exp(-z)), z) by definition of tanh
        (D(exp(z) - exp(-z), z)*(exp(z) + exp(-z)) - (exp(z) - \
        exp(-z))*D(exp(z) + exp(-z), z))/(exp(z) + exp(-z))^2 by quotient rule
        ((exp(z) + exp(-z))*(exp(z) + exp(-z)) - (exp(z) - exp(-z))*(exp(z) \
        - exp(-z)))/(exp(z) + exp(-z))^2 by exponential rule
        ((exp(z) + exp(-z))^2 - (exp(z) - exp(-z))^2)/(exp(z) + exp(-z))^2 \
        by same base
          (exp(z) + exp(-z))^2/(exp(z) + exp(-z))^2 - (exp(z) - \
        exp(-z))^2/(exp(z) + exp(-z))^2 by split fraction
          1 - ((exp(z) - exp(-z))/(exp(z) + exp(-z)))^2 by cancel
        1 - ((exp(z) - exp(-z))/(exp(z) + exp(-z)))^2 by split fraction
        1 - tanh(z)^2 by definition of tanh
        """)),
    TextbookSlope(
      "softplus",
      Case(
        "D(softplus(z), z)",
        """
        D(ln(1 + exp(z)), z) by definition of softplus
        D(1 + exp(z), z)/(1 + exp(z)) by logarithm rule
          D(exp(z), z)/(1 + exp(z)) by sum rule
        exp(z)/(1 + exp(z)) by exponential rule
          exp(z)/(exp(z)*(exp(-z) + 1)) by factor out
        1/(exp(-z) + 1) by cancel
        1/(1 + exp(-z)) by rearrange
        sigmoid(z) by definition of sigmoid
        """)),
    TextbookSlope(
      "gelu",
      Case(
        "D(gelu(z), z)",
        """
        D(z*Phi(z), z) by definition of gelu
        D(z, z)*Phi(z) + z*D(Phi(z), z) by product rule
          Phi(z) + z*D(Phi(z), z) by power rule
        Phi(z) + z*phi(z) by slope of Phi
        """)),
    TextbookSlope(
      "relu",
      Case(
        "D(relu(z), z)", where: "z > 0",
        """
        D(z, z) by branch
        1 by power rule
        """),
      Case(
        "D(relu(z), z)", where: "z < 0",
        """
        D(0, z) by branch
        0 by constant rule
        """),
      Case("D(relu(z), z)", "step(z) by branch")),
    TextbookSlope(
      "leakyrelu",
      Case(
        "D(leakyrelu(z), z)", where: "z > 0",
        """
        D(z, z) by branch
        1 by power rule
        """),
      Case(
        "D(leakyrelu(z), z)", where: "z < 0",
        """
        D(0.01*z, z) by branch
        0.01 by constant multiple
        """),
      Case("D(leakyrelu(z), z)", "0.01 + 0.99*step(z) by branch")),
    softmax,
  ]

  /// One share in its own sum, and in another one.
  private static let softmax = TextbookSlope(
    "softmax", letters: "z: n×1",
    Case(
      "D(softmax(z)[1], z[1])",
      """
      D(exp(z[1])/sum(k, exp(z[k])), z[1]) by definition of softmax
      (exp(z[1])*sum(k, exp(z[k])) - exp(z[1])*exp(z[1]))/sum(k, \
      exp(z[k]))^2 by quotient rule
        exp(z[1])*sum(k, exp(z[k]))/sum(k, exp(z[k]))^2 - \
      exp(z[1])*exp(z[1])/sum(k, exp(z[k]))^2 by split fraction
      exp(z[1])/sum(k, exp(z[k])) - (exp(z[1])/sum(k, exp(z[k])))^2 by cancel
      softmax(z)[1] - softmax(z)[1]^2 by definition of softmax
      softmax(z)[1]*(1 - softmax(z)[1]) by factor out
      (diag(softmax(z)) - softmax(z) @ softmax(z)')[1,1] by entry
      """),
    Case(
      "D(softmax(z)[1], z[2])",
      """
      D(exp(z[1])/sum(k, exp(z[k])), z[2]) by definition of softmax
      -exp(z[1])*D(sum(k, exp(z[k])), z[2])/sum(k, exp(z[k]))^2 by \
      reciprocal rule
      -exp(z[1])*exp(z[2])/sum(k, exp(z[k]))^2 by exponential rule
      -(exp(z[1])/sum(k, exp(z[k])))*(exp(z[2])/sum(k, exp(z[k]))) by split \
      fraction
      -softmax(z)[1]*softmax(z)[2] by definition of softmax
      (diag(softmax(z)) - softmax(z) @ softmax(z)')[1,2] by entry
      """))
}
