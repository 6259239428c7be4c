import CPseudoTerminal
import Foundation

/// A program to run, with a surrounding that does not depend on the machine.
public struct Program: Sendable {
  public var path: String
  public var arguments: [String]
  public var environment: [String: String]
  public var folder: String?

  public init(
    path: String, arguments: [String] = [],
    environment: [String: String] = [:], folder: String? = nil
  ) {
    self.path = path
    self.arguments = arguments
    let given = Self.surrounding.merging(environment) { $1 }
    self.environment = given.filter { !$0.value.isEmpty }
    self.folder = folder
  }

  /// A program that this package builds.
  ///
  /// An environment entry that is empty takes away a standard one.
  public static func built(
    _ name: String, arguments: [String] = [],
    environment: [String: String] = [:], folder: String? = nil
  ) throws -> Program {
    Program(
      path: try Products.path(of: name), arguments: arguments,
      environment: environment, folder: folder)
  }

  private static var surrounding: [String: String] {
    [
      "TERM": "xterm", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin",
      "HOME": "/nonexistent",
    ]
  }

  /// Calls with the arrays that exec takes.
  func withArrays<Result>(
    _ body: (
      _ arguments: UnsafePointer<UnsafeMutablePointer<CChar>?>,
      _ environment: UnsafePointer<UnsafeMutablePointer<CChar>?>
    ) -> Result
  ) -> Result {
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    var settings = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in words + settings { free(text) } }
    return body(&words, &settings)
  }
}

/// Where this package's programs are: beside the tests that were built.
public enum Products {
  public static func path(of name: String) throws -> String {
    var folder = imagePath().deletingLastPathComponent()
    while folder.path != "/" {
      let candidate = folder.appendingPathComponent(name).path
      var isFolder: ObjCBool = false
      let exists = FileManager.default.fileExists(
        atPath: candidate, isDirectory: &isFolder)
      if exists, !isFolder.boolValue { return candidate }
      folder.deleteLastPathComponent()
    }
    throw Failure(
      "no program \(name) above \(imagePath().path)\n"
        + "try: let the test target depend on \(name) in Package.swift")
  }

  /// The file that this code was loaded from.
  private static func imagePath() -> URL {
    let file = code_file().map { String(cString: $0) }
    return URL(fileURLWithPath: file ?? CommandLine.arguments[0])
      .standardizedFileURL
  }
}

/// A test that cannot go on, and why.
public struct Failure: Error, CustomStringConvertible {
  public let description: String

  public init(_ description: String) { self.description = description }
}

/// A folder that goes with its last use.
public final class TemporaryFolder {
  public let path: String

  public init() throws {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("backstep-" + UUID().uuidString)
    try FileManager.default.createDirectory(
      at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file in the folder.
  @discardableResult
  public func write(_ text: String, to name: String) throws -> String {
    let file = path + "/" + name
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    return file
  }
}
