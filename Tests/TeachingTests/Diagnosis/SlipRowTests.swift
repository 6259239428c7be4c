import Algebra
import Matrices
import Presentation
import Testing

@testable import Teaching

/// Each row of the table of slips, on networks of several kinds.
struct SlipRowTests {
  @Test(arguments: KnownNetworks.all)
  func eachSlipIsNamedAloneByItsLine(_ entry: KnownNetworks.Entry) throws {
    let network = try DiagnosedNetwork(entry)
    for row in SlipRow.all {
      guard let line = row.line(entry.hidden) else { continue }
      let target = row.target(entry.hidden)
      let diagnosis = try network.diagnosis(line, target)
      #expect(
        diagnosis.ids == [[row.slip]], "\(row): \(target) = \(line)")
    }
  }

  @Test(arguments: KnownNetworks.all)
  func eachSlipIsNamedByItsNumbers(_ entry: KnownNetworks.Entry) throws {
    let network = try DiagnosedNetwork(entry)
    let valuation = try network.valuation()
    var count = 0
    for row in SlipRow.all {
      guard let line = row.line(entry.hidden) else { continue }
      let target = row.target(entry.hidden)
      guard
        let diagnosis = try network.diagnosis(
          ofNumbersOf: line, target, at: valuation)
      else { continue }
      count += 1
      if diagnosis.arrangement == .transposed { continue }
      #expect(
        diagnosis.ids.contains([row.slip]), "\(row): \(target) = \(line)")
    }
    #expect(count >= 15)
  }

  @Test func everyRowIsShownBySomeNetwork() throws {
    let shown = Set(
      KnownNetworks.all.flatMap { entry in
        SlipRow.all.filter { $0.line(entry.hidden) != nil }.map(\.row)
      })
    // Row 24 is about formulas of numbers, in a test of its own.
    #expect(shown == Set(1...25).subtracting([24]))
  }

  /// What is said must not hold the line that is asked, in any of its forms,
  /// nor the weights turned over.
  @Test(arguments: [0, 1, 3].map { KnownNetworks.all[$0] })
  func noSentenceHoldsWhatIsAsked(_ entry: KnownNetworks.Entry) throws {
    let network = try DiagnosedNetwork(entry)
    for row in SlipRow.all where row.slip != "slope-at-output" {
      guard let line = row.line(entry.hidden) else { continue }
      let target = try network.read(row.target(entry.hidden))
      let diagnosis = Diagnosis(
        of: try network.read(line), as: target, in: network.worksheet)
      let said = diagnosis.sentences
      let surroundings = Surroundings(network.worksheet, asked: target)
      for form in surroundings.forms(of: target) {
        guard form.parts.count > 1 else { continue }
        #expect(!said.contains(form.inWords), "\(row): \(said)")
        #expect(!said.contains(form.text(.ascii)), "\(row): \(said)")
      }
      #expect(!said.contains("ᵀ") && !said.contains("'"), "\(row): \(said)")
      #expect(!said.lowercased().contains("incorrect"))
      let ends = said.filter { ".?!".contains($0) }.count
      #expect((1...2).contains(ends), "\(row): \(said)")
    }
  }
}
