// What a bias gathers, and what it does not pass on.

extension ReviewQuestion {
  static let biases: [ReviewQuestion] = [
    ReviewQuestion(
      "bias-not-summed", of: "db2", on: .batch, "One bias, four examples",
      showing: ["δ2"],
      """
      What are the slopes of `C` in the two biases `b2`?
      answer: rowsum(δ2)
      hint: how many numbers does `b2` hold?
      hint: if `b2[1]` rises, in how many examples does something change?
      right: a bias joins every example, so the slopes of all of them add
      """),
    ReviewQuestion(
      "bias-summed-over-units", of: "db2", on: .batch, "A bias for each unit",
      showing: ["δ2"],
      """
      What are the slopes of `C` in the biases `b2`, one below the other?
      answer: rowsum(δ2)
      hint: what do a row of `δ2` and a column of it stand for?
      hint: which of them share a bias?
      right: each unit has a bias, which all examples share
      """),
    ReviewQuestion(
      "bias-summed-over-all", of: "db2", on: .batch, "How many biases?",
      showing: ["δ2"],
      """
      What is the slope of `C` in `b2`?
      answer: rowsum(δ2)
      hint: how many biases does the layer have?
      right: a slope for each bias, gathered over the examples
      """),
    ReviewQuestion(
      "bias-added-back", of: "da1", on: .withBiases, "The way back",
      showing: ["δ2"],
      """
      What are the slopes of `C` in the three outputs `a1`?
      answer: W2' @ δ2
      hint: raise `b2` by 1: does that change by how much `z2` moves with `a1`?
      right: a bias shifts, and no slope goes through it
      """),
    ReviewQuestion(
      "bias-as-factor", of: "db2", on: .withBiases, "What a bias does",
      showing: ["δ2"],
      """
      What are the slopes of `C` in the biases `b2`?
      answer: δ2
      hint: raise `b2[1]` by 1: by how much does `z2[1]` rise?
      right: a bias is added, so its slope is the error itself
      """),
  ]
}
