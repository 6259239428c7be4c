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
}
