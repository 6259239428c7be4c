import Algebra
import Testing

@testable import Teaching

@Suite struct MutationTests {
  /// Every line of the course that is spoiled in one place.
  private static func mutants() throws -> [ClaimedEquality] {
    try Course.files.flatMap { file in
      let compiled = try CompiledLesson(
        id: file.id, text: file.text, library: Course.document)
      return compiled.claims.flatMap { claim -> [ClaimedEquality] in
        guard case .equality(let equality) = claim else { return [] }
        return equality.mutants
      }
    }
  }

  /// The spoiled lines that hold all the same: a difference that is squared
  /// may be turned round, and the slope of the identity is 1.
  private static let trueAllTheSame: Set<String> = [
    "dC/dz1 = D(0.5(y - z1)^2, z1)",
    "D(0.5(z1 - y)^2, z1) = z1 - y",
    "C = 0.5(y[1] - a2[1])^2 + 0.5(a2[2] - y[2])^2",
    "C = 0.5(a2[1] - y[1])^2 + 0.5(y[2] - a2[2])^2",
    "dC/dz2[1] = dC/da2[1]",
    "dC/da2[1]*g2'(z2[1]) = a2[1] - y[1]",
  ]

  @Test func spoiledLinesAreRefuted() throws {
    let mutants = try Self.mutants()
    let survivors = mutants.filter { !$0.verdict.isRefuted }.map {
      "\($0.left.text(.ascii)) = \($0.right.text(.ascii))"
    }
    let unexplained = Set(survivors).subtracting(Self.trueAllTheSame)
    #expect(unexplained == [])
    #expect(mutants.count >= 500)
    #expect(Double(survivors.count) < 0.02 * Double(mutants.count))
  }

  @Test func mutantsAreCountedInTheReport() throws {
    let file = try #require(Course.files.first { $0.id == "tanh" })
    let report = lint(
      files: [file], library: Course.files,
      options: LintOptions(mutates: true))
    #expect(report.tally.mutants > 20)
    #expect(report.tally.mutantsRefuted == report.tally.mutants)
  }
}
