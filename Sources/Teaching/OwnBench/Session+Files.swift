import Algebra
import Matrices
import Networks
import Presentation

extension Session {
  /// The layered network at which the learner stands, with the numbers of
  /// now; nothing where it is none.
  public var network:
    (description: NetworkDescription, values: [Name: Matrix<Double>])?
  {
    let description =
      bench == nil ? screen?.bench?.network : bench?.sheet.network
    guard let description, let live else { return nil }
    return (description, live.now.givens)
  }

  /// `save FILE.json`, and `save FILE.csv` for the numbers of a training.
  func save(_ file: String) -> Reply {
    guard !file.isEmpty else { return wants(Command.save) }
    if file.lowercased().hasSuffix(".csv") { return trainingTable(into: file) }
    guard network != nil else {
      return failure(
        Diagnostic(
          "what stands here is no layered network, so no file can hold it",
          remedy: "transcript \(file.baseOfFile).txt"))
    }
    return Reply(effects: [.save(file: file)])
  }

  /// `load FILE.json`.
  func load(_ file: String) -> Reply {
    guard !file.isEmpty else { return wants(Command.load) }
    return Reply(effects: [.load(file: file)])
  }
}

extension String {
  /// The name of a file without its ending.
  fileprivate var baseOfFile: String {
    guard let dot = lastIndex(of: "."), dot != startIndex else { return self }
    return String(self[..<dot])
  }
}
