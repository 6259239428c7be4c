import Foundation
import TestSupport

/// A user's folder that goes with its last use, and the program run there.
final class Home {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  var progress: String { folder.path + "/state/backstep/progress" }
  var history: String { folder.path + "/state/backstep/history" }

  /// The program that this package builds.
  func backstep(
    _ arguments: [String] = [], environment: [String: String] = [:]
  ) throws -> Program {
    let own = [
      "HOME": folder.path, "XDG_STATE_HOME": folder.path + "/state",
      "XDG_CONFIG_HOME": folder.path + "/config",
    ]
    return try Program.built(
      "backstep", arguments: arguments,
      environment: own.merging(environment) { $1 }, folder: folder.path)
  }

  /// Writes a file below the folder, making the folders above it.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try write(Data(text.utf8), to: name)
  }

  @discardableResult
  func write(_ data: Data, to name: String) throws -> String {
    let file = URL(fileURLWithPath: folder.path + "/" + name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
    return file.path
  }

  func read(_ path: String) -> String? {
    try? String(contentsOfFile: path, encoding: .utf8)
  }
}

/// Reads a file beside the tests.
func file(_ name: String, testFile: String = #filePath) throws -> String {
  let path = URL(fileURLWithPath: testFile).deletingLastPathComponent()
    .appendingPathComponent(name)
  return try String(contentsOf: path, encoding: .utf8)
}
