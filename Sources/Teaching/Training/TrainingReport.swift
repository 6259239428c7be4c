import Algebra
import Networks
import Presentation

/// What came of a training: how it went, the curve, and why it ended.
public struct TrainingReport {
  private let training: Training
  private let terms: TrainingTerms
  /// What was seen first and last; nothing where the cost had no value at
  /// all.
  private let looks: (first: Training.Look, last: Training.Look)?
  private let stop: Training.Stop

  init(
    _ training: Training, _ terms: TrainingTerms,
    _ looks: (first: Training.Look, last: Training.Look)?,
    stop: Training.Stop
  ) {
    self.training = training
    self.terms = terms
    self.looks = looks
    self.stop = stop
  }

  /// Whether all numbers could be held.
  public var isFinite: Bool {
    if case .notFinite = stop { false } else { true }
  }

  /// The report, for a page.
  public func text(for page: Page) -> StyledText {
    guard let (first, last) = looks else {
      return sentence(page, after: 0).map { page.prose($0) } ?? StyledText()
    }
    var lines = Lines()
    lines.add(page.prose(StyledText(deed(from: first, to: last, page))))
    let hasAccuracy = first.accuracy != nil
    if training.worksheet.cost != nil {
      lines.add(
        change(
          page.name(terms.cost).padded(
            to: hasAccuracy && !page.isPlain ? 8 : 0),
          page.number(first.cost), page.number(last.cost), page))
    }
    if let before = first.accuracy, let after = last.accuracy {
      lines.add(
        change(
          "accuracy", StyledText(before.percent, .number),
          StyledText(after.percent, .number), page))
    }
    if last.iteration > first.iteration,
      let plot = TrainingPlot(
        training.trajectory, of: "cost", ending: (last.iteration, last.cost))
    {
      lines.add(plot.text(for: page))
    }
    if let sentence = sentence(page, after: last.iteration) {
      lines.add(page.prose(sentence))
    }
    return lines.text
  }

  /// How long and how it was trained.
  private func deed(
    from first: Training.Look, to last: Training.Look, _ page: Page
  ) -> String {
    let done = last.iteration - first.iteration
    let perEpoch = training.iterationsPerEpoch
    let length =
      perEpoch > 1 && done > 0 && done % perEpoch == 0
      ? counted(done / perEpoch, "epoch", "epochs") + " of "
        + counted(perEpoch, "iteration", "iterations")
      : counted(done, "iteration", "iterations")
    let rule = training.rule?.name ?? "the lines of the worksheet"
    let seconds =
      last.seconds < 0.1
      ? "" : ", in \(last.seconds.duration)"
    return "\(length) by \(rule)\(rate(page))\(batch)\(seconds)."
  }

  /// What the updates are, where they are no rule that has a name.
  static let ownLines = "Sets all of these at once, from the values before."

  /// The rate, or that the updates have none: lines may hold a number.
  private func rate(_ page: Page) -> String {
    guard let name = terms.rate else {
      return ", which take no rate"
    }
    let rate = page.format.text(training.settings.rate, charset: page.charset)
    let eta =
      page.charset == .unicode && !page.isPlain ? name.text : name.ascii
    return ", \(eta) \(page.isPlain ? "is" : "=") \(rate)"
  }

  private var batch: String {
    let count = training.exampleCount
    guard count > 1 else { return "" }
    return switch training.settings.batch {
    case .size(let size) where size < count:
      ", \(size) of \(count) examples "
        + "at a time"
    case .one: ", one of \(count) examples at a time"
    default: ", all \(count) examples at once"
    }
  }

  private func change(
    _ name: StyledText, _ before: StyledText, _ after: StyledText,
    _ page: Page
  ) -> StyledText {
    (name + "  " + before + " \(page.arrow) " + after)
      .indented(by: page.isPlain ? 0 : 2)
  }

  private func sentence(_ page: Page, after iteration: Int) -> StyledText? {
    switch stop {
    case .length: nil
    case .interrupted:
      "The weights are those after iteration \(iteration)."
    case .cost:
      "Stopped at iteration \(iteration): the cost is as low as was "
        + "asked."
    case .accuracy:
      "Stopped at iteration \(iteration): as accurate as was asked."
    case .costRose(let before, let after):
      StyledText("Stopped: the cost rose ", .wrong) + "from "
        + page.number(before) + " to " + page.number(after) + " before "
        + "iteration \(iteration). A smaller rate may help."
    case .notFinite(let overflow):
      StyledText("Stopped: ", .wrong) + page.name(overflow.quantity)
        + StyledText(overflow.isUpdate ? " would be set to a number" : " is")
        + " too large to be held, in iteration \(overflow.iteration + 1). The "
        + "weights are those before it. A smaller rate may help."
    }
  }
}

/// A number of a training against the iterations.
public struct TrainingPlot {
  private let plot: Plot
  private let isLogarithmic: Bool
  private let label: String

  /// Nothing where fewer than two points were recorded, or nothing under
  /// that label.
  ///
  /// - Parameters:
  ///   - trajectory: What was recorded.
  ///   - label: `cost`, `accuracy`, or what is tracked.
  ///   - end: A number behind the last that was recorded.
  public init?(
    _ trajectory: Trajectory, of label: String,
    ending end: (iteration: Int, value: Double)? = nil
  ) {
    guard var values = trajectory.values(of: label) else { return nil }
    var iterations = trajectory.points.map(\.iteration)
    if let end, end.iteration > iterations.last ?? -1 {
      iterations.append(end.iteration)
      values.append(end.value)
    }
    let known = values.filter(\.isFinite)
    guard values.count > 1, let low = known.min(), let high = known.max()
    else { return nil }
    // Over two powers of ten a curve of the numbers is a corner.
    let isLogarithmic = low > 0 && high > 100 * low
    plot = Plot([
      Plot.Curve(
        label,
        zip(iterations, values).map { iteration, value in
          Plot.Point(
            x: Double(iteration),
            y: isLogarithmic ? StepErrors.exponent(value) : value)
        })
    ])
    self.isLogarithmic = isLogarithmic
    self.label = label
  }

  public func text(for page: Page) -> StyledText {
    let heading = page.prose(
      StyledText(
        "The \(label), up, against the iteration, across"
          + (isLogarithmic ? "; as a power of ten." : "."), .dim))
    guard !page.isPlain else {
      return heading + "\n" + plot.spoken(format: page.format)
    }
    return heading + "\n"
      + plot.text(
        width: min(page.width - 2, 60), height: page.width < 60 ? 8 : 10,
        format: page.format, charset: page.charset
      ).indented(by: 1)
  }
}

extension Double {
  /// A share in hundredths, and never 100 % where it is less.
  var percent: String {
    let tenths = (self * 1000).rounded(.down) / 10
    return tenths == tenths.rounded() ? "\(Int(tenths)) %" : "\(tenths) %"
  }

  /// Seconds as a person says them.
  var duration: String {
    if self < 10 { return "\((self * 10).rounded() / 10) s" }
    if self < 120 { return "\(Int(rounded())) s" }
    let minutes = Int((self / 60).rounded())
    return minutes < 120 ? "\(minutes) min" : "\(minutes / 60) h"
  }
}
