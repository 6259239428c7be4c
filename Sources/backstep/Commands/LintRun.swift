import Dispatch
import Presentation
import Synchronization
import Teaching

/// Lessons being checked, each by itself, on all cores.
struct LintRun {
  let files: [(id: String, text: String)]
  let library: [(id: String, text: String)]

  private final class Reports: Sendable {
    let byFile = Mutex<[Int: LintReport]>([:])
  }

  /// What was found, in the order of the files.
  var report: LintReport {
    let options = LintOptions(
      lines: { $0.height(on: Page(width: $1.columns, digits: $1.digits)) },
      mutates: true)
    let reports = Reports()
    // The longest first, so that none is left over for the end.
    let order = files.indices.sorted {
      files[$0].text.utf8.count > files[$1].text.utf8.count
    }
    DispatchQueue.concurrentPerform(iterations: order.count) { turn in
      let place = order[turn]
      let report = lint(
        files: [files[place]], library: library, options: options)
      reports.byFile.withLock { $0[place] = report }
    }
    let found = reports.byFile.withLock { $0 }
    return .joined(files.indices.compactMap { found[$0] })
  }
}
