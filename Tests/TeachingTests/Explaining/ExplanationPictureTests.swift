import Testing

@testable import Teaching

/// Values, roads, curves and graphs as they are drawn.
struct ExplanationPictureTests {
  @Test func pathsOnWidePage() throws {
    #expect(
      try PictureSubjects.paths("dW1[1,2]", "wide")
        == """
        dW₁[1,2] is the slope of C in W₁[1,2]. 2 roads lead from there to C.
         1  W₁[1,2] → z₁[1] → a₁[1] → z₂[1] → a₂[1] → C
            3 · 0.05284 · 0.8526 · 1 · (-1.775) ≈ -0.2399
         2  W₁[1,2] → z₁[1] → a₁[1] → z₂[2] → a₂[2] → C
            3 · 0.05284 · 0.2621 · 1 · 1.022 ≈ 0.04246
        Where roads meet they add: dW₁[1,2] ≈ -0.1974, the same as the backward
        equations give.
        One by one the roads take 8 multiplications. Going back from the \
        end, each slope
        on the way computed once, takes 6.
        """)
  }

  @Test func graphOnWidePage() throws {
    #expect(
      try PictureSubjects.graph(Notebook.valuation(), "wide")
        == """
               W₁            W₂            y
               ↓             ↓             ↓
          x ─→ z₁  ─→ a₁  ─→ z₂  ─→ a₂  ─→ C
               δ₁  ←─ da₁ ←─ δ₂  ←─ da₂ ←─ 1
               ↓             ↓
               dW₁           dW₂
        """)
  }

  @Test func overviewOnWidePage() throws {
    #expect(
      try PictureSubjects.overview("wide")
        == """
              role       shape  value
          ──  ─────────  ─────  ─────────────────────────────────────────────
          W1  parameter  3×2    [0.9701 0.6184; 0.9242 0.9750; 0.7218 0.5329]
          W2  parameter  2×3    [0.8526 0.9734 0.5130; 0.2621 0.9749 0.9006]
        """)
  }

  @Test func effectOnWidePage() throws {
    #expect(
      try PictureSubjects.effect("wide")
        == """
          W2[1,2]   0.9734   →  -1
          z2[1]     2.225    →   0.2929
          δ2[1]    -1.775    →  -3.707
          a2[1]     2.225    →   0.2929
          da2[1]   -1.775    →  -3.707
          da1[2]   -0.7313   →   4.703     and 2 more
          δ1[2]    -0.01493  →   0.09603   and 2 more
          C         2.097    →   7.394
          1 more quantity changed: diff shows all
          and 1 quantity still to come
        """)
  }

  @Test func valuesOnWidePage() throws {
    #expect(
      try PictureSubjects.values("wide")
        == """
               ⎡0.9701  0.6184⎤            ⎡1⎤
          W₁ ≈ ⎢0.9242  0.9750⎥  3×2   x = ⎣3⎦  2×1   C ≈ 2.097
               ⎣0.7218  0.5329⎦
        """)
  }

  @Test func plotOnWidePage() throws {
    #expect(
      try PictureSubjects.plot("sigmoid(z)", ["z1"], "wide")
        == """
               ⠒⠒⠒ σ(z)
            1 ┤                                    z₁[1]⣀●⠤⠤⠔⠒⠒⠒⠒⠒⠒⠉⠉⠉
              │                                    ⣀⠤⠒⠉⠉
          0.8 ┤                                 ⡠⠔⠉
              │                              ⢀⡠⠋
          0.6 ┤                            ⢀⠔⠁
              │                          ⢀⠔⠁
          0.4 ┤                        ⢀⠔⠁
              │                      ⣠⠊⠁
          0.2 ┤                   ⣀⠔⠊
              │              ⣀⣀⠤⠒⠉
            0 ┤⣀⣀⣀⠤⠤⠤⠤⠤⠤⠔⠒⠒⠊⠉
              └─────┬──────────┬──────────┬──────────┬──────────┬─────
                   -4         -2          0          2          4
          At z₁[1] ≈ 2.825 the curve is at 0.9440, and its slope is about \
        0.05284.
          At z₁[2] ≈ 3.849 the curve is at 0.9791, and its slope is about \
        0.02042.
          At z₁[3] ≈ 2.321 the curve is at 0.9106, and its slope is about \
        0.08144.
        """)
  }

  @Test func pathsOnNarrowPage() throws {
    #expect(
      try PictureSubjects.paths("dW1[1,2]", "narrow")
        == """
        dW1[1,2] is the slope of C in W1[1,2]. 2
        roads lead from there to C.
         1  W1[1,2] -> z1[1] -> a1[1] -> z2[1]
              -> a2[1] -> C
            3 * 0.05284 * 0.8526 * 1 * (-1.775)
              ~= -0.2399
         2  W1[1,2] -> z1[1] -> a1[1] -> z2[2]
              -> a2[2] -> C
            3 * 0.05284 * 0.2621 * 1 * 1.022
              ~= 0.04246
        Where roads meet they add: dW1[1,2]
        ~= -0.1974, the same as the backward
        equations give.
        One by one the roads take 8
        multiplications. Going back from the
        end, each slope on the way computed
        once, takes 6.
        """)
  }

  @Test func graphOnNarrowPage() throws {
    #expect(
      try PictureSubjects.graph(Notebook.valuation(), "narrow")
        == """
               W1               W2
               v                v
          x -> z1     -> a1  -> z2     ->
               delta1 <- da1 <- delta2 <-
               v                v
               dW1              dW2

                 y
                 v
          a2  -> C
          da2 <- 1
        """)
  }

  @Test func overviewOnNarrowPage() throws {
    #expect(
      try PictureSubjects.overview("narrow")
        == """
              shape  value
          --  -----  ---------------------------
          W1  3x2    [0.9701 0.6184; 0.9242 0...
          W2  2x3    [0.8526 0.9734 0.5130; 0...
        """)
  }

  @Test func effectOnNarrowPage() throws {
    #expect(
      try PictureSubjects.effect("narrow")
        == """
          W2[1,2]     0.9734   ->  -1
          z2[1]       2.225    ->   0.2929
          delta2[1]  -1.775    ->  -3.707
          a2[1]       2.225    ->   0.2929
          da2[1]     -1.775    ->  -3.707
          da1[2]     -0.7313   ->   4.703    +2
          delta1[2]  -0.01493  ->   0.09603  +2
          C           2.097    ->   7.394
          1 more quantity changed: diff shows
          all
          and 1 quantity still to come
        """)
  }

  @Test func valuesOnNarrowPage() throws {
    #expect(
      try PictureSubjects.values("narrow")
        == """
                [0.9701  0.6184]
          W1 ~= [0.9242  0.9750]  3x2
                [0.7218  0.5329]
              [1]
          x = [3]  2x1   C ~= 2.097
        """)
  }

  @Test func plotOnNarrowPage() throws {
    #expect(
      try PictureSubjects.plot("sigmoid(z)", ["z1"], "narrow")
        == """
               *** sigmoid(z)
            1 +                   z1[1]*X*******
              |                    ****
              |                 ***
          0.5 +               ***
              |             ***
              |         ****
            0 +*********
              ++---------------+---------------+
              -5               0               5
          At z1[1] ~= 2.825 the curve is at
          0.9440, and its slope is about
          0.05284.
          At z1[2] ~= 3.849 the curve is at
          0.9791, and its slope is about
          0.02042.
          At z1[3] ~= 2.321 the curve is at
          0.9106, and its slope is about
          0.08144.
        """)
  }

  @Test func pathsOnPlainPage() throws {
    #expect(
      try PictureSubjects.paths("dW1[1,2]", "plain")
        == """
        row 1, column 2 of d W 1 is the slope of C in row 1, column 2 of W 1. \
        2 roads lead from there to C.
        road 1: row 1, column 2 of W 1 to entry 1 of z 1 to entry 1 of a 1 to \
        entry 1 of z 2 to entry 1 of a 2 to C: 3 times 0.05284 times 0.8526 \
        times 1 times (minus 1.775) is about minus 0.2399
        road 2: row 1, column 2 of W 1 to entry 1 of z 1 to entry 1 of a 1 to \
        entry 2 of z 2 to entry 2 of a 2 to C: 3 times 0.05284 times 0.2621 \
        times 1 times 1.022 is about 0.04246
        Where roads meet they add: row 1, column 2 of d W 1 is about minus \
        0.1974, the same as the backward equations give.
        One by one the roads take 8 multiplications. Going back from the \
        end, each slope on the way computed once, takes 6.
        """)
  }

  @Test func graphOnPlainPage() throws {
    #expect(
      try PictureSubjects.graph(Notebook.valuation(), "plain")
        == """
        x is given
        z 1 comes from x and W 1
        a 1 comes from z 1
        z 2 comes from a 1 and W 2
        a 2 comes from z 2
        C comes from a 2 and y
        d a 2 comes from a 2 and y
        delta 2 comes from d a 2
        d W 2 comes from delta 2 and a 1
        d a 1 comes from W 2 and delta 2
        delta 1 comes from d a 1 and z 1
        d W 1 comes from delta 1 and x
        """)
  }

  @Test func overviewOnPlainPage() throws {
    #expect(
      try PictureSubjects.overview("plain")
        == """
        W 1: parameter, 3 by 2, 0.9701, 0.6184; 0.9242, 0.9750; 0.7218, 0.5329
        W 2: parameter, 2 by 3, 0.8526, 0.9734, 0.5130; 0.2621, 0.9749, 0.9006
        """)
  }

  @Test func effectOnPlainPage() throws {
    #expect(
      try PictureSubjects.effect("plain")
        == """
        row 1, column 2 of W 2 from 0.9734 to minus 1
        entry 1 of z 2 from 2.225 to 0.2929
        entry 1 of delta 2 from minus 1.775 to minus 3.707
        entry 1 of a 2 from 2.225 to 0.2929
        entry 1 of d a 2 from minus 1.775 to minus 3.707
        entry 2 of d a 1 from minus 0.7313 to 4.703 and 2 more
        entry 2 of delta 1 from minus 0.01493 to 0.09603 and 2 more
        C from 2.097 to 7.394
        1 more quantity changed: diff shows all
        and 1 quantity still to come
        """)
  }

  @Test func valuesOnPlainPage() throws {
    #expect(
      try PictureSubjects.values("plain")
        == """
        W 1 is 3 by 2, rounded
        row 1: 0.9701, 0.6184
        row 2: 0.9242, 0.9750
        row 3: 0.7218, 0.5329
        x is 2 by 1
        row 1: 1
        row 2: 3
        C is about 2.097
        """)
  }

  @Test func plotOnPlainPage() throws {
    #expect(
      try PictureSubjects.plot("sigmoid(z)", ["z1"], "plain")
        == """
        the curve of sigma of z over z
        sigma of z: x from minus 5 to 5
        lowest: at x equals minus 5, y is about 0.006693
        highest: at x equals 5, y is about 0.9933
        value: at x equals minus 5, y is about 0.006693
        value: at x equals minus 2.5, y is about 0.07586
        value: at x equals 0, y equals 0.5
        value: at x equals 2.5, y is about 0.9241
        value: at x equals 5, y is about 0.9933
        marked: entry 1 of z 1, at x is about 2.825, y is about 0.9440
        At entry 1 of z 1, which is about 2.825, the curve is at 0.9440, and its \
        slope is about 0.05284.
        At entry 2 of z 1, which is about 3.849, the curve is at 0.9791, and its \
        slope is about 0.02042.
        At entry 3 of z 1, which is about 2.321, the curve is at 0.9106, and its \
        slope is about 0.08144.
        """)
  }

  @Test func residualGraphOnWidePage() throws {
    #expect(
      try PictureSubjects.graph(HandWritten.residual(), "wide")
        == """
               V      W     a₁    y
               ↓      ↓     ↓     ↓
          x ─→ a₁  ─→ u  ─→ s  ─→ C
               da₁ ←─ du ←─ ds ←─ 1
               ↓      ↓
               dV     dW
        """)
  }

  @Test func batchGraphOnWidePage() throws {
    #expect(
      try PictureSubjects.graph(Notebook.batch(delta: .mean), "wide")
        == """
               W₁            W₂            y
               ↓             ↓             ↓
          x ─→ z₁  ─→ a₁  ─→ z₂  ─→ a₂  ─→ c ─→ C
               δ₁  ←─ da₁ ←─ δ₂  ←─ da₂ ←────── 1
               ↓             ↓
               dW₁           dW₂
        """)
  }

  @Test func gapOnNarrowPage() throws {
    #expect(
      try PictureSubjects.plot("ln(z)", [], "narrow")
        == """
              *** ln(z)
           2 +
             |                        **********
             |                    *****
           0 +..................***.............
             |                  *
          -2 +                 *
             |                 *
             ++----------------+---------------+
             -5                0               5
          ln(z) has no value from about -5 to
          about 0.
        """)
  }
}
