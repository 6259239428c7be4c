import Algebra
import ArgumentParser
import Formats
import Matrices
import Networks
import Presentation
import Teaching
import Terminal

/// `backstep train NETWORK.json 1000 rate 0.5 by adam`: what `train` does in a
/// session, with a file.
struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Train the network of a file.",
    discussion: """
      Behind the file stands what may stand behind train in a session:

      \(TrainingWish.help)

      For example: backstep train xor.json 2000 rate 1 --save solved.json

      Ctrl-C stops after the iteration at hand, and what was learned is still \
      saved. Exit codes: 0 trained; 1 a number became too large, or nothing \
      could be written; 2 usage; 3 a file that cannot be read.
      """)

  @Argument(help: "The network file.", completion: .file(extensions: ["json"]))
  var network: String

  @Argument(
    parsing: .allUnrecognized,
    help: ArgumentHelp("How long, and how.", valueName: "words"))
  var words: [String] = []

  @Option(
    help: ArgumentHelp(
      "Write the network with what it learned.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var save: String?

  @Option(
    help: ArgumentHelp(
      "Write the numbers on the way as a table.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var csv: String?

  @Flag(help: "Say for each class how its examples were classified.")
  var predict = false

  @OptionGroup(title: "Display") var display: DisplayOptions

  func run() throws {
    let display = Display(display)
    var file = try read()
    let worksheet = try worksheet(of: file)
    let (training, isFinite) = try train(worksheet, file.givens, on: display)
    if predict { try show(training.prediction(), on: display) }
    for (name, value) in training.values where file.givens[name] != nil {
      file.givens[name] = value
    }
    if let csv { try write(training.trajectory.csv, to: csv) }
    if let save { try write(file.json, to: save) }
    if !isFinite { throw ExitStatus.failed }
  }

  private func read() throws -> NetworkFile {
    do throws(FormatFault) { return try NetworkFile(path: network) } catch {
      throw Refusal([error.diagnostic(in: network)], .unusableFile)
    }
  }

  private func worksheet(of file: NetworkFile) throws -> Worksheet {
    do throws(WorksheetFault) { return try file.description.worksheet() } catch
    {
      throw Refusal([error.diagnostic(in: network)], .unusableFile)
    }
  }

  private func train(
    _ worksheet: Worksheet, _ givens: [Name: Matrix<Double>],
    on display: Display
  ) throws -> (Training, isFinite: Bool) {
    do {
      let run = try TrainingRun(
        words.joined(separator: " "), worksheet, givens)
      let row = ProgressRow(on: .error)
      let report = try Interruption.watched(by: { Interrupts.isRaised }) {
        try run.go(page: display.page, witness: ProgressRow.witness(row))
      }
      row?.erase()
      _ = Interrupts.takeRaised()
      try display.show(report.text(for: display.page))
      return (run.training, report.isFinite)
    } catch let fault as TrainingWishFault {
      throw Refusal([fault.diagnostic.onCommandLine(network)], .usage)
    } catch let fault as TrainingFault {
      throw Refusal([fault.diagnostic.onCommandLine(network)], .usage)
    }
  }

  private func show(_ prediction: Prediction?, on display: Display) throws {
    guard let prediction else {
      throw Refusal(
        "this network gives its examples no classes", .failed,
        notes: ["a softmax does, and one sigmoid with targets 0 and 1"],
        try: "backstep train \(network)")
    }
    try display.show(prediction.text(for: display.page))
  }

  private func write(_ text: String, to file: String) throws {
    do throws(FileTrouble) {
      try replaceFile(at: FilePath(file).expanded, with: text, mode: 0o666)
    } catch { throw Refusal(error, in: file, .failed) }
  }
}

extension Diagnostic {
  /// The remedy as it is typed behind the name of the program.
  fileprivate func onCommandLine(_ file: String) -> Diagnostic {
    var diagnostic = self
    if let remedy, remedy.hasPrefix("train ") {
      diagnostic.remedy = "backstep train \(file) \(remedy.dropFirst(6))"
    } else {
      diagnostic.remedy = "backstep train --help"
    }
    return diagnostic
  }
}
