import Algebra
import Formats
import Foundation
import Networks
import TestSupport
import Testing

/// Networks written down as scripts and computed by NumPy.
@Suite struct OracleScriptTests {
  @Test(arguments: ["networks", "saturated"])
  func numPyAgreesWithEveryOracle(_ file: String) throws {
    for delta in Worksheet.DeltaConvention.allCases {
      var names: [String] = []
      var scripts: [String] = []
      for oracle in try ComputedOracle.all(in: file) {
        guard let valuation = try? oracle.valuation(delta) else { continue }
        names.append(oracle.name)
        scripts.append(
          try PythonScript(valuation, library: .numpy, title: oracle.name)
            .text)
      }
      guard let outcomes = try Python.run(scripts) else {
        return print(Python.absence)
      }
      for (place, outcome) in outcomes.enumerated() where outcome.code != 0 {
        if let folder = ProcessInfo.processInfo.environment["KEEP"] {
          try scripts[place].write(
            toFile: "\(folder)/\(file)-\(delta.rawValue)-\(place).py",
            atomically: true, encoding: .utf8)
        }
        Issue.record("\(names[place]), \(delta):\n\(outcome.output)")
      }
    }
  }
}
