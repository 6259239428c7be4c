import Foundation
import Teaching

/// What was found in lessons, as JSON.
struct LintJSON: Encodable {
  private let lessons: Int
  private let equalities: [String: Int]
  private let linesRefuted: Int
  private let printedNumbers: Int
  private let mutants: [String: Int]
  private let answers: Int
  private let findings: [Finding]
  private let survivors: [Survivor]

  private struct Finding: Encodable {
    let file: String
    let line: Int
    let column: Int
    let rule: String
    let message: String
    let remedy: String
  }

  private struct Survivor: Encodable {
    let file: String
    let line: Int
    let column: Int
    let equality: String
    let verdict: String
  }

  init(_ report: LintReport) {
    let tally = report.tally
    lessons = tally.lessons
    equalities = [
      "exact": tally.exact, "numeric": tally.numeric, "same": tally.same,
      "refuted": tally.refuted, "inconclusive": tally.inconclusive,
    ]
    linesRefuted = tally.linesRefuted
    printedNumbers = tally.printed
    mutants = [
      "made": tally.mutants, "refuted": tally.mutantsRefuted,
      "true": tally.mutantsTrue, "surviving": tally.survivors,
    ]
    answers = tally.answers
    findings = report.findings.map {
      Finding(
        file: $0.file, line: $0.line, column: $0.column, rule: $0.rule,
        message: $0.message, remedy: $0.remedy)
    }
    survivors = report.survivors.map {
      Survivor(
        file: $0.file, line: $0.line, column: $0.column, equality: $0.equality,
        verdict: $0.verdict)
    }
  }

  /// The whole, its keys in the order of the alphabet.
  var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [
      .prettyPrinted, .sortedKeys, .withoutEscapingSlashes,
    ]
    let data = try? encoder.encode(self)
    return data.map { String(decoding: $0, as: UTF8.self) + "\n" } ?? ""
  }
}
