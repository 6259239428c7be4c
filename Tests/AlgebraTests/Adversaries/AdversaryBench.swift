import Algebra
import Matrices

/// A worksheet about which claims are made.
struct AdversaryBench: Sendable {
  var name: String
  var worksheet: Worksheet
  var letters: [FreeLetter] = []
  /// The numbers that it is shown with, if any.
  var givens: [Name: Matrix<Double>] = [:]
}

extension AdversaryBench {
  /// Numbers: z, u, v and w are any, s and t above 0, p and q between 0 and 1.
  static let numbers = AdversaryBench(
    name: "numbers", worksheet: Worksheet(functions: defined),
    letters: ["z", "u", "v", "w"].map { FreeLetter($0) }
      + ["s", "t"].map { FreeLetter($0, domain: .positive) }
      + ["p", "q"].map { FreeLetter($0, domain: .closed(0, 1)) })

  /// Functions that an author defines, with a branch among them.
  private static let defined: [Name: Function] = {
    let x = Expression.name(Elementwise.input)
    let laws: [(Name, Expression)] = [
      ("swish", x.times(.call("sigmoid", x))),
      (
        "elu",
        .call("max", x, 0).plus(
          .call("min", 0, Expression.call("exp", x).minus(1)))
      ),
      ("cubic", x.raised(to: 3).minus(x)),
      ("clipped", .call("min", 1, .call("max", x, -1))),
      (
        "gelu_tanh",
        Expression.decimal("½").times(x).times(
          Expression(1).plus(
            .call(
              "tanh",
              Expression.call(
                "sqrt", Expression(2).over(.decimal("3.141592653589793"))
              )
              .times(x.plus(.decimal("0.044715").times(x.raised(to: 3)))))))
      ),
    ]
    var functions: [Name: Function] = [:]
    for (name, law) in laws {
      functions[name] = try? .defined(name: name, parameter: "x", body: law)
    }
    functions["g"] = .opaque("g")
    functions["f"] = .opaque("f")
    return functions
  }()

  /// Matrices of many shapes, and a few quantities that follow from them.
  static let matrices: AdversaryBench = {
    let (n, k, m) = (
      Dimension.size("n"), Dimension.size("k"), Dimension.size("m")
    )
    let shapes: [(Name, SymbolicShape)] = [
      ("A", .matrix(rows: n, columns: k)), ("B", .matrix(rows: k, columns: m)),
      ("X", .matrix(rows: n, columns: m)), ("Y", .matrix(rows: n, columns: m)),
      ("S", .matrix(rows: n, columns: n)), ("T", .matrix(rows: n, columns: n)),
      ("b", .column(n)), ("e", .column(n)), ("h", .column(k)),
      ("r", .matrix(rows: .one, columns: m)), ("z", .scalar), ("u", .scalar),
    ]
    return AdversaryBench(
      name: "matrices",
      worksheet: Worksheet(
        givens: shapes.map { Given($0.0, $0.1, role: .input) },
        equations: [
          Equation("Z", Expression("A").matmul("B")),
          Equation("P", .call("softmax", "Z")),
          Equation("c", .call("colsum", Expression("X").hadamard("Z"))),
          Equation("J", .call("sum", .call("tanh", "Z"))),
        ], sizes: ["n": n, "k": k, "m": m], functions: defined))
  }()
}
