import Algebra
import TestSupport
import Testing

@testable import Formats

@Suite struct PythonNameTests {
  private func words(_ names: [Name]) -> [String] {
    var table = PythonNames()
    return names.map { table.identifier($0) }
  }

  @Test func greekIsSpelledOut() {
    #expect(
      words(["δ1", "dW1", "ŷ", "η", "W_L", "a12"])
        == ["delta1", "dW1", "yhat", "eta", "W_L", "a12"])
  }

  @Test func whatPythonOrTheScriptHasTakenGetsAnUnderscore() {
    #expect(
      words(["λ", "np", "check", "sigmoid", "in", "forward"])
        == ["lambda_", "np_", "check_", "sigmoid_", "in_", "forward_"])
  }

  @Test func noTwoNamesBecomeOne() {
    let names: [Name] = [
      "λ", Name(stem: "lambda_"), Name(stem: "é"), Name(stem: "ue9"),
      Name(stem: "W", index: "L"), Name(stem: "W_L"), Name(stem: "ß+1"),
    ]
    let words = words(names)
    #expect(Set(words).count == names.count)
    #expect(words.allSatisfy { $0.allSatisfy { $0.isASCII } })
  }

  @Test func aNameKeepsItsWord() {
    var table = PythonNames()
    #expect(table.identifier("λ") == table.identifier("lambda"))
  }

  /// Python's own list of its keywords is in ours.
  @Test func everyKeywordIsKnown() throws {
    let script = "import keyword\nprint(*keyword.kwlist, *keyword.softkwlist)"
    guard let outcome = try run([script])?.first else { return }
    let words = outcome.output.split(whereSeparator: \.isWhitespace)
    #expect(words.count > 30)
    for word in words where word != "_" {
      #expect(PythonNames.keywords.contains(String(word)), "\(word)")
    }
  }
}
