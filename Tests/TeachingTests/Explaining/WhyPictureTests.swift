import Testing

@testable import Teaching

/// Reasons as they are drawn.
struct WhyPictureTests {
  @Test func whyProductEntryOnWidePage() throws {
    #expect(
      try PictureSubjects.why("z2[1]", "wide")
        == """
        z₂ = W₂·a₁                                                       \
        forward
          z₂[1] = W₂[1,1]·a₁[1] + W₂[1,2]·a₁[2] + W₂[1,3]·a₁[3]
                ≈ 0.8526·0.9440 + 0.9734·0.9791 + 0.5130·0.9106
                ≈ 2.225
        It reads row 1 of W₂ and all of a₁.
               ⎡0.8526*  0.9734*  0.5130*⎤        ⎡0.9440*⎤
          W₂ ≈ ⎣0.2621   0.9749   0.9006 ⎦   a₁ ≈ ⎢0.9791*⎥
                                                  ⎣0.9106*⎦
          What is read is marked *.
        ask again: why W2[1,1], why a1[1], why W2[1,2]
        """)
  }

  @Test func whyErrorEntryOnWidePage() throws {
    #expect(
      try PictureSubjects.why("δ1[2]", "wide")
        == """
        δ₁ = da₁ ⊙ σ′(z₁)                                      backward, \
        derived
        δ₁ is the slope of C in z₁.
        Chain rule: along a road slopes multiply; where roads meet they add.
          δ₁[2] = da₁[2]·σ′(z₁[2])
                ≈ (-0.7313)·σ′(3.849)
                ≈ -0.01493
        σ′(z₁[2]) is the slope of σ at z₁[2] ≈ 3.849: about 0.02042.
        It reads da₁[2] and z₁[2].
                ⎡-1.245    ⎤        ⎡2.825 ⎤
          da₁ ≈ ⎢-0.7313  *⎥   z₁ ≈ ⎢3.849*⎥
                ⎣ 0.009892 ⎦        ⎣2.321 ⎦
          What is read is marked *.
        Raise z₁[2] by 0.01 and C falls by about 0.0001493.
        ask again: why da1[2], why z1[2]
        """)
  }

  @Test func whyTransposeOnWidePage() throws {
    #expect(
      try PictureSubjects.why("W2'", "wide")
        == """
        da₁ = W₂ᵀ·δ₂                                           backward, \
        derived
        Forward, W₂·a₁ in z₂ multiplies entry j of a₁ by column j of W₂: \
        through that
        column entry j reaches every row of z₂.
        So entry j here needs column j of W₂, one term for each row that it \
        feeds. A
        product reads the rows of its left factor; row j of W₂ᵀ is column j \
        of W₂.
        So the first entry reads column 1 of W₂:
          da₁[1] = W₂[1,1]·δ₂[1] + W₂[2,1]·δ₂[2]
                 ≈ 0.8526·(-1.775) + 0.2621·1.022
                 ≈ -1.245
                ⎡0.8526  0.2621⎤
          W₂ᵀ ≈ ⎢0.9734  0.9749⎥  3×2
                ⎣0.5130  0.9006⎦
        ask again: why W2, why da1[1]
        """)
  }

  @Test func whyCostOnWidePage() throws {
    #expect(
      try PictureSubjects.why("C", "wide")
        == """
        C = ½ sum((a₂ - y).²)                                               \
        cost
          C = ½((a₂[1] - y[1])² + (a₂[2] - y[2])²)
            ≈ ½((2.225 - 4)² + (2.022 - 1)²)
            ≈ 2.097
        It reads all of a₂ and all of y.
        ask again: why a2[1], why y[1], why a2[2]
        """)
  }

  @Test func whyWeightOnWidePage() throws {
    #expect(
      try PictureSubjects.why("W2[1,2]", "wide")
        == """
        W₂ is a parameter: nothing computes it, training alters it.
          W₂[1,2] ≈ 0.9734
        It goes into z₂ = W₂·a₁
        On the way back da₁ reads it.
        The slope of C in W₂ is dW₂.
        Raise W₂[1,2] by 0.01 and C falls by about 0.01738.
        ask again: why z2, why da1, why dW2[1,2]
        """)
  }

  @Test func whyProductEntryOnNarrowPage() throws {
    #expect(
      try PictureSubjects.why("z2[1]", "narrow")
        == """
        z2 = W2 @ a1                     forward
          z2[1] = W2[1,1]*a1[1] + W2[1,2]*a1[2]
                  + W2[1,3]*a1[3]
                ~= 0.8526*0.9440 + 0.9734*0.9791
                  + 0.5130*0.9106
                ~= 2.225
        It reads row 1 of W2 and all of a1.
                [0.8526*  0.9734*  0.5130*]
          W2 ~= [0.2621   0.9749   0.9006 ]
                [0.9440*]
          a1 ~= [0.9791*]
                [0.9106*]
          What is read is marked *.
        ask again: why W2[1,1], why a1[1],
        why W2[1,2]
        """)
  }

  @Test func whyErrorEntryOnNarrowPage() throws {
    #expect(
      try PictureSubjects.why("δ1[2]", "narrow")
        == """
        delta1 = da1 .* sigmoid'(z1)
          backward, derived
        delta1 is the slope of C in z1.
        Chain rule: along a road slopes
        multiply; where roads meet they add.
          delta1[2] = da1[2]*sigmoid'(z1[2])
                    ~= (-0.7313)*sigmoid'(3.849)
                    ~= -0.01493
        sigmoid'(z1[2]) is the slope of sigmoid
        at z1[2] ~= 3.849: about 0.02042.
        It reads da1[2] and z1[2].
                 [-1.245    ]         [2.825 ]
          da1 ~= [-0.7313  *]   z1 ~= [3.849*]
                 [ 0.009892 ]         [2.321 ]
          What is read is marked *.
        Raise z1[2] by 0.01 and C falls by about
        0.0001493.
        ask again: why da1[2], why z1[2]
        """)
  }

  @Test func whyTransposeOnNarrowPage() throws {
    #expect(
      try PictureSubjects.why("W2'", "narrow")
        == """
        da1 = W2' @ delta2     backward, derived
        Forward, W2 @ a1 in z2 multiplies entry
        j of a1 by column j of W2: through that
        column entry j reaches every row of z2.
        So entry j here needs column j of W2,
        one term for each row that it feeds. A
        product reads the rows of its left
        factor; row j of W2' is column j of W2.
        So the first entry reads column 1 of W2:
          da1[1] = W2[1,1]*delta2[1] +
                   W2[2,1]*delta2[2]
                 ~= 0.8526*(-1.775) +
                   0.2621*1.022
                 ~= -1.245
                 [0.8526  0.2621]
          W2' ~= [0.9734  0.9749]  3x2
                 [0.5130  0.9006]
        ask again: why W2, why da1[1]
        """)
  }

  @Test func whyProductEntryOnPlainPage() throws {
    #expect(
      try PictureSubjects.why("z2[1]", "plain")
        == """
        z 2 equals W 2 times a 1, forward
        entry 1 of z 2 equals row 1, column 1 of W 2 times entry 1 of a 1 plus \
        row 1, column 2 of W 2 times entry 2 of a 1 plus row 1, column 3 of \
        W 2 times entry 3 of a 1
        entry 1 of z 2 is about 0.8526 times 0.9440 plus 0.9734 times 0.9791 \
        plus 0.5130 times 0.9106
        entry 1 of z 2 is about 2.225
        It reads row 1 of W 2 and all of a 1.
        ask again: why W2[1,1], why a1[1], why W2[1,2]
        """)
  }

  @Test func whyErrorEntryOnPlainPage() throws {
    #expect(
      try PictureSubjects.why("δ1[2]", "plain")
        == """
        delta 1 equals d a 1 entry by entry times sigma prime of z 1, backward, \
        derived
        delta 1 is the slope of C in z 1.
        Chain rule: along a road slopes multiply; where roads meet they add.
        entry 2 of delta 1 equals entry 2 of d a 1 times sigma prime of entry 2 \
        of z 1
        entry 2 of delta 1 is about open bracket minus 0.7313 close bracket \
        times sigma prime of 3.849
        entry 2 of delta 1 is about minus 0.01493
        sigma prime of entry 2 of z 1 is the slope of sigma at entry 2 of z 1, \
        which is about 3.849, it is about 0.02042.
        It reads entry 2 of d a 1 and entry 2 of z 1.
        Raise entry 2 of z 1 by 0.01 and C falls by about 0.0001493.
        ask again: why da1[2], why z1[2]
        """)
  }

  @Test func whyTransposeOnPlainPage() throws {
    #expect(
      try PictureSubjects.why("W2'", "plain")
        == """
        d a 1 equals W 2 transpose times delta 2, backward, derived
        Forward, W 2 times a 1 in z 2 multiplies entry j of a 1 by column j of \
        W 2: through that column entry j reaches every row of z 2.
        So entry j here needs column j of W 2, one term for each row that it \
        feeds. A product reads the rows of its left factor; row j of W 2 \
        transpose is column j of W 2.
        So the first entry reads column 1 of W 2:
        entry 1 of d a 1 equals row 1, column 1 of W 2 times entry 1 of delta 2 \
        plus row 2, column 1 of W 2 times entry 2 of delta 2
        entry 1 of d a 1 is about 0.8526 times open bracket minus 1.775 close \
        bracket plus 0.2621 times 1.022
        entry 1 of d a 1 is about minus 1.245
        W 2 transpose is 3 by 2, rounded
        row 1: 0.8526, 0.2621
        row 2: 0.9734, 0.9749
        row 3: 0.5130, 0.9006
        ask again: why W2, why da1[1]
        """)
  }
}
