/// A hidden layer of a network and what stands around it, by name.
struct HiddenLayer {
  let layer: Int
  let depth: Int
  /// The function of each layer.
  let functions: [String]
  var isPerExample = false
  var hasPenalty = false
  var isOneExample = false
  /// Whether the error reaches the last sums as it is.
  var isMatched = false
  /// The factor before the error in the last sums.
  var errorShare = ""

  private func input(of layer: Int) -> String {
    layer == 1 ? "x" : "a\(layer - 1)"
  }

  var function: String { functions[layer - 1] }
  var lastFunction: String { functions[depth - 1] }
  var above: Int { layer + 1 }
  var below: String { input(of: layer) }
  var share: String { isPerExample ? "(1/m) " : "" }

  func price(_ layer: Int) -> String {
    guard hasPenalty else { return "" }
    return isOneExample ? " + λ*W\(layer)" : " + (λ/m) W\(layer)"
  }

  var slope: String { "g\(layer)'(z\(layer))" }
  var arriving: String { "W\(above)' @ δ\(above)" }
  var isSmooth: Bool {
    !["relu", "leaky-relu", "identity", "softmax"].contains(function)
  }
  var isBent: Bool { ["relu", "leaky-relu"].contains(function) }
  var isStraight: Bool { function == "identity" }
}

/// A row of the table of slips: a wrong line, and the slip that it shows.
struct SlipRow: CustomStringConvertible, Sendable {
  let row: Int
  let slip: String
  let target: @Sendable (HiddenLayer) -> String
  let line: @Sendable (HiddenLayer) -> String?

  var description: String { "row \(row), \(slip)" }

  init(
    _ row: Int, _ slip: String,
    _ target: @escaping @Sendable (HiddenLayer) -> String = { "δ\($0.layer)" },
    _ line: @escaping @Sendable (HiddenLayer) -> String?
  ) {
    self.row = row
    self.slip = slip
    self.target = target
    self.line = line
  }

  private static let dW: @Sendable (HiddenLayer) -> String = {
    "dW\($0.layer)"
  }
  private static let db: @Sendable (HiddenLayer) -> String = {
    "db\($0.layer)"
  }

  /// Each row of the table that a layered network can show.
  static let all: [SlipRow] = [
    SlipRow(1, "transpose-missing") {
      "W\($0.above) @ δ\($0.above) .* \($0.slope)"
    },
    SlipRow(2, "order-swapped") {
      "δ\($0.above) @ W\($0.above)' .* \($0.slope)"
    },
    SlipRow(3, "turned-over", dW) {
      "\($0.share)\($0.below) @ δ\($0.layer)'\($0.price($0.layer))"
    },
    SlipRow(4, "transpose-missing", dW) {
      "\($0.share)δ\($0.layer) @ \($0.below)\($0.price($0.layer))"
    },
    SlipRow(4, "inner-for-outer", dW) {
      "\($0.share)δ\($0.layer)' @ \($0.below)\($0.price($0.layer))"
    },
    SlipRow(5, "sign-turned") { "-(\($0.arriving) .* \($0.slope))" },
    SlipRow(6, "factor-of-two") { "2*(\($0.arriving)) .* \($0.slope)" },
    SlipRow(6, "factor-of-two") { "(\($0.arriving) .* \($0.slope))/2" },
    SlipRow(7, "mean-twice", dW) {
      $0.isPerExample || $0.isOneExample
        ? nil : "(1/m) δ\($0.layer) @ \($0.below)'\($0.price($0.layer))"
    },
    SlipRow(7, "mean-forgotten", dW) {
      $0.isPerExample
        ? "δ\($0.layer) @ \($0.below)'\($0.price($0.layer))" : nil
    },
    SlipRow(7, "mean-over-units", dW) {
      $0.isPerExample
        ? "(1/n\($0.layer)) δ\($0.layer) @ \($0.below)'" + $0.price($0.layer)
        : nil
    },
    SlipRow(8, "slope-missing") { $0.isStraight ? nil : $0.arriving },
    SlipRow(9, "slope-at-output") {
      $0.isSmooth ? "\($0.arriving) .* g\($0.layer)'(a\($0.layer))" : nil
    },
    SlipRow(10, "slope-formula-at-input") {
      let z = "z\($0.layer)"
      switch $0.function {
      case "sigmoid": return "\($0.arriving) .* \(z) .* (1 - \(z))"
      case "tanh": return "\($0.arriving) .* (1 - \(z).^2)"
      default: return nil
      }
    },
    SlipRow(11, "function-for-slope") {
      $0.isSmooth ? "\($0.arriving) .* a\($0.layer)" : nil
    },
    SlipRow(11, "slope-of-slope") {
      $0.isSmooth ? "\($0.arriving) .* g\($0.layer)''(z\($0.layer))" : nil
    },
    SlipRow(12, "slope-of-another") {
      let a = "a\($0.layer)"
      switch $0.function {
      case "sigmoid": return "\($0.arriving) .* (1 - \(a).^2)"
      case "tanh": return "\($0.arriving) .* \(a) .* (1 - \(a))"
      case "identity": return nil
      default: return "\($0.arriving) .* tanh'(z\($0.layer))"
      }
    },
    SlipRow(13, "matrix-product-for-entrywise") {
      $0.isStraight ? nil : "(\($0.arriving)) @ \($0.slope)"
    },
    SlipRow(13, "entrywise-for-matrix-product", dW) {
      "\($0.share)δ\($0.layer) .* \($0.below)\($0.price($0.layer))"
    },
    SlipRow(14, "slope-of-another-layer") {
      $0.functions[$0.above - 1] == "softmax" || $0.isStraight
        || $0.functions[$0.above - 1] == "identity"
        ? nil : "\($0.arriving) .* g\($0.above)'(z\($0.above))"
    },
    SlipRow(14, "slope-inside-product") {
      $0.isStraight
        ? nil : "W\($0.above)' @ (δ\($0.above) .* \($0.slope))"
    },
    SlipRow(15, "neighbouring-layer") {
      "W\($0.layer)' @ δ\($0.above) .* \($0.slope)"
    },
    SlipRow(15, "neighbouring-layer") {
      "W\($0.above)' @ δ\($0.layer) .* \($0.slope)"
    },
    SlipRow(15, "neighbouring-layer", dW) {
      "\($0.share)δ\($0.layer) @ a\($0.layer)'\($0.price($0.layer))"
    },
    SlipRow(16, "sum-for-output", { "dW\($0.above)" }) {
      $0.isStraight
        ? nil
        : "\($0.share)δ\($0.above) @ z\($0.layer)'\($0.price($0.above))"
    },
    SlipRow(17, "updated-weights") {
      "(W\($0.above) - η*dW\($0.above))' @ δ\($0.above) .* \($0.slope)"
    },
    SlipRow(17, "updated-weights") {
      "(W\($0.above) - 0.3*dW\($0.above))' @ δ\($0.above) .* \($0.slope)"
    },
    SlipRow(18, "bias-not-summed", db) {
      $0.isOneExample ? nil : "\($0.share)δ\($0.layer)"
    },
    SlipRow(18, "bias-summed-over-units", db) {
      $0.isOneExample ? nil : "\($0.share)colsum(δ\($0.layer))"
    },
    SlipRow(18, "bias-summed-over-all", db) {
      $0.isOneExample ? nil : "\($0.share)sum(δ\($0.layer))"
    },
    SlipRow(19, "bias-added-back") {
      "(\($0.arriving) + b\($0.layer)) .* \($0.slope)"
    },
    SlipRow(19, "bias-as-factor", db) {
      let sum = $0.isOneExample ? "δ\($0.layer)" : "rowsum(δ\($0.layer))"
      return "\($0.share)b\($0.layer) .* \(sum)"
    },
    SlipRow(20, "error-for-slope") {
      $0.above == $0.depth && !$0.isMatched && $0.lastFunction != "identity"
        ? "W\($0.above)' @ da\($0.depth) .* \($0.slope)" : nil
    },
    SlipRow(21, "sum-for-product") {
      $0.isStraight ? nil : "\($0.arriving) + \($0.slope)"
    },
    SlipRow(22, "extra-slope", { "δ\($0.depth)" }) {
      let a = "a\($0.depth)"
      return $0.isMatched
        ? "\($0.errorShare)(\(a) - y) .* \(a) .* (1 - \(a))" : nil
    },
    SlipRow(23, "softmax-diagonal", { "δ\($0.depth)" }) {
      let a = "a\($0.depth)"
      return $0.lastFunction == "softmax" && !$0.isMatched
        ? "da\($0.depth) .* \(a) .* (1 - \(a))" : nil
    },
    SlipRow(25, "rectifier-slope") {
      $0.isBent ? "\($0.arriving) .* a\($0.layer)" : nil
    },
    SlipRow(25, "rectifier-slope") {
      $0.isBent ? "\($0.arriving) .* z\($0.layer)" : nil
    },
    SlipRow(25, "branches-swapped") {
      $0.function == "relu"
        ? "\($0.arriving) .* (1 - relu'(z\($0.layer)))" : nil
    },
  ]
}
