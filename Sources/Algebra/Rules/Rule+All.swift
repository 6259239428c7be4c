extension Rule {
  /// Every rule, in the order in which help lists them.
  public static let all: [Rule] =
    [
      definition, chain, roads, slope, sum, difference, constant,
      constantMultiple, product, quotient, reciprocal, power, exponential,
      logarithm, branch, arithmetic, rearrange, commonDenominator,
      splitFraction, addAndSubtract, factorOut, expand, cancel, sameBase,
    ] + entries + matrices + differentials + functions

  static let entries: [Rule] = [
    entry, oneEntry, slopeOfProduct, slopeOfEntry, eachByItself, kronecker,
    rowOfTranspose, columnOfTranspose, readAsProduct, readAsSum,
    entryByEntry, everyEntry,
  ]

  static let matrices: [Rule] = [
    productTransposed, innerProduct, moveLeft, moveRight, slide, flip, split,
    undoBroadcast, undoSum, readOff, bias, oneInEachColumn,
  ]

  static let differentials: [Rule] = [
    dConstant, dSum, dMultiple, dProduct, dQuotient, dElementwise, dTranspose,
    dBroadcast, dSoftmax, dLogSoftmax, dLogSumExp, dNorm,
  ]

  static let functions: [Rule] = [
    softmax, logSoftmax, logSumExp, norm, squaredNorm, trace, mean,
    sumOfOthers, logarithmOfSigmoid, complementOfSigmoid, logarithmOfSoftmax,
    complementOfSoftmax,
  ]
}
