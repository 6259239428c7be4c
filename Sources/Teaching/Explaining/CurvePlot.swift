import Algebra
import Matrices
import Presentation

/// A formula of one variable as a curve, with the points where the numbers
/// of the worksheet stand on it.
public struct CurvePlot: Sendable {
  /// Where a quantity stands on the first curve.
  public struct Stand: Hashable, Sendable {
    public let label: Expression
    public let x: Double
    public let y: Double
    public let slope: Double
  }

  /// The name, or the entry of a quantity, along which the curve is drawn.
  public let variable: Expression
  public let formula: Expression
  public let low: Double
  public let high: Double
  public let curves: [Plot.Curve]
  public let stands: [Stand]
  /// Points outside the range that is drawn.
  public let outside: [Stand]

  /// The range where none was asked for.
  public static let range = -5.0...5.0
}

extension CurvePlot {
  /// Samples the curves of a description.
  ///
  /// Where the variable is a quantity of the worksheet, what follows from it
  /// moves along, so that `C` can be drawn over `w1`.
  ///
  /// - Parameters:
  ///   - plot: What is to be drawn.
  ///   - valuation: The numbers.
  ///   - samples: How many places are computed on each curve.
  /// - Throws: ``ExplanationFault``.
  public init(
    _ plot: PlotDescription, in valuation: Valuation, samples: Int = 121
  ) throws(ExplanationFault) {
    guard let first = plot.curves.first else { throw .noCost }
    guard first.low < first.high else {
      throw .rangeIsEmpty(first.low, first.high)
    }
    var curves: [Plot.Curve] = []
    for curve in plot.curves {
      let sampler = try CurveSampler(curve, valuation)
      try sampler.check(at: (curve.low + curve.high) / 2)
      curves.append(sampler.curve(curve.low, curve.high, samples))
      if plot.showsSlope {
        curves.append(sampler.slopeCurve(curve.low, curve.high, samples))
      }
    }
    self.curves = curves
    formula = first.expression
    variable = first.entry ?? .name(first.variable)
    low = first.low
    high = first.high
    let sampler = try CurveSampler(first, valuation)
    let all = try Self.stands(plot.points, sampler, valuation)
    let range = first.low...first.high
    stands = all.filter { range.contains($0.x) }
    outside = all.filter { !range.contains($0.x) }
  }

  private static func stands(
    _ points: [Expression], _ sampler: CurveSampler, _ valuation: Valuation
  ) throws(ExplanationFault) -> [Stand] {
    var stands: [Stand] = []
    for point in points {
      let value = try valuation.number(point)
      for (offset, x) in value.storage.prefix(8).enumerated() {
        let label =
          point.baseName.flatMap { _ in
            try? valuation.places(of: point)[offset]
          }.map(valuation.expression) ?? point
        stands.append(
          Stand(
            label: label, x: x, y: sampler.value(at: x),
            slope: sampler.slope(at: x)))
      }
    }
    return stands
  }
}

/// Computes a formula of one variable at many places.
struct CurveSampler {
  let formula: Expression
  let variable: Name
  let valuation: Valuation
  /// The number of a quantity that is moved, whose followers move along.
  private let moved: EntryKey?

  /// - Throws: ``ExplanationFault`` where there is no such entry.
  init(
    _ curve: PlotDescription.Curve, _ valuation: Valuation
  ) throws(ExplanationFault) {
    formula = curve.expression
    variable = curve.variable
    self.valuation = valuation
    if let entry = curve.entry {
      moved = try valuation.entry(of: entry)
    } else if valuation.values[variable]?.shape.isScalar ?? false {
      moved = EntryKey(variable, 0)
    } else {
      moved = nil
    }
  }

  /// Refuses a formula that is no number anywhere.
  func check(at place: Double) throws(ExplanationFault) {
    do {
      let value = try computed(formula, at: place)
      guard value.shape.isScalar else {
        throw ExplanationFault.notANumber(
          formula, rows: value.rows, columns: value.columns)
      }
    } catch { throw ExplanationFault(error) }
  }

  func value(at place: Double) -> Double { number(formula, at: place) }

  func slope(at x: Double) -> Double {
    let place = moved.map(valuation.expression) ?? .name(variable)
    return number(.derivative(formula, by: place, .applied), at: x)
  }

  private func number(_ expression: Expression, at place: Double) -> Double {
    let value = try? computed(expression, at: place)
    return value?.storage.first ?? .nan
  }

  private func computed(
    _ expression: Expression, at place: Double
  ) throws -> Matrix<Double> {
    guard let key = self.moved, var value = valuation.values[key.name] else {
      return try valuation.value(
        of: expression, locals: [variable: Matrix(scalar: place)])
    }
    var moved = valuation
    value = value.replacing([
      Alterations.Entry(offset: key.offset, value: place)
    ])
    try moved.replace(key.name, with: value)
    return try moved.value(of: expression)
  }

  func curve(_ low: Double, _ high: Double, _ samples: Int) -> Plot.Curve {
    Plot.Curve(
      formula.text(), over: low...high, samples: samples, value)
  }

  func slopeCurve(
    _ low: Double, _ high: Double, _ samples: Int
  ) -> Plot.Curve {
    Plot.Curve("its slope", over: low...high, samples: samples, slope)
  }
}
