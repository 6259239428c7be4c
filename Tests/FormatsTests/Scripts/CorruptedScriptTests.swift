import Algebra
import Formats
import TestSupport
import Testing

/// A script that holds everything against our numbers has to notice when one
/// of them is altered.
@Suite struct CorruptedScriptTests {
  private func script(_ library: PythonLibrary) throws -> String {
    let file = try Sample.file()
    let valuation = try Valuation(
      file.description.worksheet(), givens: file.givens)
    return try PythonScript(valuation, library: library, title: "sample").text
  }

  /// The script once for each line, with the last number of that line a
  /// little larger.
  private func altered(_ text: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    return lines.indices.compactMap { place in
      let line = lines[place]
      let isTold = line.hasPrefix("check(") || line.hasPrefix("    [")
      let isGiven = line.contains("np.array([") || line.contains("tensor([[")
      guard isTold || isGiven, let dot = line.lastIndex(of: ".") else {
        return nil
      }
      guard line[line.index(after: dot)...].first?.isNumber == true else {
        return nil
      }
      var copy = lines
      copy[place] = line[...dot] + "0123" + line[line.index(after: dot)...]
      return copy[place] == line ? nil : copy.joined(separator: "\n")
    }
  }

  @Test(arguments: PythonLibrary.allCases)
  func oneAlteredNumberIsNoticed(_ library: PythonLibrary) throws {
    let text = try script(library)
    let altered = altered(text)
    #expect(altered.count > 15)
    guard let outcomes = try run([text] + altered) else { return }
    #expect(outcomes.first?.code == 0, "\(outcomes.first?.output ?? "")")
    for (outcome, script) in zip(outcomes.dropFirst(), altered) {
      #expect(outcome.code == 1, "\(outcome.output)\n\(script)")
      #expect(outcome.output.contains("DIFFERS"))
    }
  }

  /// A slope that is computed wrongly, and told just as wrongly, is given
  /// away by the differences of the cost.
  @Test func aWrongBackwardEquationIsMeasured() throws {
    let text = try script(.numpy)
    let wrong = text.split(separator: "\n").map { line in
      line == "dW2 = delta2 @ a1.T"
        ? "dW2 = 2 * (delta2 @ a1.T)"
        : line.replacing("check(\"dW2\", dW2,", with: "check(\"dW2\", dW2 / 2,")
    }
    #expect(wrong.contains("dW2 = 2 * (delta2 @ a1.T)"))
    guard let outcome = try run([wrong.joined(separator: "\n")])?.first else {
      return
    }
    #expect(outcome.code == 1)
    #expect(outcome.output.contains("1 differ: dW2"), "\(outcome.output)")
  }

  /// PyTorch's script holds none of our backward equations.
  @Test func pyTorchFindsTheSlopesByItself() throws {
    let text = try script(.pytorch)
    #expect(text.contains("C.backward()"))
    #expect(text.contains("check(\"dW2\", W2.grad"))
    #expect(!text.contains("delta2 ="))
    #expect(!text.contains("dW2 ="))
  }

  /// Every number is the double that we hold.
  @Test func numbersReadBackAsTheSameDoubles() throws {
    let text = try ScriptSheet(
      [("s", "0.1")],
      ["q = s/3", "r = 1e-20 s", "t = 1e300 s", "u = ln(s - s)"]
    ).script(.numpy)
    #expect(text.contains("check(\"q\", q, \(0.1 / 3))"))
    #expect(text.contains("check(\"r\", r, \(1e-20 * 0.1))"))
    #expect(text.contains("check(\"u\", u, -inf)"))
  }
}
