extension Rule {
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
}
