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
    guard valuation.worksheet.notation == .backstep else {
      throw .otherNotation
    }
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
    let parts = [draft.functions, draft.givens, body].filter { !$0.isEmpty }
    let rest = parts.joined(separator: "\n\n\n")
    text = draft.head(title: title, before: rest) + "\n\n\n" + rest + "\n"
  }
}

extension PythonScript {
  /// What every script says of where it is from.
  static let mark = "Written by Backstep."

  /// Whether a text is a script of ours, which may be written anew.
  public static func isOwn(_ text: String) -> Bool {
    text.prefix(2000).contains(mark)
  }
}

/// A script while it is put together.
struct PythonDraft {
  let valuation: Valuation
  let precision: Precision
  /// What rounding does where each slope is computed as it is shown.
  let shownPrecision: Precision
  var writer: PythonWriter
  /// The quantities in which PyTorch is asked for slopes.
  var watched: Set<Name> = []
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
    watched = Set(backwardWays.flatMap(\.quantities))
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
    let term = try writer.term(precision.form(of: equation))
    let line = PythonText.assignment(
      word(equation.name), value(term, of: equation), indent: indent)
    guard let trouble = precision.troubles[equation.name] else { return line }
    let shown =
      "\(equation.name.text) = \(equation.expression.text())"
    return PythonText.comment(
      "Shown as \(shown). \(trouble.sentence)", indent: indent) + "\n" + line
  }

  /// The right side of an assignment, a tensor of its own in PyTorch.
  private func value(_ term: PythonTerm, of equation: Equation) -> String {
    let text = shaped(term, as: equation)
    guard library == .pytorch else { return text }
    let own: String
    if term.isPlain {
      own = "torch.tensor(float(\(text)))"
    } else if case .name = precision.form(of: equation).ungrouped {
      // Two names of one tensor would have one slope.
      own = "\(text).clone()"
    } else {
      own = text
    }
    return watched.contains(equation.name) ? "watched(\(own))" : own
  }

  /// The formula with the shape of its quantity: the slope in a number is a
  /// number, also where it is computed as the entry of a 1×1 matrix.
  private func shaped(_ term: PythonTerm, as equation: Equation) -> String {
    let isNumber = isNumber(equation.name)
    let shape = writer.shape(of: precision.form(of: equation))
    guard let shape, isNumber != (shape == .scalar) else { return term.text }
    if isNumber { return "(\(term.text))[0, 0]" }
    guard let value = valuation.values[equation.name] else { return term.text }
    return "\(term.text(atLeast: .product)) * \(library.module)"
      + ".ones((\(value.rows), \(value.columns)))"
  }

  // MARK: - Holding against our numbers

  /// A line that holds a value against ours.
  mutating func check(_ name: Name, _ value: String? = nil) -> String {
    guard let told = valuation.values[name] else { return "" }
    let label = word(name)
    let loss = loss(in: name)
    guard loss.distance.isFinite else {
      return PythonText.comment(
        "Nothing is known of \(label) here: rounding decides on which side of "
          + "a kink a number lies, or which of two is 0.")
        + "\nskip(\"\(label)\", \"left to rounding\")"
    }
    let start = "check(\"\(label)\", \(value ?? label), "
    let end = tolerance(loss) + ")"
    let literal = PythonText.literal(
      told, isNumber: isNumber(name), start: start.count, end: end.count)
    return remark(loss) + start + literal + end
  }

  private func tolerance(_ loss: Precision.Loss) -> String {
    (loss.share > 0 ? ", rtol=\(PythonText.number(loss.share))" : "")
      + (loss.distance > 0 ? ", atol=\(PythonText.number(loss.distance))" : "")
  }

  private func remark(_ loss: Precision.Loss) -> String {
    guard loss.share > 0 || loss.distance > 0 else { return "" }
    return "# Digits cancel on the way here, and fewer than nine are left.\n"
  }

  /// What rounding accounts for, where digits were lost; else nothing.
  private func loss(in name: Name) -> Precision.Loss {
    var loss = precision.loss(in: name)
    if library == .pytorch {
      let other = shownPrecision.loss(in: name)
      loss.share = max(loss.share, other.share)
      loss.distance = max(loss.distance, other.distance)
    }
    // Another order of adding up has its own errors, as large again.
    loss.share = 16 * loss.share
    loss.distance = 16 * loss.distance
    loss.share = loss.share < 1e-9 ? 0 : loss.share.roundedUpToOneDigit
    loss.distance =
      loss.distance < 1e-290 ? 0 : loss.distance.roundedUpToOneDigit
    return loss
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
  var roundedUpToOneDigit: Double {
    guard isFinite else { return self }
    let text = "\(self)"
    let parts = text.split(separator: "e").map(String.init)
    let exponent: Int
    let digit: Double
    if parts.count == 2, let mantissa = Double(parts[0]),
      let power = Int(parts[1])
    {
      (digit, exponent) = (mantissa, power)
    } else {
      // Large enough to be written without an exponent.
      return (self * 1e3).rounded(.up) / 1e3
    }
    return Double("\(Int(digit.rounded(.up)))e\(exponent)") ?? self
  }
}
