#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A network, or a training that was kept: what the file says that it is.
public enum SavedFile: Sendable {
  case network(NetworkFile)
  case training(TrainingFile)

  /// Reads either, which its keys tell apart.
  ///
  /// - Parameters:
  ///   - json: The bytes of the file.
  ///   - reading: Gives the bytes of a data file that the network names.
  /// - Throws: ``FormatFault`` with the first thing that is wrong.
  public init(
    json: Data, reading: (String) throws -> Data
  ) throws(FormatFault) {
    let probe = try? JSONDecoder().decode(Probe.self, from: json)
    self =
      probe?.isTraining ?? false
      ? .training(try TrainingFile(json: json, reading: reading))
      : .network(try NetworkFile(json: json, reading: reading))
  }

  /// Whether a file has the keys of a training.
  private struct Probe: Decodable {
    let isTraining: Bool

    enum Keys: String, CodingKey { case iteration, settings, values }

    init(from decoder: any Decoder) throws {
      let keys = try decoder.container(keyedBy: Keys.self)
      isTraining = !keys.allKeys.isEmpty
    }
  }
}
