import Algebra
import Matrices
import Networks
import Testing

@Suite struct MatrixDerivationTests {
  static func picture(_ derivation: Derivation, _ worksheet: Worksheet)
    -> String
  {
    var text = ""
    let verdicts = worksheet.verdicts(of: derivation)
    for (place, line) in derivation.lines.enumerated() {
      let start = place == 0 ? derivation.subject.text() : "  "
      text +=
        "\(start) = \(line.expression.text())     by \(line.reason?.text ?? "") [\(verdicts[place])]\n".prefix(300)
      for inner in line.inner {
        let v = worksheet.verdict(of: inner, in: derivation)
        text += "      . \(inner.expression.text())    by \(inner.reason?.text ?? "") [\(v)]\n".prefix(300)
      }
    }
    if let c = derivation.conclusion {
      text +=
        "so \(c.name.text) = \(c.expression.text())    by \(c.reason.text) [\(verdicts.last?.sentence ?? "")]\n"
    }
    return text
  }

  @Test func show() throws {
    let description = NetworkDescription(
      layers: [2, 3, 2],
      activations: ["sigmoid", "sigmoid"].compactMap(Activation.named),
      hasBias: [true, true], cost: Cost.all[0], reduction: .mean)
    let worksheet = try description.worksheet()
    for name in ["δ2", "δ1", "dW1", "db1"] as [Name] {
      let d = try #require(worksheet.derivationInSums(of: name))
      print(Self.picture(d, worksheet))
      let e = try #require(worksheet.derivationByMoves(of: name))
      print(Self.picture(e, worksheet))
    }
  }
}
