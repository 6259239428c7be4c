import Algebra
import Matrices
import Presentation

/// Which slip may have led to quantities that are claimed and wrong.
struct ClaimDiagnosis {
  private let claimed: [Name: Matrix<Double>]
  private let valuation: Valuation

  init(_ claimed: [Name: Matrix<Double>], in valuation: Valuation) {
    self.claimed = claimed
    self.valuation = valuation
  }

  /// Sentences about those that differ.
  func remarks(for page: Page) -> [StyledText] {
    valuation.worksheet.names.compactMap { name in
      guard let claim = claimed[name], let own = valuation.values[name] else {
        return nil
      }
      let finding = ClaimComparison(name, claimed: claim, own: own).finding
      guard ![.agrees, .lookAgain, .notFinite].contains(finding) else {
        return nil
      }
      if let slip = slip(in: claim, as: name) {
        return page.name(name) + ": " + StyledText(slip)
      }
      guard finding == .differs, let factor = factor(of: claim, over: own)
      else { return nil }
      return remark(name, factor, page)
    }
  }

  /// Slips are looked for where the numbers are few enough to try many.
  private static let entryLimit = 20_000

  /// What was done, where that is known.
  private func slip(in claim: Matrix<Double>, as name: Name) -> String? {
    let entries = valuation.values.values.reduce(0) { $0 + $1.storage.count }
    guard entries <= Self.entryLimit,
      valuation.worksheet.equation(name)?.role == .backward
    else { return nil }
    let numbers = PlainNumbers(claim, slack: claim.slackOfSinglePrecision)
    let diagnosis = Diagnosis(of: numbers, as: .name(name), at: valuation)
    switch diagnosis.outcome {
    case .slips, .ambiguous: return diagnosis.sentences
    default: return nil
    }
  }

  private func remark(
    _ name: Name, _ factor: Double, _ page: Page
  ) -> StyledText {
    if factor == -1 {
      return page.name(name) + " has the opposite sign in every entry."
    }
    return "Every entry of " + page.name(name) + " is claimed to be "
      + page.number(factor) + " times ours."
  }

  /// The one number by which all entries differ, if there is one.
  private func factor(
    of claim: Matrix<Double>, over own: Matrix<Double>
  ) -> Double? {
    guard claim.shape == own.shape, own.storage.count > 1 else { return nil }
    let pairs = zip(claim.storage, own.storage)
    let square = own.storage.reduce(0) { $0 + $1 * $1 }
    guard square > 0, square.isFinite else { return nil }
    let factor = pairs.reduce(0) { $0 + $1.0 * $1.1 } / square
    let near = own.map { factor * $0 }
    guard factor.isFinite, factor != 0,
      ErrorBand(Disparity(claim.storage, near.storage).normRatio) == .agrees
    else { return nil }
    let whole = factor.rounded()
    return (factor - whole).magnitude < 1e-6 && whole != 0 ? whole : factor
  }
}

extension Matrix<Double> {
  /// How far each entry may be off if all were computed with 24 bits.
  fileprivate var slackOfSinglePrecision: [Double]? {
    guard storage.allSatisfy({ Double(Float($0)) == $0 }) else { return nil }
    return storage.map { 1e-6 * $0.magnitude }
  }
}
