// Signs, the 2 of a square, means, prices, and rules for formulas.

extension ReviewQuestion {
  static let factors: [ReviewQuestion] = [
    ReviewQuestion(
      "sign-turned", of: "δ2", on: .oneExample, "Which way?", showing: ["a2"],
      """
      What are the two errors `δ2`, the slopes of `C` in `z2`?
      answer: a2 - y
      hint: if an output is above its target and rises, does `C` rise or fall?
      right: above its target an output has an error above 0
      """),
    ReviewQuestion(
      "factor-of-two", of: "δ1", on: .wholeSquare, "A square",
      showing: ["a1"],
      """
      The cost adds up squares here. What are the slopes `δ1` of `C` in `z1`?
      answer: 2*(a1 - y)
      hint: what does a square bring down when its slope is taken?
      hint: is there a ½ in the cost that meets it?
      right: the 2 of the square stays, since no half meets it
      """),
    ReviewQuestion(
      "mean-forgotten", of: "δ2[1,2]", on: .batch, "One of four",
      showing: ["a2"],
      """
      What is the slope of `C` in `z2[1,2]`, the first output for the second
      example?
      answer: (a2[1,2] - y[1,2])/4
      hint: how is `C` made of the costs of the four examples?
      right: the cost is a mean, so each example has a quarter of a say
      """),
    ReviewQuestion(
      "mean-twice", of: "db2", on: .batch, "What has been divided",
      showing: ["δ2"],
      """
      `δ2` is the slope of the mean cost. What are the slopes in the two biases
      `b2`?
      answer: rowsum(δ2)
      hint: is the mean in `δ2` already, or still to come?
      right: the mean is in `δ2`, and the examples only add up
      """),
    ReviewQuestion(
      "mean-over-units", of: "δ2[2,3]", on: .batch, "By how much to divide",
      showing: ["a2"],
      """
      What is the slope of `C` in `z2[2,3]`, the second output for the third
      example?
      answer: (a2[2,3] - y[2,3])/4
      hint: over what is the mean taken: over the outputs, or over the
        examples?
      hint: how many of them are there?
      right: the mean runs over the examples alone
      """),
    ReviewQuestion(
      "penalty-forgotten", of: "dW1", on: .priced, "All that a weight costs",
      showing: ["δ1"],
      """
      Large weights have a price here. What are the slopes of `C` in the
      weights `W1`?
      answer: δ1 @ x' + λ*W1
      hint: by how many roads does a weight reach `C`?
      hint: what is the slope of its price?
      right: one road leads through the sum, the other through the price
      """),
    ReviewQuestion(
      "penalty-on-bias", of: "db1", on: .priced, "What has a price",
      showing: ["δ1"],
      """
      Large weights have a price here. What are the slopes of `C` in the biases
      `b1`?
      answer: δ1
      hint: which quantities does the cost square?
      right: the price is put on weights, and a bias is none
      """),
    ReviewQuestion(
      "inner-slope-missing", of: "dw1", on: .square, "Inside a square",
      """
      What is the slope of `C` in `w1`?
      answer: 2*(w1*x - y)*x
      hint: raise `w1` by 1: by how much does the inside of the square rise?
      hint: how steep is the square itself?
      right: the slope of the square times the slope of what stands in it
      """),
    ReviewQuestion(
      "product-term-missing", of: "dw1", on: .product, "Twice the same weight",
      """
      What is the slope of `C` in `w1`?
      answer: w1*x + y + w1*x
      hint: in how many factors does `w1` stand?
      hint: what does each bring while the other stands still?
      right: each factor has its turn, and the two add
      """),
    ReviewQuestion(
      "power-rule-on-exponential", of: "dw1", on: .exponential,
      "A weight in an exponent",
      """
      What is the slope of `C` in `w1`? Leave exp as it is, as in `5*exp(3)`.
      answer: x*exp(w1)
      hint: which stands still here, the base or the exponent?
      right: exp is its own slope
      """),
    ReviewQuestion(
      "exponent-kept", of: "dw1", on: .cube, "A third power",
      """
      What is the slope of `C` in `w1`?
      answer: 3*x*w1^2
      hint: what comes down from the exponent, and what stays up there?
      right: the exponent comes down as a factor, and one less stays
      """),
    ReviewQuestion(
      "term-missing", of: "dw1", on: .fork, "Two roads", showing: ["δ1"],
      """
      What is the slope of `C` in `w1`?
      answer: δ1*x + δ1
      hint: how often does `w1` stand in `z1`?
      right: each road counts, and where they meet they add
      """),
    ReviewQuestion(
      "factor-missing", of: "dw1", on: .chain, "A long road", showing: ["δ2"],
      """
      `δ2` is the slope of `C` in `z2`. What is the slope of `C` in `w1`?
      answer: δ2*w2*x
      hint: which stations lie between `w1` and `z2`?
      hint: what does each multiply by?
      right: every station on the road is a factor
      """),
  ]
}
