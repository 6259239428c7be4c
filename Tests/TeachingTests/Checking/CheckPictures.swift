/// What `check --steps` draws for a cost of products.
enum CheckPictures {
  static let lines = [
    "new", "given W: 1×2, x: 2×1", "C = (W @ x)^6", "set W = [0.5 -1]",
    "set x = [3; 1]",
  ]

  static let unicode = """
     The error of dW by differences, up, against the step h, across; both as powers
     of ten.
           ⠒⠒⠒ two values: h²   ⠒ ⠒ four values: h⁴
        0 ┤                                                     ⣀⠔
          │                                                 ⡠⠤⠒⢉⠈
          │                                             ⢀⠤⠒⠉  ⠒⠁
       -5 ┤⠢⡀                                        ⢀⠤⠊⠁  ⢀⠜
          │ ⠈⠉⠱⡀ ⡠⠤⢄⡀                             ⡠⠔⠊⠁    ⡠
          │    ⠈⠊   ⠈⠒⠢⠤⠦⠴⠤⡀ ⣀⡀               ⢀⡠⠔⠉       ⠊
          │                ⠈⠉⠉⠉⢦⡀ ⣀       ⢀⣀⠤⠊⠁       ⢀⠜
      -10 ┤                     ⠙⠒⠉⠉⠒⠢⠤⠤⡔⠊⠁          ⡠
          │                             ⠈⠉ ⠉⠉ ⠢⢄    ⠊
          │                                      ⠤⠊
      -15 ┤
          └┬─────────┬─────────┬────────┬─────────┬─────────┬─────
          -12       -10       -8       -6        -4        -2
     A wide step leaves out how the cost bends, which grows with h² or h⁴; a narrow
     one divides the rounding of the cost by h. Best are h ≈ 5e-7 (error 2e-11) with
     two values and h ≈ 0.00005 (error 6e-14) with four.
    """

  static let ascii = """
     The error of dW by differences, up, against the step h, across; both as powers
     of ten.
           *** two values: h^2   ooo four values: h^4
        0 +                                                      o
          |                                                 ***oo
          |                                              ***  o
       -5 +oo                                         ***   oo
          |  ooo  ooo                             ****    oo
          |     oo   oooooo  oo              *****       o
          |                oo  o  oo      ***          oo
      -10 +                     oo  oooooooo          o
          |                                 ooooo oooo
          |                                      o
      -15 +
          ++---------+---------+--------+---------+---------+-----
          -12       -10       -8       -6        -4        -2
     A wide step leaves out how the cost bends, which grows with h^2 or h^4; a
     narrow one divides the rounding of the cost by h. Best are
     h ~= 5e-7 (error 2e-11) with two values and h ~= 0.00005 (error 6e-14) with
     four.
    """
}
