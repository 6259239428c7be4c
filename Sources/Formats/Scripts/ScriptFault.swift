import Algebra
import Presentation

/// What keeps a worksheet from being written down as a script.
public enum ScriptFault: Error, Hashable, Sendable {
  /// A function that is neither in the table nor defined by a formula.
  case noTranslation(function: Name)
  /// A form that stands for no value of its own, as a slope by its sign.
  case noValue(Expression)
  case tooManyNumbers(Int, limit: Int)
  case noEquations
}

extension ScriptFault {
  /// What is said of it.
  ///
  /// - Parameter source: The lesson or the file that was to be exported.
  /// - Returns: The message with its remedy.
  public func diagnostic(in source: String) -> Diagnostic {
    switch self {
    case .noTranslation(let function):
      Diagnostic(
        "\(source): \(function.ascii) has no formula that Python could take",
        notes: ["of a function that may be any, nothing can be computed"],
        remedy: "let \(function.ascii)(z) = z*sigmoid(z)")
    case .noValue(let expression):
      Diagnostic(
        "\(source): \(expression.text(.ascii)) has no value of its own",
        notes: ["a script computes values, and finds the slopes itself"],
        remedy: "help derive")
    case .tooManyNumbers(let count, let limit):
      Diagnostic(
        "\(source): the worksheet holds \(count) numbers, and a script that "
          + "is to be read at most \(limit)",
        notes: ["fewer examples show the same lines"],
        remedy: "backstep trace \(source) --json")
    case .noEquations:
      Diagnostic(
        "\(source): there is no equation to be checked",
        remedy: "backstep export hidden-layer --format numpy")
    }
  }
}
