import Algebra
import Matrices
import Testing

@testable import Teaching

/// What every question about a slip has to hold, whatever numbers are drawn.
@Suite struct ReviewQuestionTests {
  static let seeds: [UInt64] = Array(1...12)
  static let slips = ReviewQuestion.all.map(\.slip)

  private func entry(_ slip: String) throws -> ReviewQuestion {
    try #require(ReviewQuestion.all.first { $0.slip == slip })
  }

  /// The faults of a text, for whoever adds one.
  private func faults(of text: String) -> String {
    do throws(LessonFaults) {
      _ = try Lesson(id: "review", text: text, library: { _ in nil })
      return ""
    } catch {
      return error.all.map { "\($0.line): \($0.message)" }
        .joined(separator: "\n")
    }
  }

  @Test func everyQuestionIsAboutAnotherSlipThatExists() {
    #expect(Set(Self.slips).count == Self.slips.count)
    let known = Set(Slip.all.map(\.id))
    #expect(Set(Self.slips).isSubset(of: known))
    #expect(Self.slips.count >= 30)
  }

  @Test(arguments: slips)
  func everyQuestionIsALesson(_ slip: String) throws {
    let text = try entry(slip).text
    #expect(faults(of: text) == "")
  }

  @Test(arguments: slips)
  func theAnswerIsTheTargetWhateverTheNumbers(_ slip: String) throws {
    let entry = try entry(slip)
    let screen = try #require(entry.screen(seed: 1))
    let bench = try #require(screen.bench)
    let question = try #require(screen.question)
    guard case .answer(let answers) = question.kind else {
      Issue.record("no answer")
      return
    }
    let target = try Expression(entry.target, in: bench.scope)
    for answer in answers {
      let verdict = bench.worksheet.verify(
        target, equals: answer, givens: bench.givens)
      #expect(verdict.holds, "\(slip): \(answer.text())")
    }
  }

  @Test(arguments: slips)
  func theSlipChangesTheAnswerAtEveryDraw(_ slip: String) throws {
    let entry = try entry(slip)
    for seed in Self.seeds {
      let screen = try #require(entry.screen(seed: seed), "\(slip) \(seed)")
      let bench = try #require(screen.bench)
      let valuation = try #require(bench.valuation)
      let question = try #require(screen.question)
      guard case .answer(let answers) = question.kind else { continue }
      for answer in answers {
        let judgement = question.judgement(
          of: answer.text(), on: bench, at: nil)
        #expect(judgement.isRight, "\(slip) \(seed)")
      }
      let target = try Expression(entry.target, in: bench.scope)
      let truth = try valuation.value(of: target)
      let slipped = entry.slipped(target, in: bench.worksheet)
      #expect(!slipped.isEmpty, "\(slip) leads to no line")
      let locals: [Name: Matrix<Double>] = [
        bench.worksheet.rate: Matrix(scalar: 0.5)
      ]
      for line in slipped {
        guard let value = try? valuation.value(of: line, locals: locals) else {
          continue
        }
        #expect(
          !Agreement(truth: truth, within: nil).holds(value),
          "\(slip) \(seed): \(line.text())")
      }
    }
  }

  @Test(arguments: slips)
  func numbersAreTidyFiniteAndOnNoKink(_ slip: String) throws {
    let entry = try entry(slip)
    for seed in Self.seeds {
      let bench = try #require(entry.screen(seed: seed)?.bench)
      let valuation = try #require(bench.valuation)
      for (name, value) in bench.givens {
        for number in value.storage {
          #expect(
            number.magnitude <= 3 && (2 * number).rounded() == 2 * number,
            "\(slip) \(seed) \(name)")
        }
      }
      #expect(!valuation.standsOnKink)
      #expect(
        valuation.values.values.flatMap(\.storage).allSatisfy { $0.isFinite })
    }
  }

  @Test func anotherSeedGivesOtherNumbersAndTheSameSeedTheSame() throws {
    for slip in Self.slips {
      let entry = try entry(slip)
      let draws = Self.seeds.map { entry.screen(seed: $0)?.bench?.givens }
      #expect(Set(draws).count > 6, "\(slip)")
      #expect(draws[0] == entry.screen(seed: 1)?.bench?.givens)
    }
  }

  /// Networks are not square: no transpose and no order goes unseen.
  @Test func sizesOfNetworksDiffer() throws {
    for entry in ReviewQuestion.all {
      let bench = try #require(entry.screen(seed: 1)?.bench)
      for given in bench.worksheet.givens where given.role == .parameter {
        let value = try #require(bench.givens[given.name])
        #expect(
          value.storage.count == 1 || value.rows != value.columns,
          "\(entry.slip)")
      }
    }
  }

  /// A title or a prompt that names the slip would give it away.
  @Test func noTitleNamesItsSlip() throws {
    for entry in ReviewQuestion.all {
      let slip = try #require(Slip.all.first { $0.id == entry.slip })
      #expect(!entry.text.contains(slip.clause), "\(entry.slip)")
    }
  }
}
