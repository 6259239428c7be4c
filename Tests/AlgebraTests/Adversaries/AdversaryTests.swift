import Testing

@testable import Algebra

/// The verifier held against what is made to deceive it.
@Suite struct AdversaryTests {
  @Test func whatIsTrueIsNeverRefuted() throws {
    let claims = try Adversaries.trueClaims()
    #expect(claims.count >= 200)
    for (claim, verdict) in claims.map({ ($0, $0.verdict) }) {
      #expect(verdict.holds, "\(claim.text): \(verdict.sentence)")
    }
  }

  @Test func nearMissesAreRefuted() throws {
    for claim in try Adversaries.nearMisses() {
      let verdict = claim.verdict
      #expect(verdict.isRefuted, "\(claim.text): \(verdict.kind)")
    }
  }

  @Test func whatDoublesCannotShowIsNeverSaidToHold() throws {
    for claim in try Adversaries.hidden() {
      let verdict = claim.verdict
      #expect(!verdict.holds, "\(claim.text): \(verdict.kind)")
    }
  }

  /// A slip that plain doubles show is refuted; one that they do not show is
  /// no slip, and is not.
  @Test func slipsAreRefutedAndNothingElse() throws {
    let mutants = try Adversaries.mutants(seed: 7, perModel: 4)
    var falsehoods = 0
    for (claim, testimony) in mutants {
      let verdict = claim.verdict
      switch testimony {
      case .differs, .undefined, .faulty:
        falsehoods += 1
        let isUndecided = Adversaries.undecided.contains(claim.text)
        #expect(
          isUndecided ? !verdict.holds : verdict.isRefuted,
          "\(claim.text): \(verdict.kind)")
      case .agrees:
        // Numbers that few draw, and that show it all the same.
        let isShown =
          !verdict.isRefuted || PlainWitness(claim, seed: 1).confirms(verdict)
        #expect(isShown, "\(claim.text): \(verdict.sentence)")
      }
    }
    #expect(falsehoods >= 1000)
  }

  @Test func theSameClaimGetsTheSameVerdictTwice() throws {
    let claims =
      try Adversaries.hidden() + Adversaries.nearMisses()
      + Adversaries.trueClaims()
    for claim in claims.enumerated().filter({ $0.offset % 5 == 0 })
      .map(\.element)
    {
      let (first, second) = (claim.verdict, claim.verdict)
      #expect(first.testimony == second.testimony, "\(claim.text)")
    }
  }
}
