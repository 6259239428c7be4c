/// What `save` writes, by the ending of the file.
enum SavedKind: String, CaseIterable {
  // The longer ending before the one that ends like it.
  case training = ".training.json"
  case network = ".json"
  case weights = ".npz"
  case numbers = ".csv"

  /// What a file of that name holds; a network where its ending says nothing.
  init(file: String) {
    let name = file.lowercased()
    self = Self.allCases.first { name.hasSuffix($0.rawValue) } ?? .network
  }

  /// Every kind with its meaning, for help.
  static var rows: [(word: String, meaning: String)] {
    let kinds: [SavedKind] = [.network, .weights, .training, .numbers]
    return kinds.map { ("save mine\($0.rawValue)", $0.meaning) }
  }

  private var meaning: String {
    switch self {
    case .network: "the network with its examples"
    case .weights: "the weights alone, as NumPy reads them"
    case .training: "the training as it stands, to go on from"
    case .numbers: "the numbers on the way of the training"
    }
  }
}
