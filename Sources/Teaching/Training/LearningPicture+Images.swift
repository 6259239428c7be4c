import Algebra
import Matrices
import Networks
import Presentation

/// Pictures of square examples, and of the weights that read them.
extension Session {
  /// `plot images 10`, `plot images wrong`, `plot images W1[1:4,:]`.
  func plotImages(_ text: String) throws -> Reply {
    let live = try needsWritten()
    let givens = live.now.givens
    guard
      let input = live.worksheet.givens.first(where: { $0.role == .input })?
        .name, let x = givens[input], let side = x.rows.squareSide
    else {
      throw PictureFault(
        headline: "these examples are no square images",
        remedy: "network 144 -> 25 tanh -> 10 softmax on digits")
    }
    var words = text.split(separator: " ").map(String.init)
    let isWrong = words.first == "wrong"
    if isWrong { words.removeFirst() }
    guard let count = Self.count(of: words) else {
      if isWrong || Int(text) != nil {
        throw PictureFault(
          headline: "\(words.joined(separator: " ")) is no number of images",
          note: "from 1 to 200", remedy: "plot images 10")
      }
      return try plotWeights(text)
    }
    return isWrong
      ? try plotWrong(count, side, live)
      : try plot(
        count, side, x, Prediction(live.worksheet, values: givens))
  }

  private static func count(of words: [String]) -> Int? {
    guard let word = words.first else { return 10 }
    return Int(word).flatMap {
      words.count == 1 && (1...200).contains($0) ? $0 : nil
    }
  }

  private func plot(
    _ count: Int, _ side: Int, _ x: Matrix<Double>, _ prediction: Prediction?
  ) throws -> Reply {
    images(Array(0..<min(count, x.columns)), side, x, prediction)
  }

  /// The examples that are taken for others: of those kept to test, where
  /// there are any.
  private func plotWrong(
    _ count: Int, _ side: Int, _ live: LiveBench
  ) throws -> Reply {
    var values = live.now.givens
    if let test = testExamples,
      let tested = live.worksheet.values(values, at: test)
    {
      values = tested
    }
    guard let prediction = try Prediction(live.worksheet, values: values),
      let input = live.worksheet.givens.first(where: { $0.role == .input }),
      let x = values[input.name]
    else { return predict() }
    let wrong = prediction.classes.indices.filter(prediction.isWrong)
    guard !wrong.isEmpty else {
      return Reply(board.prose("Every one of them gets the right class."))
    }
    return images(Array(wrong.prefix(count)), side, x, prediction)
  }

  private func images(
    _ examples: [Int], _ side: Int, _ x: Matrix<Double>,
    _ prediction: Prediction?
  ) -> Reply {
    let names = classNames(prediction?.classCount ?? 0)
    let images = examples.map { example in
      GreyImages.Image(
        pixels: (0..<x.rows).map { x[$0, example] }, width: side,
        label: prediction?.label(of: example, names) ?? "\(example + 1)",
        isWrong: prediction?.isWrong(example) ?? false)
    }
    return Reply(inset { GreyImages(images).text(for: $0) })
  }

  /// The weights of each unit where its pixels stand, from below 0, empty, to
  /// above 0, full.
  private func plotWeights(_ text: String) throws -> Reply {
    let live = try needsLive()
    let expression = try Expression.reading(text, of: text, in: scope)
    if let refusal = refusal(ofHidden: expression) { return refusal }
    let read = try live.value(of: expression)
    let value = lens.examples == .rows ? read.transposed : read
    guard let side = value.columns.squareSide, value.rows <= 200 else {
      throw PictureFault(
        headline: "\(expression.text(page.charset)) is "
          + "\(board.shape(value)), and its rows are no square images",
        note: "a row of W1 has a weight for each pixel",
        remedy: "plot images W1[1:4,:]")
    }
    let largest = value.storage.map(\.magnitude).max() ?? 0
    let images = value.rowArrays.enumerated().map { row, weights in
      GreyImages.Image(
        pixels: weights.map {
          (1 + $0 / max(largest, .leastNormalMagnitude)) / 2
        },
        width: side, label: "\(row + 1)")
    }
    return Reply(inset { GreyImages(images).text(for: $0) })
  }
}

extension Int {
  /// The side of a square of so many pixels; nothing where there is none, or
  /// it is too small to be an image.
  fileprivate var squareSide: Int? {
    let side = Int(Double(self).squareRoot())
    return side > 2 && side * side == self ? side : nil
  }
}

extension Prediction {
  fileprivate func isWrong(_ example: Int) -> Bool {
    truths[example] != nil && classes[example] != truths[example]
  }

  /// `3`, or `3 as 8` where it is taken for another.
  fileprivate func label(of example: Int, _ names: [String]) -> String {
    let given = classes[example].map { names[$0] } ?? "?"
    guard let truth = truths[example] else { return given }
    return isWrong(example) ? "\(names[truth]) as \(given)" : names[truth]
  }
}
