extension Rule {
  /// Every rule, in the order in which help lists them.
  public static let all: [Rule] = [
    definition, chain, roads, slope, sum, difference, constant,
    constantMultiple, product, quotient, reciprocal, power, exponential,
    logarithm, branch, arithmetic, rearrange, commonDenominator,
    splitFraction, addAndSubtract, factorOut, expand, cancel, sameBase, entry,
    productTransposed, moveLeft, moveRight, bias, squaredNorm, readOff,
    softmax, logSoftmax, logSumExp, norm, trace, mean, sumOfOthers,
    logarithmOfSigmoid, complementOfSigmoid, logarithmOfSoftmax,
    complementOfSoftmax,
    oneInEachColumn,
  ]
}
