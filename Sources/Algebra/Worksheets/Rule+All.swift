extension Rule {
  public static let definition = Rule(
    "definition of", takesName: true,
    "The name stands for what its equation says.")
  public static let chain = Rule(
    "chain rule",
    "Along a road slopes multiply; where roads meet they add.")
  public static let slope = Rule(
    "slope of", takesName: true,
    "The slope of a function is known and written in its output or input.")
  public static let sum = Rule(
    "sum rule", "The slope of a sum is the sum of the slopes.")
  public static let difference = Rule(
    "difference rule",
    "The slope of a difference is the difference of the slopes.")
  public static let constant = Rule(
    "constant rule", "What does not depend on the variable has slope 0.")
  public static let constantMultiple = Rule(
    "constant multiple", "A constant factor stays in front of the slope.")
  public static let product = Rule(
    "product rule", "Each factor has its slope taken in turn.")
  public static let quotient = Rule(
    "quotient rule",
    "Slope of the top times the bottom, less the top times the slope of the "
      + "bottom, over the bottom squared.")
  public static let reciprocal = Rule(
    "reciprocal rule",
    "The slope of 1/u is minus the slope of u over u squared.")
  public static let power = Rule(
    "power rule", "The exponent comes to the front and goes down by one.")
  public static let exponential = Rule(
    "exponential rule", "The slope of exp(u) is exp(u) times the slope of u.")
  public static let logarithm = Rule(
    "logarithm rule", "The slope of ln(u) is the slope of u over u.")
  public static let commonDenominator = Rule(
    "common denominator", "Fractions over one denominator are added on top.")
  public static let splitFraction = Rule(
    "split fraction", "A fraction is taken apart into a sum or a product.")
  public static let addAndSubtract = Rule(
    "add and subtract", "Adding a number and taking it away changes nothing.")
  public static let factorOut = Rule(
    "factor out", "What all terms share is written once.")
  public static let expand = Rule(
    "expand", "A bracket is multiplied out.")
  public static let cancel = Rule(
    "cancel", "What stands above and below, or is added and taken away, goes.")
  public static let sameBase = Rule(
    "same base", "Powers of one base multiply by adding their exponents.")
  public static let branch = Rule(
    "branch", "On each side of a kink the function is one simple piece.")
  public static let arithmetic = Rule(
    "arithmetic", "Numbers are put together and factors put in order.")
  public static let rearrange = Rule(
    "rearrange", "Terms and factors change places where order does not matter.")
  public static let productTransposed = Rule(
    "transpose of a product",
    "The transpose of a product is the product of the transposes, reversed.")
  public static let roads = Rule(
    "sum over roads",
    "A quantity that is used in several places sends a slope through each.")
  public static let moveLeft = Rule(
    "move left",
    "The left factor of a product sends the slope on through its transpose.")
  public static let moveRight = Rule(
    "move right",
    "The slope in the left factor is the slope in the product times the "
      + "right factor's transpose.")
  public static let readOff = Rule(
    "read off", "What stands before a differential is the slope.")
  public static let bias = Rule(
    "bias joins every column",
    "A column that joins every example gathers the slopes of all of them.")
  public static let squaredNorm = Rule(
    "squared norm", "The slope of a sum of squares is twice the matrix.")
  public static let logarithmOfSigmoid = Rule(
    "logarithm of a sigmoid",
    "ln σ(u) is −softplus(−u), and ln(1 − σ(u)) is −softplus(u).")
  public static let complementOfSigmoid = Rule(
    "complement of a sigmoid", "1 − σ(u) is σ(−u).")
  public static let complementOfSoftmax = Rule(
    "complement of a softmax", "1 less a share is the sum of the others.")
  public static let logarithmOfSoftmax = Rule(
    "logarithm of a softmax",
    "ln softmax(u) is u less the logarithm of the sum of its exponentials.")
  public static let oneInEachColumn = Rule(
    "the columns of the target sum to 1",
    "An assumption: each column of the target adds up to 1.")
  public static let softmax = Rule(
    "softmax rule",
    "Each share moves with its own sum and against those of the others.")
  public static let logSoftmax = Rule(
    "log-softmax rule",
    "The slope in each sum is its own, less its share of them all.")
  public static let logSumExp = Rule(
    "log-sum-exp rule", "The slope in each sum is its share.")
  public static let norm = Rule(
    "norm rule", "The slope of a length is the direction.")
  public static let trace = Rule(
    "trace rule", "Only the entries on the diagonal have a slope.")
  public static let mean = Rule(
    "mean rule", "Each of the m entries has a share of 1/m.")
  public static let sumOfOthers = Rule(
    "sum of the others", "Each entry sends a slope to all the others.")
  public static let entry = Rule(
    "entry", "One entry of a matrix equation is an equation of numbers.")

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

extension Reason {
  /// Reads what an author wrote behind `by`.
  ///
  /// Nothing comes of a text that is no rule's name.
  ///
  /// - Parameter text: A rule's name, with the name that it takes.
  public init?(_ text: String) {
    if let rule = Rule.all.first(where: { !$0.takesName && $0.name == text }) {
      self.init(rule)
      return
    }
    guard
      let rule = Rule.all.first(where: {
        $0.takesName && text.hasPrefix($0.name + " ")
      })
    else { return nil }
    self.init(rule, Name(String(text.dropFirst(rule.name.count + 1))))
  }
}
