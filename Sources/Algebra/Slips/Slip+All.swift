extension Slip {
  /// Every slip, the more particular one first where two could be meant.
  public static let all: [Slip] = [
    // Products and their factors
    transposeMissing, transposeAdded, orderSwapped, innerForOuter,
    turnedOver, matrixProductForEntrywise, entrywiseForMatrixProduct,
    sumForProduct,
    // Signs, factors and means
    signTurned, factorOfTwo, meanForgotten, meanTwice, meanOverUnits,
    penaltyForgotten, penaltyOnBias,
    // Slopes of functions
    slopeMissing, slopeAtOutput, slopeFormulaAtInput, functionForSlope,
    slopeOfSlope, slopeOfAnother, slopeOfAnotherLayer, slopeInsideProduct,
    extraSlope, softmaxDiagonal, rectifierSlope, branchesSwapped,
    // Names
    neighbouringLayer, sumForOutput, outputForSum, updatedWeights,
    errorForSlope,
    // Biases
    biasNotSummed, biasSummedOverUnits, biasSummedOverAll, biasAddedBack,
    biasAsFactor,
    // Slopes of formulas
    innerSlopeMissing, productTermMissing, powerRuleOnExponential,
    exponentKept,
    // What fits where nothing else does
    termMissing, factorMissing, otherQuantity,
  ]

  /// The slips that are also tried two at a time.
  public static let particular = all.filter { $0.rank == .particular }
}
