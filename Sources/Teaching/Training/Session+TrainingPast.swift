import Algebra
import Matrices
import Networks
import Presentation

/// What a training left behind: its curve, its iterations, its numbers.
extension Session {
  /// `goto iteration 500`: the weights as they were after so many iterations.
  mutating func returnTo(iteration text: String) -> Reply {
    guard let live = written, let trained, trained.origin == live.origin else {
      return untrained()
    }
    let before = self.live
    guard let iteration = Int(text) else {
      return failure(
        Diagnostic(
          "\(text.isEmpty ? "nothing" : text) is no iteration",
          notes: ["kept are those \(trained.record.kept.words)"],
          remedy: "goto iteration \(trained.record.kept.lowerBound)"))
    }
    do throws(TrainingFault) {
      let training = try again(trained, at: live)
      try training.move(to: iteration)
      keep(training, at: live, deed: "goto iteration \(iteration)")
      let title = "The weights after iteration \(iteration)."
      return consequence(since: before, board.prose(StyledText(title)))
    } catch {
      return failure(error.diagnostic)
    }
  }

  /// `plot training`, `plot training accuracy`, `plot training W1[1,2]`.
  func plotTraining(_ text: String) -> Reply {
    guard let live = written, let trained, trained.origin == live.origin else {
      return untrained()
    }
    let label =
      text.isEmpty || Name(text) == self.live?.worksheet.cost?.name
      ? "cost" : text
    do {
      let trajectory =
        trained.record.trajectory.values(of: label) == nil
        ? try retraced(trained, at: live, tracking: label)
        : trained.record.trajectory
      guard let plot = TrainingPlot(trajectory, of: label) else {
        return failure(
          Diagnostic(
            "too few iterations are recorded for a curve",
            remedy: "train 100 every 1"))
      }
      return Reply(inset { plot.text(for: $0) })
    } catch let fault as TrainingFault {
      return failure(fault.diagnostic)
    } catch {
      return failure(diagnostic(error, source: text).behind("plot training "))
    }
  }

  /// The numbers on the way as a table of the CSV format.
  func trainingTable(into file: String) -> Reply {
    guard let live = written, let trained, trained.origin == live.origin else {
      return untrained()
    }
    return Reply(
      effects: [.write(file: file, text: trained.record.trajectory.csv)])
  }

  func untrained() -> Reply {
    failure(
      Diagnostic("nothing was trained here yet", remedy: "train 100"))
  }

  private func again(
    _ trained: TrainedNetwork, at live: LiveBench
  ) throws(TrainingFault) -> Training {
    try Training(
      live.worksheet,
      values: live.now.givens,
      settings: trained.settings, resuming: trained.record,
      tracking: trained.tracks)
  }

  /// The same way once more, with a number recorded that was not.
  private func retraced(
    _ trained: TrainedNetwork, at live: LiveBench, tracking text: String
  ) throws -> Trajectory {
    let track = Track(
      sight.meant(try Expression.reading(text, of: text, in: scope)),
      label: text)
    let (start, end) = (
      trained.record.kept.lowerBound, trained.record.state.iteration
    )
    let training = try Training(
      live.worksheet,
      values: live.now.givens,
      settings: trained.settings,
      resuming: try again(trained, at: live).state(at: start),
      tracking: [track])
    try training.run(.iterations(end - start))
    return training.trajectory
  }
}

extension ClosedRange<Int> {
  fileprivate var words: String { "from \(lowerBound) to \(upperBound)" }
}
