import Algebra
import Formats
import Foundation
import Networks
import TestSupport
import Testing

/// Networks written down as scripts and computed by NumPy.
@Suite struct OracleScriptTests {
  @Test(arguments: ["networks", "saturated"], PythonLibrary.allCases)
  func thePythonOfEveryOracleAgrees(
    _ file: String, _ library: PythonLibrary
  ) throws {
    var names: [String] = []
    var scripts: [String] = []
    for oracle in try ComputedOracle.all(in: file) {
      for delta in Worksheet.DeltaConvention.allCases {
        guard let valuation = try? oracle.valuation(delta) else { continue }
        names.append("\(oracle.name), \(delta)")
        scripts.append(
          try PythonScript(valuation, library: library, title: oracle.name)
            .text)
      }
    }
    #expect(scripts.count > 90)
    guard
      let outcomes = try Python.run(scripts, modules: [Python.torchStandIn])
    else { return print(Python.absence) }
    for (name, outcome) in zip(names, outcomes) {
      #expect(outcome.code == 0, "\(name)\n\(outcome.output)")
    }
  }
}
