import Algebra
import Matrices
import Networks
import Presentation

/// How well a network classifies the examples that it learns, and those that
/// were kept to test it.
public struct PredictionReport {
  private let learned: Prediction
  private let test: Prediction?
  private let names: [String]

  /// Computes what a network predicts; nothing where it does not classify.
  ///
  /// - Parameters:
  ///   - worksheet: The equations.
  ///   - values: The examples that it learns, and the parameters.
  ///   - classes: What the classes are called, where that is known.
  ///   - test: The examples to test it with, where there are any.
  /// - Throws: ``TrainingFault``.
  public init?(
    _ worksheet: Worksheet, _ values: [Name: Matrix<Double>],
    classes: [String] = [], test: DataSet? = nil
  ) throws(TrainingFault) {
    guard let learned = try Prediction(worksheet, values: values) else {
      return nil
    }
    self.learned = learned
    names = classes
    guard let test, let tested = worksheet.values(values, at: test) else {
      self.test = nil
      return
    }
    self.test = try Prediction(worksheet, values: tested)
  }

  /// The report, for a page.
  public func text(for page: Page) -> StyledText {
    let learned = learned.text(for: page, classes: names)
    guard test != nil else { return learned }
    return StyledText.stacked([
      page.prose("The examples that it learns:"), learned, testText(for: page),
    ])
  }

  /// What it says of the examples kept to test; nothing where there are none.
  public func testText(for page: Page) -> StyledText {
    guard let test else { return StyledText() }
    let count = test.classes.count
    return StyledText.stacked([
      page.prose(
        StyledText(
          count == 1
            ? "The example kept to test:"
            : "The \(count) examples kept to test:")),
      test.text(for: page, classes: names),
    ])
  }
}

extension Worksheet {
  /// The values with other examples; nothing where they do not fit.
  func values(
    _ values: [Name: Matrix<Double>], at data: DataSet
  ) -> [Name: Matrix<Double>]? {
    guard let input = givens.first(where: { $0.role == .input })?.name,
      let target = givens.first(where: { $0.role == .target })?.name,
      values[input]?.rows == data.x.rows, values[target]?.rows == data.y.rows
    else { return nil }
    return values.merging([input: data.x, target: data.y]) { $1 }
  }
}

extension Session {
  /// `predict`: how many examples get the right class; `predict test`: of
  /// those kept to test alone.
  func predict(_ text: String = "") -> Reply {
    let isTest = text == "test"
    guard text.isEmpty || isTest else {
      return failure(
        Diagnostic(
          "predict takes nothing behind it but test", remedy: "predict"))
    }
    if isTest, testExamples == nil {
      return failure(
        Diagnostic(
          "no examples are kept to test here", remedy: "predict"))
    }
    guard let live = written, !live.worksheet.names.isEmpty else {
      return failure(
        Diagnostic(
          "nothing is here that predicts",
          remedy: "network 2 -> 3 tanh -> 1 sigmoid on xor"))
    }
    let givens = live.now.givens
    if let classes = Classification(live.worksheet, values: givens),
      let refusal = refusal(ofHidden: sight.shown(.name(classes.output)))
    {
      return refusal
    }
    do throws(TrainingFault) {
      let report = try PredictionReport(
        live.worksheet, givens, classes: classes,
        test: testExamples)
      guard let report else { return unclassified() }
      return Reply(
        inset { isTest ? report.testText(for: $0) : report.text(for: $0) })
    } catch { return failure(error.diagnostic) }
  }

  private func unclassified() -> Reply {
    failure(
      Diagnostic(
        "what stands here gives its examples no classes",
        notes: ["a softmax does, and one sigmoid with targets 0 and 1"],
        remedy: "network 2 -> 3 tanh -> 1 sigmoid on xor"))
  }
}
