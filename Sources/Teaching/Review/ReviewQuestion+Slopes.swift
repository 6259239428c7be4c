// How steep a function is, and where.

extension ReviewQuestion {
  static let slopes: [ReviewQuestion] =
    [
      (
        "slope-missing", "Past the curve",
        "what becomes of a nudge of `z1` on its way to `a1`?"
      ),
      (
        "slope-at-output", "Steep, but where?",
        "which number was `σ` given, and which did it give?"
      ),
      ("output-for-sum", "In or out?", "which of the two did `σ` read?"),
      (
        "function-for-slope", "Value and slope",
        "how high is the curve there, and how steep is it?"
      ),
      (
        "slope-of-slope", "How steep",
        "how steep is the curve, and not how it bends?"
      ),
      ("slope-of-another", "Whose slope?", "which curve do these units have?"),
    ].map { slip, title, hint in
      ReviewQuestion(
        slip, of: "δ1", on: .bend, title, showing: ["z1"],
        """
        What are the slopes of `C` in the three `z1`? Leave `σ` and its slope
        as they are, as in `[3*σ'(1); σ(2); 4]`.
        answer: u .* σ'(z1)
        hint: how steep is `C` in each `a1`?
        hint: \(hint)
        right: the slope of the curve at what went in, times what comes back
        """)
    } + [
      ReviewQuestion(
        "slope-formula-at-input", of: "δ1[1]", on: .bend,
        "The slope of σ as a formula",
        showing: ["z1"],
        """
        `σ'` can be had from what comes out. What is the slope of `C` in
        `z1[1]`? Type it with numbers and `σ` alone, as in `2*σ(1)*(3 - σ(1))`.
        answer: u[1]*σ(z1[1])*(1 - σ(z1[1]))
        hint: does the formula for the slope of `σ` hold what goes in, or what
          comes out?
        right: `a1[1]` times what it lacks to 1
        """),
      ReviewQuestion(
        "slope-inside-product", of: "δ1", on: .oneExample, "Weights, then bend",
        showing: ["δ2", "z1"],
        """
        What are the three errors `δ1` of the hidden units?
        answer: (W2' @ δ2) .* relu'(z1)
        hint: on the way forward, what comes first: the bend of the hidden
          units or `W2`?
        hint: and so on the way back?
        right: back through the weights first, then through the bend
        """),
      ReviewQuestion(
        "extra-slope", of: "δ1", on: .yesOrNo, "Yes or no", showing: ["z1"],
        """
        What are the two errors `δ1`? Leave `σ` as it is, as in
        `[σ(1) - 1; σ(2)]`.
        answer: σ(z1) - y
        hint: what is the slope of this cost in `a1`, and what does it cancel
          with?
        right: the slope of the cost has the slope of `σ` below it, and the two
          cancel
        """),
      ReviewQuestion(
        "slope-of-another-layer", of: "δ1", on: .bentOutputs,
        "A bend of one's own",
        showing: ["δ2", "z1", "z2"],
        """
        What are the three errors `δ1` of the hidden units?
        answer: (W2' @ δ2) .* relu'(z1)
        hint: which sum goes into the bend of a hidden unit?
        right: an error comes back to a sum, and passes the bend at that sum
        """),
      ReviewQuestion(
        "rectifier-slope", of: "δ1", on: .oneExample, "How steep is relu?",
        showing: ["da1", "z1"],
        """
        What are the three errors `δ1`?
        answer: da1 .* relu'(z1)
        hint: if `z1[1]` grows by a little, by how much does `relu(z1[1])`
          grow?
        right: relu has the slope 1 above 0 and 0 below it, however high it is
        """),
      ReviewQuestion(
        "branches-swapped", of: "δ1", on: .oneExample, "Two branches",
        showing: ["da1", "z1"],
        """
        Which errors `δ1` come through to the hidden sums?
        answer: da1 .* relu'(z1)
        hint: on which side of 0 is relu flat?
        right: above 0 all comes through, and below it nothing
        """),
    ]
}
