/// The lessons of which a network may be borrowed.
struct BenchLibrary {
  private let document: (String) -> LessonDocument?
  /// The lessons that are borrowing already.
  private var borrowers: [String] = []

  init(_ document: @escaping (String) -> LessonDocument?) {
    self.document = document
  }

  /// Why a lesson lends nothing.
  enum Refusal {
    case unknown
    case circle
    case noBench
    case faulty
  }

  enum Loan {
    case bench(Bench)
    case refused(Refusal)
  }

  /// The first worksheet that another lesson writes down.
  func loan(from id: String) -> Loan {
    guard !borrowers.contains(id) else { return .refused(.circle) }
    guard let document = document(id) else { return .refused(.unknown) }
    for screen in document.screens {
      guard let piece = screen.pieces.first(where: \.isBench) else { continue }
      var library = self
      library.borrowers.append(id)
      var compiler = BenchCompiler(
        origin: screen.id == id ? id : "\(id)#\(screen.id)", library: library)
      guard let bench = compiler.bench(of: piece) else {
        return .refused(.faulty)
      }
      return .bench(bench)
    }
    return .refused(.noBench)
  }
}
