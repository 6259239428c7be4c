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
    abstract: "Train the network of a file, or of a line.",
    discussion: """
      The network is a file, or a line as behind network in a session. Behind \
      it stands what may stand behind train there:

      \(TrainingWish.help)

      For example: backstep train xor.json 2000 rate 1 --save solved.json
      or backstep train '2 -> 8 tanh -> 1 sigmoid on circles' 300 by adam

      Ctrl-C stops after the iteration at hand, and what was learned is still \
      saved. Exit codes: 0 trained; 1 a number became too large, or nothing \
      could be written; 2 usage; 3 a file that cannot be read.
      """)

  @Argument(
    help: "The network file, or its layers and what they learn.",
    completion: .file(extensions: ["json"]))
  var network: String

  @Argument(
    parsing: .allUnrecognized,
    help: ArgumentHelp("How long, and how.", valueName: "words"))
  var words: [String] = []

  @Option(
    help: ArgumentHelp(
      "Write the network with what it learned, or into npz its weights alone.",
      valueName: "file"), completion: .file(extensions: ["json", "npz"]))
  var save: String?

  @Option(
    help: ArgumentHelp(
      "Keep the training as it stands, to go on from with --resume.",
      valueName: "file"), completion: .file(extensions: ["json"]))
  var keep: String?

  @Flag(help: "The file is a training that --keep left; it goes on.")
  var resume = false

  @Option(
    help: ArgumentHelp(
      "Write the numbers on the way as a table.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var csv: String?

  @Flag(help: "Say for each class how its examples were classified.")
  var predict = false

  @OptionGroup(title: "Examples") var data: DataOptions

  @OptionGroup(title: "Display") var display: DisplayOptions

  func run() throws {
    let display = Display(display)
    var (file, left, examples) = try read()
    let others = try data.examples(
      outputs: file.description.layers.last ?? 1, for: quotedNetwork)
    if let others {
      try file.take(others.learned, from: data.data ?? "")
      examples = others
    }
    let worksheet = try worksheet(of: file)
    let (training, isFinite) = try train(
      worksheet, file.givens, left, on: display)
    for (name, value) in training.values where file.givens[name] != nil {
      file.givens[name] = value
    }
    if predict || examples?.test != nil {
      try show(worksheet, file, examples?.test, on: display)
    }
    if let csv { try write(training.trajectory.csv, to: csv) }
    if let keep {
      try write(TrainingFile(training, network: file).json, to: keep)
    }
    if let save { try write(file, training, to: save) }
    if !isFinite { throw ExitStatus.failed }
  }

  private typealias Left = (settings: TrainingSettings, state: TrainingState)

  /// The network, where its training was left, and the examples that a line
  /// speaks of.
  private func read() throws -> (NetworkFile, Left?, LearnedData?) {
    if NewNetwork.isMeant(by: network) {
      let (file, examples) = try made()
      return (file, nil, examples)
    }
    do throws(FormatFault) {
      guard resume else { return (try NetworkFile(path: network), nil, nil) }
      let kept = try TrainingFile(path: network)
      guard let file = kept.network else {
        throw FormatFault(.missing(key: "network"))
      }
      return (file, (kept.settings, kept.state), nil)
    } catch {
      throw Refusal([error.diagnostic(in: network)], .unusableFile)
    }
  }

  /// The network of a line.
  private func made() throws -> (NetworkFile, LearnedData) {
    do {
      let made = try NewNetwork(network) { wish, outputs in
        try wish.read(outputs: outputs)
      }
      var file = NetworkFile(
        description: made.description, givens: made.givens)
      file.classes = made.data.learned.classes
      return (file, made.data)
    } catch let fault as DeclarationFault {
      throw Refusal([fault.diagnostic.onCommandLine(quotedNetwork)], .usage)
    } catch let fault as DataWishFault {
      throw Refusal(
        [
          fault.diagnostic(or: "backstep train --help") {
            "backstep train '\(layers) on \($0.words)'"
          }
        ],
        fault.cause == .file ? .unusableFile : .usage)
    }
  }

  /// What stands before the examples.
  private var layers: String {
    network.firstRange(of: " on ").map { String(network[..<$0.lowerBound]) }
      ?? network
  }

  private var quotedNetwork: String {
    NewNetwork.isMeant(by: network) ? "'\(network)'" : network
  }

  private func worksheet(of file: NetworkFile) throws -> Worksheet {
    do throws(WorksheetFault) { return try file.description.worksheet() } catch
    {
      throw Refusal([error.diagnostic(in: network)], .unusableFile)
    }
  }

  private func train(
    _ worksheet: Worksheet, _ givens: [Name: Matrix<Double>], _ left: Left?,
    on display: Display
  ) throws -> (Training, isFinite: Bool) {
    do {
      let run = try TrainingRun(
        words.joined(separator: " "), worksheet, givens, goingOn: left)
      let row = ProgressRow(on: .error)
      let report = try Interruption.watched(by: { Interrupts.isRaised }) {
        try run.go(page: display.page, witness: ProgressRow.witness(row))
      }
      row?.erase()
      _ = Interrupts.takeRaised()
      try display.show(report.text(for: display.page))
      return (run.training, report.isFinite)
    } catch let fault as TrainingWishFault {
      throw Refusal([fault.diagnostic.onCommandLine(quotedNetwork)], .usage)
    } catch let fault as TrainingFault {
      throw Refusal([fault.diagnostic.onCommandLine(quotedNetwork)], .usage)
    }
  }

  private func show(
    _ worksheet: Worksheet, _ file: NetworkFile, _ test: DataSet?,
    on display: Display
  ) throws {
    let report = try PredictionReport(
      worksheet, file.givens, classes: file.classes, test: test)
    guard let report else {
      throw Refusal(
        "this network gives its examples no classes", .failed,
        notes: ["a softmax does, and one sigmoid with targets 0 and 1"],
        try: "backstep train \(quotedNetwork)")
    }
    try display.show(
      predict
        ? report.text(for: display.page) : report.testText(for: display.page))
  }

  /// Writes what was learned: the weights alone where the file is for NumPy.
  private func write(
    _ network: NetworkFile, _ training: Training, to file: String
  ) throws {
    guard file.lowercased().hasSuffix(".npz") else {
      return try write(network.json, to: file)
    }
    let names = training.worksheet.parameters
    let weights = training.values.filter { names.contains($0.key) }
    try write(Array(WeightsFile.npz(weights)), to: file)
  }

  private func write(_ text: String, to file: String) throws {
    try write(Array(text.utf8), to: file)
  }

  private func write(_ bytes: [UInt8], to file: String) throws {
    do throws(FileTrouble) {
      try replaceFile(at: FilePath(file).expanded, with: bytes, mode: 0o666)
    } catch { throw Refusal(error, in: file, .failed) }
  }
}

extension NetworkFile {
  /// Takes other examples, where they fit the network.
  fileprivate mutating func take(_ data: DataSet, from file: String) throws {
    let (inputs, outputs) = (description.layers[0], description.layers.last)
    if let misfit = data.misfit(
      of: file, inputs: inputs, outputs: outputs ?? 0)
    {
      throw Refusal(misfit, .unusableFile, try: "backstep train --help")
    }
    description.examples = .many
    description.targetColumnsSumToOne = !data.classes.isEmpty && data.y.rows > 1
    (givens["x"], givens["y"]) = (data.x, data.y)
    classes = data.classes
    dataFiles = [:]
  }
}

extension Diagnostic {
  /// The remedy as it is typed behind the name of the program.
  fileprivate func onCommandLine(_ file: String) -> Diagnostic {
    var diagnostic = self
    if let remedy, remedy.hasPrefix("train ") {
      diagnostic.remedy = "backstep train \(file) \(remedy.dropFirst(6))"
    } else if let remedy, remedy.hasPrefix("network ") {
      diagnostic.remedy = "backstep train '\(remedy.dropFirst(8))' 100"
    } else {
      diagnostic.remedy = "backstep train --help"
    }
    return diagnostic
  }
}
