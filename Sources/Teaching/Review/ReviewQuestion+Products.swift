// Products, their factors, and whose quantities they are made of.

extension ReviewQuestion {
  static let products: [ReviewQuestion] = [
    ReviewQuestion(
      "transpose-missing", of: "da1", on: .oneExample,
      "Back to the hidden units",
      showing: ["δ2"],
      """
      Nudge each of the three `a1` a little. What are the slopes of `C` in
      them?
      answer: W2' @ δ2
      hint: which weights does `a1[1]` meet on its way forward?
      hint: are these a row of `W2`, or a column?
      right: a hidden unit gathers with the weights of its own column
      """),
    ReviewQuestion(
      "transpose-added", of: "z2", on: .oneExample, "On to the outputs",
      showing: ["a1"],
      """
      What goes into the two outputs? That is `z2`.
      answer: W2 @ a1
      hint: how many weights does one output have?
      hint: where in `W2` do those of the first output stand?
      right: forward, an output reads its own row of `W2`
      """),
    ReviewQuestion(
      "order-swapped", of: "dW2", on: .oneExample, "The weights of the outputs",
      showing: ["δ2", "a1"],
      """
      What is the slope of `C` in every weight of `W2`? Type it as a matrix.
      answer: δ2 @ a1'
      hint: what shape has `W2`, and so its slopes?
      hint: which unit's error and which unit's output meet in `W2[2,1]`?
      right: the error of the unit the weight leads to, times what comes
        through it
      """),
    ReviewQuestion(
      "inner-for-outer", of: "dW2", on: .oneExample, "A slope for each weight",
      showing: ["δ2", "a1"],
      """
      How does `C` change with each weight of `W2`? Type the slopes as a
      matrix.
      answer: δ2 @ a1'
      hint: is it one number, or one for each weight?
      hint: which two numbers make up the slope in `W2[1,3]`?
      right: every error meets every input once
      """),
    ReviewQuestion(
      "turned-over", of: "dW2", on: .oneExample, "Where each slope stands",
      showing: ["δ2", "a1"],
      """
      Write the slopes of `C` in `W2`, each where its weight stands in `W2`.
      answer: δ2 @ a1'
      hint: how many rows has `W2`?
      hint: to which output does the second row lead?
      right: a gradient has the shape of what it is the gradient of
      """),
    ReviewQuestion(
      "matrix-product-for-entrywise", of: "δ1", on: .oneExample,
      "Through the bend", showing: ["da1", "z1"],
      """
      `da1` has come back to the hidden units. What is `δ1`, the slope in each
      `z1`?
      answer: da1 .* relu'(z1)
      hint: on which of the three `z1` does `a1[2]` depend?
      hint: how steep is relu at each of them?
      right: each unit has a bend of its own, so the slopes meet one by one
      """),
    ReviewQuestion(
      "entrywise-for-matrix-product", of: "da1", on: .oneExample,
      "Gathering an error", showing: ["δ2"],
      """
      Each hidden unit reaches both outputs. What is the slope of `C` in each
      `a1`?
      answer: W2' @ δ2
      hint: by how many roads does `a1[2]` reach `C`?
      hint: what is the slope along each, and what is done with them where they
        meet?
      right: along a road slopes multiply, and where roads meet they add
      """),
    ReviewQuestion(
      "sum-for-product", of: "δ1", on: .oneExample, "One after the other",
      showing: ["da1", "z1"],
      """
      Nudge `z1[1]`: it moves `a1[1]`, and that moves `C`. What are the three
      slopes `δ1`?
      answer: da1 .* relu'(z1)
      hint: if `a1` moves twice as far as `z1`, and `C` three times as far as
        `a1`?
      right: slopes along a road multiply
      """),
    ReviewQuestion(
      "neighbouring-layer", of: "dW2", on: .oneExample, "Which layer?",
      showing: ["δ2", "a1"],
      """
      What are the slopes of `C` in the weights `W2`?
      answer: δ2 @ a1'
      hint: between which two layers does `W2` stand?
      hint: what comes through `W2[1,2]`, and which error does it reach?
      right: what goes in on one side, times the error on the other
      """),
    ReviewQuestion(
      "sum-for-output", of: "dW2", on: .oneExample,
      "What comes through a weight",
      showing: ["δ2", "z1"],
      """
      What are the slopes of `C` in the weights `W2`?
      answer: δ2 @ a1'
      hint: what does `W2[1,1]` multiply on the way forward?
      right: a weight multiplies what its unit gave, and that is behind the
        bend
      """),
    ReviewQuestion(
      "updated-weights", of: "da1", on: .oneExample, "Before and after a step",
      showing: ["δ2"],
      """
      `W2` is to take a step with η = 1/2, and so is the layer below. Which
      slopes of `C` in `a1` does the layer below go by?
      answer: W2' @ δ2
      hint: with which weights was `C` computed?
      right: all slopes belong to the weights that the cost was computed with
      """),
    ReviewQuestion(
      "error-for-slope", of: "dW2", on: .bentOutputs, "Outputs that bend",
      showing: ["a2 - y", "z2", "a1"],
      """
      The outputs pass a relu here. What are the slopes of `C` in the weights
      `W2`?
      answer: ((a2 - y) .* relu'(z2)) @ a1'
      hint: what becomes of a nudge of `W2[1,1]` where `z2[1]` is below 0?
      hint: what are the two `δ2`?
      right: an error has to pass the bend before it reaches a weight
      """),
  ]
}
