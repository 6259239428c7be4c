import Algebra
import Matrices
import TestSupport
import Testing

@testable import Formats

/// Every function of the language in Python: its value, and what the library
/// takes for its slope.
@Suite struct ScriptFunctionTests {
  private static let ours =
    "[0.7 1.9 -0.3; -2.1 0.4 1.1; 3.2 -0.6 -1.3]"
  private static let positive = "[0.7 1.9 0.3; 2.1 0.4 1.1; 3.2 0.6 1.3]"
  private static let large = "[800 -800 40; 0 -40 20; -20 36 -1]"

  /// The function called with matrices, or with what it takes instead.
  private static func call(of function: Function) -> String {
    switch function.name {
    case "ones", "zeros": "\(function.name.ascii)(3, n)"
    case "eye": "eye(n)"
    case "passothers": "passothers(A, B)"
    case "max", "min", "inner": "\(function.name.ascii)(A, B)"
    default: "\(function.name.ascii)(A)"
    }
  }

  private static func sheet(
    _ call: String, _ entries: String, slopeAtKink: Double = 0
  ) throws -> ScriptSheet {
    let givens: [(Name, String)] = [
      ("A", entries), ("B", "[1 -1 0.5; 2 0.4 -3; 0 1 0.2]"),
    ]
    let sizes: [Name: Dimension] = ["n": .fixed(3)]
    let plain = try ScriptSheet(
      givens, ["q = \(call)"], sizes: sizes, slopeAtKink: slopeAtKink)
    let isNumber = plain.worksheet.scope.shapes["q"] == .scalar
    // Weights, so that no two entries count alike.
    let value = try #require(try plain.valuation.values["q"])
    let weights = value.rowArrays.map { row in
      row.indices.map { "\(Double($0 + 1) * 0.3 + Double(row.count))" }
        .joined(separator: " ")
    }.joined(separator: "; ")
    let cost = isNumber ? "C = 1.7*q" : "C = sum(G .* q)"
    let full = try? ScriptSheet(
      givens, constants: [("G", "[\(weights)]")], ["q = \(call)", cost],
      sizes: sizes, slopeAtKink: slopeAtKink)
    return full ?? plain
  }

  @Test func everyFunctionIsTranslated() {
    for function in Function.all {
      #expect(PythonFunction.named(function.name) != nil, "\(function.name)")
    }
    #expect(PythonFunction.all.count == Function.all.count)
  }

  @Test(arguments: PythonLibrary.allCases)
  func everyFunctionHasOurValueAndOurSlope(_ library: PythonLibrary) throws {
    var scripts: [(label: String, text: String)] = []
    for function in Function.all {
      for entries in [Self.ours, Self.positive, Self.large] {
        let call = Self.call(of: function)
        scripts.append(
          (
            "\(call) at \(entries)",
            try Self.sheet(call, entries).script(library)
          ))
      }
    }
    try expectAgreement(scripts)
  }

  @Test(arguments: PythonLibrary.allCases)
  func oneArgumentOfAnExtremumIsAllEntries(_ library: PythonLibrary) throws {
    let ties = "[1 3 2; 3 3 0; 1 0 0]"
    try expectAgreement(
      ["max(A)", "min(A)"].flatMap { call in
        [Self.ours, ties].map { (call, $0) }
      }.map { call, entries in
        (call, try Self.sheet(call, entries).script(library))
      })
  }

  /// The slope at a kink is the worksheet's, whatever the library takes.
  @Test(arguments: [0, 0.5, 1])
  func theSlopeAtAKinkIsOurs(_ slope: Double) throws {
    let zeros = "[0 1 -1; 2 0 0; 1 -1 0.5]"
    let equal = "[1 -1 0.5; 2 0.4 -3; 0 1 0.2]"
    let calls = [
      ("relu(A)", zeros), ("leakyrelu(A)", zeros), ("abs(A)", zeros),
      ("max(A, B)", equal), ("min(A, B)", equal), ("step(A)", zeros),
      ("relu'(A)", zeros), ("max(0, A)", zeros), ("min(A, 0)", zeros),
    ]
    for library in PythonLibrary.allCases {
      try expectAgreement(
        calls.map { call, entries in
          (
            "\(call), \(slope)",
            try Self.sheet(call, entries, slopeAtKink: slope).script(library)
          )
        })
    }
  }

  /// Slopes of slopes, from the formulas that the language holds.
  @Test(arguments: PythonLibrary.allCases)
  func everyDerivativeIsTranslated(_ library: PythonLibrary) throws {
    var scripts: [(label: String, text: String)] = []
    for function in Function.all where function.elementwise != nil {
      for primes in ["'", "''"] {
        let name = function.name.ascii + primes
        for entries in [Self.ours, Self.positive] {
          let sheet = try ScriptSheet(
            [("A", entries)], ["q = \(name)(A)", "r = 2*\(name)(A)"])
          scripts.append(("\(name) at \(entries)", try sheet.script(library)))
        }
      }
    }
    try expectAgreement(scripts)
  }

  /// A function of the learner's own, and one that calls it.
  @Test(arguments: PythonLibrary.allCases)
  func whatIsDefinedInTheWorksheetIsDefinedInTheScript(
    _ library: PythonLibrary
  ) throws {
    let swish = try Function.defined(
      name: "swish", parameter: "z",
      body: Expression("z*sigmoid(z)", in: Scope(shapes: ["z": .scalar])))
    var functions = Function.table
    functions["swish"] = swish
    let twice = try Function.defined(
      name: "lambda", parameter: "t",
      body: Expression(
        "swish(t) + tanh(2t)^2",
        in: Scope(shapes: ["t": .scalar], functions: functions)),
      functions: functions)
    functions[twice.name] = twice
    var sheet = try ScriptSheet([("A", Self.ours)], [])
    sheet.worksheet.functions = [
      "swish": swish, twice.name: twice, "g1": Function.tanh.renamed("g1"),
    ]
    for (name, text) in [
      ("p", "swish(A)"), ("q", "lambda(A)"), ("r", "swish'(A)"),
      ("s", "g1(A) .* g1'(A)"),
    ] {
      sheet.worksheet.equations.append(
        Equation(
          Name(name), try Expression(text, in: sheet.worksheet.scope)))
    }
    try expectAgreement([("swish", sheet.script(library))])
  }
}
