import Algebra
import Matrices
import Presentation

/// What is known of the reason for a quantity, a number, a part of a formula
/// or a line.
public enum Why: Sendable {
  case given(GivenReason)
  case quantity(QuantityReason)
  case part(PartReason)
  /// A formula that stands in no equation.
  case formula(FormulaReason)
}

/// A quantity that nothing computes.
public struct GivenReason: Sendable {
  public let given: Given
  public let asked: Expression
  public let value: Matrix<Double>
  /// The equations that read it, the forward ones first.
  public let users: [Equation]
}

/// A quantity that an equation computes, or one entry of it.
public struct QuantityReason: Sendable {
  public let equation: Equation
  public let asked: Expression
  /// The value of what was asked.
  public let value: Matrix<Double>
  /// The number asked for, written out; absent for a whole matrix.
  public let reading: EntryReading?
  /// What it is the slope of and in, where it is a slope.
  public let slope: SlopeMeaning?
  /// The whole quantity's rows and columns.
  public let shape: Shape
}

/// `δ1` is the slope of `C` in `z1`.
public struct SlopeMeaning: Hashable, Sendable {
  public let cost: Name
  public let quantity: Name
  /// Whether the factor 1/m is left out of it.
  public let isPerExample: Bool
}

/// An expression that was asked about for itself.
public struct FormulaReason: Sendable {
  public let asked: Expression
  public let value: Matrix<Double>
  public let reading: EntryReading?
}

extension Why {
  /// Finds the reason for what was asked.
  ///
  /// - Parameters:
  ///   - asked: A quantity, an entry, a part of a formula, or any formula.
  ///   - valuation: The numbers.
  ///   - nearby: The equation that stands on the screen, which is looked at
  ///     first when a part of a formula is asked about.
  ///   - hidden: Quantities whose equations are not to be given away.
  /// - Throws: ``ExplanationFault``.
  public init(
    _ asked: Expression, in valuation: Valuation, near nearby: Name? = nil,
    hiding hidden: Concealment = .nothing
  ) throws(ExplanationFault) {
    let asked = asked.ungrouped
    if let name = asked.baseName, valuation.values[name] != nil {
      self = try Self.quantity(name, asked, valuation)
    } else if let part = try PartReason(
      asked, in: valuation, near: nearby, hiding: hidden)
    {
      self = .part(part)
    } else {
      let value = try valuation.number(asked)
      self = .formula(
        FormulaReason(
          asked: asked, value: value,
          reading: try Self.reading(asked, value, valuation)))
    }
  }

  private static func quantity(
    _ name: Name, _ asked: Expression, _ valuation: Valuation
  ) throws(ExplanationFault) -> Why {
    let worksheet = valuation.worksheet
    let keys = try valuation.places(of: asked)
    let value = try valuation.number(asked)
    if let given = worksheet.given(name) {
      return .given(
        GivenReason(
          given: given, asked: asked, value: value,
          users: worksheet.equations.filter {
            $0.expression.names.contains(name)
          }))
    }
    guard let equation = worksheet.equation(name) else {
      throw .unknownQuantity(name, nearest: nil)
    }
    let reading: EntryReading?
    if keys.count == 1, let key = keys.first {
      reading = try EntryReading(key, of: equation, in: valuation)
    } else {
      reading = nil
    }
    return .quantity(
      QuantityReason(
        equation: equation, asked: asked, value: value, reading: reading,
        slope: meaning(of: equation, worksheet),
        shape: try valuation.matrix(name).shape))
  }

  private static func meaning(
    of equation: Equation, _ worksheet: Worksheet
  ) -> SlopeMeaning? {
    guard equation.role == .backward, let cost = worksheet.cost,
      let quantity = worksheet.quantity(withAdjoint: equation.name)
    else { return nil }
    return SlopeMeaning(
      cost: cost.name, quantity: quantity,
      isPerExample: worksheet.delta == .perExample
        && worksheet.given(quantity) == nil)
  }

  /// A formula of one number is written out in entries.
  private static func reading(
    _ asked: Expression, _ value: Matrix<Double>, _ valuation: Valuation
  ) throws(ExplanationFault) -> EntryReading? {
    guard value.shape.isScalar else { return nil }
    let form: Expression
    do {
      form = try asked.entry(
        0, 0, in: valuation.scope, termLimit: EntryReading.termLimit)
    } catch { throw .expression(error) }
    return try EntryReading(asked, form: form, in: valuation)
  }
}
