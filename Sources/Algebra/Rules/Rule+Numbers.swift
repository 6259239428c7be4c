extension Rule {
  public static let definition = Rule(
    "definition of", takesName: true,
    "The name stands for what its equation says.")
  public static let chain = Rule(
    "chain rule",
    "Along a road slopes multiply; where roads meet they add.",
    laws: [
      Law("D(f(u(x)), x) = f'(u(x))*D(u(x), x)", "x, u(x), f(x)"),
      Law(
        "D(sum(A .* f(Z)), Z) = A .* f'(Z)", "A: n×m, Z: n×m, f(x)"),
    ])
  public static let slope = Rule(
    "slope of", takesName: true,
    "The slope of a function is known and written in its output or input.")
  public static let sum = Rule(
    "sum rule", "The slope of a sum is the sum of the slopes.",
    laws: [
      Law("D(u(x) + v(x), x) = D(u(x), x) + D(v(x), x)", "x, u(x), v(x)")
    ])
  public static let difference = Rule(
    "difference rule",
    "The slope of a difference is the difference of the slopes.",
    laws: [
      Law("D(u(x) - v(x), x) = D(u(x), x) - D(v(x), x)", "x, u(x), v(x)")
    ])
  public static let constant = Rule(
    "constant rule", "What does not depend on the variable has slope 0.",
    laws: [Law("D(c, x) = 0", "c, x")])
  public static let constantMultiple = Rule(
    "constant multiple", "A constant factor stays in front of the slope.",
    laws: [
      Law("D(c*u(x), x) = c*D(u(x), x)", "c, x, u(x)"),
      Law("D(u(x)/c, x) = D(u(x), x)/c", "c, x, u(x)", where: "c != 0"),
      Law("D(-u(x), x) = -D(u(x), x)", "x, u(x)"),
      Law("D(c*x, x) = c", "c, x"),
    ])
  public static let product = Rule(
    "product rule", "Each factor has its slope taken in turn.",
    laws: [
      Law(
        "D(u(x)*v(x), x) = D(u(x), x)*v(x) + u(x)*D(v(x), x)",
        "x, u(x), v(x)")
    ])
  public static let quotient = Rule(
    "quotient rule",
    "Slope of the top times the bottom, less the top times the slope of the "
      + "bottom, over the bottom squared.",
    laws: [
      Law(
        "D(u(x)/v(x), x) = (D(u(x), x)*v(x) - u(x)*D(v(x), x))/v(x)^2",
        "x, u(x), v(x)", where: "v(x) != 0")
    ])
  public static let reciprocal = Rule(
    "reciprocal rule",
    "The slope of 1/u is minus the slope of u over u squared.",
    laws: [
      Law("D(1/u(x), x) = -D(u(x), x)/u(x)^2", "x, u(x)", where: "u(x) != 0"),
      Law(
        "D(c/u(x), x) = -c*D(u(x), x)/u(x)^2", "c, x, u(x)",
        where: "u(x) != 0"),
    ])
  public static let power = Rule(
    "power rule", "The exponent comes to the front and goes down by one.",
    laws: [
      Law(
        "D(u(x)^n, x) = n*u(x)^(n - 1)*D(u(x), x)", "n, x, u(x)",
        where: "u(x) > 0"),
      Law("D(u(x)^2, x) = 2*u(x)*D(u(x), x)", "x, u(x)"),
      Law(
        "D(u(x)^(-1), x) = -u(x)^(-2)*D(u(x), x)", "x, u(x)",
        where: "u(x) != 0"),
      Law("D(x^3, x) = 3*x^2", "x"), Law("D(x, x) = 1", "x"),
    ])
  public static let exponential = Rule(
    "exponential rule", "The slope of exp(u) is exp(u) times the slope of u.",
    laws: [
      Law("D(exp(u(x)), x) = exp(u(x))*D(u(x), x)", "x, u(x)"),
      Law("D(exp(x), x) = exp(x)", "x"),
      Law("a^b = exp(b*ln(a))", "a, b", where: "a > 0"),
    ])
  public static let logarithm = Rule(
    "logarithm rule", "The slope of ln(u) is the slope of u over u.",
    laws: [
      Law("D(ln(u(x)), x) = D(u(x), x)/u(x)", "x, u(x)", where: "u(x) > 0"),
      Law("D(ln(x), x) = 1/x", "x", where: "x > 0"),
    ])
  public static let commonDenominator = Rule(
    "common denominator", "Fractions over one denominator are added on top.",
    laws: [
      Law("a/c + b/c = (a + b)/c", "a, b, c", where: "c != 0"),
      Law("a/c - b/c = (a - b)/c", "a, b, c", where: "c != 0"),
      Law("a + b/c = (a*c + b)/c", "a, b, c", where: "c != 0"),
    ])
  public static let splitFraction = Rule(
    "split fraction", "A fraction is taken apart into a sum or a product.",
    laws: [
      Law("(a + b)/c = a/c + b/c", "a, b, c", where: "c != 0"),
      Law("(a - b)/c = a/c - b/c", "a, b, c", where: "c != 0"),
      Law(
        "(a*b)/(c*d) = (a/c)*(b/d)", "a, b, c, d", where: "c != 0", "d != 0"),
    ])
  public static let addAndSubtract = Rule(
    "add and subtract", "Adding a number and taking it away changes nothing.",
    laws: [Law("a = b + a - b", "a, b")])
  public static let factorOut = Rule(
    "factor out", "What all terms share is written once.",
    laws: [
      Law("a*b + a*c = a*(b + c)", "a, b, c"),
      Law("a*b - a*c = a*(b - c)", "a, b, c"),
      Law("a - a^2 = a*(1 - a)", "a"),
    ])
  public static let expand = Rule(
    "expand", "A bracket is multiplied out.",
    laws: [
      Law("a*(b + c) = a*b + a*c", "a, b, c"),
      Law("a*(b - c) = a*b - a*c", "a, b, c"),
      Law("(a + b)^2 = a^2 + 2*a*b + b^2", "a, b"),
      Law("(a - b)*(a + b) = a^2 - b^2", "a, b"),
    ])
  public static let cancel = Rule(
    "cancel", "What stands above and below, or is added and taken away, goes.",
    laws: [
      Law("(a*b)/(a*c) = b/c", "a, b, c", where: "a != 0", "c != 0"),
      Law("a/a = 1", "a", where: "a != 0"),
      Law("a/a^2 = 1/a", "a", where: "a != 0"),
      Law("a + b - b = a", "a, b"),
    ])
  public static let sameBase = Rule(
    "same base", "Powers of one base multiply by adding their exponents.",
    laws: [
      Law("a^m*a^n = a^(m + n)", "a, m, n", where: "a > 0"),
      Law("a*a = a^2", "a"),
      Law("exp(a)*exp(b) = exp(a + b)", "a, b"),
      Law("exp(a)/exp(b) = exp(a - b)", "a, b"),
    ])
  public static let branch = Rule(
    "branch", "On each side of a kink the function is one simple piece.",
    laws: [
      Law("relu(x) = x", "x", where: "x > 0"),
      Law("relu(x) = 0", "x", where: "x < 0"),
      Law("leakyrelu(x) = x", "x", where: "x > 0"),
      Law("leakyrelu(x) = 0.01*x", "x", where: "x < 0"),
      Law("abs(x) = x", "x", where: "x > 0"),
      Law("abs(x) = -x", "x", where: "x < 0"),
      Law("step(x) = 1", "x", where: "x > 0"),
      Law("step(x) = 0", "x", where: "x < 0"),
      Law("relu'(x) = step(x)", "x", where: "x != 0"),
      Law(
        "D(max(u(x), v(x)), x) = step(u(x) - v(x))*D(u(x), x) "
          + "+ (1 - step(u(x) - v(x)))*D(v(x), x)", "x, u(x), v(x)",
        where: "u(x) != v(x)"),
      Law(
        "D(min(u(x), v(x)), x) = step(u(x) - v(x))*D(v(x), x) "
          + "+ (1 - step(u(x) - v(x)))*D(u(x), x)", "x, u(x), v(x)",
        where: "u(x) != v(x)"),
    ])
  public static let arithmetic = Rule(
    "arithmetic", "Numbers are put together and factors put in order.",
    laws: [
      Law("2*(3*a) = 6*a", "a"), Law("a*(-b) = -(a*b)", "a, b"),
      Law("-(-a) = a", "a"), Law("a - (-b) = a + b", "a, b"),
      Law("a + 0 = a", "a"), Law("1*a = a", "a"), Law("0*a = 0", "a"),
      Law("2*a + 3*a = 5*a", "a"),
      Law("a*(b/c) = a*b/c", "a, b, c", where: "c != 0"),
    ])
  public static let rearrange = Rule(
    "rearrange", "Terms and factors change places where order does not matter.",
    laws: [
      Law("a + b = b + a", "a, b"), Law("a*b = b*a", "a, b"),
      Law("A + B = B + A", "A: n×m, B: n×m"),
      Law("A .* B = B .* A", "A: n×m, B: n×m"),
    ])
}
