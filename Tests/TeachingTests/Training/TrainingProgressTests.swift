import Algebra
import Networks
import Presentation
import Testing

@testable import Teaching

/// The row that says how far a training is.
@Suite struct TrainingProgressTests {
  @Test(arguments: [40, 60, 80, 120])
  func aRowFitsAndHasACurve(width: Int) throws {
    var session = Session(library: LessonLibrary([]))
    session.type("network 2 → 3 tanh → 1 sigmoid on xor")
    let live = try #require(session.live)
    let run = try TrainingRun(
      "200 every 1 rate 1", live.worksheet,
      live.now.values.filter { live.worksheet.given($0.key) != nil })
    for charset in [Charset.unicode, .ascii] {
      var progress = TrainingProgress(TrainingTerms(run.training))
      let page = Page(width: width, charset: charset)
      var rows: [String] = []
      try run.training.run(clock: { Double(run.training.iteration) / 50 }) {
        progress.take($0)
        rows.append(progress.text($0, for: page).plain)
        return true
      }
      #expect(rows.allSatisfy { $0.count < width })
      let last = try #require(rows.dropLast().last)
      #expect(last.contains("/"))
      let bars = last.suffix(8)
      #expect(
        bars.allSatisfy {
          (charset == .unicode ? "▁▂▃▄▅▆▇█" : "_.-~=+*#").contains($0)
        }, "\(last)")
      #expect(width < 80 || last.contains(" left"))
    }
  }
}
