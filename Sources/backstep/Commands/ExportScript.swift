import Algebra
import Formats
import Lessons
import Presentation
import Teaching
import Terminal

/// A worksheet of a lesson or a network file, written down as a script:
/// `backstep export LESSON|FILE --format numpy|pytorch [-o FILE]`.
struct ExportScript {
  /// A lesson of the course, perhaps with #SCREEN, a lesson file, or a
  /// network file.
  let source: String
  let library: PythonLibrary

  /// Writes the script.
  ///
  /// - Parameter file: Where to; standard output where absent.
  /// - Throws: ``Refusal`` with the exit code 2 for a word that names nothing,
  ///   3 for a file or a lesson that cannot be used, 1 for a file that cannot
  ///   be written.
  func run(into file: String? = nil) throws {
    let text = try text
    guard let file else { return try Output.standard.write(text) }
    do throws(FileTrouble) {
      try replaceFile(at: file, with: text, mode: 0o666)
    } catch {
      throw Refusal("\(file) cannot be written: \(error.reason)", .failed)
    }
  }

  /// The script.
  var text: String {
    get throws {
      let valuation = try valuation
      do throws(ScriptFault) {
        return try PythonScript(valuation, library: library, title: source)
          .text
      } catch {
        let remedy =
          source.hasSuffix(".json")
          ? "backstep trace \(source) --json" : "backstep run \(source)"
        throw Refusal(
          [error.diagnostic(in: source, try: remedy)], .unusableFile)
      }
    }
  }

  /// The worksheet with its numbers.
  private var valuation: Valuation {
    get throws {
      source.hasSuffix(".json") ? try networkValuation : try lessonValuation
    }
  }

  private var networkValuation: Valuation {
    get throws {
      let network: NetworkFile
      do throws(FormatFault) { network = try NetworkFile(path: source) } catch {
        throw Refusal([error.diagnostic(in: source)], .unusableFile)
      }
      do throws(WorksheetFault) {
        return try Valuation(
          network.description.worksheet(), givens: network.givens)
      } catch {
        throw Refusal([error.diagnostic(in: source)], .unusableFile)
      }
    }
  }

  // MARK: - Lessons

  private var lessonValuation: Valuation {
    get throws {
      let (_, lesson, choice) = try Course.opening(source)
      let bench = try bench(of: lesson, on: choice.screen)
      do throws(WorksheetFault) {
        return try Valuation(bench.worksheet, givens: bench.givens)
      } catch {
        throw Refusal([error.diagnostic(in: source)], .unusableFile)
      }
    }
  }

  /// The worksheet of a screen; where none is named, of the first that has
  /// one.
  private func bench(of lesson: Lesson, on screen: String?) throws -> Bench {
    let command = "backstep export \(lesson.id)"
    let format = "--format \(library.rawValue)"
    let withBench = lesson.screens.first { $0.bench != nil }
    guard let screen else {
      if let bench = withBench?.bench { return bench }
      throw Refusal(
        "\(lesson.id) has no worksheet", .unusableFile,
        try: "backstep export hidden-layer \(format)")
    }
    guard let found = lesson.screens.first(where: { $0.id == screen }) else {
      let nearest = NearestName.nearest(
        to: screen, among: lesson.screens.map(\.id))
      throw Refusal(
        "\(lesson.id) has no screen \(screen)", .usage,
        try: "\(command)\(nearest.map { "#" + $0 } ?? "") \(format)")
    }
    if let bench = found.bench { return bench }
    throw Refusal(
      "the screen \(screen) of \(lesson.id) has no worksheet", .usage,
      try: "\(command)\(withBench.map { "#" + $0.id } ?? "") \(format)")
  }
}
