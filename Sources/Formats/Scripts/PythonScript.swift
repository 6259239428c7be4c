import Algebra
import Matrices

/// A script in Python that rebuilds a worksheet and holds every quantity of
/// it against our number.
///
/// With NumPy our backward equations are computed anew, and the slope in each
/// parameter is also measured as a central difference of the cost. With
/// PyTorch none of our backward equations stands in the script: the slopes
/// are the library's own.
public struct PythonScript: Sendable {
  /// The script.
  public let text: String

  /// The numbers that a script can hold and still be read.
  public static let numberLimit = 100_000

  /// Writes a worksheet with its numbers down.
  ///
  /// - Parameters:
  ///   - valuation: The worksheet with its numbers.
  ///   - library: The library that computes.
  ///   - title: What the worksheet is called, as `hidden-layer`.
  /// - Throws: ``ScriptFault`` where a form has no counterpart in Python.
  public init(
    _ valuation: Valuation, library: PythonLibrary, title: String
  ) throws(ScriptFault) {
    let count = valuation.values.values.reduce(0) {
      $0 + $1.storage.count
    }
    guard count <= Self.numberLimit else {
      throw .tooManyNumbers(count, limit: Self.numberLimit)
    }
    var draft = PythonDraft(valuation, library: library)
    guard !draft.equations.isEmpty else { throw .noEquations }
    let body =
      switch library {
      case .numpy: try draft.numpyBody()
      case .pytorch: try draft.torchBody()
      }
    let parts = [
      draft.head(title: title), draft.functions, draft.givens, body,
    ]
    text = parts.filter { !$0.isEmpty }.joined(separator: "\n\n\n") + "\n"
  }
}

/// A script while it is put together.
struct PythonDraft {
  let valuation: Valuation
  let precision: Precision
  /// What rounding does where each slope is computed as it is shown.
  let shownPrecision: Precision
  var writer: PythonWriter
  /// The equations that are computed, in their order.
  let equations: [Equation]
  private let shapes: [Name: SymbolicShape]

  init(_ valuation: Valuation, library: PythonLibrary) {
    self.valuation = valuation
    precision = Precision(of: valuation)
    shownPrecision = Precision(of: valuation, slopesAsShown: true)
    writer = PythonWriter(valuation, library: library)
    equations = valuation.worksheet.equations.filter { $0.role != .update }
    shapes = valuation.worksheet.scope.shapes
    // Names are given in the order in which a reader meets them.
    for name in valuation.worksheet.names { _ = writer.names.identifier(name) }
  }

  var library: PythonLibrary { writer.library }
  var forward: [Equation] { equations.filter { $0.role != .backward } }
  var backward: [Equation] { equations.filter { $0.role == .backward } }

  mutating func word(_ name: Name) -> String { writer.names.identifier(name) }

  /// Whether a quantity is a number by nature.
  func isNumber(_ name: Name) -> Bool {
    shapes[name] == .scalar && valuation.values[name]?.storage.count == 1
  }

  // MARK: - Equations

  /// An equation as an assignment, with a remark where it is not computed by
  /// the form that is shown.
  mutating func line(
    _ equation: Equation, indent: Int = 0
  ) throws(ScriptFault) -> String {
    let formula = try writer.text(precision.form(of: equation))
    let line = PythonText.assignment(
      word(equation.name), alone(formula, equation), indent: indent)
    guard let trouble = precision.troubles[equation.name] else { return line }
    let shown =
      "\(equation.name.text) = \(equation.expression.text())"
    return PythonText.comment(
      "Shown as \(shown). \(trouble.sentence)", indent: indent) + "\n" + line
  }

  /// A name for a value that has one already is a tensor of its own, or its
  /// slope would be that of the other.
  private func alone(_ formula: String, _ equation: Equation) -> String {
    guard library == .pytorch,
      case .name = precision.form(of: equation).ungrouped
    else { return formula }
    return "\(formula).clone()"
  }

  // MARK: - Holding against our numbers

  /// A line that holds a value against ours.
  mutating func check(
    _ name: Name, _ value: String? = nil, atol: Double
  ) -> String {
    guard let told = valuation.values[name] else { return "" }
    let label = word(name)
    let start = "check(\"\(label)\", \(value ?? label), "
    var tolerance = ""
    if atol > 0 {
      tolerance = ", atol=\(PythonText.number(atol))"
    }
    let literal = PythonText.literal(
      told, isNumber: isNumber(name), column: start.count + tolerance.count)
    return start + literal + tolerance + ")"
  }

  /// The distance that rounding accounts for, where digits were lost; else 0.
  func tolerance(_ name: Name) -> Double {
    var loss = precision.loss(in: name, beyond: 1e-11)
    if library == .pytorch {
      loss = max(loss, shownPrecision.loss(in: name, beyond: 1e-11))
    }
    let size = 16 * loss
    guard size.isFinite, size > 0 else { return size > 0 ? .infinity : 0 }
    // One digit says enough.
    return size < 1e-290 ? 0 : size.roundedUpToOneDigit
  }
}

extension Precision.Trouble {
  fileprivate var sentence: String {
    switch self {
    case .notFinite:
      "With these numbers that form is not finite, so an equal one is "
        + "computed, which is."
    case .losesDigits:
      "With these numbers digits cancel in that form, so an equal one is "
        + "computed, in which they do not."
    }
  }
}

extension Double {
  /// The next larger number that has one digit, as 3e-15 for 2.4e-15.
  fileprivate var roundedUpToOneDigit: Double {
    let text = "\(self)"
    let parts = text.split(separator: "e").map(String.init)
    let exponent: Int
    let digit: Double
    if parts.count == 2, let mantissa = Double(parts[0]),
      let power = Int(parts[1])
    {
      (digit, exponent) = (mantissa, power)
    } else {
      // Too large to be written with an exponent; it needs no rounding.
      return self
    }
    return Double("\(Int(digit.rounded(.up)))e\(exponent)") ?? self
  }
}
