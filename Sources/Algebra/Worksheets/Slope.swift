/// A slope of the cost on its way back through a formula.
///
/// It is carried in two forms with the same value: the one that is shown and
/// the one that is computed, which loses no digits.
struct Slope {
  var shown: Expression
  var computed: Expression
  /// Scalar where every entry of a matrix has this one slope.
  var shape: SymbolicShape
  /// The rules that were used since the last named quantity.
  var rules: [Rule] = []
  /// Whether it came by the cost of the examples, and not by a penalty.
  var isFromExamples = false

  init(_ expression: Expression, shape: SymbolicShape) {
    shown = expression
    computed = expression
    self.shape = shape
  }

  /// The slope after one more step, taken on both forms.
  func stepped(
    _ shape: SymbolicShape, by rule: Rule? = nil,
    _ step: (Expression) -> Expression
  ) -> Slope {
    var next = self
    next.shown = step(shown)
    next.computed = step(computed)
    next.shape = shape
    if let rule { next.rules.append(rule) }
    return next
  }

  var isSpread: Bool { shape == .scalar }

  static func sum(of slopes: [Slope]) -> Slope? {
    guard var total = slopes.first else { return nil }
    for slope in slopes.dropFirst() {
      total.shown = total.shown.plus(slope.shown)
      total.computed = total.computed.plus(slope.computed)
      total.rules += slope.rules
    }
    if slopes.count > 1 { total.rules.append(.roads) }
    return total
  }
}

extension SymbolicShape {
  /// A matrix of this shape all of whose entries are 1.
  var ones: Expression {
    self == .scalar ? 1 : .ones(rows, columns)
  }
}
