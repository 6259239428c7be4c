import Networks
import Presentation

/// Examples that a session asks the world to read, and what they are for.
public struct ExamplesRequest: Hashable, Sendable {
  public let data: DataWish
  /// How many numbers come out of the network.
  public let outputs: Int
  /// What is made for them; nothing where the network of the bench takes
  /// them.
  let layers: String?

  /// The line that asks for them, or for others in their place.
  func line(_ data: DataWish) -> String {
    layers.map { "network \($0) on \(data.words)" } ?? "examples \(data.words)"
  }

  /// The word that asks for them.
  var word: String { layers == nil ? "examples" : "network" }
}
