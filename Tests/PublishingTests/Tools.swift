import Foundation
import TestSupport
import Testing

@testable import Publishing

/// Programs of others, where they are present.
enum Tools {
  static let pdflatex = path("pdflatex")
  static let chromium = path("chromium") ?? path("google-chrome")

  private static func path(_ name: String) -> String? {
    ["/usr/bin", "/usr/local/bin", "/bin"].map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// What `pdflatex` says of a text, in a folder of its own.
  static func typeset(_ text: String) throws -> ProcessOutcome {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "paper.tex")
    return try runProcess(
      Program(
        path: pdflatex ?? "",
        arguments: [
          "-interaction=nonstopmode", "-halt-on-error", "paper.tex",
        ],
        environment: ["HOME": folder.path], folder: folder.path),
      within: 60)
  }

  /// What a browser makes of a page: the picture's bytes, the page as it
  /// stands then, and what was complained of.
  static func browse(
    _ text: String
  ) throws -> (picture: Int, page: String, complaints: [String]) {
    let folder = try TemporaryFolder()
    let page = try folder.write(text, to: "page.html")
    let picture = folder.path + "/page.png"
    let common = [
      "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
      "--disable-dev-shm-usage", "--user-data-dir=\(folder.path)/profile",
      "--enable-logging=stderr", "--window-size=900,1400",
    ]
    let shown = try run(
      common + ["--screenshot=\(picture)", "file://\(page)"], in: folder)
    let dumped = try run(common + ["--dump-dom", "file://\(page)"], in: folder)
    let size = try? FileManager.default.attributesOfItem(atPath: picture)
    let complaints = (shown.error + dumped.error).split(separator: "\n")
      .map(String.init).filter { $0.contains("CONSOLE") }
    return (size?[.size] as? Int ?? 0, dumped.output, complaints)
  }

  private static func run(
    _ arguments: [String], in folder: TemporaryFolder
  ) throws -> ProcessOutcome {
    try runProcess(
      Program(
        path: chromium ?? "", arguments: arguments,
        environment: ["HOME": folder.path], folder: folder.path),
      within: 90)
  }
}

/// A document compiles, and nothing stands more than 10 points outside the
/// margins.
func expectTypeset(_ document: Document) throws {
  let outcome = try Tools.typeset(document.text(.latex))
  let log = outcome.output
  #expect(outcome.exitCode == 0, "\(log.suffix(600))")
  let wide = log.split(separator: "\n").filter { line in
    guard line.hasPrefix("Overfull \\hbox ("),
      let points = Double(
        line.dropFirst("Overfull \\hbox (".count).prefix {
          $0.isNumber || $0 == "."
        })
    else { return false }
    return points > 10
  }
  #expect(wide.isEmpty, "\(wide)")
}
