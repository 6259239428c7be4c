import Algebra
import Matrices
import Networks

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Every computed quantity of a worksheet as JSON, for other programs.
///
/// Numbers have 17 significant digits, so that they read back as the same
/// doubles; one that is not finite is `null`.
public struct TraceJSON {
  private let valuation: Valuation
  private let delta: Worksheet.DeltaConvention
  /// What each quantity is for any number of units.
  private let shapes: [Name: SymbolicShape]

  /// Makes the trace of a valuation.
  ///
  /// - Parameters:
  ///   - valuation: The worksheet with its numbers.
  ///   - delta: What was asked for; with one example a worksheet does not
  ///     tell the two conventions apart.
  public init(
    _ valuation: Valuation, delta: Worksheet.DeltaConvention? = nil
  ) {
    self.valuation = valuation
    self.delta = delta ?? valuation.worksheet.delta
    shapes = valuation.worksheet.scope.shapes
  }

  /// The text, one quantity a line, in the order in which they are computed.
  public var text: String {
    let lines = quantities.map { name in
      "    \"\(name.ascii)\": \(value(of: name))"
    }
    return """
      {
        "quantities": {
      \(lines.joined(separator: ",\n"))
        },
        "delta": "\(delta.rawValue)"
      }

      """
  }

  private var quantities: [Name] {
    valuation.worksheet.equations.filter { $0.role != .update }.map(\.name)
  }

  private func value(of name: Name) -> String {
    guard let matrix = valuation.values[name] else { return "null" }
    if isNumber(name, matrix) { return Self.number(matrix[0, 0]) }
    return JSONText.rows(matrix, number: Self.number)
  }

  /// Whether a quantity is a number by nature.
  ///
  /// The costs of the examples are a row, even where there is one example.
  private func isNumber(_ name: Name, _ matrix: Matrix<Double>) -> Bool {
    guard matrix.shape.isScalar else { return false }
    return valuation.worksheet.equation(name)?.role != .exampleCost
      && shapes[name] == .scalar
  }

  static func number(_ value: Double) -> String {
    guard value.isFinite else { return "null" }
    var text = [CChar](repeating: 0, count: 32)
    let count = withVaList([value]) {
      vsnprintf(&text, text.count, "%.17g", $0)
    }
    let bytes = text.prefix(Int(count)).map { UInt8(bitPattern: $0) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
