import Algebra
import Formats
import Matrices
import TestSupport
import Testing

/// A worksheet from lines of text, and what Python makes of it.
struct ScriptSheet {
  var worksheet: Worksheet
  var givens: [Name: Matrix<Double>]

  /// Reads parameters and inputs, each with its value as it is typed, and
  /// equations such as `z = W @ x`; that of `C` is the cost.
  init(
    _ givens: [(Name, String)], constants: [(Name, String)] = [],
    _ lines: [String], sizes: [Name: Dimension] = [:],
    slopeAtKink: Double = 0
  ) throws {
    worksheet = Worksheet(sizes: sizes, slopeAtKink: slopeAtKink)
    self.givens = [:]
    for (role, list) in [(Given.Role.parameter, givens), (.input, constants)] {
      for (name, text) in list {
        let expression = try Expression(text, in: Scope())
        let shape = try expression.shape(in: Scope())
        worksheet.givens.append(Given(name, shape, role: role))
        self.givens[name] = try expression.value(in: Scope(), values: [:])
      }
    }
    for line in lines {
      let parts = line.split(separator: "=", maxSplits: 1)
      let name = Name(parts[0].filter { $0 != " " })
      let formula = try Expression(
        String(parts[1]),
        in: worksheet.scope.bound(
          to: self.givens.mapValues(\.shape)))
      worksheet.equations.append(
        Equation(name, formula, role: name == "C" ? .cost : .forward))
    }
    if worksheet.cost != nil { worksheet = try worksheet.withBackwardPass() }
  }

  var valuation: Valuation {
    get throws { try Valuation(worksheet, givens: givens) }
  }

  func script(_ library: PythonLibrary) throws -> String {
    try PythonScript(valuation, library: library, title: "a test").text
  }
}

/// Runs scripts, PyTorch's with what stands in for it.
func run(_ scripts: [String]) throws -> [Python.Outcome]? {
  let outcomes = try Python.run(scripts, modules: [Python.torchStandIn])
  if outcomes == nil { print(Python.absence) }
  return outcomes
}

/// Holds that scripts end well, and says for each that does not why.
func expectAgreement(
  _ scripts: [(label: String, text: String)],
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  guard let outcomes = try run(scripts.map(\.text)) else { return }
  for (script, outcome) in zip(scripts, outcomes) {
    #expect(
      outcome.code == 0 && outcome.output.contains("agrees"),
      "\(script.label)\n\(outcome.output)\n\(script.text)",
      sourceLocation: sourceLocation)
  }
}
