import Algebra
import Formats
import Foundation
import Networks
import TestSupport
import Testing
@Suite struct DumpTests {
  @Test func dump() throws {
    guard let folder = ProcessInfo.processInfo.environment["KEEP"] else { return }
    for file in ["networks", "saturated"] {
      for (place, oracle) in try ComputedOracle.all(in: file).enumerated() {
        for delta in Worksheet.DeltaConvention.allCases {
          for library in PythonLibrary.allCases {
            guard let v = try? oracle.valuation(delta) else { continue }
            try PythonScript(v, library: library, title: oracle.name).text.write(toFile: "\(folder)/\(library.rawValue)-\(file)-\(delta.rawValue)-\(place).py", atomically: true, encoding: .utf8)
          }
        }
      }
    }
  }
}
