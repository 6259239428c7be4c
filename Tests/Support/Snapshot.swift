import Foundation

/// Texts compared with files that are kept beside the tests.
public enum Snapshot {
  /// Compares a text with a file.
  ///
  /// With `RECORD=1` in the environment the file is written instead, and the
  /// test fails all the same: a recording is to be read, then run again.
  ///
  /// - Parameters:
  ///   - text: What the program gave.
  ///   - name: The file, beside the test file, such as `Transcripts/first.txt`.
  ///   - testFile: The test that asks.
  ///   - isRecording: Whether to write the file.
  /// - Throws: ``Failure`` with the first lines that differ.
  public static func check(
    _ text: String, against name: String, testFile: String = #filePath,
    isRecording: Bool = Snapshot.isRecording
  ) throws {
    let file = URL(fileURLWithPath: testFile).deletingLastPathComponent()
      .appendingPathComponent(name)
    if isRecording { try record(text, in: file) }
    guard let expected = try? String(contentsOf: file, encoding: .utf8) else {
      throw Failure("no \(name)\ntry: RECORD=1 swift test, then read it")
    }
    guard expected != text else { return }
    throw Failure(
      """
      \(name) differs
      \(difference(expected: expected, observed: text))
      try: RECORD=1 swift test if the new text is right, then read the file
      """)
  }

  /// Whether `RECORD=1` was given.
  public static var isRecording: Bool {
    ProcessInfo.processInfo.environment["RECORD"] == "1"
  }

  private static func record(_ text: String, in file: URL) throws {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    throw Failure("recorded \(file.lastPathComponent): read it, run again")
  }

  /// The first lines that differ, with the two before them.
  static func difference(expected: String, observed: String) -> String {
    let left = lines(expected)
    let right = lines(observed)
    let same = zip(left, right).prefix { $0 == $1 }.count
    let context = left[max(0, same - 2)..<same].map { "  " + $0 }
    let removed = left.dropFirst(same).prefix(5).map { "- " + $0 }
    let added = right.dropFirst(same).prefix(5).map { "+ " + $0 }
    return (["line \(same + 1):"] + context + removed + added)
      .joined(separator: "\n")
  }

  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }
}
