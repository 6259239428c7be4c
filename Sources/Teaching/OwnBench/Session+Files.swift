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
    guard let description, let written else { return nil }
    return (description, written.now.givens)
  }

  /// The parameters of the place at which the learner stands.
  public var weights: [Name: Matrix<Double>] {
    guard let written else { return [:] }
    let names = written.worksheet.parameters
    return written.now.givens.filter { names.contains($0.key) }
  }

  /// What the classes of the bench's examples are called; empty where nobody
  /// says.
  public var classes: [String] {
    bench?.sheet.classes ?? lessonData?.learned.classes ?? []
  }

  /// The examples that are kept to test the network of this place.
  var testExamples: DataSet? {
    bench == nil ? lessonData?.test : bench?.sheet.test
  }

  /// The examples of the open lesson, where the program makes them.
  private var lessonData: LearnedData? { screen?.bench?.data }

  /// The training that was done last, while the weights are those it left.
  public var training: (settings: TrainingSettings, state: TrainingState)? {
    guard let written, let trained, trained.left(written) else { return nil }
    return (trained.settings, trained.record.state)
  }

  /// `save FILE.json`, and other endings for other things.
  func save(_ file: String) -> Reply {
    guard !file.isEmpty else { return wants(Command.save) }
    switch SavedKind(file: file) {
    case .numbers: return trainingTable(into: file)
    case .weights:
      guard !weights.isEmpty else {
        return failure(
          Diagnostic(
            "nothing here has weights",
            remedy: "network 2 -> 3 tanh -> 1 sigmoid on xor"))
      }
      return Reply(effects: [.saveWeights(file: file)])
    case .network:
      return unlayered(file) ?? Reply(effects: [.save(file: file)])
    case .training:
      guard trained != nil else { return untrained() }
      return unlayered(file) ?? keptTraining(in: file)
    }
  }

  /// The refusal of what no network file can hold.
  private func unlayered(_ file: String) -> Reply? {
    guard network == nil else { return nil }
    return failure(
      Diagnostic(
        "what stands here is no layered network, so no file can hold it",
        remedy: "transcript \(file.baseOfFile).txt"))
  }

  private func keptTraining(in file: String) -> Reply {
    guard training != nil else {
      return failure(
        Diagnostic(
          "the weights are no longer those of the training",
          notes: ["a training is kept as it stands, to go on from"],
          remedy: "save \(file.baseOfFile.baseOfFile).json"))
    }
    return Reply(effects: [.saveTraining(file: file)])
  }

  /// `load FILE.json`.
  func load(_ file: String) -> Reply {
    guard !file.isEmpty else { return wants(Command.load) }
    return Reply(effects: [.load(file: file)])
  }
}

// MARK: - What the world has read

extension Session {
  /// Opens a training that was kept, so that `train` goes on with it.
  ///
  /// - Parameters:
  ///   - file: How the learner named it.
  ///   - description: The network that learns.
  ///   - values: Its numbers.
  ///   - settings: How it learns.
  ///   - state: Where it was left.
  ///   - classes: What the classes of its examples are called.
  /// - Returns: What stands on the bench now.
  public mutating func open(
    training file: String, _ description: NetworkDescription,
    _ values: [Name: Matrix<Double>], _ settings: TrainingSettings,
    _ state: TrainingState, classes: [String] = []
  ) -> Reply {
    let before = self
    let weights = state.values.filter { values[$0.key] != nil }
    var reply = open(
      file: file, description, values.merging(weights) { $1 },
      classes: classes)
    guard !reply.failed, let live = written else { return reply }
    do throws(TrainingFault) {
      let training = try Training(
        live.worksheet, values: live.now.givens, settings: settings,
        resuming: state)
      trained = TrainedNetwork(
        origin: live.origin, settings: settings, tracks: [],
        record: training.record)
    } catch {
      self = before
      return failure(error.diagnostic)
    }
    let rule = settings.optimizer?.name ?? Optimizer.descent.name
    reply.text = StyledText.stacked([
      reply.text,
      board.prose(
        StyledText(
          "A training by \(rule), left after "
            + "\(counted(state.iteration, "iteration", "iterations")). ")
          + StyledText("train", .typed) + " goes on with it."),
    ])
    return reply
  }

  /// Puts weights into the network that stands here.
  ///
  /// - Parameters:
  ///   - weights: Those of a file, of the shapes of `weights`.
  ///   - file: How the learner named it.
  /// - Returns: What follows from them.
  public mutating func take(
    _ weights: [Name: Matrix<Double>], from file: String
  ) -> Reply {
    guard let written else { return noLesson() }
    let before = live
    let changed = weights.filter { written.now.givens[$0.key] != $0.value }
    guard !changed.isEmpty else {
      return Reply(
        board.prose(StyledText("The weights are those of \(file) already.")))
    }
    put(changed, at: written, deed: "load \(file)")
    return consequence(
      since: before, board.prose(StyledText("The weights of \(file).")))
  }
}

extension String {
  /// The name of a file without its ending.
  fileprivate var baseOfFile: String {
    guard let dot = lastIndex(of: "."), dot != startIndex else { return self }
    return String(self[..<dot])
  }
}
