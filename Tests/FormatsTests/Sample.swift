import Formats
import Foundation

/// A small network file of which one part at a time is spoilt.
enum Sample {
  static let json = """
    { "format": 1, "layers": [2, 3, 1],
      "activations": ["sigmoid", "identity"],
      "cost": { "name": "half-squared-error", "reduction": "mean" },
      "W": [[[0.1, 0.2], [0.3, 0.4], [0.5, 0.6]], [[1, 2, 3]]],
      "b": [[0.1, 0.2, 0.3], [[0.4]]],
      "x": [[1, 2], [3, 4]], "y": [[0, 1]] }
    """

  static func changed(_ old: String, _ new: String) -> String {
    json.replacingOccurrences(of: old, with: new)
  }

  static func file(
    _ json: String = json, beside files: [String: Data] = [:]
  ) throws(FormatFault) -> NetworkFile {
    try NetworkFile(json: Data(json.utf8)) { name in
      guard let bytes = files[name] else {
        throw FormatFault(.unreadable(name, reason: "it does not exist"))
      }
      return bytes
    }
  }

  /// The headline with which a file is refused.
  static func headline(
    _ json: String, beside files: [String: Data] = [:]
  ) -> String? {
    fault(json, beside: files)?.headline(in: "net.json")
  }

  static func fault(
    _ json: String, beside files: [String: Data] = [:]
  ) -> FormatFault? {
    do throws(FormatFault) {
      _ = try file(json, beside: files)
      return nil
    } catch { return error }
  }
}
