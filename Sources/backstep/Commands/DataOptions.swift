import ArgumentParser
import Presentation
import Teaching

/// Which examples a network learns, where they are not those of its file.
///
/// Each option is a row of `DataOption.all`, which reads its value too.
struct DataOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Learn the examples of \(DataWish.sentence).", valueName: "file"),
    completion: .file())
  var data: String?

  @Option(help: .labels, completion: .file()) var labels: String?

  // -1 is a column, and no option.
  @Option(parsing: .unconditional, help: .label) var label: String?

  @Option(parsing: .unconditionalSingleValue, help: .target)
  var target: [String] = []

  @Option(help: .test) var test: String?

  @Option(help: .testSeed) var testSeed: String?

  @Flag(help: .standardise) var standardise = false

  /// The options that were given, each with its values.
  private var given: [(option: DataOption, values: [String])] {
    [
      (.labels, labels.map { [$0] } ?? []), (.label, label.map { [$0] } ?? []),
      (.target, target), (.test, test.map { [$0] } ?? []),
      (.testSeed, testSeed.map { [$0] } ?? []),
      (.standardise, standardise ? [""] : []),
    ].filter { !$0.1.isEmpty }
  }

  func validate() throws {
    guard data == nil, let first = given.first else { return }
    throw ValidationError("--\(first.option.word) needs --data")
  }

  /// The examples to learn and those to test with, or nothing where the
  /// network file has them.
  ///
  /// - Parameters:
  ///   - outputs: How many numbers come out of the network.
  ///   - network: The network file, for the line that would have worked.
  /// - Returns: Both, the second where `--test` asks for it.
  /// - Throws: ``Refusal`` where the file cannot be used.
  func examples(outputs: Int, for network: String) throws -> LearnedData? {
    guard let data else { return nil }
    var wish = DataWish(file: data)
    do throws(DataWishFault) {
      for (option, values) in given {
        for value in values { try wish.take(option, value) }
      }
      return try wish.read(outputs: outputs)
    } catch {
      let folder = FilePath(data).folder
      let diagnostic = error.diagnostic(
        or: error.cause == .file
          ? "ls -l \(folder.isEmpty ? "." : folder)" : "backstep train --help"
      ) {
        "backstep train \(network) \($0.options)"
      }
      throw Refusal([diagnostic], error.cause == .file ? .unusableFile : .usage)
    }
  }
}

extension ArgumentHelp {
  fileprivate static let labels = ArgumentHelp(.labels)
  fileprivate static let label = ArgumentHelp(.label)
  fileprivate static let target = ArgumentHelp(.target)
  fileprivate static let test = ArgumentHelp(.test)
  fileprivate static let testSeed = ArgumentHelp(.testSeed)
  fileprivate static let standardise = ArgumentHelp(.standardise)

  /// The summary as a sentence.
  private init(_ option: DataOption) {
    let name: String? =
      switch option.value {
      case .nothing: nil
      case .column: "column"
      case .word:
        option.word == "labels" ? "file" : option.word == "test" ? "share" : "n"
      }
    self.init(
      "\(option.summary.prefix(1).uppercased())\(option.summary.dropFirst()).",
      valueName: name)
  }
}
