import Matrices

/// What rounding may do to every quantity of a worksheet with its numbers,
/// and which form of each equation can be computed as it is shown.
///
/// Source: Higham, *Accuracy and Stability of Numerical Algorithms* (2002),
/// section 3.3.
public struct Precision: Sendable {
  /// The equations whose form on the page cannot be computed, and why.
  public private(set) var troubles: [Name: Trouble] = [:]
  private var values: [Name: Matrix<Bounded>]
  private let scope: Scope
  private let arithmetic: BoundedArithmetic

  /// Why an equation is computed by another form than the one that is shown.
  public enum Trouble: Hashable, Sendable {
    /// The form that is shown is not finite with these numbers.
    case notFinite
    /// Digits cancel in the form that is shown.
    case losesDigits
  }

  /// Computes every equation with a bound on what rounding may do to it.
  ///
  /// - Parameters:
  ///   - valuation: The worksheet with its numbers.
  ///   - slopesAsShown: Whether each slope is computed by the formula that is
  ///     shown, as `1 - y²` of tanh, wherever it is finite.
  public init(of valuation: Valuation, slopesAsShown: Bool = false) {
    var scope = valuation.scope
    if slopesAsShown {
      scope.functions = scope.functions.mapValues(\.withSlopeAsShown)
    }
    self.scope = scope
    arithmetic = BoundedArithmetic(
      slopeAtKink: valuation.worksheet.slopeAtKink)
    values = valuation.givens.mapValues { $0.map { Bounded($0) } }
    for equation in valuation.worksheet.equations
    where equation.role != .update {
      let isSlope = slopesAsShown && equation.role == .backward
      compute(equation, isSlope: isSlope)
    }
  }

  /// The form of an equation that can be computed.
  ///
  /// - Parameter equation: An equation of the worksheet.
  /// - Returns: What is shown, unless that form is in trouble.
  public func form(of equation: Equation) -> Expression {
    troubles[equation.name] == nil ? equation.expression : equation.computed
  }

  /// How far rounding may put a quantity off.
  public struct Loss: Hashable, Sendable {
    /// The largest share of itself by which an entry may be off, among those
    /// that have some digits left.
    public var share: Double = 0
    /// The largest distance by which any other entry may be off; infinite
    /// where nothing is known.
    public var distance: Double = 0
  }

  /// How far rounding may put a quantity off.
  ///
  /// - Parameter name: The quantity.
  /// - Returns: Nothing lost where it has no value.
  public func loss(in name: Name) -> Loss {
    var loss = Loss()
    for entry in values[name]?.storage ?? [] where entry.value.isFinite {
      if entry.bound <= 1e-3 * entry.value.magnitude {
        guard entry.bound > 0 else { continue }
        loss.share = max(loss.share, entry.bound / entry.value.magnitude)
      } else {
        let bound = entry.bound.isNaN ? .infinity : entry.bound
        loss.distance = max(loss.distance, bound)
      }
    }
    return loss
  }

  private mutating func compute(_ equation: Equation, isSlope: Bool) {
    let shown = value(of: equation.expression)
    guard let stable = equation.stable else {
      values[equation.name] = shown
      return
    }
    let safe = value(of: stable)
    let trouble = trouble(of: shown, beside: safe)
    if let trouble { troubles[equation.name] = trouble }
    let takesShown = trouble == nil || (isSlope && trouble == .losesDigits)
    values[equation.name] = takesShown ? shown : safe
  }

  private func value(of expression: Expression) -> Matrix<Bounded>? {
    var evaluator = Evaluator(
      scope: scope, values: values, arithmetic: arithmetic)
    return try? evaluator.value(of: expression)
  }

  private func trouble(
    of shown: Matrix<Bounded>?, beside safe: Matrix<Bounded>?
  ) -> Trouble? {
    guard let shown else { return .notFinite }
    guard let safe, safe.shape == shown.shape else { return nil }
    let pairs = zip(shown.storage, safe.storage)
    if pairs.contains(where: { !$0.value.isFinite && $1.value.isFinite }) {
      return .notFinite
    }
    return pairs.contains { $0.isWorse(than: $1) } ? .losesDigits : nil
  }
}

extension Bounded {
  /// Whether digits were lost here that the other value still has.
  fileprivate func isWorse(than other: Bounded) -> Bool {
    guard value.isFinite, other.value.isFinite else { return false }
    let isExact = bound <= 1e-11 * value.magnitude || bound < 1e-300
    return !isExact && !(bound <= 16 * other.bound)
  }
}

extension Function {
  /// The same function with no other slope than the one that is shown.
  fileprivate var withSlopeAsShown: Function {
    guard let body = elementwise, body.stableSlope != nil else { return self }
    return Function(
      name, spellings: spellings, symbol: symbol, summary: summary,
      example: example, source: source, isActivation: isActivation,
      original: original,
      body: Elementwise(
        slope: body.slope, domain: body.domain, kinks: body.kinks,
        choosesAtKink: body.choosesAtKink, definition: body.definition,
        exact: body.exact, isUnknown: body.isUnknown,
        functions: body.functions, value: body.value))
  }
}

extension Valuation {
  /// How many values the index of a sum has.
  ///
  /// - Parameters:
  ///   - index: The index.
  ///   - body: What is added up.
  ///   - outer: The indices of the sums around it.
  /// - Returns: The number.
  /// - Throws: ``ExpressionFault`` where no axis in the body tells.
  public func length(
    of index: Name, in body: Expression, within outer: [Name] = []
  ) throws(ExpressionFault) -> Int {
    try scope.values(
      of: index, in: body, knowing: values.mapValues(\.shape), within: outer
    ).count
  }
}
