import ArgumentParser
import Formats
import Networks
import Presentation

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Which examples a network learns, where they are not those of its file.
struct DataOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Learn the examples of this file: csv, npz, json, npy or idx, also "
        + "gzipped.", valueName: "file"),
    completion: .file())
  var data: String?

  @Option(
    help: ArgumentHelp(
      "A file of whole numbers, the class of each example, as MNIST has it.",
      valueName: "file"), completion: .file())
  var labels: String?

  @Option(
    help: ArgumentHelp(
      "The column of a table that holds the class: its name, or its number; -1 "
        + "is the last.", valueName: "column"))
  var label: String?

  @Option(
    help: ArgumentHelp(
      "A column of a table to be predicted, as a number.", valueName: "column"))
  var target: [String] = []

  @Option(
    help: ArgumentHelp(
      "Keep this share of the examples to test with.", valueName: "share"))
  var test: Double?

  @Option(help: "What the choice of those examples follows from.")
  var testSeed: UInt64 = 1

  @Flag(help: "Give each input the mean 0 and the deviation 1.")
  var standardise = false

  func validate() throws {
    guard data == nil else { return }
    let needing: [(String, Bool)] = [
      ("--labels", labels != nil), ("--label", label != nil),
      ("--target", !target.isEmpty), ("--test", test != nil),
      ("--standardise", standardise),
    ]
    for (name, isThere) in needing where isThere {
      throw ValidationError("\(name) needs --data")
    }
  }

  /// The examples to learn and those to test with, or nothing where the
  /// network file has them.
  ///
  /// - Parameter classes: How many classes come out of the network.
  /// - Returns: Both, the second where `--test` asks for it.
  /// - Throws: ``Refusal`` where the file cannot be used.
  func examples(classes: Int) throws -> (learn: DataSet, test: DataSet?)? {
    guard let data else { return nil }
    let whole = try read(data, classes: classes)
    do throws(DataFault) {
      guard let test else {
        guard standardise else { return (whole, nil) }
        return (try whole.standardised(by: Standardisation(of: whole.x)), nil)
      }
      let parts = try whole.split(test: test, seed: testSeed)
      let settled = standardise ? try parts.standardised().parts : parts
      return (settled.training, settled.test)
    } catch {
      throw Refusal(error.headline, .usage, try: error.remedy)
    }
  }

  private func read(_ file: String, classes: Int) throws -> DataSet {
    do {
      let source = try source(file)
      let targets = DataFile.Targets.labels(classes: classes)
      if let labels {
        return try DataFile.dataSet(
          inputs: source, labels: try self.source(labels), targets: targets)
      }
      return try DataFile.dataSet(
        source,
        columns: TableColumns(
          targets: target.map { TableColumns.Column($0) },
          label: label.map { TableColumns.Column($0) },
          classes: nil))
    } catch let fault as FormatFault {
      throw Refusal([fault.diagnostic(in: file)], .unusableFile)
    } catch let trouble as FileTrouble {
      throw Refusal(trouble, in: file, .unusableFile)
    }
  }

  private func source(_ file: String) throws(FileTrouble) -> DataFile.Source {
    DataFile.Source(
      Data(try bytes(of: file, limit: NetworkFile.limit)), named: file)
  }
}
