extension Function {
  /// Every function of the language.
  public static let all: [Function] = [
    identity, sigmoid, tanh, relu, leakyRelu, softplus, gelu,
    exp, ln, log1p, sqrt, abs, sign, step, sin, cos, cosh, sinh, sech, erf,
    normalShare, normalDensity,
    softmax, logSoftmax, lse, lseOthers, passOthers,
    sum, mean, rowSum, columnSum, sumOthers, max, min,
    norm, inner, trace, diag, ones, zeros, eye, shape,
    allTrue, anyTrue, not,
  ]

  /// Every function under each of its spellings.
  public static let table: [Name: Function] = {
    var table: [Name: Function] = [:]
    for function in all {
      table[function.name] = function
      for spelling in function.spellings { table[Name(spelling)] = function }
    }
    return table
  }()
}
